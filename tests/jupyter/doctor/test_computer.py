"""No home folder, a poor console, no browser and a clock that is far off are told."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from course.jupyter.doctor import computer
from course.questions import progress

TODAY = date(2027, 3, 1)


def no_home() -> Path:
    message = "Could not determine home directory."
    raise RuntimeError(message)


def test_without_a_home_folder_jupyterlab_does_not_start() -> None:
    [found] = computer.homeless(no_home, pytest.fail)
    assert (found.word, found.sentence) == ("mend", computer.NO_HOME)


def test_jupyterlab_needs_a_folder_for_files_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = str(tmp_path / "share" / "runtime")
    assert list(computer.homeless(lambda: tmp_path, lambda: own)) == []
    [found] = computer.homeless(lambda: tmp_path / "gone", lambda: own)
    assert found.word == "note"
    assert f"The home folder {tmp_path / 'gone'} is not there" in found.sentence
    monkeypatch.setattr(computer, "try_to_write", lambda _: OSError(13, os.strerror(13)))
    [found] = computer.homeless(lambda: tmp_path, lambda: own)
    assert found.word == "mend"
    assert found.sentence.startswith(f"JupyterLab keeps files of its own in {own}, and cannot (Permission denied)")
    monkeypatch.setattr(computer, "try_to_write", lambda _: OSError(28, os.strerror(28)))
    assert list(computer.homeless(lambda: tmp_path, lambda: own)) == [], "room is told of elsewhere"


@pytest.mark.parametrize("encoding", ["utf-8", "UTF-16", "cp65001"])
def test_a_console_with_all_signs_is_fine(encoding: str) -> None:
    assert list(computer.poor_console(encoding, {}, windows=True)) == []


@pytest.mark.parametrize(
    ("encoding", "lost", "kept"),
    [
        ("cp1252", "the bars of progress, the marks for right and not right, the arrows in menus come", "dashes"),
        ("ascii", "quotation marks, dashes and dots come out as plainer signs", "kept"),
        (None, "This console writes nothing but ASCII: the bars", "kept"),
        ("no-such", "dashes and dots come out as plainer signs", "kept"),
    ],
)
def test_a_console_without_them_says_which_are_lost(encoding: str | None, lost: str, kept: str) -> None:
    [found] = computer.poor_console(encoding, {}, windows=False)
    assert found.word == "note"
    assert lost in found.sentence
    assert kept not in found.sentence
    assert "\n".join(found.lines()).isascii(), "it is printed on that console"
    assert found.fix == "export PYTHONUTF8=1"


def test_what_helps_follows_the_system_and_what_is_set() -> None:
    [found] = computer.poor_console("cp1252", {}, windows=True)
    assert found.fix == "setx PYTHONUTF8 1, then a new console"
    [found] = computer.poor_console("cp1252", {"PYTHONIOENCODING": "cp1252"}, windows=False)
    assert found.fix == "export PYTHONIOENCODING=utf-8", "PYTHONUTF8 would change nothing"


def test_the_signs_are_those_that_the_course_prints() -> None:
    source = Path(progress.__file__).read_text(encoding="utf-8")
    assert all(sign in source for sign in next(iter(computer.SIGNS)))


@pytest.mark.parametrize(("name", "told"), [("firefox", False), (None, True), ("w3m", True)])
def test_without_a_browser_that_shows_notebooks_the_address_is_copied(name: str | None, *, told: bool) -> None:
    found = list(computer.no_browser(name))
    assert bool(found) == told
    assert all(each.word == "note" and "Copy the address" in each.fix for each in found)


def test_without_a_chromium_there_is_no_pdf(tmp_path: Path) -> None:
    program = tmp_path / "chromium.exe"
    program.touch(0o755)
    assert list(computer.no_printer(str(program))) == []
    assert "There is no Chromium" in next(computer.no_printer(None)).sentence
    assert f"BROWSER_PATH names {tmp_path / 'x'}" in next(computer.no_printer(str(tmp_path / "x"))).sentence


@pytest.mark.parametrize(
    ("today", "kept", "says"),
    [
        (date(1970, 1, 1), None, "this course was made after that"),
        (date(2099, 1, 1), None, "long after this course was made"),
        (TODAY, date(2027, 3, 5), "answers were kept on 2027-03-05"),
    ],
)
def test_a_clock_that_is_far_off_is_noted(today: date, kept: date | None, says: str) -> None:
    [found] = computer.wrong_clock(today, kept)
    assert found.word == "note"
    assert f"The clock says {today}" in found.sentence
    assert says in found.sentence


@pytest.mark.parametrize("kept", [None, TODAY, date(2027, 3, 2), date(2026, 12, 1)])
def test_a_clock_that_is_right_is_fine(kept: date | None) -> None:
    assert list(computer.wrong_clock(TODAY, kept)) == []
