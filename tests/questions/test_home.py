"""The course page and the glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import course
from course.questions.spec import lesson, lessons, questions

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_the_page_has_a_tile_a_notebook_with_minutes_and_what_is_done(progress_file: Path) -> None:
    assert not progress_file.exists()
    home = course.home()
    for line, about in zip(str(home).splitlines(), lessons(), strict=False):
        assert line == f"{about.number}  {about.title} · {about.minutes} min"
        assert f'data-notebook="{about.notebook}.ipynb"' in home.html
    assert str(home).endswith("Go on with: How does this work?")
    assert home.html.count("btl-here") == 1
    course.check("0.1", 6)
    assert "00  How does this work? · ✓ 15 min · in code 0 of 1" in str(home)
    assert not str(home).endswith("Go on with: How does this work?"), "code is not asked of all"
    assert home.html.count("btl-done") == 1
    assert home.html.index("btl-done") < home.html.index("btl-here")


def test_a_notebook_that_was_begun_says_what_is_left_of_it(progress_file: Path) -> None:
    assert not progress_file.exists()
    course.check("3.1", 4)
    reading = [question for question in lesson("03").questions if question.track == "reading"]
    left = sum(question.minutes for question in reading[1:])
    assert f"03  How many troops? · 1 of {len(reading)} · {left} min left · in code 0 of 2" in str(course.home())


def test_the_page_leads_on_until_all_is_done(progress_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not progress_file.exists()
    monkeypatch.setattr("course.questions.home.lessons", lambda: lessons()[:1])
    course.check("0.1", 6)
    end = "You have finished the reading track of the course. 1 question in code is there if you want more."
    assert str(course.home()).endswith(end)
    assert "btl-here" not in course.home().html
    course.check("0.2", len(course.load().actors))
    assert str(course.home()).endswith("You have answered every question of the course.")


def test_the_minutes_of_a_notebook_are_those_to_read_to_talk_and_to_answer() -> None:
    for each in lessons():
        assert each.minutes == each.read + each.talk + sum(question.minutes for question in each.questions)
    assert sum(len(each.questions) for each in lessons()) == len(questions())
