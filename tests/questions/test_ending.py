"""The card that a notebook ends with says what one can do now, what is left, and where to go on."""

from __future__ import annotations

import pytest

import course
from course.questions.ending import ALL_SEEN
from course.questions.spec import lesson

pytestmark = pytest.mark.usefixtures("progress_file")


def test_it_says_what_is_left_on_each_track_and_follows_what_is_answered() -> None:
    card = course.ending("00")
    assert "Without code: left is 0.1" in card.html
    assert "With code: left is 0.2, whenever you like" in card.html
    assert f"Here you learn to {lesson('00').can}." in str(card)
    course.check("0.1", 6)
    assert "Without code: all done ✓" in card.html
    assert f"You can now {lesson('00').can}." in card.html, "the reading track is enough"
    assert "With code: left is 0.2, whenever you like" in str(card)


def test_several_that_are_left_are_listed() -> None:
    assert "With code: left are 3.8 and 3.9, whenever you like" in str(course.ending("03"))


def test_it_leads_to_the_next_notebook_and_the_last_one_is_an_end() -> None:
    assert 'data-notebook="04_who_says.ipynb"' in course.ending("03").html
    assert str(course.ending("03")).endswith(f"Next: {lesson('04').title}")
    assert str(course.ending("09")).endswith(ALL_SEEN)
    assert "data-notebook" not in course.ending("09").html
