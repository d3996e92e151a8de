"""Take a hint of a question: a plain output, the same at every run."""

from __future__ import annotations

from dataclasses import dataclass

from course.page import html
from course.questions import keeping
from course.questions.glossary import explained
from course.questions.spec import find

LAST = 'That was the last hint of {0}. Still stuck? `course.solution("{0}")` shows a solution.'


@dataclass(frozen=True)
class Hints:
    """The hints of a question that have been taken, from the first nudge on."""

    question: str
    taken: tuple[str, ...]
    of: int

    def __str__(self) -> str:
        """Return a line a hint."""
        lines = [f"Hint {n} of {self.of}: {text}" for n, text in enumerate(self.taken, start=1)]
        return html.unmarked("\n".join([*lines, *filter(None, [self._end])]))

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return self.to_html()

    @property
    def _end(self) -> str:
        return LAST.format(self.question) if len(self.taken) == self.of else ""

    def to_html(self) -> html.Html:
        """Return the hints as HTML, a paragraph each."""
        return html.hints(map(explained, self.taken), self._end)


def hint(question_id: str) -> Hints:
    """Take the next hint of a question; those that were taken before stay readable.

    Raises
    ------
    ContentError
        There is no such question.
    """
    question = find(question_id)
    taken = keeping.read().entry(question.id).hints
    number = min(taken + 1, len(question.hints))
    keeping.keep_hints(question.id, number)
    return Hints(question.id, question.hints[:number], len(question.hints))
