"""What stands right, wrong and open: judged by today's specs, the tracks apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from course.questions.judge import State
from course.questions.record import Entry, Record
from course.questions.spec import Question, questions
from course.questions.standing import OnTrack, stand, state_of, states, takes_code
from tests.questions.samples import sample

ALL = questions()


@pytest.mark.parametrize("question", ALL.values(), ids=lambda question: question.id)
def test_each_accepted_answer_is_right_as_it_is_kept(question: Question) -> None:
    for accepted in question.accepted:
        kept = question.kind.keep(accepted.answer)
        assert state_of(question, Entry(kept, "not yet", kept, 1)) == State.RIGHT


@pytest.mark.parametrize(
    ("entry", "state"),
    [
        (Entry(), State.BLANK),
        (Entry(hints=2), State.BLANK),
        (Entry(4, "right", 4, 1), State.RIGHT),
        (Entry(4, "not yet", 4, 1), State.RIGHT),
        (Entry(6, "right", 6, 1), State.NOT_YET),
        (Entry({"an": "old form"}, "right", None, 1), State.NOT_YET),
    ],
)
def test_what_was_kept_is_judged_again(entry: Entry, state: State) -> None:
    assert state_of(ALL["3.1"], entry) == state


def test_the_tracks_are_counted_apart_and_what_is_left_is_in_order() -> None:
    record = Record({"3.1": Entry(4, "right", 4, 1), "3.2": Entry(9, "not yet", 9, 3)})
    some = [question for question in ALL.values() if question.notebook == "03_how_many"]
    standing = stand(some, states(some, record))
    reading = standing.reading
    assert (reading.total, reading.right, reading.tried) == (7, 1, 2)
    assert [question.id for question in reading.left] == ["3.2", "3.3", "3.4", "3.5", "3.6", "3.7"]
    assert reading.minutes_left == sum(question.minutes for question in reading.left)
    assert [question.id for question in standing.coding.left] == ["3.8", "3.9"]
    assert standing.share == 1 / 7
    assert standing.in_code == " · in code 0 of 2"


def test_the_reading_track_is_finished_without_a_line_of_code() -> None:
    known = {question.id: State.BLANK if takes_code(question) else State.RIGHT for question in ALL.values()}
    standing = stand(ALL.values(), known)
    assert standing.reading.is_finished
    assert not standing.coding.is_finished
    assert standing.share == 1


def test_a_question_without_controls_takes_code_whatever_its_track() -> None:
    assert takes_code(replace(sample("table"), track="reading"))
    assert takes_code(replace(sample("number"), track="coding"))
    assert not takes_code(sample("number"))


def test_nothing_at_all_is_not_finished() -> None:
    assert not OnTrack(0, 0, 0, ()).is_finished
    assert stand([], {}).share == 0
    assert stand([], {}).in_code == ""
