"""What is measured: a row has ours, a peer and a goal; a trial measures some rows at once, ours and the peer in turn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager

Readings = dict[str, dict[str, float]]
"""What one side of one round gives: by the key of a row its figures, each by what was measured, such as a chart."""
ROUNDS = 7


class NotHereError(Exception):
    """What a trial needs is not on this computer; its text says what, and how to get it."""


class Sides(NamedTuple):
    """What is measured in turn; where a goal is a limit there is no peer."""

    ours: Callable[[], Readings]
    peer: Callable[[], Readings] | None = None


@dataclass(frozen=True)
class Row:
    """A row of the table.

    Attributes
    ----------
    key
        By what it is chosen: `python -m tests.benchmarks KEY`.
    what, against
        What ours does, and what its peer does; where there is no peer, what the goal is.
    unit
        That of both.
    goal
        The most that the ratio of ours to the peer should be; without a peer, the most that ours should be.
    worst
        The most that it should be for any one thing; the goal is then for the middle one. None where the goal is for each.
    is_limit
        Whether the goal is for ours all the same where there is a peer.
    """

    key: str
    what: str
    against: str
    unit: str
    goal: float
    worst: float | None = None
    is_limit: bool = False


@dataclass(frozen=True)
class Trial:
    """Rows that are measured together.

    Attributes
    ----------
    rows
        What it fills.
    sides
        Sets up what is needed, yields ours and the peer, and clears away.
    rounds
        How often each is measured, after a first time that only warms files and caches.
    is_long
        Whether it has no room in the ten minutes of `make bench`.
    is_warmed
        Whether there is that first time.
    """

    rows: tuple[Row, ...]
    sides: Callable[[], AbstractContextManager[Sides]]
    rounds: int = ROUNDS
    is_long: bool = False
    is_warmed: bool = True


def one(figures: Mapping[str, float]) -> Readings:
    """Return the readings of rows that measure one thing each, by their keys."""
    return {key: {"": figure} for key, figure in figures.items()}
