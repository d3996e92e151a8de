"""The places of a case on the map: how precisely each is named, which forces stand there, and what it can mean."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

import pandas as pd

from course.map.geometry import band, circle, distance, shared
from course.map.outlines import CRIMEA, EAST_WEST, SOUTH_NORTH, circle_around, on_map, outlines
from course.say import short_name, size
from course.tables import records

if TYPE_CHECKING:
    from collections.abc import Collection

    from course.case import Case
    from course.map.geometry import Path, Point

CITY_RADIUS = 25.0
"""The circle of a town, in kilometres: the report names the town and no place in it."""
INSIDE = 90.0
"""How far inside the frame a name is put that belongs beyond it, in kilometres."""
AWAY = 70.0
"""How far above an outline the label of an area, and beside it that of a border, is tried first, in kilometres."""
BESIDE = 500.0
"""How far beside the middle of several states their label is tried first, in kilometres."""
GLYPHS = {"present": "●", "existing": "□", "announced": "▶", "proposed": "◇"}
"""What stands before a force on the map, by its status: its colour alone would say nothing to some eyes."""
AROUND = ("border", "area")
NO_NUMBER = "no number"


@dataclass(frozen=True)
class Force:
    """One mention of a force: whose it is, how large it is said to be, and where, if the report says so."""

    mention: str
    force: str
    owner: str
    size: str
    status: str
    place: str
    paragraph: int


@dataclass(frozen=True)
class Spot:
    """One place of the report."""

    place: str
    name: str
    precision: str
    states: tuple[str, ...]
    paragraph: int
    wording: str
    at: Point | None
    """Where it is, or near what its label goes; None where the map has no outline for it."""
    forces: tuple[Force, ...]

    def shown_forces(self, statuses: Collection[str]) -> list[Force]:
        """Return the mentions of forces at it that have one of these statuses."""
        return [force for force in self.forces if force.status in statuses]

    @property
    def rings(self) -> list[Path]:
        """The outlines of its states; of a border that two states share, the line alone."""
        return _rings(self.states, self.precision)

    def extent(self, width: float) -> list[Path]:
        """Return what the place can mean on the map: circles, or a band of a width in kilometres along a line.

        Where the width is 0 the line itself is returned. Nothing is returned where the map has no outline for the place
        or the place goes on beyond it.
        """
        if self.precision == "city":
            return [circle(self.at, CITY_RADIUS)] if self.at else []
        if self.precision in AROUND:
            return [edge for ring in self.rings for edge in band(ring, width)] or self.rings
        return [circle(*around) for around in self.coverings]

    @property
    def coverings(self) -> list[tuple[Point, float]]:
        """The smallest circle around each of its states, without those that go on beyond the map."""
        return [circle_around(iso) for iso in self.states if iso in outlines() and not outlines()[iso].cut]

    @property
    def encircled(self) -> bool:
        """Whether it is the border of one state that the map has an outline for, or the area around it."""
        return self.precision in AROUND and len(self.states) == 1 and self.states[0] in outlines()

    def reached(self, width: float) -> list[str]:
        """Return the codes of the other states whose land begins nearer to it than so many kilometres."""
        if width <= 0 or self.precision not in AROUND:
            return []
        return [iso for iso, far in _distances(self.states, self.precision).items() if far <= width]


@cache
def _distances(states: tuple[str, ...], precision: str) -> dict[str, float]:
    """Return how far the land of each other state is from the outline of some, in kilometres; Crimea is left out."""
    rings = _rings(states, precision)
    others = {iso: each for iso, each in outlines().items() if iso not in states and iso != CRIMEA}
    return {iso: distance(rings, each.rings) for iso, each in others.items()}


@cache
def _rings(states: tuple[str, ...], precision: str) -> list[Path]:
    known = [outlines()[iso] for iso in states if iso in outlines()]
    if precision == "border" and len(known) > 1:
        return shared(known[0].rings, known[1].rings)
    return [ring for each in known for ring in each.rings]


def forces(case: Case) -> list[Force]:
    """Return the mentions of forces of a case; the place of one that has none is empty."""
    owners = {row["actor"]: short_name(str(row["name"])) for row in records(case.actors)}
    return [
        Force(
            mention=row["mention"],
            force=str(row["force"]),
            owner=owners.get(row["whose"], str(row["whose"])),
            size=size(row, NO_NUMBER),
            status=str(row["status"]),
            place="" if pd.isna(row["place"]) else str(row["place"]),
            paragraph=int(row["paragraph"]),
        )
        for row in records(case.troops)
    ]


def spots(case: Case) -> list[Spot]:
    """Return the places of a case, each with its forces."""
    all_forces = forces(case)
    found = [
        _spot(row, tuple(force for force in all_forces if force.place == row["place"])) for row in records(case.places)
    ]
    return [_near_its_states(spot, found) for spot in found]


def _spot(row: dict[str, Any], there: tuple[Force, ...]) -> Spot:
    states = () if pd.isna(row["iso"]) else tuple(str(row["iso"]).split(";"))
    at = None
    if not pd.isna(row["latitude"]) and not pd.isna(row["longitude"]):
        at = on_map(float(row["longitude"]), float(row["latitude"]))
        at = _inside(at) if str(row["precision"]) != "city" else at
    return Spot(
        place=row["place"],
        name=str(row["name"]),
        precision=str(row["precision"]),
        states=states,
        paragraph=int(row["paragraph"]),
        wording=str(row["wording"]),
        at=at,
        forces=there,
    )


def _inside(point: Point) -> Point:
    x, y = (
        min(max(value, ends[0] + INSIDE), ends[1] - INSIDE)
        for value, ends in zip(point, (EAST_WEST, SOUTH_NORTH), strict=True)
    )
    return x, y


def _near_its_states(spot: Spot, others: list[Spot]) -> Spot:
    """Give a place without coordinates a point near what it speaks of, where the map has an outline for that."""
    points = [point for ring in spot.rings for point in ring]
    if spot.at or not points:
        return spot
    xs, ys = [x for x, _ in points], [y for _, y in points]
    at = (sum(xs) / len(xs), sum(ys) / len(ys))
    if spot.precision == "area":
        at = ((min(xs) + max(xs)) / 2, max(ys) + AWAY)
    elif spot.precision == "border":
        at = (max(xs) + AWAY, (min(ys) + max(ys)) / 2) if len(spot.states) == 1 else at
    elif middles := [it.at for it in others if it.precision == "state" and it.at and set(it.states) & set(spot.states)]:
        x, y = (sum(middle[axis] for middle in middles) / len(middles) for axis in (0, 1))
        # Beside its states, on the side where the map has less to show.
        at = (x + math.copysign(BESIDE, x), y)
    return replace(spot, at=_inside(at))
