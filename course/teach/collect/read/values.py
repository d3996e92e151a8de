"""Plain data from texts that anybody may have written: bounded in size and depth, and fit to be kept."""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_LETTERS = 10_000
"""How long an answer can be, as JSON; the longest that the course asks for has some hundred."""
DEEPEST = 20
"""How deep an answer can be nested."""
MOST_DIGITS = 40
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""What no file of ours holds and some programs cannot write: control characters, and half a letter."""
DEEP = "It is nested deeper than anything that the course writes."
ENDS = "It ends in the middle: it was cut off when it was saved or copied. Ask for it once more."


class TooLarge(ValueError):  # noqa: N818 - what a value is
    """A value has more in it than any answer."""


class Loaded:
    """What a text in JSON holds.

    Attributes
    ----------
    content
        The value.
    doubled
        Whether a table in it names a key twice: no program of the course writes such.
    """

    def __init__(self, text: str) -> None:
        """Read a text.

        Raises
        ------
        ValueError
            It is not JSON, or goes beyond what can be read; with a sentence.
        """
        self.doubled = False
        try:
            self.content = self._loaded(text, int)
        except json.JSONDecodeError as error:
            raise ValueError(_why(text, error)) from None
        except RecursionError:
            raise ValueError(DEEP) from None
        except ValueError:  # a number has more digits than Python takes for one
            self.content = self._loaded(text, _whole)

    def _loaded(self, text: str, whole: Callable[[str], int | str]) -> Any:  # noqa: ANN401 - whatever JSON holds
        return json.loads(text, object_pairs_hook=self._table, parse_int=whole, parse_constant=str, parse_float=_number)

    def _table(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        self.doubled |= len(made) != len(pairs)
        return made


def _whole(digits: str) -> int | str:
    return int(digits) if len(digits) <= MOST_DIGITS else digits[:MOST_DIGITS] + "…"


def _number(digits: str) -> float | str:
    number = float(digits)
    return number if math.isfinite(number) else digits[:MOST_DIGITS]


def _why(text: str, error: json.JSONDecodeError) -> str:
    if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated"):
        return ENDS
    return f"It is not JSON (line {error.lineno:,}, column {error.colno:,}): it was changed or damaged."


def plain(value: Any, most: int = MOST_LETTERS) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return a value of JSON as it can be kept: of texts without what is unfit, of numbers those that are some.

    Raises
    ------
    TooLarge
        It is longer or deeper than an answer can be.
    """
    try:
        text = repr(value)  # most answers are short and plain: this is the quickest way to see that
    except RecursionError:
        raise TooLarge from None
    is_short = len(text) <= most and text.count("[") + text.count("{") <= DEEPEST
    has_codes = "\\" in text or not text.isascii()
    if is_short and not (has_codes or "nan" in text or "inf" in text):  # the two are no numbers of JSON
        return value
    made, _ = _plain(value, most, DEEPEST)
    return made


def fit(text: str) -> str:
    """Return a text with a mark in the place of each character that cannot be kept."""
    return text if text.isascii() and text.isprintable() else UNFIT.sub("\ufffd", text)


def _plain(value: Any, left: int, deep: int) -> tuple[Any, int]:  # noqa: ANN401
    """Return a value, and how many letters are left."""
    left -= (len(value) if isinstance(value, str) else 0) + 2
    if left < 0 or deep < 0:
        raise TooLarge
    if isinstance(value, str):
        return fit(value), left
    if isinstance(value, list):
        several = []
        for each in value:
            one, left = _plain(each, left, deep - 1)
            several.append(one)
        return several, left
    if isinstance(value, dict):
        table = {}
        for key, each in value.items():
            left -= len(key)
            table[fit(key)], left = _plain(each, left, deep - 1)
        return table, left
    if isinstance(value, float) and not math.isfinite(value):
        return str(value), left
    return value, left
