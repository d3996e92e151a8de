"""Printable pages: what a learner gets on paper, and what a teacher needs beside it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import nbformat
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from course import content
from course.content import ContentError, did_you_mean
from course.page.html import marked
from course.questions.misreadings import misreadings
from course.questions.spec import lessons
from course.questions.task_file import of_notebook
from course.teach import clock, paper, stills
from course.teach import source as sources
from course.teach.answers import key
from course.teach.build import SOLUTIONS
from course.teach.guides import frameworks, guide_of
from course.teach.marks import SOLUTION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from course.questions.misreadings import Misreading
    from course.questions.spec import Lesson, Question
    from course.teach.guides import Guide
    from course.teach.source import Source

LEARNER, TEACHER = "learner", "teacher"
INDEX = "index"
FEW = 3
"""As many paragraphs that a page lacks are added alone; where it lacks more, all are."""
FEWEST_ROWS = 6
"""Rows of a table that is to be filled on paper: more than it needs, so that they give nothing away."""


@dataclass(frozen=True)
class Sheet:
    """Some pages that belong together: the name of their file without the ending, and their HTML."""

    name: str
    html: str


def chosen(only: Sequence[str] = ()) -> list[Lesson]:
    """Return the notebooks whose names begin as one of these; all where none is given.

    Raises
    ------
    ContentError
        No notebook has a name that begins so, or a file of questions is not as it should be.
    """
    every = lessons()
    for start in only:
        if not any(lesson.notebook.startswith(start) for lesson in every):
            names = [lesson.notebook for lesson in every]
            message = f"There is no notebook {start!r}. {did_you_mean(start, names)}"
            raise ContentError(message)
    return [lesson for lesson in every if not only or lesson.notebook.startswith(tuple(only))]


def learner_sheet(lesson: Lesson, draw: Callable[[list[dict[str, Any]]], list[bytes]] | None = None) -> Sheet:
    """Return the learner's pages of a notebook: no answers, nothing that needs a computer.

    Parameters
    ----------
    lesson
        The notebook.
    draw
        What makes SVGs of figures, such as `course.teach.stills.draw`; without it a table stands for each.

    Raises
    ------
    ContentError
        The guide is not as it should be, or the solution is missing or not up to date.
    """
    source, guide = sources.read(lesson.notebook), guide_of(lesson)
    questions = {question.id: question for question in lesson.questions}
    parts = paper.parts(source, guide, questions, solution_of(source))
    if draw is not None:
        parts = paper.with_pictures(parts, draw)
    asked = paper.asked(parts)
    lacking = missing(lesson, asked, parts)
    page = render(
        "learner",
        lesson=lesson,
        small_task=of_notebook(lesson.number),
        outcomes=list(dict.fromkeys(question.outcome for question in asked)),
        minutes=_minutes_on_paper(lesson, asked),
        parts=parts,
        asked=asked,
        digest=lacking if len(lacking) <= FEW else content.shipped_digest(lesson.case),
        few=FEW,
        rows=rows_on_paper(asked),
    )
    return Sheet(f"{lesson.notebook}-{LEARNER}", page)


def teacher_sheet(lesson: Lesson) -> Sheet:
    """Return the teacher's guide of a notebook, with the key to the learner's pages.

    Raises
    ------
    ContentError
        The guide is not as it should be.
    """
    source, guide = sources.read(lesson.notebook), guide_of(lesson)
    questions = {question.id: question for question in lesson.questions}
    asked = paper.asked(paper.parts(source, guide, questions, solution_of(source)))
    page = render(
        "teacher",
        lesson=lesson,
        small_task=of_notebook(lesson.number),
        guide=guide,
        misreadings=[misreadings()[name] for name in guide.misreadings],
        titles=source.titles,
        clock=clock.clock,
        time=clock.time,
        length=clock.minutes,
        needs=clock.NEEDS,
        frameworks=frameworks(),
        keys=[key(question, _code(source, question)) for question in lesson.questions],
        on_paper={question.id for question in asked},
        minutes=_minutes_on_paper(lesson, asked),
        prompts=list(zip(source.prompts, guide.listen_for, strict=True)),
    )
    return Sheet(f"{lesson.notebook}-{TEACHER}", page)


def index_sheet(ending: str, audiences: Iterable[str]) -> Sheet:
    """Return the first page of the teacher's guide: all notebooks, and their outcomes against the frameworks.

    Parameters
    ----------
    ending
        What the names of the files end with that it links to, such as `html`.
    audiences
        Whose pages it links to.

    Raises
    ------
    ContentError
        A file of questions or a guide is not as it should be.
    """
    guides = [(lesson, guide_of(lesson)) for lesson in lessons()]
    page = render(
        "index",
        lessons=[lesson for lesson, _ in guides],
        outcomes=_outcomes(guides),
        frameworks=frameworks(),
        misreadings=_misreadings(every for every, _ in guides),
        ending=ending,
        audiences=list(audiences),
    )
    return Sheet(INDEX, page)


def sheets(only: Sequence[str], audiences: Sequence[str], ending: str, *, pictures: bool) -> Iterator[Sheet]:
    """Yield the pages of some notebooks; of all, where none is named, and then the index of the teacher's guide too.

    Raises
    ------
    ContentError
        Something is missing or not as it should be.
    """
    for lesson in chosen(only):
        if LEARNER in audiences:
            yield learner_sheet(lesson, stills.draw if pictures else None)
        if TEACHER in audiences:
            yield teacher_sheet(lesson)
    if not only and TEACHER in audiences:
        yield index_sheet(ending, audiences)


def missing(lesson: Lesson, asked: Sequence[Question], parts: Sequence[paper.Part]) -> dict[int, str]:
    """Return the paragraphs of the report, in our words, that questions need and no page shows."""
    needed = {number for question in asked if not question.elsewhere for number in question.paragraphs}
    lacking = needed - paper.paragraphs_shown(parts)
    return {number: text for number, text in content.shipped_digest(lesson.case).items() if number in lacking}


def rows_on_paper(asked: Sequence[Question]) -> int:
    """Return how many rows a table that is to be filled has on paper."""
    return max([FEWEST_ROWS, *(len(q.kind.rows(a.answer)) + 1 for q in asked for a in q.accepted)])


def _outcomes(guides: Iterable[tuple[Lesson, Guide]]) -> dict[str, tuple[list[str], set[str]]]:
    """Return of each outcome the numbers of its notebooks, and the keys of its frameworks."""
    found: dict[str, tuple[list[str], set[str]]] = {}
    for lesson, guide in guides:
        for outcome in guide.outcomes:
            numbers, keys = found.setdefault(outcome.text, ([], set()))
            numbers.append(lesson.number)
            keys.update(outcome.frameworks)
    return found


def _misreadings(every: Iterable[Lesson]) -> list[tuple[Misreading, list[str]]]:
    """Return all misreadings, each with the questions that foresee it."""
    found: dict[str, list[str]] = {name: [] for name in misreadings()}
    for question in (question for lesson in every for question in lesson.questions):
        for name in dict.fromkeys(each.name for each in question.misconceptions):
            found[name].append(question.id)
    return [(each, found[name]) for name, each in misreadings().items()]


def _minutes_on_paper(lesson: Lesson, asked: Sequence[Question]) -> int:
    left_out = sum(question.minutes for question in lesson.questions if question not in asked)
    return lesson.minutes - left_out


def _code(source: Source, question: Question) -> str:
    """Return the cell of the solution that answers a question."""
    call = f'course.check("{question.id}"'
    return next((cell.code for cell in source.cells if SOLUTION in cell.tags and call in cell.code), "")


def solution_of(source: Source) -> nbformat.NotebookNode:
    """Return the stored solution of a notebook.

    Raises
    ------
    ContentError
        There is none.
    """
    path = content.notebooks_folder() / SOLUTIONS / f"{source.name}.ipynb"
    if not path.is_file():
        message = f"solutions/{path.name}: the file is missing. Run: course build {source.name[:2]}"
        raise ContentError(message)
    return nbformat.read(path, as_version=4)


@cache
def _templates() -> Environment:
    made = Environment(loader=PackageLoader("course.teach"), autoescape=True, undefined=StrictUndefined,
                       trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)  # fmt: skip
    made.filters["marked"] = lambda text: Markup(marked(text))  # noqa: S704 - it is escaped
    return made


def render(template: str, **values: Any) -> str:  # noqa: ANN401 - what a template shows
    """Return a page made from one of the templates."""
    return _templates().get_template(f"{template}.html").render(values)
