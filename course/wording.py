"""Read numbers and hedges from a text: a wording of a report, or what a learner writes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from course.finder.find import find
from course.finder.loosening import after, before
from course.finder.numerals import Value, numerals
from course.hedges import no_hedge
from course.vocabulary import vocabulary


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
    """Return what the numbers of a wording are worth, whole or not; the numbers of a range with their common scale."""
    ends = (end for each in find(wording) for end in (each.value, each.number_to) if end is not None)
    return list(dict.fromkeys([*(each.value for each in numerals(wording)), *ends]))


def read_hedge(wording: str, number: Value) -> str:
    """Return the hedge of a number in a wording, that of a year too; the key of no hedge where none is there."""
    finds = [each.hedge for each in find(wording) if number in (each.value, each.number_to)]
    plain = [
        before(wording, each.start) or after(wording, each.end) for each in numerals(wording) if each.value == number
    ]
    return next((hedge for hedge in [*finds, *(each.hedge for each in plain if each)]), no_hedge())
