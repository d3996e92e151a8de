"""One hedged number as bounds: the least and the most that its words allow."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal, get_args

from course.content import did_you_mean
from course.say import and_

Reading = Literal["strict", "usual"]
DEFAULT_CLOSENESS = 0.1
LARGEST_CLOSENESS = 0.5
HEDGES = ("more than", "nearly", "up to", "about", "exactly", "bare", "tens of thousands")

REACH = {"more than": 3, "nearly": 1, "up to": 2, "about": 1}
"""How far the usual reading of each hedge goes from the number, as a multiple of the closeness."""


@dataclass(frozen=True)
class Bounds:
    """The least and the most that a wording allows, both counted; a `high` of None means no limit."""

    low: int
    high: int | None

    def __str__(self) -> str:
        """Return the bounds in words, such as `0 to 4,000` or `at least 100,001, no limit above`."""
        if self.high is None:
            return f"at least {self.low:,}, no limit above" if self.low else "0 or more, no limit above"
        return f"{self.low:,} to {self.high:,}" if self.low != self.high else f"{self.low:,}"


def bounds_of(
    number: int | None, hedge: str | None, reading: Reading = "strict", closeness: float = DEFAULT_CLOSENESS
) -> Bounds:
    """Return the bounds of one hedged number.

    The strict reading takes only what the words entail. The usual reading is a convention of this course:
    how near is near is set by `closeness`, and the point is to see how much hangs on it. Behind it stand
    Nouwen (2010) and Blok (2015) on "up to" and "at most", and Cummins, Sauerland and Solt (2012) on "more
    than" with round numbers.

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

    Raises
    ------
    ValueError
        The hedge, the reading or the closeness is not one that is known.
    """
    check_settings(reading, closeness)
    if hedge == "tens of thousands":
        return Bounds(20_000, 99_999)
    if number is None:
        return Bounds(0, None)
    strict = _strict(number, hedge)
    return strict if reading == "strict" else _usual(number, hedge, closeness, strict)


def _strict(number: int, hedge: str | None) -> Bounds:
    match hedge:
        case None | "bare" | "exactly":
            return Bounds(number, number)
        case "more than":
            return Bounds(number + 1, None)
        case "nearly":
            return Bounds(0, max(number - 1, 0))
        case "up to":
            return Bounds(0, number)
        case "about":
            return Bounds(0, None)
        case _:
            message = f"{hedge!r} is not a hedge. {did_you_mean(str(hedge), HEDGES)}"
            raise ValueError(message)


def _usual(number: int, hedge: str | None, closeness: float, strict: Bounds) -> Bounds:
    """Draw the open side of the strict bounds near the number; never beyond them."""
    reach = REACH.get(str(hedge), 0) * closeness
    match hedge:
        case "more than":
            return Bounds(strict.low, max(strict.low, _floor(number * (1 + reach))))
        case "nearly":
            high = max(number - 1, 0)
            return Bounds(min(_ceil(number * (1 - reach)), high), high)
        case "up to":
            return Bounds(_ceil(number * (1 - reach)), number)
        case "about":
            return Bounds(_ceil(number * (1 - reach)), _floor(number * (1 + reach)))
        case _:
            return strict


def how_far(closeness: float) -> str:
    """Return how far the usual reading of each hedge goes from its number, in words."""
    each = and_(f"“{hedge}” {factor * closeness:.0%}" for hedge, factor in REACH.items())
    return f"With a closeness of {closeness:.0%} the usual reading goes this far from the number: {each}."


def check_settings(reading: str, closeness: float) -> None:
    """Raise a ValueError where the reading or the closeness is not one that is known."""
    if reading not in get_args(Reading):
        message = f"{reading!r} is not a reading. {did_you_mean(str(reading), get_args(Reading))}"
        raise ValueError(message)
    if not isinstance(closeness, int | float) or not 0 <= closeness <= LARGEST_CLOSENESS:
        message = f"The closeness is a share from 0 to {LARGEST_CLOSENESS}, not {closeness!r}: 0.1 means 10 %."
        raise ValueError(message)


def _floor(value: float) -> int:
    """Round down, but take 129999.99999999999 for the 130000 that it stands for."""
    return math.floor(round(value, 6))


def _ceil(value: float) -> int:
    return math.ceil(round(value, 6))
