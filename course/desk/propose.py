"""A row from words that are selected in a text: its wording, and what the finder reads in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.desk.columns import fits
from course.finder.find import find
from course.finder.propose import ONE_BY_ONE, SHORT, UNNAMED, cells
from course.finder.text import WORD
from course.say import count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.finder.find import Find

EDGE = re.compile(r"\s*(\S.*\S|\S)\s*", re.DOTALL)
MOST_WORDS = SHORT


@dataclass(frozen=True)
class Proposal:
    """What a selection comes to.

    Attributes
    ----------
    start, end
        Where the wording stands in the paragraph.
    wording
        At most six words of it.
    cells
        What the finder reads in them, by column; empty where it finds no number.
    said
        What a coder should know of it, in a sentence or two; may be empty.
    """

    start: int
    end: int
    wording: str
    cells: Mapping[str, str]
    said: str


def propose(text: str, start: int, end: int) -> Proposal:
    """Return what a selection in a paragraph comes to.

    Parameters
    ----------
    text
        The paragraph.
    start, end
        From which letter of it up to which; the same twice is a place in it, which stands for the number around it, or
        for the word.

    Raises
    ------
    ValueError
        There is no word there.
    """
    found = find(text)
    start, end = _whole(text, start, end)
    inside = [each for each in found if _span(each)[0] < end and start < _span(each)[1]]
    if inside and len(WORD.findall(text[start:end])) <= 1:
        start, end = _with_words(text, inside[0])
    elif inside:
        # The first number stands whole in the wording, with the words that loosen it and its sign.
        first, last = _span(inside[0])
        start, end = min(start, first), max(end, last, min(inside[-1].end, end + 1))
    said = []
    if (words := [word.span() for word in WORD.finditer(text, start, end)]) and len(words) > MOST_WORDS:
        start, end = _six(words, inside)
        said.append(f"A wording has at most {MOST_WORDS} words: these are “{_level(text[start:end])}”.")
        inside = [each for each in inside if start <= each.start and each.end <= end]
    if len(inside) > 1:
        said.append(f"There are {count(len(inside), 'number')} in these words. The row has the first one.")
    read = _read(inside[0]) if inside else {}
    return Proposal(start, end, _level(text[start:end]), read, " ".join(said))


def _read(found: Find) -> dict[str, str]:
    """Return what a find says of its row; a unit that only another case has is counted one by one here."""
    said = cells(found)
    if not fits("unit", said["unit"]):
        said["unit"] = ONE_BY_ONE
    return {name: cell for name, cell in said.items() if cell and cell != UNNAMED and fits(name, cell)}


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a selection with the words whole that it cuts, and no space or comma at its ends."""
    start, end = max(0, min(start, end)), min(len(text), max(start, end))
    words = [word.span() for word in WORD.finditer(text)]
    touched = [span for span in words if (span[0] < end and start < span[1]) or span[0] <= start == end <= span[1]]
    if not touched:
        message = "There is no word in what you selected."
        raise ValueError(message)
    return touched[0][0], touched[-1][1]


def _span(found: Find) -> tuple[int, int]:
    """Return where a find stands, with the words that loosen it."""
    places = [(found.start, found.end), *found.loose]
    return min(start for start, _ in places), max(end for _, end in places)


def _with_words(text: str, found: Find) -> tuple[int, int]:
    """Return where the wording of a find stands: its number with its hedge and what it counts."""
    at = text.find(found.wording, max(0, found.start - len(found.wording)))
    return (at, at + len(found.wording)) if 0 <= at <= found.start else _span(found)


def _six(words: list[tuple[int, int]], inside: list[Find]) -> tuple[int, int]:
    """Return six of the words that are selected: those up to and with the first number, or else the first."""
    last = MOST_WORDS
    if inside:
        first, end = _span(inside[0])
        within = [at for at, word in enumerate(words) if word[0] < end and first < word[1]]
        last = min(max(within[0] + MOST_WORDS, MOST_WORDS), len(words)) if within else MOST_WORDS
        last = max(last, MOST_WORDS)
    return words[last - MOST_WORDS][0], words[last - 1][1]


def _level(text: str) -> str:
    return " ".join(text.split())
