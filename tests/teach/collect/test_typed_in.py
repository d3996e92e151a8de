"""Answers from paper that a teacher has typed in: one learner a code."""

from __future__ import annotations

import pytest

from course.teach.collect import typed_in
from course.teach.collect.handed_in import PAPER, HandedIn, Refused
from course.teach.printed.tally import to_type_in

CHANGED = "2026-11-21T08:00:00+00:00"


def read(text: str) -> list[HandedIn | Refused]:
    return typed_in.of_table("t.csv", text.encode(), CHANGED)


def test_each_code_is_a_learner_with_answers_as_data() -> None:
    first, second = read("code,question,answer\nL01,3.1,4\nL01,3.2,not stated\nL01,3.4,\nL02,3.1,nine\n")
    assert isinstance(first, HandedIn)
    assert isinstance(second, HandedIn)
    assert (first.place, first.kind, first.name, first.written, first.notes) == (
        "t.csv · L01",
        PAPER,
        "L01",
        CHANGED,
        (),
    )
    assert {name: entry.answer for name, entry in first.record.entries.items()} == {"3.1": 4, "3.2": "not stated"}
    assert (first.record.entries["3.1"].state, second.record.entries["3.1"].state) == ("right", "not yet")
    assert [each.answer for each in second.record.entries["3.1"].given] == [9]


def test_the_table_that_is_printed_is_blank_until_it_is_filled_in() -> None:
    assert read(to_type_in(["3.1", "3.2"])) == [Refused("t.csv", typed_in.ALL_BLANK)]
    filled = to_type_in(["3.1", "3.2"]).replace("L02,3.2,", "L02,3.2,3")
    assert [each.place for each in read(filled)] == ["t.csv · L02"]


@pytest.mark.parametrize(
    ("rows", "note"),
    [
        ("L01,3.1,4\nL01,3.1,5", "There are two rows for 3.1, and the first was read: “5” was not."),
        ("L01,3.1,4\nL01,77.1,5", "1 answer of another version of the course: 77.1."),
        ("L01,3.1,4\nL01,3.2,what?", "The answer to 3.2, “what?”, cannot be read as one, and was passed over."),
        ('L01,"3,1",4', ""),
    ],
)
def test_what_cannot_be_read_is_told_beside_the_rest(rows: str, note: str) -> None:
    (only,) = read(f"code,question,answer\n{rows}\n")
    assert isinstance(only, HandedIn)
    assert only.record.entries["3.1"].answer == 4
    assert any(line.startswith(note) for line in only.notes) or not (note or only.notes)


def test_columns_may_stand_in_another_order_and_beside_others() -> None:
    (only,) = read("Answer;Note;Code;Question\n4;x;L01;3.1\n")
    assert isinstance(only, HandedIn)
    assert only.record.entries["3.1"].answer == 4


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "It is empty."),
        ("a,b\n1,2", typed_in.NO_TABLE),
        ("learner,question,lesson,place,answer,state\nAda,3.1,03,1,4,right", typed_in.MADE_HERE),
        ("code,question,answer\nL01,3.1,what?", "There is no answer in it that can be read. The answer to 3.1"),
    ],
)
def test_another_table_is_refused(text: str, reason: str) -> None:
    (only,) = read(text)
    assert isinstance(only, Refused)
    assert only.reason.startswith(reason)


def test_a_thousand_codes_are_a_thousand_learners() -> None:
    text = "".join(f"K{number},3.1,4\n" for number in range(1000))
    assert len({each.place for each in read(f"code,question,answer\n{text}")}) == 1000
