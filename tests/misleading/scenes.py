"""Scenes of the chart lab, made of a case or of rows that a test gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course.misleading.scene import Scene, mentions_of
from tests.invented import table

if TYPE_CHECKING:
    from course.case import Case


def scene(case: Case, picked: str = "m1 m2 m3 m4 m5 m6 m7 m8 m9", *switches: str) -> Scene:
    """Return a scene of some mentions of a case, by their keys, with some switches on."""
    everything = mentions_of(case)
    return Scene(everything, tuple(row for row in everything if row["mention"] in picked.split()), frozenset(switches))


def made(*rows: dict[str, Any], switches: tuple[str, ...] = (), hidden: int = 0) -> Scene:
    """Return a scene of these rows of `troops`, with some switches on; so many of the last are not picked."""
    everything = mentions_of(table("troops", *rows))
    return Scene(everything, everything[: len(everything) - hidden], frozenset(switches))
