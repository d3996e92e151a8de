"""The course as a map of tiles: all notebooks, how long each takes, and how far one has got."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.page import card, html
from course.questions import keeping, on_page
from course.questions.spec import Lesson, lessons
from course.questions.standing import Standing, stand, states

if TYPE_CHECKING:
    from course.page.card import Card

Lessons = list[tuple[Lesson, Standing]]


def home() -> Card:
    """Show the notebooks of the course as tiles, with what is done in each; they follow what is answered."""
    return on_page.card(_draw, _text)


def _standings() -> Lessons:
    shown = lessons()
    known = states([question for lesson in shown for question in lesson.questions], keeping.read())
    return [(lesson, stand(lesson.questions, known)) for lesson in shown]


def _next(some: Lessons) -> Lesson | None:
    """Return the first notebook whose reading track is not finished; None where all are."""
    return next((lesson for lesson, standing in some if not standing.reading.is_finished), None)


def _draw() -> html.Html:
    some = _standings()
    here = _next(some)
    tiles = [
        card.tile(lesson.title, lesson.notebook, _said(lesson, standing), _state(lesson, standing, here))
        for lesson, standing in some
    ]
    return html.page(card.tiles(tiles), html.paragraph(_where_next(some)), wide=True)


def _state(lesson: Lesson, standing: Standing, here: Lesson | None) -> str:
    return "done" if standing.reading.is_finished else "here" if lesson == here else ""


def _said(lesson: Lesson, standing: Standing) -> str:
    """Return how far one is with a notebook, and how long it takes, or what is left of it takes."""
    reading = standing.reading
    if reading.is_finished:
        return f"✓ {lesson.minutes} min{standing.in_code}"
    if reading.tried:
        return f"{reading.right} of {reading.total} · {reading.minutes_left} min left{standing.in_code}"
    return f"{lesson.minutes} min{standing.in_code if standing.coding.tried else ''}"


def _where_next(some: Lessons) -> str:
    if here := _next(some):
        return f"Go on with: {here.title}"
    left = sum(len(standing.coding.left) for _, standing in some)
    if not left:
        return "You have answered every question of the course."
    more = "1 question in code is" if left == 1 else f"{left} questions in code are"
    return f"You have finished the reading track of the course. {more} there if you want more."


def _text() -> str:
    some = _standings()
    lines = [f"{lesson.number}  {lesson.title} · {_said(lesson, standing)}" for lesson, standing in some]
    return "\n".join([*lines, _where_next(some)])
