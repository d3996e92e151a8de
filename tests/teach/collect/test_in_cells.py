"""Answers in the outputs of a notebook's cells; nothing of it is run."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from course.questions.check import check
from course.questions.judge import ANSWER_TYPE
from course.questions.record import Entry, Try
from course.teach.collect import in_cells
from course.teach.collect.faults import Faults
from tests.teach.collect.made import cell

NOT_YET, RIGHT = {"text/plain": ["3.1  ✗ not yet\n", "Your answer: 9"]}, {"text/plain": "3.1  ✓ right"}


def laid(**data: Any) -> dict[str, Any]:
    return {"text/plain": "3.1  ✗ not yet", ANSWER_TYPE: {"question": "3.1", **data}}


def entries(*some: dict[str, Any]) -> tuple[dict[str, Entry], list[str]]:
    off = Faults()
    return in_cells.entries(list(some), off), off.sentences()


def test_what_a_verdict_lays_down_is_what_is_read(progress_file: object) -> None:
    shown = [check("3.1", answer)._repr_mimebundle_() for answer in (9, 8, 4)]
    found, notes = entries(cell("…", shown[-1]))
    assert (found["3.1"].answer, found["3.1"].state, notes) == (4, "right", [])
    assert [each.answer for each in found["3.1"].given] == [9, 4]
    assert progress_file


def test_an_answer_alone_leaves_open_which_was_the_first() -> None:
    found, _ = entries(cell("…", laid(answer=9, first=None)))
    assert found["3.1"] == Entry(9, "not yet", 9, 2)


def test_a_first_answer_that_is_the_last_is_one_try() -> None:
    found, _ = entries(cell("…", laid(answer=9)))
    assert found == entries(cell("…", laid(answer=9, first=9)))[0]
    assert found["3.1"] == Entry(9, "not yet", 9, 1, given=(Try(9, "not yet", 0, ""),))


def test_a_later_cell_goes_on_and_a_right_answer_stays() -> None:
    found, _ = entries(cell("a", laid(answer=4, first=9)), cell("b", laid(answer=8, first=9)))
    assert (found["3.1"].answer, found["3.1"].state, found["3.1"].tried) == (4, "right", 8)
    assert [each.answer for each in found["3.1"].given] == [9, 4, 8]


@pytest.mark.parametrize(
    "source",
    [
        'course.check("3.1", 9)',
        "check('3.1', 9)",
        'answer = 9\ncourse.check("3.1", answer)',
        '%time\n!ls\ncourse.check("3.1", 9)  # mine',
        'import course; course.check("3.1", 9).state',
    ],
)
def test_a_literal_is_the_answer_of_an_older_notebook(source: str) -> None:
    found, notes = entries(cell(source, NOT_YET))
    assert (found["3.1"].answer, found["3.1"].tries, notes) == (9, 2, [])


@pytest.mark.parametrize(
    "source",
    [
        'course.check("3.1", len(table))',
        'answer = 9\nanswer = len(table)\ncourse.check("3.1", answer)',
        'for answer in (1, 9):\n    course.check("3.1", answer)',
        'answer = 9\nif table: answer = 4\ncourse.check("3.1", answer)',
        'course.check("3.1", __import__("os").system("touch trapped"))',
        'course.check("3.2", 9)',
        "course.check(",
        "(" * 5000,
        "-" * 19_000 + "1",
        "x" * 100_000,
        "\0",
        "",
    ],
)
def test_what_is_no_literal_is_told_and_not_run(source: str) -> None:
    found, notes = entries(cell(source, NOT_YET))
    assert found == {}
    assert notes == ["1 question was checked in it, and the answer is not in the notebook: 3.1."]


@pytest.mark.parametrize(
    "output",
    [
        {"text/plain": "3.1  … not answered yet"},
        {"text/plain": "3.1  ? unclear"},
        {"text/plain": ["Hint 1 of 2"]},
        {"text/plain": {"3.1": 1}},
        {ANSWER_TYPE: "3.1"},
        {ANSWER_TYPE: {"question": 3.1, "answer": 9}},
        {ANSWER_TYPE: {"question": "3.1"}},
    ],
)
def test_other_outputs_are_no_answers(output: dict[str, Any]) -> None:
    assert entries(cell('course.check("3.1", 9)', output)) == ({}, [])


def test_what_was_not_run_is_no_answer() -> None:
    assert entries(cell('course.check("3.1", 9)')) == ({}, [])


@pytest.mark.parametrize(
    ("data", "note"),
    [
        ({"answer": "x" * 20_000}, "longer or deeper"),
        ({"answer": "abc"}, "cannot be read as one"),
        ({"answer": 4, "first": {"a": 1}}, "cannot be read as one"),
    ],
)
def test_what_cannot_be_an_answer_is_told(data: dict[str, Any], note: str) -> None:
    found, notes = entries(cell("…", laid(**data)))
    assert found == {}
    assert note in notes[0]


def test_two_entries_in_one_have_the_tries_of_the_one_that_has_any() -> None:
    old, new = Entry(9, "not yet", 9, 2, hints=1), Entry(4, "right", 4, 1, given=(Try(4, "right", 0, ""),))
    assert in_cells.joined(old, new).given == in_cells.joined(new, old).given == new.given
    assert in_cells.joined(old, new).state == "right"
    assert in_cells.joined(old, new).hints == 1
    assert in_cells.joined(None, old) == in_cells.joined(old, None) == old
    assert in_cells.joined(new, replace(new, hints=2)) == replace(new, hints=2)


@pytest.mark.parametrize("given", [None, 5, [1, "a"], {"a": 1}, ["a", "b"], "ab"])
def test_a_source_is_a_text_whatever_it_is(given: object) -> None:
    assert in_cells.source({"source": given}) in {"", "a", "ab"}
