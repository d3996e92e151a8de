"""Hedges beside a number: before it, after it, around two numbers, or sizes such as "dozens" that need no number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.finder.numerals import ORDINALS, TENS, WORDS
from course.hedges import APART, hedges
from course.vocabulary import kept

if TYPE_CHECKING:
    from collections.abc import Iterable

REACH = 60
"""How many letters before a number its hedge is looked for."""
FILLER = r"(?:\s+(?:an?|the|its|of|estimated|another|other|further|total|record|around))*[\s“\"'(]*$"
"""What can stand between a hedge and its number, such as the *an estimated* of "up to an estimated 4,000"."""
BETWEEN = r"(?:,?[\s-]+(?!and\b|but\b|or\b|while\b)[^\W\d][\w'’-]*){0,4}?"  # noqa: RUF001 - the curly one is meant
"""What can stand between a number and the hedge after it: what is counted."""
_NUMBER = rf"\W*(?:[\d$€£]|(?:an?|half|{'|'.join((*WORDS, *TENS))})\b)"


@dataclass(frozen=True)
class Loosened:
    """A hedge beside a number: its key, and where its words stand."""

    hedge: str
    start: int
    end: int


def before(text: str, start: int, earlier: int = 0) -> Loosened | None:
    """Return the hedge that stands before a number.

    Parameters
    ----------
    text
        The text.
    start
        Where the number starts.
    earlier
        Where the number before it ends: what stands before that belongs to the other number.
    """
    match = _before().search(text, max(earlier, start - REACH), start)
    return Loosened(_keys("phrases")[match[1].lower()], *match.span(1)) if match else None


def after(text: str, end: int) -> Loosened | None:
    """Return the hedge that stands after a number or after what it counts, such as "20 men or more"."""
    match = _after().match(text, end)
    return Loosened(_keys("after")[match[1].lower()], *match.span(1)) if match else None


def around(text: str, one: tuple[int, int], other: tuple[int, int]) -> tuple[str, str, list[tuple[int, int]]] | None:
    """Return the hedge around two numbers, such as "between 20 and 30".

    Parameters
    ----------
    text
        The text.
    one, other
        Where the numbers start and end.

    Returns
    -------
    tuple
        The key, the phrase, and where its words stand; None where there is no such hedge.
    """
    for key, phrase, begun, between in _ranges():
        if joined := between.fullmatch(text, one[1], other[0]):
            if not begun:
                return key, phrase, [joined.span(1)]
            if match := begun.search(text, max(0, one[0] - REACH), one[0]):
                return key, phrase, [match.span(1), joined.span(1)]
    return None


def sizes(text: str) -> list[Loosened]:
    """Return the sizes of a text that need no number, such as "dozens" and "a few hundred"."""
    return [Loosened(_keys("phrases")[match[0].lower()], *match.span()) for match in _sizes().finditer(text)]


def _any_of(phrases: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))


@kept
def _keys(column: str) -> dict[str, str]:
    return {phrase.lower(): key for key, each in hedges().items() for phrase in getattr(each, column)}


@kept
def _before() -> re.Pattern[str]:
    phrases = [phrase for each in hedges().values() if each.numbers == 1 for phrase in each.phrases]
    return re.compile(rf"(?<!\w)({_any_of(phrases)}){FILLER}", re.IGNORECASE)


@kept
def _after() -> re.Pattern[str]:
    phrases = [phrase for each in hedges().values() for phrase in each.after]
    return re.compile(rf"{BETWEEN},?[\s=-]*({_any_of(phrases)})(?!\w)(?!{_NUMBER})", re.IGNORECASE)


@kept
def _ranges() -> list[tuple[str, str, re.Pattern[str] | None, re.Pattern[str]]]:
    """Return each phrase of a range, the longest first: its key, the phrase, what is before it and what is in it."""
    some = [(key, phrase) for key, each in hedges().items() for phrase in each.phrases if APART in phrase]
    made = []
    for key, phrase in sorted(some, key=lambda each: len(each[1]), reverse=True):
        first, middle = (part.strip() for part in phrase.split(APART)[:2])
        space = r"\s+" if middle[-1].isalnum() else r"\s?"
        begun = re.compile(rf"(?<!\w)({re.escape(first)}){FILLER}", re.IGNORECASE) if first else None
        made.append((key, phrase, begun, re.compile(rf"{space}({re.escape(middle)}){space}", re.IGNORECASE)))
    return made


@kept
def _sizes() -> re.Pattern[str]:
    phrases = [phrase for each in hedges().values() if not each.numbers for phrase in each.phrases]
    return re.compile(rf"(?<![\w-])(?:{_any_of(phrases)})(?![\w-])(?!\s+(?:{ORDINALS})\b)", re.IGNORECASE)
