"""The course page: all notebooks, what each is about, how long it takes, and how far one has got."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from course.questions import keeping
from course.questions.judge import State
from course.questions.spec import Lesson, lessons

CELL = "padding:5px 14px 5px 0;text-align:left;vertical-align:top"
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
        head = "".join(f'<th scope="col" style="{CELL}">{text}</th>' for text in HEADINGS)
        rows = "".join(self._row(lesson, done) for lesson, done in self.lessons)
        return (
            "<div style='line-height:1.5;font-size:14px;max-width:52em'><table style='font-size:14px;margin:0'>"
            f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table><p>{escape(self._where_next())}</p></div>"
        )

    def _row(self, lesson: Lesson, done: int) -> str:
        total = len(lesson.questions)
        mark = "✓ all" if done == total else f"{done} of {total}"
        here = " <b>← go on here</b>" if lesson == self.next else ""
        link = f"<a href='{lesson.notebook}.ipynb'>{escape(lesson.title)}</a>{here}<br>{escape(lesson.about)}"
        return "<tr>" + "".join(f'<td style="{CELL}">{cell}</td>' for cell in (link, lesson.minutes, mark)) + "</tr>"

    def _where_next(self) -> str:
        if self.next is None:
            return "You have answered every question of the course."
        return f"Go on with: {self.next.title}"


def home() -> Home:
    """Show the notebooks of the course with their minutes, and which questions are done."""
    entries = keeping.read().entries
    right = {name for name, entry in entries.items() if entry.state == State.RIGHT}
    return Home(tuple((lesson, sum(q.id in right for q in lesson.questions)) for lesson in lessons()))
