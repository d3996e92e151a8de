"""The course page: all notebooks, what each is about, how long it takes, and how far one has got."""

from __future__ import annotations

from dataclasses import dataclass

from course.page import html
from course.questions import keeping
from course.questions.spec import Lesson, lessons
from course.questions.standing import Standing, stand, states

HEADINGS = ("Notebook", "Minutes", "Questions done")


@dataclass(frozen=True)
class Home:
    """The notebooks of the course in order, each with how a learner stands with its questions."""

    lessons: tuple[tuple[Lesson, Standing], ...]

    @property
    def next(self) -> Lesson | None:
        """The first notebook whose reading track is not finished; None where all are."""
        return next((lesson for lesson, standing in self.lessons if not standing.reading.is_finished), None)

    def __str__(self) -> str:
        """Return a line a notebook, and where to go on."""
        lines = [
            f"{lesson.number}  {lesson.title} · {lesson.minutes} min · {_done(standing)} done{standing.in_code}"
            for lesson, standing in self.lessons
        ]
        return "\n".join([*lines, self._where_next()])

    __repr__ = __str__

    def _repr_html_(self) -> str:
        rows = [self._row(lesson, standing) for lesson, standing in self.lessons]
        return html.page(html.table(HEADINGS, rows), html.paragraph(self._where_next()))

    def _row(self, lesson: Lesson, standing: Standing) -> tuple[str, str, str]:
        mark = "✓ all" if standing.reading.is_finished else _done(standing)
        here = [" ", html.strong("← go on here")] if lesson == self.next else []
        link = html.link(lesson.title, f"{lesson.notebook}.ipynb")
        about = html.join(link, *here, html.line_break(), lesson.about)
        return about, str(lesson.minutes), f"{mark}{standing.in_code}"

    def _where_next(self) -> str:
        if self.next is not None:
            return f"Go on with: {self.next.title}"
        left = sum(len(standing.coding.left) for _, standing in self.lessons)
        if not left:
            return "You have answered every question of the course."
        more = "1 question in code is" if left == 1 else f"{left} questions in code are"
        return f"You have finished the reading track of the course. {more} there if you want more."


def _done(standing: Standing) -> str:
    return f"{standing.reading.right} of {standing.reading.total}"


def home() -> Home:
    """Show the notebooks of the course with their minutes, and which questions are done, each track apart."""
    shown = lessons()
    known = states([question for lesson in shown for question in lesson.questions], keeping.read())
    return Home(tuple((lesson, stand(lesson.questions, known)) for lesson in shown))
