"""In a browser, where files have no locks, what another window has written over comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course import files
from course.questions import keeping
from course.questions.judge import State
from course.questions.opening import NOT_KEPT, opening
from course.questions.record import Entry, Record
from course.questions.written_over import LOOKS, Recent
from tests.questions.kept import kept

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Drive:
    """One file, and what is to be done with it at which moment."""

    def __init__(self) -> None:
        self.record = Record()
        self.to_do: list[tuple[float, Callable[[], None]]] = []
        self.moment = 0.0

    def wait(self, seconds: float, do: Callable[[], None]) -> None:
        self.to_do.append((self.moment + seconds, do))

    def keep(self, how: Callable[[Record], Record]) -> None:
        self.record = how(self.record)

    def let_pass(self) -> None:
        while self.to_do:
            self.to_do.sort(key=lambda each: each[0])
            self.moment, do = self.to_do.pop(0)
            do()


def answered(question: str, at: str = "2026-11-29T10:00:00+00:00") -> Record:
    return Record({question: Entry(1, str(State.RIGHT), 1, 1, first=at, last=at)})


def test_what_two_windows_write_in_one_moment_is_all_there_in_the_end() -> None:
    drive = Drive()
    windows = [Recent(drive.keep, drive.wait) for _ in range(3)]
    read = drive.record  # all three have read the same, and write one after another
    for number, window in enumerate(windows):
        changes = answered(f"3.{number}")
        drive.record = read.merged(changes)
        window.note(changes)
    assert set(drive.record.entries) == {"3.2"}
    drive.let_pass()
    assert set(drive.record.entries) == {"3.0", "3.1", "3.2"}


def test_what_is_still_there_is_not_written_again() -> None:
    drive = Drive()
    written = []

    def keep(how: Callable[[Record], Record]) -> None:
        new = how(drive.record)
        written.append(new is not drive.record)

    drive.record = answered("3.1")
    Recent(keep, drive.wait).note(answered("3.1"))
    drive.let_pass()
    assert written == [False] * len(LOOKS)


def test_of_a_note_changed_twice_the_newer_stays() -> None:
    drive = Drive()
    window = Recent(drive.keep, drive.wait)
    for text in ("first", "second"):
        drive.record = drive.record.with_(Record(notes={"3-guess": text}))
        window.note(Record(notes={"3-guess": text}))
    drive.let_pass()
    assert drive.record.notes == {"3-guess": "second"}


def test_after_some_seconds_nothing_is_looked_after_any_more() -> None:
    drive = Drive()
    window = Recent(drive.keep, drive.wait)
    window.note(answered("3.1"))
    drive.let_pass()
    drive.record = Record()
    window.note(answered("3.2"))
    drive.let_pass()
    assert set(drive.record.entries) == {"3.2"}


def test_who_begins_anew_gets_nothing_back() -> None:
    drive = Drive()
    window = Recent(drive.keep, drive.wait)
    window.note(answered("3.1"))
    window.forget()
    drive.let_pass()
    assert drive.record == Record()


@pytest.fixture
def in_a_browser(monkeypatch: pytest.MonkeyPatch) -> Drive:
    drive = Drive()
    for module in (files, keeping):
        monkeypatch.setattr(module, "IN_A_BROWSER", True)
    monkeypatch.setattr(keeping, "_recent", Recent(keeping.keep, drive.wait))
    return drive


def test_in_a_browser_no_file_is_locked_and_an_answer_comes_back(
    progress_file: Path, in_a_browser: Drive, capsys: pytest.CaptureFixture[str]
) -> None:
    before = keeping.read().to_json()
    keeping.keep_answer("3.1", 1, State.RIGHT)
    assert [path.name for path in progress_file.parent.iterdir()] == [progress_file.name]
    progress_file.write_text(before, encoding="utf-8")  # another window has read before and writes after
    in_a_browser.let_pass()
    assert set(kept(progress_file)) == {"3.1"}
    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("in_a_browser")
def test_the_card_says_so_where_a_browser_keeps_nothing(progress_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def drawn() -> str:
        return str(opening("03").html)

    assert NOT_KEPT in drawn()
    monkeypatch.setattr(files, "DRIVE", progress_file.parent)
    assert NOT_KEPT not in drawn()
