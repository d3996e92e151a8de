"""One hedged number as bounds: the least and the most that its words allow."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, get_args

from course.content import did_you_mean
from course.hedges import hedge as hedge_of
from course.hedges import hedges, no_hedge
from course.say import and_, ends
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

Reading = Literal["strict", "usual"]
DEFAULT_CLOSENESS = 0.1
LARGEST_CLOSENESS = 0.5
THE_WORDS = "the words"
FINEST_SHARE = 1_000_000
"""A closeness is the nearest fraction with at most this below its line: 0.1 is a tenth, and so is 0.1 + 0.2 - 0.2."""
RANGE = 2
"""How many numbers a range has."""


@dataclass(frozen=True)
class Bounds:
    """The least and the most that a wording allows, both counted; a `high` of None means no limit."""

    low: float
    high: float | None

    def __str__(self) -> str:
        """Return the bounds in words, such as `0 to 4,000` or `at least 100,001, no limit above`."""
        return ends(self.low, self.high)


def bounds_of(
    number: int | None,
    hedge: str | None,
    reading: Reading = "strict",
    closeness: float = DEFAULT_CLOSENESS,
    number_to: int | None = None,
) -> Bounds:
    """Return the bounds of one hedged number.

    The strict reading takes only what the words entail. The usual reading is a convention of this course:
    how near is near is set by `closeness`, and the point is to see how much hangs on it. Behind it stand
    Nouwen (2010) and Blok (2015) on "up to" and "at most", and Cummins, Sauerland and Solt (2012) on "more
    than" with round numbers. What each bound of a hedge rests on stands in the vocabulary `hedges`.

    Parameters
    ----------
    number
        The number as printed, or None where none is stated.
    hedge
        A word of the vocabulary `hedges`, or None.
    reading
        `"strict"` or `"usual"`.
    closeness
        How near "nearly" is taken to be, as a share of the number, from 0 to 0.5.
    number_to
        The second number of a range, such as "between 20 and 30"; None where there is no range.

    Raises
    ------
    ValueError
        The hedge, the reading or the closeness is not one that is known, or a range lacks its second number.
    """
    check_settings(reading, closeness)
    known = hedge_of(no_hedge() if hedge is None else hedge)
    if known.numbers and number is None:
        return Bounds(0, None)
    check_range(number, known.key, number_to)
    n = number or 0
    low = known.low.of(n, number_to) if known.low else 0
    high = known.high.of(n, number_to) if known.high else None
    if reading == "strict":
        return Bounds(low, high)
    # The usual reading draws the sides that the words leave open near the number, and never goes beyond the words.
    if known.usual_high:
        high = known.usual_high.of(n, number_to)
    if known.above is not None:
        high = max(low, math.floor(n * (1 + _share(known.above, closeness))))
    if known.below is not None:
        near = max(low, math.ceil(n * (1 - _share(known.below, closeness))))
        low = near if high is None else min(near, high)
    return Bounds(low, high)


def rests_on(hedge: str | None, reading: Reading = "strict") -> tuple[str, str]:
    """Return what the least and the most of a hedged number rest on: the words, or a convention of the course.

    Raises
    ------
    ValueError
        The hedge or the reading is not one that is known.
    """
    check_settings(reading, DEFAULT_CLOSENESS)
    known = hedge_of(no_hedge() if hedge is None else hedge)
    row = vocabulary("hedges")[known.key]
    strict = reading == "strict"  # it draws no side that the words leave open
    low = THE_WORDS if strict and known.below is not None else row["low_rests"]
    high = THE_WORDS if strict and (known.above is not None or known.usual_high) else row["high_rests"]
    return low, high


def check_range(number: int | None, hedge: str, number_to: int | None) -> None:
    """Raise a ValueError where a range has no second number, a smaller one, or a number has a second for no range."""
    if hedge_of(hedge).numbers < RANGE:
        if number_to is not None:
            ranges = [key for key, each in hedges().items() if each.numbers == RANGE]
            message = f"{hedge!r} takes one number, and there is a second: {number_to}. {did_you_mean('', ranges)}"
            raise ValueError(message)
    elif number_to is None:
        message = f"{hedge!r} needs two numbers, and there is one: {number}. Give the second as number_to."
        raise ValueError(message)
    elif number is not None and number_to < number:
        message = f"A range goes from the smaller number to the larger one, not from {number} to {number_to}."
        raise ValueError(message)


def how_far(closeness: float, among: Iterable[str] | None = None) -> str:
    """Return how far the usual reading of each hedge goes from its number, in words.

    Parameters
    ----------
    closeness
        How near "nearly" is taken to be, as a share.
    among
        The hedges to speak of; all where none are given.
    """
    asked = hedges() if among is None else set(among)
    some = [each for each in hedges().values() if each.key in asked]
    far = [(each.word, max(each.below or 0, each.above or 0)) for each in some]
    each = and_(f"“{word}” {factor * closeness:.0%}" for word, factor in far if factor)
    if not each:
        return "The usual reading of these numbers does not depend on the closeness."
    return f"With a closeness of {closeness:.0%} the usual reading goes this far from the number: {each}."


def check_settings(reading: str, closeness: float) -> None:
    """Raise a ValueError where the reading or the closeness is not one that is known."""
    if reading not in get_args(Reading):
        message = f"{reading!r} is not a reading. {did_you_mean(str(reading), get_args(Reading))}"
        raise ValueError(message)
    if not isinstance(closeness, int | float) or not 0 <= closeness <= LARGEST_CLOSENESS:
        message = f"The closeness is a share from 0 to {LARGEST_CLOSENESS}, not {closeness!r}: 0.1 means 10 %."
        raise ValueError(message)


@lru_cache
def _share(factor: float, closeness: float) -> Fraction:
    """Return how far the usual reading goes from a number, exactly: of any size it is the share that was written."""
    far, near = (Fraction(each).limit_denominator(FINEST_SHARE) for each in (factor, closeness))
    return far * near
