"""Where a learner stands: what is done and what is left."""

from __future__ import annotations

from dataclasses import dataclass

from course.content import ContentError, did_you_mean
from course.page import html
from course.questions import keeping
from course.questions.judge import State
from course.questions.spec import lessons

BAR = 20
HEADS = "By notebook", "By what you can do"


@dataclass(frozen=True)
class Part:
    """The questions of one notebook or of one outcome: how many are done, of how many, and minutes left."""

    name: str
    done: int
    total: int
    minutes_left: int

    @property
    def left(self) -> str:
        """What is left to do, in words."""
        return f"about {self.minutes_left} min left" if self.minutes_left else "all done"

    def __str__(self) -> str:
        """Return a bar with the count."""
        full = BAR * self.done // self.total
        return f"{'█' * full}{'░' * (BAR - full)}  {self.name} · {self.done} of {self.total}, {self.left}"


@dataclass(frozen=True)
class Standing:
    """What a learner has done, by notebook and by outcome."""

    notebooks: tuple[Part, ...]
    outcomes: tuple[Part, ...]

    def __str__(self) -> str:
        """Return a line a notebook and a line an outcome."""
        lines = [HEADS[0], *map(str, self.notebooks), HEADS[1], *map(str, self.outcomes)]
        return "\n".join(lines)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        first, second = (html.paragraph(html.strong(head)) for head in HEADS)
        return html.page(first, *map(_bar, self.notebooks), second, *map(_bar, self.outcomes))


def progress(notebook: str | None = None) -> Standing:
    """Show what is done and what is left, by notebook and by outcome.

    Parameters
    ----------
    notebook
        The number of one notebook, such as `"03"`; all of them where none is given.

    Raises
    ------
    ContentError
        There is no notebook of that number.
    """
    shown = lessons()
    if notebook is not None:
        numbers = [lesson.number for lesson in shown]
        if str(notebook) not in numbers:
            message = f"There is no notebook {notebook!r}. {did_you_mean(str(notebook), numbers)}"
            raise ContentError(message)
        shown = [lesson for lesson in shown if lesson.number == str(notebook)]
    entries = keeping.read().entries
    notebooks: dict[str, list[tuple[bool, int]]] = {}
    outcomes: dict[str, list[tuple[bool, int]]] = {}
    for question in (question for lesson in shown for question in lesson.questions):
        done = entries.get(question.id, keeping.Entry()).state == State.RIGHT
        notebooks.setdefault(question.title, []).append((done, question.minutes))
        outcomes.setdefault(question.outcome, []).append((done, question.minutes))
    return Standing(_parts(notebooks), _parts(outcomes))


def _parts(groups: dict[str, list[tuple[bool, int]]]) -> tuple[Part, ...]:
    return tuple(
        Part(
            name,
            sum(done for done, _ in each),
            len(each),
            sum(minutes for done, minutes in each if not done),
        )
        for name, each in groups.items()
    )


def _bar(part: Part) -> html.Html:
    said = f"{part.name} · {part.done} of {part.total}, {part.left}"
    return html.paragraph(said, html.line_break(), html.bar(part.done / part.total))
