"""The pack of a lesson as one document: pages for learners, hint slips, cards, and what the teacher keeps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from course import content
from course.questions.task_file import of_notebook
from course.teach import clock, paper, worksheet
from course.teach import source as sources
from course.teach.answers import key
from course.teach.guides import guide_of
from course.teach.printed import cards, tally
from course.teach.printed.asked import asked_of
from course.teach.printed.pages import hints, pages

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.questions.spec import Lesson


ONE_SIDE = 4200
"""Letters: a text that is longer fills more than one side, and tables and pictures follow it on its last."""

DENSE = 5400
"""Letters: a text that is longer is set a little smaller."""
MANY = 8
"""Questions: with more of them all is set a little smaller."""


@dataclass(frozen=True)
class Pack:
    """A pack: the name of its file without the ending, its HTML, and the CSV to type answers in."""

    name: str
    html: str
    tally: str


def pack_of(lesson: Lesson, draw: Callable[[list[dict[str, Any]]], list[bytes]] | None = None) -> Pack:
    """Return the pack of a lesson.

    Parameters
    ----------
    lesson
        The lesson.
    draw
        What makes SVGs of figures, such as `course.teach.stills.draw`; without it a table stands for each.

    Raises
    ------
    ContentError
        The guide is not as it should be, or the solution is missing or not up to date.
    """
    source, guide, asked = sources.read(lesson.notebook), guide_of(lesson), asked_of(lesson)
    questions = {question.id: question for question in lesson.questions}
    parts = paper.parts(source, guide, questions, worksheet.solution_of(source))
    made = pages(paper.with_pictures(parts, draw) if draw else parts, guide, asked)
    digest = worksheet.missing(lesson, made.questions, made.read)
    if asked.report:
        digest = content.shipped_digest(lesson.case)
    letters = made.length + sum(map(len, digest.values()))
    html = worksheet.render(
        "pack",
        lesson=lesson,
        guide=guide,
        small_task=of_notebook(lesson.number),
        pages=made,
        joined=letters > ONE_SIDE,
        dense=letters > DENSE or len(made.questions) > MANY,
        digest=digest,
        rows=worksheet.rows_on_paper(made.questions),
        hints={question.id: hints(question) for question in made.questions},
        decks=cards.decks(asked.cards, asked.case),
        keys=[key(question) for question in made.questions],
        clock=clock.clock,
        length=clock.minutes,
        needs=clock.NEEDS,
        prompts=list(zip(source.prompts, guide.listen_for, strict=True)),
        codes=tally.codes(),
    )
    return Pack(f"{lesson.notebook}-pack", html, tally.to_type_in(question.id for question in made.questions))
