"""Code runs in a fresh Python, which finds the course; what fails there is told."""

from __future__ import annotations

import os

import pytest

from tests.benchmarks.process import fresh, took


def test_a_fresh_python_has_loaded_nothing_of_ours_and_finds_the_course() -> None:
    code = "import json, os, sys\nbefore = 'course' in sys.modules\nimport course\nprint('a line')\n"
    assert fresh(f"{code}print(json.dumps([before, os.getpid(), os.environ['WORD']]))", env={"WORD": "told"})[::2] == [
        False,
        "told",
    ]
    assert fresh("import os; print(os.getpid())") != os.getpid()


def test_what_fails_there_is_told() -> None:
    with pytest.raises(RuntimeError, match="no such thing"):
        fresh("raise ValueError('no such thing')")


def test_what_waits_takes_no_time_of_the_processor() -> None:
    assert 0 <= took("time.sleep(0.3)") < 0.3
