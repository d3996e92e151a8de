"""The key to the questions: answers in words, and the foreseen wrong answers by what one sees of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from course.questions.kinds.base import Read
from course.questions.kinds.number import NOT_STATED, number_in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from course.questions.spec import Accepted, Question

ENDS = {"low": "at least", "high": "at most", "start": "first day", "end": "last day"}
"""How the ends of bounds and of a range of days are called."""
NO_END = {"low": "no limit below", "high": "no limit above"}


@dataclass(frozen=True)
class Answer:
    """An answer in words, its table where it is one, and what is said of it."""

    words: str
    table: tuple[tuple[str, ...], ...]
    said: str


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
    right = tuple(_right(question, accepted) for accepted in question.accepted)
    wrong = tuple(
        Answer(in_words(misconception.condition, question), (), misconception.feedback)
        for misconception in question.misconceptions
    )
    return Key(question, right, wrong, code)


def in_words(condition: Mapping[str, Any], question: Question) -> str:
    """Return the answers that meet the condition of a misconception, in words."""
    return ", ".join(SAID[name](question, value) for name, value in condition.items())


def _right(question: Question, accepted: Accepted) -> Answer:
    kept = question.kind.keep(accepted.answer, question.parts)
    rows = kept if question.kind.name == "table" else []
    head = [tuple(rows[0])] if rows else []
    table = (*head, *(tuple(_cell(value) for value in row.values()) for row in rows))
    return Answer(question.kind.say(accepted.answer, question.parts), table, accepted.feedback)


def _say(question: Question, value: Any) -> str:  # noqa: ANN401 - each kind has its own answers
    read = question.kind.read(value, question.parts)
    return question.kind.say(read.answer, question.parts) if isinstance(read, Read) else str(value)


def _span(question: Question, value: Any) -> str:  # noqa: ANN401
    return f"from {_say(question, value[0])} to {_say(question, value[1])}"


def _end(name: str, question: Question, value: Any) -> str:  # noqa: ANN401
    """Return one end, or the two between which it lies, in words."""
    kind: Any = question.kind
    ends = [
        kind.read_end(end, kind.names.index(name)).answer for end in (value if isinstance(value, list) else [value])
    ]
    if ends == [None]:
        return NO_END[name]
    return f"{ENDS[name]} {' to '.join(map(kind.say_end, ends))}"


def _those(question: Question, keys: list[str]) -> str:
    """Return options by their texts, or rows by their keys."""
    options = question.parts.get("options")
    names = [f"“{options[key]}”" if options else str(key) for key in keys]
    rows = "" if options else "row " if len(names) == 1 else "rows "
    return rows + (f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0])


def _values(_: Question, value: dict[str, dict[str, Any]]) -> str:
    return ", ".join(
        f"{_cell(cell)} as {name} of row {row}" for name, cells in value.items() for row, cell in cells.items()
    )


def _cell(value: Any) -> str:  # noqa: ANN401
    if value == NOT_STATED:
        return "(blank)"
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return number_in_words(value) if is_number else str(value)


SAID: dict[str, Callable[[Question, Any], str]] = {
    "answer": _say,
    "between": _span,
    "contains": lambda question, keys: f"with {_those(question, keys)}",
    "lacks": lambda question, keys: f"without {_those(question, keys)}",
    "first": lambda question, one: f"{_those(question, [one])} first",
    "last": lambda question, one: f"{_those(question, [one])} last",
    "before": lambda question, pair: f"{_those(question, pair[:1])} before {_those(question, pair[1:])}",
    "says": lambda _, word: f"an answer that says “{word}”",
    "values": _values,
    **{end: partial(_end, end) for end in ENDS},
    **{f"{end}_between": partial(_end, end) for end in ENDS},
}
"""How each condition of a misconception is said."""
