"""Beginning anew: the next learner starts with nothing, and what was there is set aside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import course
from course.questions import keeping
from course.questions.record import Record
from tests.questions.kept import kept
from tests.questions.test_ask import press, typed

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

NAME = r"\.course-progress-\d{4}-\d\d-\d\d-\d\d-\d\d-\d\d(-2)?\.json"


def test_all_is_set_aside_under_a_name_with_day_and_time_and_comes_back(progress_file: Path) -> None:
    course.check("3.1", 4)
    said = str(course.begin_anew())
    [aside] = progress_file.parent.glob(".course-progress-*")
    assert re.fullmatch(NAME, aside.name)
    assert f"The answers so far are kept in {aside.name}." in said
    assert f'course.restore_progress("{aside.name}")' in said
    assert set(kept(aside)) == {"3.1"}
    assert not progress_file.exists()
    assert "0 of 7" in str(course.progress("03"))
    course.check("3.2", 3)
    assert set(kept(progress_file)) == {"3.2"}
    course.restore_progress(aside)
    assert set(kept(progress_file)) == {"3.1", "3.2"}


def test_the_questions_on_the_page_are_empty_at_once(progress_file: Path) -> None:
    checked, half, fresh = course.ask("3.1"), course.ask("3.3"), course.ask("3.2")
    press(checked, "check", answer={"answer": "5"})
    press(checked, "hint")
    typed(half, low="1")
    course.begin_anew()
    for asked in (checked, half, fresh):
        assert (asked.answer, asked.feedback, asked.hints) == ({}, "", "")
        assert asked.judged is None
        assert not asked.may_start_again
        assert asked.hint_label.startswith("Hint 1 of")
    assert "measures a border" not in checked.printed
    assert not progress_file.exists(), "to empty a question is no answer"


def test_two_in_one_second_write_over_nothing(progress_file: Path) -> None:
    for answer in (4, 5):
        course.check("3.1", answer)
        course.begin_anew()
    asides = [kept(aside)["3.1"]["answer"] for aside in progress_file.parent.glob(".course-progress-*")]
    assert sorted(asides) == [4, 5]


def test_what_could_not_be_written_before_is_set_aside_too(
    progress_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Record.from_json('{"format": 1, "entries": {}, "notes": {"a": "remembered"}}')
    monkeypatch.setattr(keeping, "_unwritten", other)
    course.begin_anew()
    [aside] = progress_file.parent.glob(".course-progress-*")
    assert "remembered" in aside.read_text(encoding="utf-8")
    course.check("3.1", 4)
    assert "remembered" not in progress_file.read_text(encoding="utf-8")


def test_with_nothing_kept_there_is_nothing_to_set_aside(progress_file: Path) -> None:
    assert str(course.begin_anew()) == "Progress begins anew. There was no file to set aside."
    assert not list(progress_file.parent.glob("*.json"))


def test_in_memory_it_begins_anew_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "_memory", Record())
    course.check("3.1", 4)
    assert "no file" in str(course.begin_anew())
    assert keeping.read() == Record()


def test_a_file_that_cannot_be_moved_changes_nothing(progress_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = course.ask("3.1")
    press(asked, "check", answer={"answer": "4"})

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(keeping, "patiently", refuse)
    assert str(course.begin_anew()) == "Your answers could not be set aside (Permission denied). Nothing was changed."
    assert asked.answer == {"answer": 4}
    assert set(kept(progress_file)) == {"3.1"}
