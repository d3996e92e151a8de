"""Countries and their outlines: nothing is fetched, both come with the course (`data/geo/README.md`)."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING

import numpy as np

from course import content
from course.map.frame import Frame, around
from course.map.geometry import area, distance, shared

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.map.geometry import Path, Point

FINE, COARSE = "europe", "world"
"""The files of outlines: one of a part of the earth, and one of all of it."""
FEATURE = re.compile(r'\{"type":"Feature","properties":(\{[^}]*\}),"geometry":')
"""With what an outline begins in a file; what it is is the group, and its shape follows."""
FINE_ENDS = (-11.0, 35.0, 50.0, 62.0)
"""Where the outlines of the first are cut off: west, south, east, north, in degrees."""
MAIN = 0.1
"""What is smaller than this part of a country's largest ring does not decide what a frame has to hold."""


@dataclass(frozen=True)
class Country:
    """A country of ISO 3166-1: its name, its codes, and a point of its land (longitude and latitude, degrees)."""

    iso: str
    alpha2: str
    name: str
    at: Point


@dataclass(frozen=True)
class Outline:
    """A country, or a part of the earth that is drawn apart.

    Attributes
    ----------
    circle
        The middle of the smallest circle that holds it, on the earth, and its radius in kilometres.
    text, begin
        Where its polygons are in the text of a file: they are read when they are drawn, for no map has all of them.
    note
        What has to be said of it.
    """

    name: str
    circle: tuple[Point, float]
    text: str = field(repr=False)
    begin: int
    note: str = ""

    @cached_property
    def rings(self) -> tuple[Path, ...]:
        """Its rings, in degrees."""
        shape, _ = json.JSONDecoder().raw_decode(self.text, self.begin)
        return tuple([(x, y) for x, y in ring] for part in shape["coordinates"] for ring in part)

    @cached_property
    def main(self) -> list[Point]:
        """The points of its larger rings."""
        least = MAIN * max(abs(area(ring)) for ring in self.rings)
        return [point for ring in self.rings if abs(area(ring)) >= least for point in ring]


@cache
def countries() -> dict[str, Country]:
    """Return each country by its code of three letters."""
    columns = ("iso", "alpha2", "name", "latitude", "longitude")
    rows = content.read_rows(content.cases_folder() / "geo" / "countries.csv", columns)
    return {
        row["iso"]: Country(row["iso"], row["alpha2"], row["name"], (float(row["longitude"]), float(row["latitude"])))
        for row in rows
    }


def country_of(code: str, *, whole: bool = False) -> str:
    """Return the code of three letters of the country that a code is of; empty where there is none.

    A code such as US-TX or US- is of a part of a country. Where a `whole` country is asked for there is none then.
    """
    first, dash, _ = code.partition("-")
    if not dash or whole:
        return code if code in countries() else ""
    return next((iso for iso, each in countries().items() if first in (iso, each.alpha2)), "")


@cache
def outlines(file: str) -> dict[str, Outline]:
    """Return each outline of a file by its ISO code; what has none is under its name."""
    found = {}
    text = (content.cases_folder() / "geo" / f"{file}.geojson").read_text(encoding="utf-8")
    features = list(FEATURE.finditer(text))
    every = json.loads(f"[{','.join(each[1] for each in features)}]")
    for told, begin in zip(every, (each.end() for each in features), strict=True):
        name = countries()[told["iso"]].name if told["iso"] else told["name"]
        east, north, radius = told["circle"]
        found[told["iso"] or name] = Outline(name, ((east, north), radius), text, begin, told.get("note", ""))
    return found


@lru_cache(maxsize=16)
def file_of(frame: Frame) -> str:
    """Return the file whose outlines fill a frame: the fine one where it reaches as far as the frame."""
    if frame.whole:
        return COARSE
    (right, up), steps = frame.half, np.linspace(-1, 1, 9)
    edge = [(right * x, up * y) for x in steps for y in steps]
    west, south, east, north = FINE_ENDS
    inside = all(west < x < east and south < y < north for x, y in frame.on_earth(edge))
    return FINE if inside else COARSE


@lru_cache(maxsize=16)
def drawn(frame: Frame) -> dict[str, list[Path]]:
    """Return the rings of each outline that can be seen in a frame, on its map."""
    every = [(iso, ring) for iso, each in outlines(file_of(frame)).items() for ring in each.rings]
    found: dict[str, list[Path]] = {}
    for (iso, _), parts in zip(every, frame.parts([ring for _, ring in every]), strict=True):
        if parts:
            found.setdefault(iso, []).extend(parts)
    return found


def notes(frame: Frame) -> list[str]:
    """Return what has to be said of the outlines that can be seen in a frame."""
    return [note for iso in drawn(frame) if (note := outlines(file_of(frame))[iso].note)]


@cache
def local(file: str, states: tuple[str, ...]) -> Frame:
    """Return the frame in which some countries are measured: around them, and in kilometres."""
    return around([point for iso in states for point in outlines(file)[iso].main])


@cache
def border(file: str, states: tuple[str, ...]) -> tuple[Path, ...]:
    """Return the line that two countries share, on the earth; of other numbers of countries their outlines."""
    rings = [outlines(file)[iso].rings for iso in states if iso in outlines(file)]
    if len(rings) != 2:  # noqa: PLR2004 - two sides
        return tuple(ring for each in rings for ring in each)
    near = local(file, states)
    one, other = (near.rings(each, math.inf) for each in rings)
    return tuple(near.on_earth(line) for line in shared(one, other))


@cache
def distances(file: str, states: tuple[str, ...], most: float) -> dict[str, float]:
    """Return how far other countries begin from the outline of some, in kilometres, if not farther than `most`."""
    near = local(file, states)
    rings = near.rings([ring for iso in states for ring in outlines(file)[iso].rings], math.inf)
    others = {iso: near.rings(each.rings, math.inf) for iso, each in outlines(file).items() if iso in countries()}
    found = {iso: _distance(rings, other, most) for iso, other in others.items() if iso not in states}
    return {iso: far for iso, far in found.items() if far <= most}


def _distance(some: list[Path], others: list[Path], most: float) -> float:
    """Return the least distance between two sets of rings; if it is more than `most`, anything that is more."""
    far = math.inf
    for gap, one, other in sorted(
        ((_gap(one, other), one, other) for one in some for other in others), key=itemgetter(0)
    ):
        if gap > most or gap >= far or not far:
            break
        far = min(far, distance([one], [other]))
    return far


def _gap(one: Path, other: Path) -> float:
    """Return how far apart the rectangles around two rings are: the rings are not nearer."""
    gaps = [
        max(0.0, min(its) - max(mine), min(mine) - max(its))
        for mine, its in zip(zip(*one, strict=True), zip(*other, strict=True), strict=True)
    ]
    return math.hypot(*gaps)


def seen(rings: Iterable[Path]) -> float:
    """Return how much of a map some rings take, in square pixels; a ring in another is a hole."""
    return abs(sum(area(ring) for ring in rings))
