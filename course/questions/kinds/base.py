"""What every kind of question can do: read an answer, compare it, say it, keep it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
import pandas as pd

from course.content import did_you_mean
from course.questions.kinds.tame import Foreign, tame

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_TEXT = 2000
MOST_ITEMS = 200


@dataclass(frozen=True)
class Read:
    """An answer in the form that its kind compares, and a note where something had to be guessed."""

    answer: Any
    note: str = ""


class Reads(Protocol):
    """What can read an answer."""

    def read(self, value: object, parts: Mapping[str, Any]) -> Read | str:
        """Return the answer that a tame value stands for, or a sentence on why it stands for none."""


class Kind(Protocol):
    """A kind of question.

    Attributes
    ----------
    name
        The word for it in a spec.
    parts
        The keys that a spec of this kind needs beyond the common ones.
    conditions
        The keys by which a misconception can be foreseen.
    """

    name: str
    parts: tuple[str, ...]
    conditions: tuple[str, ...]

    def check_parts(self, parts: Mapping[str, Any]) -> None:
        """Raise a ValueError with a sentence where the parts of a spec are not as they should be."""

    def check_condition(self, condition: Mapping[str, Any], parts: Mapping[str, Any]) -> None:
        """Raise a ValueError with a sentence where no answer could ever meet the condition of a misconception."""

    def read(self, value: object, parts: Mapping[str, Any]) -> Read | str:
        """Return the answer that a tame value stands for, or a sentence on why it stands for none."""

    def same(self, given: Any, accepted: Any) -> bool:  # noqa: ANN401 - each kind has its own answers
        """Return whether two answers are the same in substance."""

    def meets(self, given: Any, condition: Mapping[str, Any], parts: Mapping[str, Any]) -> bool:  # noqa: ANN401
        """Return whether an answer meets the condition of a misconception."""

    def say(self, given: Any, parts: Mapping[str, Any]) -> str:  # noqa: ANN401
        """Return an answer in words."""

    def keep(self, given: Any, parts: Mapping[str, Any]) -> Any:  # noqa: ANN401
        """Return an answer as plain JSON; `read` takes it back."""

    def gives_away(self, hint: str, accepted: Any, parts: Mapping[str, Any]) -> bool:  # noqa: ANN401
        """Return whether a hint says an accepted answer."""


def clean(text: str) -> str:
    """Return a text with straight quotes and single spaces, as far as it is looked at."""
    text = text[:LONGEST_TEXT].replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
    for quote in "“”„«»":
        text = text.replace(quote, '"')
    for quote in "‘’‚":  # noqa: RUF001 - the curly ones are meant
        text = text.replace(quote, "'")
    return re.sub(r"\s+", " ", text).strip().strip("\"'").strip()


def what_it_is(value: object) -> str:
    """Return in plain words what a tame value is."""
    if isinstance(value, Foreign):
        return value.words
    words: list[tuple[type | tuple[type, ...], str]] = [
        (bool, "True or False"),
        ((int, float, complex, Decimal, Fraction), "a number"),
        (str, "a text"),
        (date, "a date"),
        (pd.DataFrame, "a whole table"),
        (pd.Series, "a column"),
        (pd.Index, "an index"),
        (np.ndarray, "an array"),
        ((list, tuple), "a list"),
        ((set, frozenset), "a set"),
        (dict, "a dictionary"),
    ]
    return next(
        (name for kinds, name in words if isinstance(value, kinds)), f"a thing of the type {type(value).__name__}"
    )


def says_word(text: str, word: str) -> bool:
    """Return whether a text says a word, whole and in whatever case."""
    return re.search(rf"(?<![\w.,]){re.escape(word)}(?![\w]|[.,]\d)", text, re.IGNORECASE) is not None


def unwrapped(value: object) -> object:
    """Return the one item of a list, a column, an index, an array or a set of one; else the value itself."""
    many = items(value)
    return many[0] if many is not None and len(many) == 1 else value


def items(value: object) -> list[object] | None:
    """Return the items of a list, a tuple, a set, a column, an index or an array, each tame; None for any other."""
    if isinstance(value, pd.Series | pd.Index):
        return [tame(item) for item in value[:MOST_ITEMS]]
    if isinstance(value, np.ndarray):
        return [tame(item) for item in value.reshape(-1)[:MOST_ITEMS]] if value.ndim <= 1 or value.size == 1 else None
    if isinstance(value, list | tuple | set | frozenset):
        return [tame(item) for item in islice(value, MOST_ITEMS)]
    return None


def need_answer(kind: Reads, value: object, parts: Mapping[str, Any]) -> Any:  # noqa: ANN401 - each kind has its own
    """Return the answer that a condition names; raise a ValueError where it is none of this kind."""
    read = kind.read(value, parts)
    if isinstance(read, str):
        raise ValueError(read)  # noqa: TRY004 - what is wrong is the value in a spec
    return read.answer


def need_two(kind: Reads, value: object, parts: Mapping[str, Any], name: str) -> tuple[Any, Any]:
    """Return the two answers that a condition names; raise a ValueError where it is not a list of two."""
    if not isinstance(value, list) or len(value) != 2:  # noqa: PLR2004 - a range has two ends
        message = f"{name!r} needs a list of two ends."
        raise ValueError(message)
    return need_answer(kind, value[0], parts), need_answer(kind, value[1], parts)


def need_span(first: Any, last: Any, name: str) -> None:  # noqa: ANN401
    """Raise a ValueError where two ends are not in order."""
    if isinstance(first, str) or isinstance(last, str) or first > last:
        message = f"{name!r} needs two ends, the smaller one first."
        raise ValueError(message)


def need_keys(value: object, known: Any, name: str) -> list[str]:  # noqa: ANN401
    """Return the keys that a condition names; raise a ValueError where one is not known."""
    if not isinstance(value, list) or not value:
        message = f"{name!r} needs a list of keys."
        raise ValueError(message)
    for key in value:
        if not isinstance(key, str) or key not in known:
            message = f"{name!r}: {key!r} is not a key. {did_you_mean(str(key), known)}"
            raise ValueError(message)
    return value
