"""What a picture of the chart lab is made of: mentions, switches, and the axis that they lead to."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from course.names import SEPARATOR
from course.numbers.bounds import bounded
from course.numbers.how_many import EMPTY_AXIS, ROOM
from course.numbers.mentions import plural, rows_of
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    import pandas as pd

    from course.case import Case

Mention = dict[str, Any]
"""A mention of a count with its strict bounds; a blank is None."""
CUT, LOG, PLAIN, NO_BLANKS, ONE_KIND = "cut axis", "log axis", "plain bars", "no blanks", "one kind"
SWITCHES = {
    CUT: "Cut the axis: it does not start at 0",
    LOG: "Log axis: each step is ten times the one before",
    PLAIN: "Plain bars: the printed number, no range",
    NO_BLANKS: "Leave out the mentions with no number",
    ONE_KIND: "One colour: whatever their kind, all look alike",
}
CUT_AT = 0.9
"""Where a cut axis starts, as a share of the smallest number shown."""
LEAST, DECADE = 0.1, 10


@dataclass(frozen=True)
class Axis:
    """An axis of counts: where it starts and ends, and whether equal steps are equal factors."""

    start: float
    end: float
    log: bool = False

    def place(self, value: float) -> float:
        """Return how far along the axis a value stands: 0 at its start, 1 at its end."""
        if value <= self.start:
            return 0.0
        if self.log:
            return math.log(value / self.start) / math.log(self.end / self.start)
        return (value - self.start) / (self.end - self.start)


@dataclass(frozen=True)
class Scene:
    """What a picture is made of: all mentions, those that are picked, and the switches that are on."""

    everything: tuple[Mention, ...]
    picked: tuple[Mention, ...]
    switches: frozenset[str]
    elsewhere: tuple[Mention, ...] = ()
    """Mentions of the case in other units than that of the picture."""

    @cached_property
    def shown(self) -> tuple[Mention, ...]:
        """The mentions that have a row in the picture."""
        return tuple(row for row in self.picked if not (NO_BLANKS in self.switches and blank(row)))

    @cached_property
    def axis(self) -> Axis:
        """The axis of the picture."""
        sizes = [size for row in self.shown if (size := self.size(row))]
        ends = [row["number"] if self.plain else max(row["low"], row["high"] or 0) for row in self.shown]
        end = ROOM * max((value for value in ends if value), default=0) or EMPTY_AXIS
        if CUT in self.switches and sizes:
            return Axis(_round(CUT_AT * min(sizes)), end, LOG in self.switches)
        if LOG in self.switches:
            smallest = min(sizes, default=DECADE)
            return Axis(max(10.0 ** (math.floor(math.log10(smallest)) - 1), LEAST), end, log=True)
        return Axis(0, end)

    @cached_property
    def noun(self) -> str:
        """What is counted, in words: one thing, or the unit of several."""
        whats = {str(row["what"]) for row in self.everything}
        return whats.pop() if len(whats) == 1 else plural(next((row["unit"] for row in self.everything), ""))

    @cached_property
    def nouns(self) -> frozenset[str]:
        """The words by which a caption can name what is counted."""
        words = {word for what in {str(row["what"]) for row in self.everything} for word in (what, *what.split())}
        rows = [vocabulary("units").get(unit, {}) for unit in {str(row["unit"]) for row in self.everything}]
        named = {word for row in rows for word in row.get("phrases", "").split("|")}
        return frozenset(word.lower() for word in words | named if word)

    @cached_property
    def usual(self) -> str:
        """The status that all seem to have where kinds are not told apart: of what is so now, the first of the case."""
        given = {str(row["status"]) for row in self.everything}
        there = [status for status, row in vocabulary("statuses").items() if row["there"] != "no"]
        return next((status for status in there if status in given), there[0])

    @property
    def statuses(self) -> set[str]:
        """The statuses that a picture of the case can have."""
        return {self.usual, *(str(row["status"]) for row in self.everything)}

    @property
    def plain(self) -> bool:
        """Whether bars stand for the ranges."""
        return PLAIN in self.switches

    @property
    def lengths(self) -> list[float]:
        """Where the bars and the ranges end that begin at the start of the axis, from the smallest."""
        ends = [row["number"] if self.plain else row["high"] for row in self.shown if self.plain or row["low"] == 0]
        return sorted(end for end in ends if end)

    def size(self, row: Mention) -> float | None:
        """Return the number that a mention is drawn by; None where there is none."""
        return row["number"] if self.plain or row["number"] is not None else row["low"] or None


def mentions_of(given: Case | pd.DataFrame) -> tuple[Mention, ...]:
    """Return mentions with their strict bounds; whole numbers are ints, a blank is None."""
    return tuple(bounded(rows_of(given)))


def blank(row: Mention) -> bool:
    """Return whether a mention has no size at all."""
    return row["number"] is None and not row["low"] and row["high"] is None


def sources_of(row: Mention) -> list[str]:
    """Return the keys of those who vouch for a mention; none where nobody is named."""
    return [] if row["source"] is None else str(row["source"]).split(SEPARATOR)


def hedged(row: Mention) -> bool:
    """Return whether a word loosens the number of a mention."""
    return row["number"] is not None and row["low"] != row["high"]


def _round(value: float) -> float:
    """Round down to two digits that count."""
    step = 10.0 ** (math.floor(math.log10(value)) - 1)
    return round(math.floor(value / step + 1e-9) * step, 6)
