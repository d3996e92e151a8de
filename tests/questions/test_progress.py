"""How far a learner has come, by notebook and by outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

import course
from course.questions.judge import State
from course.questions.progress import Part
from course.questions.record import Entry, Record
from course.questions.spec import questions
from course.questions.standing import stand

if TYPE_CHECKING:
    from pathlib import Path


RIGHT = {"0.1": 6, "3.1": 4, "3.2": 3, "3.7": "not stated"}


def test_progress_by_notebook_and_outcome_the_tracks_apart(progress_file: Path) -> None:  # noqa: ARG001 - its place is used
    for question, answer in RIGHT.items():
        course.check(question, answer)
    said = str(course.progress())
    reading = {name: question for name, question in questions().items() if question.track == "reading"}
    coding = len(questions()) - len(reading)
    left = {name: question.minutes for name, question in reading.items() if name not in RIGHT}
    here = sum(minutes for name, minutes in left.items() if name.startswith("3."))
    assert f"How many troops? · 3 of 7, about {here} min left · in code 0 of 2" in said
    assert "How does this work? · 1 of 1, reading track finished · in code 0 of 1" in said
    assert "tell a mention from a force · 2 of 2, all done" in said
    total = f"The course · 4 of {len(reading)}, about {sum(left.values())} min left · in code 0 of {coding}"
    assert total in said
    assert course.progress().note == "", "no solution was shown"
    assert "The course" not in str(course.progress("00"))


def test_a_bar_is_full_when_the_reading_track_is_finished(progress_file: Path) -> None:  # noqa: ARG001 - its place is used
    course.check("0.1", 6)
    assert str(course.progress("00")).splitlines()[1].startswith("█" * 20 + "  How does")
    html = course.progress("00")._repr_html_()
    assert 'value="1"' in html
    assert "1 of 1, reading track finished · in code 0 of 1" in html


def test_what_is_in_code_only_has_a_bar_of_its_own() -> None:
    coding = [question for question in questions().values() if question.track == "coding"]
    known = dict.fromkeys([question.id for question in coding], State.RIGHT)
    assert (
        str(Part("write code", stand(coding, known)))
        == "█" * 20 + f"  write code · in code {len(coding)} of {len(coding)}"
    )


def test_an_answer_that_today_s_spec_calls_wrong_is_not_done(progress_file: Path) -> None:
    progress_file.parent.mkdir()
    record = Record({"3.1": Entry(6, "right", 6, 1), "3.2": Entry(3, "not yet", 3, 1)})
    progress_file.write_text(record.to_json(), encoding="utf-8")
    assert "How many troops? · 1 of 7" in str(course.progress())
    assert "How many troops? · 1 of 7 ·" in str(course.home())
    assert "Not yet" in course.ask("3.1").feedback
    assert "Right" in course.ask("3.2").feedback
