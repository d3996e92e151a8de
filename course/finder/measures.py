"""What a number is a number of: money, a share of something, or a measure such as kilometres."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from course.finder.lists import MONEY, any_of, units
from course.finder.nouns import noun_after
from course.finder.numerals import PARTS, WORDS, Numeral
from course.vocabulary import kept

if TYPE_CHECKING:
    from collections.abc import Iterator

SMALL, LARGE = 10, 1000
"""Of "one in five": the first number is below the one, the second not above the other."""
_OF_WHAT = r"(?=\s(?:of|the|its|his|her|their|our|my|all|those|these|this|that)\b)"
_FRACTION = re.compile(
    rf"(?<![\w-])(?P<times>an?|{any_of(WORDS[1:10])})[\s-](?P<part>{any_of(tuple(PARTS))})(?P<several>s?)(?![\w-])"
    rf"|(?<!first )(?<!second )(?<!other )(?<![\w-])(?P<half>half)(?![\w-])(?! an? )",
    re.IGNORECASE,
)
_IN = re.compile(r"(?:(?P<what> [^\W\d_]+(?: [^\W\d_]+)?)? (?P<in>in|out of)(?: every)? |-in-)", re.IGNORECASE)
_HALF_A = re.compile(r"(?<![\w-])half an?\b", re.IGNORECASE)
_OF = re.compile(r"\s+of\b", re.IGNORECASE)


@dataclass(frozen=True)
class Measured:
    """Where a number with its sign and unit stands, and what the unit is; an empty one for a count.

    Attributes
    ----------
    start, end
        Where it stands with its sign and unit.
    unit
        The unit.
    shown
        Where what is shown as the number ends: a unit of money and per cent belong to it, a measure does not.
    """

    start: int
    end: int
    unit: str
    shown: int


def measured(text: str, start: int, end: int) -> Measured:
    """Return a number with the sign before it and the unit after it.

    Parameters
    ----------
    text
        The text.
    start, end
        Where the number stands.
    """
    before = _before().search(text, max(0, start - 5), start)
    after = _after().match(text, end)
    if before:
        name = _names("before")[before[1].lower()]
        repeats = after and _names("after")[_plain(after[1])] == name
        end = after.end() if after and repeats else end
        return Measured(before.start(1), end, name, end)
    if not after:
        return Measured(start, end, "", end)
    name = _names("after")[_plain(after[1])]
    return Measured(start, after.end(), name, end if kind_of(name) == "measure" else after.end())


def kind_of(unit: str) -> str:
    """Return the kind of a unit: money, share, fraction or measure; of no unit count."""
    return _kinds().get(unit, "count")


def fraction() -> str:
    """Return the unit of a fraction, such as a third of something."""
    return next(each.name for each in units() if each.kind == "fraction")


def shares(text: str, numbers: list[Numeral]) -> Iterator[Numeral]:
    """Yield the shares of a text, such as "a third of", "half the", "one in five"; some need what stands around."""
    for one, other in pairwise(numbers):
        joined = _IN.fullmatch(text, one.end, other.start)
        if joined and 0 < one.value < other.value and measured(text, other.start, other.end).unit == "":
            out_of = (joined["in"] or "").lower() == "out of"
            several = joined["what"] and not out_of and (one.value != 1 or noun_after(text, other.end)[0])
            if out_of or (one.value < SMALL and other.value <= LARGE and not several):
                yield Numeral(Fraction(int(one.value), int(other.value)), one.start, other.end)
    for match in _FRACTION.finditer(text):
        if match["half"]:
            yield Numeral(Fraction(1, 2), *match.span())
        elif bool(match["several"]) == (match["times"].lower() not in {"a", "an", "one"}):
            times = WORDS.index(match["times"].lower()) if match["several"] else 1
            yield Numeral(times * PARTS[match["part"].lower()], *match.span())


def halves(text: str) -> Iterator[Numeral]:
    """Yield the "half a" of half a tonne or half an hour: a half of a unit."""
    for match in _HALF_A.finditer(text):
        if measured(text, *match.span()).end > match.end():
            yield Numeral(Fraction(1, 2), *match.span())


def is_share(text: str, share: Numeral, *, hedged: bool) -> bool:
    """Return whether a fraction is one: "a third" can be a place in a row, and "half" a part of a match."""
    said = text[share.start : share.end].lower()
    if hedged or not said.startswith(("a", "half")):
        return True
    if re.search(r"\b(?:by|to)\s$", text[: share.start][-4:]):
        return True
    return bool((re.compile(_OF_WHAT) if said == "half" else _OF).match(text, share.end))


def _plain(word: str) -> str:
    return re.sub(r"\s+", " ", word).lower()


@kept
def _kinds() -> dict[str, str]:
    return {each.name: each.kind for each in units()}


@kept
def _names(side: str) -> dict[str, str]:
    return {word.lower(): each.name for each in units() for word in getattr(each, side)}


@kept
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({any_of(tuple(_names('before')))})\s?$", re.IGNORECASE)


@kept
def _after() -> re.Pattern[str]:
    """Return the units behind a number; those of one letter only right behind it, money with a country before it."""
    letters = [word for word in _names("after") if len(word) == 1 and word.isalpha()]
    longer = tuple(word for word in _names("after") if word not in letters)
    money = tuple(word for each in units() if each.kind == MONEY for word in each.after if word.isalpha())
    return re.compile(
        rf"(?:[\s-]?(?={any_of(longer)})|\s[A-Z][a-z]+\s(?={any_of(money)})|(?={any_of(letters)}))"
        rf"({any_of(longer)}|{any_of(letters)})(?!\w)(?!-\w*old)",
        re.IGNORECASE,
    )
