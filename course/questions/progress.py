"""Where a learner stands: what is done and what is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.page import html
from course.questions import keeping, open_answer, sureness, task_file
from course.questions.judge import State
from course.questions.spec import lesson, lessons
from course.questions.standing import Standing, stand, states
from course.say import count

if TYPE_CHECKING:
    from course.questions.record import Record
    from course.questions.spec import Lesson, Question
    from course.questions.sureness import Change

BAR = 20
HEADS = "By notebook", "By what you can do", "In all"
FINISHED = "reading track finished"


@dataclass(frozen=True)
class Part:
    """The questions of one notebook, of one outcome or of all: how a learner stands with them."""

    name: str
    standing: Standing
    end: str = FINISHED
    more: str = ""

    @property
    def said(self) -> str:
        """Return its name, and how far one is on each track."""
        reading, coding = self.standing.reading, self.standing.coding
        if not reading.total:
            return f"{self.name} · in code {coding.right} of {coding.total}"
        left = self.end if reading.is_finished else f"about {reading.minutes_left} min left"
        return f"{self.name} · {reading.right} of {reading.total}, {left}{self.standing.in_code}{self.more}"

    def __str__(self) -> str:
        """Return a bar with the count."""
        full = int(BAR * self.standing.share)
        return f"{'█' * full}{'░' * (BAR - full)}  {self.said}"


@dataclass(frozen=True)
class Progress:
    """What a learner has done, in groups under heads: by notebook, by outcome, and in all; and a note on solutions."""

    groups: tuple[tuple[str, tuple[Part, ...]], ...]
    note: str = ""
    task: Change | str = ""
    """What the small task shows before and after, or a sentence on it."""

    def __str__(self) -> str:
        """Return a line a head and a line a part."""
        lines = [line for head, parts in self.groups for line in (head, *map(str, parts))]
        return "\n".join([*lines, *filter(None, [self.note, str(self.task)])])

    __repr__ = __str__

    def _repr_html_(self) -> str:
        shown = (
            line
            for head, parts in self.groups
            for line in (html.paragraph(html.strong(head)), *map(_bar, parts))
        )  # fmt: skip
        note = [html.paragraph(self.note)] if self.note else []
        task = html.paragraph(self.task) if isinstance(self.task, str) else self.task.to_html()
        return html.page(*shown, *note, *([task] if self.task else []))


def progress(notebook: str | None = None) -> Progress:
    """Show what is done and what is left, by notebook and by outcome; the two tracks are counted apart.

    With all notebooks it shows too what has changed between the small task before and after, once both are done.

    Parameters
    ----------
    notebook
        The number of one notebook, such as `"03"`; all of them where none is given.

    Raises
    ------
    ContentError
        There is no notebook of that number.
    """
    shown = lessons() if notebook is None else [lesson(notebook)]
    every = [question for each in shown for question in each.questions]
    record = keeping.read()
    known = states(every, record)
    after = sum(known[each.id] == State.RIGHT and bool(record.entry(each.id).solution) for each in every)
    outcomes: dict[str, list[Question]] = {}
    for question in every:
        outcomes.setdefault(question.outcome, []).append(question)
    parts = [
        tuple(_of_notebook(each, stand(each.questions, known), record) for each in shown),
        tuple(Part(outcome, stand(some, known), "all done") for outcome, some in outcomes.items()),
        (Part("The course", stand(every, known)),),
    ]
    note = f"{count(after, 'right answer')} came after a solution was shown." if after else ""
    if notebook is not None:
        return Progress(tuple(zip(HEADS, parts[:2], strict=False)), note)
    return Progress(tuple(zip(HEADS, parts, strict=True)), note, sureness.compare(record) or sureness.waiting(record))


def _of_notebook(about: Lesson, standing: Standing, record: Record) -> Part:
    unjudged = filter(None, [open_answer.state(about, record), task_file.state(about.number, record)])
    return Part(about.title, standing, more="".join(f" · {said}" for said in unjudged))


def _bar(part: Part) -> html.Html:
    return html.paragraph(part.said, html.line_break(), html.bar(part.standing.share))
