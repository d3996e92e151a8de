"""What a learner's value is and what it holds, once it is tame."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import islice
from types import EllipsisType, NoneType

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray

from course.questions.kinds.tame import Foreign, tame

LONGEST_TEXT = 2000
MOST_ITEMS = 200
DEEPEST = 3
"""How many wraps around one value are opened."""
QUOTES = str.maketrans(dict.fromkeys("“”„‟«»‹›″", '"') | dict.fromkeys("‘’‚‛′`´", "'"))  # noqa: RUF001 - these are meant
VARIATIONS = "\u034f\ufe0e\ufe0f"
"""What changes how the letter before it is drawn, and nothing else."""


def clean(text: str) -> str:
    """Return a text as far as it is looked at, with one form of each letter, quote, dash and space."""
    text = text[:LONGEST_TEXT].translate(QUOTES)
    if not (text.isascii() and text.isprintable()):
        text = unicodedata.normalize("NFC", "".join(map(_plain, text)))
    return " ".join(text.split()).strip(" \"'")


@lru_cache(maxsize=4096)
def _plain(sign: str) -> str:
    """Return a character in its common form, nothing for one that is not seen; a raised digit stays what it is."""
    category, made_of = unicodedata.category(sign), unicodedata.decomposition(sign)
    if category == "Pd" or sign == "\N{MINUS SIGN}":
        return "-"
    if sign in VARIATIONS or (category in {"Cc", "Cf"} and not sign.isspace()):
        return ""
    if made_of.startswith("<super>"):
        return sign
    return f"{' ' if made_of.startswith('<fraction>') else ''}{unicodedata.normalize('NFKC', sign)}"


def what_it_is(value: object) -> str:
    """Return in plain words what a tame value is."""
    if isinstance(value, Foreign):
        return value.words
    words: list[tuple[type | tuple[type, ...], str]] = [
        (NoneType, "None"),
        (EllipsisType, "three dots, which mean that an answer is to come"),
        ((type(pd.NA), type(pd.NaT)), "a blank"),
        (bool, "True or False"),
        ((int, float, complex, Decimal, Fraction), "a number"),
        (str, "a text"),
        (bytes, "bytes"),
        (date, "a date"),
        (timedelta, "a span of time"),
        (pd.Period, "a period of time"),
        (pd.Interval, "an interval"),
        (pd.DataFrame, "a whole table"),
        (pd.Series, "a column"),
        (pd.Index, "an index"),
        ((np.ndarray, ExtensionArray), "an array"),
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
    if word.lower() not in text.lower():
        return False  # as in most texts: a pattern is made for few words only
    return re.search(rf"(?<![\w.,]){re.escape(word)}(?![\w]|[.,]\d)", text, re.IGNORECASE) is not None


def unwrapped(value: object) -> object:
    """Return the one item of a list, a column, an index, an array or a set of one; else the value itself."""
    for _ in range(DEEPEST):
        many = items(value)
        if many is None or len(many) != 1:
            break
        value = many[0]
    return value


def items(value: object) -> list[object] | None:
    """Return the items of whatever holds one after another, each tame; None for any other, and for a grid."""
    if isinstance(value, pd.DataFrame) and value.shape[1] == 1:
        value = value.iloc[:, 0]
    if isinstance(value, np.ndarray):
        value = list(islice(value.flat, MOST_ITEMS)) if value.ndim <= 1 or max(value.shape) == value.size else None
    if isinstance(value, list | tuple | set | frozenset | pd.Series | pd.Index | ExtensionArray):
        return [tame(item) for item in islice(value, MOST_ITEMS)]
    return None
