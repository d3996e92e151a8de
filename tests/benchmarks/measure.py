"""Measure ours and the peer in turn, and find the middle."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.benchmarks.row import Readings, Row, Sides, Trial

Pair = tuple["Readings", "Readings"]


@dataclass(frozen=True)
class Part:
    """One thing of a row, such as a chart: the medians of both sides, and of their ratios round by round."""

    name: str
    ours: float
    peer: float | None
    ratio: float | None


@dataclass(frozen=True)
class Found:
    """A row with what was found.

    Attributes
    ----------
    parts
        Each thing that it measured.
    rounds
        How often.
    """

    row: Row
    parts: tuple[Part, ...]
    rounds: int

    @property
    def is_limit(self) -> bool:
        """Return whether the goal is for ours, not for the ratio."""
        return self.row.is_limit or any(part.ratio is None for part in self.parts)

    @property
    def judged(self) -> dict[str, float]:
        """Return what the goal is for, by the name of the part: the ratio, or ours where the goal is a limit."""
        return {part.name: part.ours if self.is_limit else part.ratio or 0.0 for part in self.parts}

    @property
    def middle(self) -> float:
        """Return what is judged, of the middle part."""
        return median(self.judged.values())

    @property
    def worst(self) -> tuple[str, float]:
        """Return what is judged, of the part with the most, with its name."""
        return max(self.judged.items(), key=lambda part: part[1])

    @property
    def is_reached(self) -> bool:
        """Return whether the goal is."""
        if self.row.worst is None:
            return self.worst[1] <= self.row.goal
        return self.middle <= self.row.goal and self.worst[1] <= self.row.worst


def alternate(sides: Sides, rounds: int, *, is_warmed: bool = True) -> list[Pair]:
    """Return the readings of some rounds, each ours and then the peer's; a first round that warms is not kept."""
    pairs = []
    for number in range(rounds + is_warmed):
        pair = (sides.ours(), sides.peer() if sides.peer else {})
        if number or not is_warmed:
            pairs.append(pair)
    return pairs


def found(row: Row, pairs: list[Pair]) -> Found:
    """Return what some rounds found of a row."""
    return Found(row, tuple(_part(row.key, name, pairs) for name in pairs[0][0][row.key]), len(pairs))


def _part(key: str, name: str, pairs: list[Pair]) -> Part:
    ours = [mine[key][name] for mine, _ in pairs]
    theirs = [other[key][name] for _, other in pairs if key in other]
    if not theirs:
        return Part(name, short(median(ours)), None, None)
    ratio = median(mine / other for mine, other in zip(ours, theirs, strict=True))
    return Part(name, short(median(ours)), short(median(theirs)), short(ratio))


def short(value: float) -> float:
    """Return a number with three digits that count, as the table has it: what is read from there is judged the same.

    >>> short(1.50449), short(1234.5)
    (1.5, 1230.0)
    """
    return float(f"{value:.3g}")


def run(trial: Trial, rounds: int | None = None) -> list[Found]:
    """Return what a trial finds.

    Raises
    ------
    NotHereError
        What it needs is not here.
    """
    with trial.sides() as sides:
        pairs = alternate(sides, rounds or trial.rounds, is_warmed=trial.is_warmed)
    return [found(row, pairs) for row in trial.rows]
