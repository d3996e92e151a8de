"""Read numbers and hedges from a text: a wording of a report, or what a learner writes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from course.finder.numerals import numerals
from course.vocabulary import vocabulary


@dataclass(frozen=True)
class Found:
    """A number that was read in a text, and where it starts and ends there."""

    value: int
    start: int
    end: int


def find_numbers(text: str) -> list[Found]:
    """Return the whole numbers of a text in its order: `4,000`, `4 000`, `4k`, `4 thousand`, `2.5 million`."""
    return [Found(each.value, each.start, each.end) for each in numerals(text) if isinstance(each.value, int)]


def read_numbers(wording: str) -> list[int]:
    """Return the whole numbers of a wording, in digits or in words, in its order."""
    return [number.value for number in find_numbers(wording)]


def hedge_phrases() -> dict[str, list[str]]:
    """Return the phrases of each hedge in the vocabulary; none for a bare number."""
    return phrases("hedges")


def phrases(name: str) -> dict[str, list[str]]:
    """Return the phrases of each word of a vocabulary that has some."""
    return {word: [p for p in row["phrases"].split("|") if p] for word, row in vocabulary(name).items()}


def says(text: str, phrase: str) -> bool:
    """Return whether a phrase stands in a text as whole words, in capitals or not."""
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text, re.IGNORECASE) is not None


def read_hedge(wording: str) -> str:
    """Return the hedge of a wording, the one with the longest phrase in it; `bare` where there is none."""
    matches = [
        (len(phrase), hedge)
        for hedge, phrases in hedge_phrases().items()
        for phrase in phrases
        if says(wording, phrase)
    ]
    return max(matches)[1] if matches else "bare"
