"""The card tells what ran, also where a system tells less of itself."""

from __future__ import annotations

import os
import platform
from pathlib import Path

import pytest

from tests.benchmarks import card


def test_the_card_tells_the_computer_the_load_and_the_versions() -> None:
    told = card.card()
    assert told["Python"] == platform.python_version()
    assert f"{os.cpu_count()} cores" in told["computer"]
    assert {"load at the start", "plotly", "pandas", "state of the course"} <= told.keys()
    assert all(told.values())


def test_a_system_without_the_files_of_linux_is_told_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> str:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "read_text", fail)
    monkeypatch.delattr(os, "getloadavg", raising=False)
    monkeypatch.delattr(os, "sysconf", raising=False)
    assert card.processor()
    assert card.load() == "not told"
    assert card.memory() == "memory not told"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"describe": "abc1234", "status": ""}, "abc1234"),
        ({"describe": "abc1234", "status": " M course/case.py"}, "abc1234, and what was not committed"),
        ({"describe": "", "status": ""}, "not told"),
    ],
)
def test_the_state_of_the_course_is_what_git_tells(
    told: dict[str, str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card, "_git", lambda word, *_: told[word])
    assert card.commit() == said
