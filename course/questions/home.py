"""The course page: all notebooks, what each is about, how long it takes, and how far one has got."""

from __future__ import annotations

from dataclasses import dataclass

from course.page import html
from course.questions import keeping
from course.questions.judge import State
from course.questions.spec import Lesson, lessons

HEADINGS = ("Notebook", "Minutes", "Questions done")


@dataclass(frozen=True)
class Home:
    """The notebooks of the course in order, each with the number of its questions that are done."""

    lessons: tuple[tuple[Lesson, int], ...]

    @property
    def next(self) -> Lesson | None:
        """The first notebook with a question that is not done; None where all are."""
        return next((lesson for lesson, done in self.lessons if done < len(lesson.questions)), None)

    def __str__(self) -> str:
        """Return a line a notebook, and where to go on."""
        lines = [
            f"{lesson.number}  {lesson.title} · {lesson.minutes} min · {done} of {len(lesson.questions)} done"
            for lesson, done in self.lessons
        ]
        return "\n".join([*lines, self._where_next()])

    __repr__ = __str__

    def _repr_html_(self) -> str:
        rows = [self._row(lesson, done) for lesson, done in self.lessons]
        return html.page(html.table(HEADINGS, rows), html.paragraph(self._where_next()))

    def _row(self, lesson: Lesson, done: int) -> tuple[str, str, str]:
        total = len(lesson.questions)
        mark = "✓ all" if done == total else f"{done} of {total}"
        here = [" ", html.strong("← go on here")] if lesson == self.next else []
        link = html.link(lesson.title, f"{lesson.notebook}.ipynb")
        return html.join(link, *here, html.line_break(), lesson.about), str(lesson.minutes), mark

    def _where_next(self) -> str:
        if self.next is None:
            return "You have answered every question of the course."
        return f"Go on with: {self.next.title}"


def home() -> Home:
    """Show the notebooks of the course with their minutes, and which questions are done."""
    entries = keeping.read().entries
    right = {name for name, entry in entries.items() if entry.state == State.RIGHT}
    return Home(tuple((lesson, sum(q.id in right for q in lesson.questions)) for lesson in lessons()))
