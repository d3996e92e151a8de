"""A question becomes three cells of nbgrader: what is asked, where the answer goes, what gives the points."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

from course.content import ContentError
from course.questions.kinds.base import Read
from course.questions.spec import find, lesson, questions
from course.teach.export import cells
from tests.questions.samples import KINDS, sample

if TYPE_CHECKING:
    import nbformat

    from course.questions.spec import Question

EVERY = list(questions().values())


def marks(cell: nbformat.NotebookNode) -> dict[str, object]:
    return dict(cell.metadata["nbgrader"])


def test_a_question_without_code_is_asked_with_its_keys_and_how_to_write_one() -> None:
    asked = cells.asked(find("3.5"))
    assert asked.cell_type == "markdown"
    assert marks(asked) == {
        "grade": False, "grade_id": "question_3_5", "locked": True, "schema_version": 3, "solution": False, "task": False,
    }  # fmt: skip
    assert asked.source.startswith("### Question 3.5\n\nCompare the Russian troops")
    assert '\n- `"more than 25"`: more than 25 times as large\n' in asked.source
    assert asked.source.endswith("with its quotation marks. *(reading track, about 3 min)*")


def test_the_cell_to_answer_in_begins_with_dots_and_ends_with_the_answer_of_the_spec() -> None:
    answer = cells.answer(find("3.5"))
    assert answer.source.splitlines() == [
        "# Question 3.5", "answer_3_5 = ...", "### BEGIN SOLUTION", "answer_3_5 = 'more than 25'", "### END SOLUTION",
    ]  # fmt: skip
    assert (marks(answer)["grade"], marks(answer)["solution"], marks(answer)["locked"]) == (False, True, False)
    assert "points" not in marks(answer)


def test_in_code_the_answer_is_computed_as_the_course_does_and_starts_where_learners_start() -> None:
    start = (
        'troops = case.troops  # a table of your own\nanswer = ...  # start from troops\ncourse.check("3.8", answer)'
    )
    answer = cells.answer(find("3.8"), start)
    lines = answer.source.splitlines()
    assert lines[1:4] == [
        "troops = case.troops  # a table of your own", "answer_3_8 = ...  # start from troops", "### BEGIN SOLUTION",
    ]  # fmt: skip
    assert lines[4].startswith("answer = course.bounds(case.troops.dropna(")
    assert lines[5:] == ["answer_3_8 = answer", "### END SOLUTION"]
    assert "check" not in answer.source


@pytest.mark.parametrize("question", EVERY, ids=lambda question: question.id)
def test_every_cell_is_python_and_names_its_answer(question: Question) -> None:
    for cell in (cells.answer(question), cells.test(question)):
        ast.parse(cell.source)
        assert cells.variable(question) in cell.source
        assert re.fullmatch(r"[A-Za-z0-9_-]+", cell.metadata["nbgrader"]["grade_id"]), "what nbgrader takes for a name"


def test_the_cell_of_points_is_locked_and_runs_alone() -> None:
    test = cells.test(find("3.5"))
    assert test.source == 'import course\n\ncourse.require("3.5", answer_3_5)'
    assert marks(test) == {
        "grade": True, "grade_id": "test_3_5", "locked": True, "points": 1, "schema_version": 3, "solution": False,
        "task": False,
    }  # fmt: skip


def test_an_open_answer_is_read_by_a_teacher_and_gives_a_point_a_level() -> None:
    asked, answer = cells.open_answer(lesson("03"))
    assert "- Level 3: As level 2, and" in asked.source
    assert "BEGIN SOLUTION\nThe report gives no total." in answer.source
    assert (marks(answer)["grade"], marks(answer)["solution"], marks(answer)["points"]) == (True, True, 3)
    assert cells.open_answer(lesson("00")) == []


def test_a_solution_that_does_not_end_with_its_check_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "code_of", lambda _: "x = 1")
    with pytest.raises(ContentError, match="the solution of 3.8 does not end with its check"):
        cells.answer(find("3.8"))


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("$74 million *and* [more]", r"\$74 million \*and\* \[more\]"),
        ("a `case.troops[0]` b", "a `case.troops[0]` b"),
        ("<NA>", r"\<NA\>"),
    ],
)
def test_a_text_stays_what_it_is_in_markdown(text: str, markdown: str) -> None:
    assert cells.escaped(text) == markdown


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_says_how_its_answers_are_written_and_takes_its_own_example(name: str) -> None:
    kind = sample(name).kind
    assert kind.in_code.endswith(".")
    for example in re.findall("`([^`]+)`", kind.in_code):
        value = ast.literal_eval(example)
        if value is not None and not kind.offered:
            assert isinstance(kind.read(value), Read), example
    assert ("`n`" in cells.how_to_answer(sample(name))) == (name == "table")
