"""Read numbers and hedges from a text: a wording of a report, or what a learner writes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from course.finder.find import find
from course.finder.loosening import after, before
from course.finder.numerals import Value, numerals
from course.hedges import no_hedge
from course.vocabulary import vocabulary

DECIMALS = 4
"""With how many decimals a table holds a fraction."""


@dataclass(frozen=True)
class Found:
    """A number that was read in a text, and where it starts and ends there."""

    value: float
    start: int
    end: int


def find_numbers(text: str) -> list[Found]:
    """Return the whole numbers of a text in its order: `4,000`, `4 000`, `4k`, `4 thousand`, `2.5 million`."""
    return [Found(each.value, each.start, each.end) for each in numerals(text) if isinstance(each.value, int)]


def read_numbers(wording: str) -> list[int]:
    """Return the whole numbers of a wording, in digits or in words, in its order."""
    return [int(number.value) for number in find_numbers(wording)]


def phrases(name: str) -> dict[str, list[str]]:
    """Return the phrases of each word of a vocabulary that has some."""
    return {word: [p for p in row["phrases"].split("|") if p] for word, row in vocabulary(name).items()}


def says(text: str, phrase: str) -> bool:
    """Return whether a phrase stands in a text as whole words, in capitals or not."""
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text, re.IGNORECASE) is not None


def read_values(wording: str) -> list[Value]:
    """Return what the numbers of a wording are worth, whole or not, in the ways in which a table can hold them.

    The numbers of a range have their common scale, and a fraction stands with four decimals too.
    """
    ends = (end for each in find(wording) for end in (each.value, each.number_to) if end is not None)
    every = [*(each.value for each in numerals(wording)), *ends]
    return list(dict.fromkeys(way for value in every for way in _ways(value)))


def read_hedge(wording: str, number: Value) -> str:
    """Return the hedge of a number in a wording, that of a year too; the key of no hedge where none is there."""
    finds = [(each, end) for each in find(wording) for end in (each.value, each.number_to) if end is not None]
    said = [each.hedge for each, end in finds if number in _ways(end)]
    plain = [
        before(wording, each.start) or after(wording, each.end) for each in numerals(wording) if each.value == number
    ]
    return next((hedge for hedge in [*said, *(each.hedge for each in plain if each)]), no_hedge())


def _ways(value: Value) -> tuple[Value, ...]:
    return (value, round(value, DECIMALS)) if isinstance(value, Fraction) else (value,)
