"""The course page and the glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import course
from course.questions.spec import lessons, questions

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_the_page_lists_every_notebook_with_minutes_and_what_is_done(progress_file: Path) -> None:
    assert not progress_file.exists()
    for line, lesson in zip(str(course.home()).splitlines(), lessons(), strict=False):
        reading = sum(question.track == "reading" for question in lesson.questions)
        head = f"{lesson.number}  {lesson.title} · {lesson.minutes} min"
        assert line == f"{head} · 0 of {reading} done · in code 0 of {len(lesson.questions) - reading}"
    assert str(course.home()).endswith("Go on with: How does this work?")
    course.check("0.1", 6)
    assert "00  How does this work? · 10 min · 1 of 1 done · in code 0 of 1" in str(course.home())
    assert not str(course.home()).endswith("Go on with: How does this work?"), "code is not asked of all"
    html = course.home()._repr_html_()
    assert "✓ all · in code 0 of 1" in html
    assert '<a href="03_how_many.ipynb">How many troops?</a>' in html
    assert html.count("go on here") == 1


def test_the_page_leads_on_until_all_is_done(progress_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not progress_file.exists()
    monkeypatch.setattr("course.questions.home.lessons", lambda: lessons()[:1])
    course.check("0.1", 6)
    end = "You have finished the reading track of the course. 1 question in code is there if you want more."
    assert str(course.home()).endswith(end)
    assert "go on here" not in course.home()._repr_html_()
    course.check("0.2", len(course.load().actors))
    assert str(course.home()).endswith("You have answered every question of the course.")
    assert "go on here" not in course.home()._repr_html_()


def test_the_minutes_of_a_notebook_are_those_to_read_to_talk_and_to_answer() -> None:
    for lesson in lessons():
        assert lesson.minutes == lesson.read + lesson.talk + sum(question.minutes for question in lesson.questions)
    assert sum(len(lesson.questions) for lesson in lessons()) == len(questions())
