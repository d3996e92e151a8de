"""The key to the questions: answers in words, and the foreseen wrong answers by what one sees of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.questions.misreadings import misreadings

if TYPE_CHECKING:
    from course.questions.spec import Question


@dataclass(frozen=True)
class Answer:
    """An answer in words, its table where it is one, what is said of it, and the misreading that it shows."""

    words: str
    table: tuple[tuple[str, ...], ...]
    said: str
    misreading: str = ""


@dataclass(frozen=True)
class Key:
    """What a teacher needs of one question: the answers that are right, the answer first, and the wrong ones."""

    question: Question
    right: tuple[Answer, ...]
    wrong: tuple[Answer, ...]
    code: str = ""

    @property
    def short(self) -> str:
        """All right answers in a line."""
        return " — or: ".join(dict.fromkeys(answer.words for answer in self.right))


def key(question: Question, code: str = "") -> Key:
    """Return the key to a question.

    Parameters
    ----------
    question
        The question.
    code
        A cell of the solution that computes its answer.
    """
    kind = question.kind
    right = tuple(
        Answer(kind.say(accepted.answer), kind.rows(accepted.answer), accepted.feedback)
        for accepted in question.accepted
    )
    titles = {name: each.title for name, each in misreadings().items()}
    wrong = tuple(
        Answer(kind.condition_in_words(misconception.condition), (), misconception.feedback, titles[misconception.name])
        for misconception in question.misconceptions
    )
    return Key(question, right, wrong, code)
