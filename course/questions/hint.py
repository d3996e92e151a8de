"""Take a hint of a question: a plain output, the same at every run."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from course.questions import keeping
from course.questions.spec import find


@dataclass(frozen=True)
class Hints:
    """The hints of a question that have been taken, from the first nudge on."""

    question: str
    taken: tuple[str, ...]
    of: int

    def __str__(self) -> str:
        """Return a line a hint."""
        lines = [f"Hint {n} of {self.of}: {text}" for n, text in enumerate(self.taken, start=1)]
        if len(self.taken) == self.of:
            lines.append(f"That was the last hint of {self.question}.")
        return "\n".join(lines)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return self.to_html()

    def to_html(self) -> str:
        """Return the hints as HTML, a paragraph each."""
        lines = "".join(f"<p style='margin:0.2em 0'>{escape(line)}</p>" for line in str(self).split("\n"))
        return (
            "<div style='max-width:46em;padding:0.4em 0.9em;border-left:5px solid #57606a;background:#f0f2f4;"
            f"color:#1f2328;line-height:1.5;font-size:14px'>{lines}</div>"
        )


def hint(question_id: str) -> Hints:
    """Take the next hint of a question; those that were taken before stay readable.

    Raises
    ------
    ContentError
        There is no such question.
    """
    question = find(question_id)
    taken = keeping.read().entries.get(question.id, keeping.Entry()).hints
    number = min(taken + 1, len(question.hints))
    keeping.keep_hints(question.id, number)
    return Hints(question.id, question.hints[:number], len(question.hints))
