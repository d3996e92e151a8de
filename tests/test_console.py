"""Nothing that is printed fails on a console that has few signs."""

from __future__ import annotations

import io
import os
import subprocess
import sys

import pytest

from course import console

OLD = ["cp1252", "cp437"]


def said(encoding: str, *command: str) -> str:
    """What a program prints on a console of an encoding."""
    plain = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, *command], env={**os.environ, **plain}, capture_output=True, encoding=encoding, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("encoding", OLD)
def test_progress_and_a_verdict_can_be_printed_on_each_console(encoding: str) -> None:
    code = "import course; print(course.check('3.1', 9)); print(course.progress('03'))"
    lines = said(encoding, "-c", code).splitlines()
    assert lines[0] == "3.1  x not yet"
    assert any("-" * 10 in line or "░" * 10 in line for line in lines)


def test_a_command_too() -> None:
    told = said("ascii", "-m", "course", "validate")
    assert "macron-biden-call: nothing is wrong" in told


def test_a_console_that_has_all_signs_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    for encoding, errors, after in [
        ("utf-8", "strict", "strict"),
        ("cp1252", "backslashreplace", "backslashreplace"),
        ("cp1252", "strict", console.HANDLER),
    ]:
        out = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors=errors)
        monkeypatch.setattr(sys, "stdout", out)
        console.fit()
        assert out.errors == after


@pytest.mark.parametrize("out", [io.StringIO(), None, object()])
def test_what_is_no_console_is_left_alone(monkeypatch: pytest.MonkeyPatch, out: object) -> None:
    monkeypatch.setattr(sys, "stdout", out)
    console.fit()
    assert sys.stdout is out


def test_letters_lose_their_accents_and_what_is_unknown_is_a_question_mark() -> None:
    error = UnicodeEncodeError("ascii", "Zoë: ¶3 → Київ", 0, 14, "no such sign")
    assert console.plain(error) == ("Zoe: par. 3 > ????", 14)
    with pytest.raises(UnicodeDecodeError):
        console.plain(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "no such byte"))
