"""What a learner's value is and what it holds, once it is tame."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import islice

import numpy as np
import pandas as pd

from course.questions.kinds.tame import Foreign, tame

LONGEST_TEXT = 2000
MOST_ITEMS = 200


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


def shown(value: object) -> str:
    """Return the beginning of a text between quotation marks, or in plain words what else a value is."""
    return f"“{clean(value)[:60]}”" if isinstance(value, str) else what_it_is(value)


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
