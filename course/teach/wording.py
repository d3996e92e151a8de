"""Read a number and its hedge from a wording of a report."""

from __future__ import annotations

import re

from course.content import vocabulary
from course.questions.kinds.number import WORDS

NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")


def hedge_phrases() -> dict[str, list[str]]:
    """Return the phrases of each hedge in the vocabulary; none for a bare number."""
    return {word: [p for p in row["phrases"].split("|") if p] for word, row in vocabulary("hedges").items()}


def read_numbers(wording: str) -> list[int]:
    """Return the numbers of a wording, in digits or in words, in its order."""
    found = [(match.start(), int(match[0].replace(",", ""))) for match in NUMBER.finditer(wording)]
    for value, word in enumerate(WORDS):
        found += [(match.start(), value) for match in re.finditer(rf"\b{word}\b", wording, re.IGNORECASE)]
    return [number for _, number in sorted(found)]


def read_hedge(wording: str) -> str:
    """Return the hedge of a wording, the one with the longest phrase in it; `bare` where there is none."""
    said = wording.lower()
    matches = [
        (len(phrase), hedge)
        for hedge, phrases in hedge_phrases().items()
        for phrase in phrases
        if re.search(rf"\b{re.escape(phrase)}\b", said)
    ]
    return max(matches)[1] if matches else "bare"
