"""Read numbers and hedges from a text: a wording of a report, or what a learner writes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from course.vocabulary import vocabulary

WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
"""The number words, each at the place of its value."""
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
HUNDRED, THOUSAND = 100, 1000

DIGITS = re.compile(r"(?<!\d)(\d{1,3}(?:[,.'’ \u00a0\u202f]\d{3})+(?!\d)|\d{1,15}(?!\d))(?:\s?([kK])\b)?")  # noqa: RUF001
_SMALL = rf"(?:(?:{'|'.join(TENS)})[\s-](?:{'|'.join(WORDS[1:10])})|{'|'.join(TENS)}|{'|'.join(reversed(WORDS))})"
_BELOW = rf"(?:(?:a|{_SMALL})[\s-]hundred(?:[\s-](?:and[\s-])?{_SMALL})?|{_SMALL})"
IN_WORDS = re.compile(
    rf"\b(?:(?P<thousands>{_BELOW}|an?|\d{{1,6}})[\s-]thousand(?:[\s-](?:and[\s-])?(?P<rest>{_BELOW}))?|(?P<only>{_BELOW}))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Found:
    """A number that was read in a text, and where it starts and ends there."""

    value: int
    start: int
    end: int


def find_numbers(text: str) -> list[Found]:
    """Return the whole numbers of a text in its order: `4,000`, `4 000`, `4k`, `4 thousand`, `four thousand`."""
    found = [Found(_from_words(match), *match.span()) for match in IN_WORDS.finditer(text)]
    for match in DIGITS.finditer(text):
        if not any(other.start <= match.start() < other.end for other in found):
            value = int(re.sub(r"\D", "", match[1])) * (THOUSAND if match[2] else 1)
            found.append(Found(value, *match.span()))
    return sorted(found, key=lambda number: number.start)


def read_numbers(wording: str) -> list[int]:
    """Return the numbers of a wording, in digits or in words, in its order."""
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


def _from_words(match: re.Match[str]) -> int:
    if match["only"]:
        return _below_thousand(match["only"])
    times = int(match["thousands"]) if match["thousands"].isdigit() else _below_thousand(match["thousands"])
    return times * THOUSAND + (_below_thousand(match["rest"]) if match["rest"] else 0)


def _below_thousand(said: str) -> int:
    """Return the value of number words below a thousand; `a` is one."""
    value = 0
    for word in re.split(r"[\s-]+", said.lower()):
        if word == "hundred":
            value *= HUNDRED
        elif word in TENS:
            value += TENS[word]
        elif word in WORDS:
            value += WORDS.index(word)
        elif word != "and":
            value += 1
    return value
