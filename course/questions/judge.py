"""An answer and a question in, a verdict out."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from course import content
from course.page import html, reading
from course.questions.glossary import explained
from course.questions.kinds.base import Read
from course.questions.kinds.tame import tame
from course.questions.kinds.value import clean

if TYPE_CHECKING:
    from course.questions.spec import Question


class State(StrEnum):
    """What a verdict says of an answer."""

    RIGHT = "right"
    NOT_YET = "not yet"
    UNCLEAR = "unclear"
    BLANK = "not answered yet"


LOUD = "COURSE_LOUD"
NONE = (
    "You gave None. print(…) shows a value and hands back None, and so does a method with inplace=True. "
    "Give the value itself; if the report does not state it, give “not stated” in quotation marks."
)
FAULT = "I cannot read this value, and that is a fault of the course, not of yours. Try it as a plain number or text."
ANSWER_TYPE = "application/vnd.between-the-lines.answer+json"
"""What a verdict lays into a saved notebook beside its text: the answer as data, for a teacher's `course collect`."""
log = logging.getLogger(__name__)
SIGNS = {State.RIGHT: "✓", State.NOT_YET: "✗", State.UNCLEAR: "?", State.BLANK: "…"}
TONES = {State.RIGHT: html.RIGHT, State.NOT_YET: html.NOT_YET}
"""How a verdict looks; without a word on it, as an answer that could not be read."""


@dataclass(frozen=True)
class Verdict:
    """What is said of an answer.

    Attributes
    ----------
    question
        The id of the question.
    state
        Right, not yet, unclear (the answer could not be read) or not answered yet.
    message
        What is off about this answer, or what is right about it.
    understood
        The answer as it was read, in words.
    next_step
        What to do now.
    paragraphs
        The paragraphs to look at again: each by its heading, with its digest.
    kept
        The answer as plain JSON, for the progress file; None where it could not be read.
    shape, beside
        What form an answer has, in a sentence; and the answer beside that form, for a page.
    misreading
        The name of the misreading where the answer was foreseen, for teachers: no page and no text shows it.
    first
        The answer that was given first to the question, as plain JSON; None where it is not known.
    """

    question: str
    state: State
    message: str
    understood: str = ""
    next_step: str = ""
    paragraphs: tuple[tuple[str, str], ...] = ()
    kept: Any = None
    shape: str = ""
    beside: html.Html | None = None
    misreading: str = ""
    first: Any = None

    def __str__(self) -> str:
        """Return the verdict as lines of plain text."""
        lines = [f"{self.question}  {SIGNS[self.state]} {self.state}"]
        if self.understood:
            lines.append(f"Your answer: {self.understood}")
        lines += [line for line in (self.message, self.shape, self.next_step) if line]
        return html.unmarked("\n".join(lines))

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return html.tag("div", self.to_html(), role="status")  # a screen reader says it when it comes

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        """Return the answer as data, to be saved with a notebook, and the first one where it was another.

        A page shows the text beside it.
        """
        if self.kept is None:
            return {}
        first = {} if self.first == self.kept else {"first": self.first}
        return {ANSWER_TYPE: {"question": self.question, "answer": self.kept, **first}}

    def to_html(self) -> html.Html:
        """Return the verdict as HTML, told by word and sign, with the paragraphs to open."""
        word = f"{SIGNS[self.state]} {self.state.capitalize()}"
        next_step = [reading.block(html.emphasis(explained(self.next_step)))] if self.next_step else []
        digest = [html.fold(heading, text) for heading, text in self.paragraphs]
        shape = [self.beside] if self.beside else [html.paragraph(self.shape)] * bool(self.shape)
        parts = [reading.block(explained(self.message)), *shape, *next_step, *digest]
        return html.verdict(TONES.get(self.state, html.UNCLEAR), self.question, word, self.understood, *parts)


def judge(question: Question, answer: object) -> Verdict:
    """Judge an answer.

    Parameters
    ----------
    question
        The question.
    answer
        Whatever a learner gave; `...` and an empty text stand for "not answered yet".

    Returns
    -------
    Verdict
        Never an exception: what cannot be read is told in a sentence and is not right. A fault of our own is logged;
        where the environment variable `COURSE_LOUD` is set, as in the tests, it is raised.
    """
    try:
        tamed = tame(answer)
        if _is_open(tamed):
            return Verdict(question.id, State.BLANK, "Nothing is given yet.", next_step=_hint_step(question))
        if tamed is None:
            return Verdict(question.id, State.UNCLEAR, NONE)
        return _judged(question, tamed)
    except Exception:
        log.exception("An answer to question %s, of the type %s, could not be judged.", question.id, type(answer))
        if os.environ.get(LOUD):
            raise
        return Verdict(question.id, State.UNCLEAR, FAULT)


def _is_open(answer: object) -> bool:
    """Return whether nothing is given yet, also where `...` stands in each place of a list."""
    if isinstance(answer, str):
        return not clean(answer)
    return answer is ... or (
        isinstance(answer, list | tuple) and len(answer) > 0 and all(each is ... for each in answer)
    )


def _judged(question: Question, answer: object) -> Verdict:
    kind = question.kind
    read = kind.read(answer)
    if not isinstance(read, Read):
        return Verdict(question.id, State.UNCLEAR, read, shape=kind.shape([each.answer for each in question.accepted]))
    given = read.answer
    said = f"{kind.say(given)}. {read.note}" if read.note else kind.say(given)
    kept = kind.keep(given)
    for accepted in question.accepted:
        if kind.same(given, accepted.answer):
            kept = kind.keep(accepted.answer)
            return Verdict(question.id, State.RIGHT, accepted.feedback, said, kept=kept)
    met = next((each for each in question.misconceptions if kind.meets(given, each.condition)), None)
    nearly = (kind.near(given, accepted.answer) for accepted in question.accepted)
    known = met.feedback if met else next(filter(None, nearly), "")
    wanted = kind.nearest(given, [accepted.answer for accepted in question.accepted])
    message = kind.told(known or question.default, given, wanted, foreseen=bool(known))
    shape, beside = kind.shape([wanted]), kind.beside(given, wanted)
    named = met.name if met else ""
    step, paragraphs = _hint_step(question), again(question)
    return Verdict(question.id, State.NOT_YET, message, said, step, paragraphs, kept, shape, beside, named)


def again(question: Question) -> tuple[tuple[str, str], ...]:
    """Return the paragraphs to look at again: each by its heading, with its digest."""
    digest = content.shipped_digest(question.case)
    whose = f" of “{content.shipped_title(question.case)}”," if question.elsewhere else ""
    return tuple((f"Paragraph {number}{whose} in our words", digest[number]) for number in question.paragraphs)


def _hint_step(question: Question) -> str:
    return f'Stuck? Take a hint: the button, or `course.hint("{question.id}")`.'
