"""Hints: one after another, and those that were taken stay readable."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import course
from course.content import ContentError
from course.questions import keeping
from course.questions.hint import Hints
from tests.questions.kept import kept

if TYPE_CHECKING:
    from pathlib import Path


def test_hints_come_one_after_another_and_stay(progress_file: Path) -> None:
    assert str(course.hint("3.1")).startswith("Hint 1 of 2: Not every number")
    assert str(course.hint("3.1")).count("Hint ") == 2
    assert "That was the last hint of 3.1." in str(course.hint("3.1"))
    assert kept(progress_file)["3.1"]["hints"] == 2


def test_a_hint_that_was_taken_on_the_page_is_not_taken_again(progress_file: Path) -> None:
    keeping.keep_hints("3.1", 1)
    assert course.hint("3.1").taken == course.ask("3.1")._question.hints
    assert kept(progress_file)["3.1"]["tries"] == 0, "a hint is no try"


def test_a_question_that_has_fewer_hints_than_were_taken_gives_all_it_has(progress_file: Path) -> None:
    keeping.keep_hints("3.1", 9)
    assert len(course.hint("3.1").taken) == 2
    assert kept(progress_file)["3.1"]["hints"] == 9


def test_the_end_is_said_at_the_end_only_and_a_hint_is_shown_as_text() -> None:
    some, every = Hints("9.1", ("a < b",), 2), Hints("9.1", ("a < b", "c"), 2)
    assert str(some) == "Hint 1 of 2: a < b"
    assert str(every).startswith("Hint 1 of 2: a < b\nHint 2 of 2: c\nThat was the last hint of 9.1.")
    assert "a &lt; b" in some._repr_html_()
    assert "That was the last hint of 9.1." in every.to_html()
    assert "last hint" not in some.to_html()


def test_a_hint_of_a_question_that_is_none_is_told(progress_file: Path) -> None:
    with pytest.raises(ContentError, match="There is no question '3.99'"):
        course.hint("3.99")
    assert not progress_file.exists()
