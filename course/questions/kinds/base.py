"""What every kind of question can do: read an answer, compare it, say it, keep it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_TEXT = 2000
MOST_ITEMS = 200


@dataclass(frozen=True)
class Read:
    """An answer in the form that its kind compares, and a note where something had to be guessed."""

    answer: Any
    note: str = ""


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

    def read(self, value: object, parts: Mapping[str, Any]) -> Read | str:
        """Return the answer that a value stands for, or a sentence on why it stands for none."""

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
    """Return in plain words what a value is, without asking the value itself."""
    words: list[tuple[type | tuple[type, ...], str]] = [
        (bool, "True or False"),
        ((int, float, complex), "a number"),
        (str, "a text"),
        (pd.DataFrame, "a whole table"),
        (pd.Series, "a column"),
        (pd.Index, "an index"),
        (np.ndarray, "an array"),
        ((list, tuple), "a list"),
        ((set, frozenset), "a set"),
        (dict, "a dictionary"),
    ]
    for kinds, name in words:
        if isinstance(value, kinds):
            return name
    if callable(value):
        return "a function; call it with () to get its value"
    return f"a thing of the type {type(value).__name__[:60]}"


def says_word(text: str, word: str) -> bool:
    """Return whether a text says a word, whole and in whatever case."""
    return re.search(rf"(?<![\w.,]){re.escape(word)}(?![\w]|[.,]\d)", text, re.IGNORECASE) is not None


def unwrapped(value: object) -> object:
    """Return the one item of a list, a column, an index, an array or a set of one; else the value itself."""
    if isinstance(value, pd.Series | pd.Index) and len(value) == 1:
        return value[0] if isinstance(value, pd.Index) else value.iloc[0]
    if isinstance(value, np.ndarray) and value.size == 1:
        return value.reshape(-1)[0]
    if isinstance(value, list | tuple | set | frozenset) and len(value) == 1:
        return next(iter(value))
    return value


def items(value: object) -> list[object] | None:
    """Return the items of a list, a tuple, a set, a column, an index or an array, or None for any other."""
    if isinstance(value, pd.Series | pd.Index):
        return list(value[:MOST_ITEMS])
    if isinstance(value, list | tuple):
        return list(value[:MOST_ITEMS])
    if isinstance(value, set | frozenset) and len(value) <= MOST_ITEMS:
        return list(value)
    if isinstance(value, np.ndarray) and value.ndim == 1:
        return list(value[:MOST_ITEMS])
    return None
