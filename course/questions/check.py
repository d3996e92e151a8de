"""Check an answer from code, and take a hint: plain outputs, the same at every run."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape

from course.questions import progress
from course.questions.judge import State, Verdict, judge
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


def check(question_id: str, answer: object = ...) -> Verdict:
    """Check an answer to a question.

    Parameters
    ----------
    question_id
        Such as `"3.1"`.
    answer
        The answer in whatever form; `...` stands for "not answered yet".

    Returns
    -------
    Verdict
        What was understood, what is off, what to do next. It is kept in the learner's progress.

    Raises
    ------
    ContentError
        There is no such question. A learner's answer, whatever it is, raises nothing.
    """
    question = find(question_id)
    verdict = judge(question, answer)
    if verdict.state in (State.RIGHT, State.NOT_YET):
        problem = progress.keep_answer(question.id, verdict.kept, verdict.state)
        verdict = replace(verdict, next_step=f"{verdict.next_step} {problem}".strip())
    return verdict


def hint(question_id: str) -> Hints:
    """Take the next hint of a question; those that were taken before stay readable.

    Raises
    ------
    ContentError
        There is no such question.
    """
    question = find(question_id)
    taken = progress.read().entries.get(question.id, progress.Entry()).hints
    number = min(taken + 1, len(question.hints))
    progress.keep_hints(question.id, number)
    return Hints(question.id, question.hints[:number], len(question.hints))
