"""Checking from code: the verdict of an answer, kept where there is something to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import course
from course.content import ContentError
from course.questions import keeping
from course.questions.judge import State
from tests.questions.kept import kept

if TYPE_CHECKING:
    from pathlib import Path


def test_an_answer_is_kept_with_its_tries(progress_file: Path) -> None:
    course.check("3.1", 5)
    course.check("3.1", "four")
    entry = kept(progress_file)["3.1"]
    assert (entry["answer"], entry["state"], entry["tries"]) == (4, "right", 2)


def test_a_blank_and_an_unclear_answer_are_not_kept(progress_file: Path) -> None:
    course.check("3.1", ...)
    course.check("3.1", "some")
    assert not progress_file.exists()


def test_running_a_notebook_again_adds_no_tries(progress_file: Path) -> None:
    for _ in range(3):
        course.check("3.1", 5)
    assert kept(progress_file)["3.1"]["tries"] == 1


def test_a_right_answer_is_not_undone(progress_file: Path) -> None:
    course.check("3.1", 4)
    course.check("3.1", 7)
    entry = kept(progress_file)["3.1"]
    assert (entry["answer"], entry["state"], entry["tries"]) == (4, "right", 2)


def test_what_could_not_be_kept_is_said_after_the_next_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "keep_answer", lambda *_: "The disk is full.")
    assert course.check("3.1", 5).next_step.endswith('course.hint("3.1"). The disk is full.')
    assert course.check("3.1", 4).next_step == "The disk is full."
    assert "The disk is full." not in str(course.check("3.1", ...))


def test_a_question_that_is_none_is_told_with_the_nearest() -> None:
    with pytest.raises(ContentError, match="There is no question '33.1'. Did you mean '3.1'?"):
        course.check("33.1", 4)


def test_the_id_of_a_question_may_be_a_number(progress_file: Path) -> None:
    assert course.check(3.1, 4).state is State.RIGHT  # type: ignore[arg-type]
    assert [*kept(progress_file)] == ["3.1"]
    with pytest.raises(ContentError, match="of the type list"):
        course.check(["3.1"], 4)  # type: ignore[arg-type]
