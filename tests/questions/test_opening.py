"""The card that a notebook opens with says what it is for, and follows what is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import course
from course.content import ContentError
from course.files import yours
from course.questions.opening import times
from course.questions.spec import lesson, lessons

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("progress_file")


@pytest.mark.parametrize("number", [each.number for each in lessons()])
def test_it_says_aims_minutes_and_what_one_needs(number: str) -> None:
    about = lesson(number)
    shown, text = course.opening(number).html, str(course.opening(number))
    assert f"{about.minutes} minutes" in shown
    assert text.startswith(f"{about.title}\n")
    assert all(f"- {aim}" in text for aim in about.aims)
    for needed in about.needs:
        assert f'href="{lesson(needed).notebook}.ipynb"' in shown
        assert lesson(needed).title in text
    assert ("nothing" in text) == (not about.needs)


def test_the_place_among_the_lessons_is_said() -> None:
    assert "Before you start · 15 minutes" in course.opening("00").html
    assert f"Lesson 3 of {len(lessons()) - 1} · " in course.opening("03").html


def test_terms_open_their_meaning() -> None:
    assert '<summary style="display:inline">hedge</summary> (' in course.opening("03").html


def test_minutes_are_told_by_what_they_are_for() -> None:
    about = lesson("03")
    code = [question.minutes for question in about.questions if question.track == "coding"]
    asked = sum(question.minutes for question in about.questions)
    assert times(about) == (
        f"Minutes: {about.read} to read and play, {about.talk} to talk and write, {asked} for {len(about.questions)} questions; "
        f"{len(code)} of them in code ({sum(code)} minutes), which you can skip."
    )
    assert "talk" not in times(lesson("00"))


def test_what_to_leave_out_is_said_where_time_is_short() -> None:
    assert lesson("06").short
    assert f"<b>Short of time? </b>{lesson('06').short}" in course.opening("06").html
    assert "Short of time" not in course.opening("00").html


def test_it_follows_what_is_answered_on_both_tracks() -> None:
    card = course.opening("00")
    assert "Without code · 0 of 1" in card.html
    course.check("0.1", 6)
    assert "Without code · 1 of 1 ✓" in card.html
    assert "With code · 0 of 1" in card.html
    course.begin_anew()
    assert "Without code · 0 of 1" in card.html


def test_a_number_that_is_none_is_refused_with_the_nearest() -> None:
    with pytest.raises(ContentError, match="There is no notebook '3'"):
        course.opening("3")


@pytest.mark.parametrize("variable", ["BINDER_LAUNCH_HOST", "BINDER_REQUEST", "BINDER_REPO_URL"])
def test_on_a_computer_that_is_lent_it_says_how_to_take_the_answers_along(
    variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Your answers are kept." in course.opening("03").html
    assert "lent" not in str(course.opening("03"))
    monkeypatch.setenv(variable, "https://mybinder.org/")
    card = course.opening("03")
    assert "Your answers are kept." not in card.html
    assert "after a pause of about ten minutes it is gone" in card.html
    assert "<code>course.save_progress()</code> and click “Download it”" in card.html
    assert "run course.save_progress() and click “Download it”." in str(card)


def test_an_own_page_of_an_older_edition_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "kept beside it" not in course.opening("03").html
    own = f"{yours(lesson('03').notebook, '2026-11-29')}.ipynb"
    (tmp_path / own).touch()
    (tmp_path / f"{yours(lesson('04').notebook, '2026-11-29')}.ipynb").touch()
    shown = course.opening("03").html
    assert "Your own page is kept beside it:" in shown
    assert f'data-notebook="{own}"' in shown
    assert lesson("04").notebook not in shown
