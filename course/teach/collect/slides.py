"""What a class sees on a wall: an answer of nobody's, its question, its paragraph, and what to ask of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from course.questions.kinds.table import Table
from course.questions.misreadings import misreadings
from course.questions.spec import questions
from course.teach.answers import key
from course.teach.collect.counts import BROAD
from course.teach.collect.parts import look_at, shown_to_a_class

if TYPE_CHECKING:
    from course.questions.spec import Question
    from course.teach.collect.class_report import ClassReport, Given

MOST = 20
"""How many answers are ready to be shown: more than a lesson has time for."""
VOTES = ("fits the text", "says more than the text", "leaves something out", "I can't decide yet")
"""What hands are raised for: it asks about the text, and not about who gave the answer."""
LONG = 260
"""Letters: with more of them in the question and the answer, both are set smaller."""
MUCH, TOO_MUCH = 420, 660
"""Letters of the paragraphs: with more of them they are set smaller; one more that makes too many is left out."""


@dataclass(frozen=True)
class Slide:
    """One answer to talk about.

    Attributes
    ----------
    looks
        The paragraphs to hold it against, each with its number.
    ask_back, right, why
        What comes to sight at the end: a question to ask, the answer that is right, and what is said of it.
    """

    given: Given
    question: Question
    looks: tuple[tuple[str, str], ...]
    ask_back: str
    right: str
    why: str

    @property
    def long(self) -> bool:
        """Whether there is much to read."""
        return len(self.question.prompt) + len(self.given.said) > LONG

    @property
    def much(self) -> bool:
        """Whether the paragraphs are long."""
        return sum(len(text) for _, text in self.looks) > MUCH


def slides(report: ClassReport) -> list[Slide]:
    """Return the answers that can be shown to a class, the commonest first, those with a name before others.

    A table is too much for a wall, and without a paragraph there is no text to hold an answer against.
    """
    asked, known = questions(), misreadings()
    made = []
    for given in sorted(filter(shown_to_a_class, report.answers), key=_rank):
        question = asked.get(given.question)
        if question is None or not question.paragraphs or isinstance(question.kind, Table):
            continue
        about = known.get(given.misreading)
        ask_back = about.ask_back if about else question.default
        answer = key(question).right[0]
        looks = _that_fit(look_at(question, given.feedback))
        made.append(Slide(given, question, looks, ask_back, answer.words, answer.said))
    return made[:MOST]


def _that_fit(looks: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Return as many paragraphs as can be read from the last row, one at least."""
    letters = accumulate(len(number) + len(text) for number, text in looks)
    return looks[: max(1, sum(so_far <= TOO_MUCH for so_far in letters))]


def _rank(given: Given) -> tuple[bool, int]:
    """Return what answers are put in order by: those that tell of a reading come before those that tell little."""
    return given.misreading in {"", *BROAD}, -given.learners
