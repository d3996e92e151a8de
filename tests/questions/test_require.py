"""An answer is wanted: a right one is told, any other ends the cell, and nothing of it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from IPython.core.interactiveshell import InteractiveShell

import course
from course.content import ContentError
from course.questions.require import NotRightError, require
from course.questions.spec import questions

if TYPE_CHECKING:
    from pathlib import Path

    from course.questions.spec import Question

EVERY = list(questions().values())


@pytest.mark.parametrize("question", EVERY, ids=lambda question: question.id)
def test_every_right_answer_is_taken_in_the_form_that_is_kept(question: Question) -> None:
    for accepted in question.accepted:
        require(question.id, question.kind.keep(accepted.answer))


def test_a_right_answer_is_told_and_is_no_value_that_could_be_taken_for_points(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert course.require("3.1", 4) is None  # type: ignore[func-returns-value]
    assert capsys.readouterr() == (f"{course.check('3.1', 4)}\n", ""), "an error stream would cost the points"


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (9, "Nine is the count of all mentions."),
        (8, "Go through the paragraphs once more"),
        ("many", "I cannot read “many” as a number."),
        (None, "You gave None."),
        (..., "Nothing is given yet."),
    ],
)
def test_any_other_answer_is_an_assertion_that_says_what_the_check_says(answer: object, says: str) -> None:
    with pytest.raises(AssertionError, match="^3.1  [✗?…]") as raised:
        course.require("3.1", answer)
    said = str(raised.value)
    assert says in said
    assert "the button" not in said, "there is none in a notebook of nbgrader"
    told = str(course.check("3.1", answer)).partition("\nStuck?")[0]
    assert said.startswith(told)


def test_a_notebook_shows_the_words_and_no_line_of_code() -> None:
    shell = InteractiveShell()
    error = NotRightError("3.1  ✗ not yet")
    assert error._render_traceback_() == ["3.1  ✗ not yet"]
    shell.run_cell("import course")
    assert isinstance(shell.run_cell("course.require('3.1', 9)").error_in_exec, AssertionError)


def test_nothing_is_kept(progress_file: Path) -> None:
    require("3.1", 4)
    with pytest.raises(NotRightError):
        require("3.1", 9)
    assert not progress_file.exists()
    course.check("3.1", 9)
    assert progress_file.exists(), "a check is kept"


def test_a_question_that_there_is_not_is_named() -> None:
    with pytest.raises(ContentError, match="There is no question '3.99'"):
        require("3.99", 1)
