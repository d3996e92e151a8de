"""The outlines of states on a flat map in kilometres: nothing is fetched, they come with the course.

The map is a stereographic projection of a sphere around the middle of the frame. It keeps circles round: what is within
so many kilometres of a town is a circle on the map as well. Inside the frame no distance is off by more than 1.5 %.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from course import content
from course.map.geometry import smallest_circle

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.map.geometry import Path, Point

EARTH = 6371.0
"""The radius of the earth, in kilometres."""
MIDDLE = (29.0, 50.0)
"""The longitude and latitude of the middle of the map, in degrees."""
EAST_WEST, SOUTH_NORTH = (-1150.0, 1150.0), (-1010.0, 1010.0)
"""What the map shows, in kilometres from its middle."""
CUT = {"west": -11.0, "east": 50.0, "south": 35.0, "north": 62.0}
"""Where the outlines are cut off, in degrees (`data/geo/README.md`)."""
CRIMEA = "Crimea"


@dataclass(frozen=True)
class Outline:
    """A state, or Crimea, on the map: its rings in kilometres, and whether it goes on where the outlines are cut."""

    name: str
    rings: tuple[Path, ...]
    cut: bool

    @property
    def points(self) -> list[Point]:
        """All points of its rings."""
        return [point for ring in self.rings for point in ring]


def on_map(longitude: float, latitude: float) -> Point:
    """Return the place of a point of the earth (degrees) on the map, in kilometres from its middle."""
    east, north, middle = (math.radians(angle) for angle in (longitude - MIDDLE[0], latitude, MIDDLE[1]))
    far = math.sin(middle) * math.sin(north) + math.cos(middle) * math.cos(north) * math.cos(east)
    scale = 2 * EARTH / (1 + far)
    x = scale * math.cos(north) * math.sin(east)
    y = scale * (math.cos(middle) * math.sin(north) - math.sin(middle) * math.cos(north) * math.cos(east))
    return round(x, 1), round(y, 1)


@cache
def outlines() -> dict[str, Outline]:
    """Return each outline by its ISO code; what has none is under its name."""
    features = content.read_json(content.cases_folder() / "geo" / "europe.geojson")["features"]
    found = {}
    for feature in features:
        name, iso = feature["properties"]["name"], feature["properties"]["iso"]
        parts = [part[0] for part in feature["geometry"]["coordinates"]]
        cut = any(
            x <= CUT["west"] or x >= CUT["east"] or y <= CUT["south"] or y >= CUT["north"]
            for ring in parts
            for x, y in ring
        )
        found[iso or name] = Outline(name, tuple([on_map(x, y) for x, y in ring] for ring in parts), cut)
    return found


@cache
def circle_around(iso: str) -> tuple[Point, float]:
    """Return the middle and the radius of the smallest circle that holds an outline, in kilometres."""
    return smallest_circle(outlines()[iso].points)


def in_frame(rings: Iterable[Path]) -> list[Path]:
    """Return the rings of which a part can lie in the frame."""
    return [
        ring for ring in rings if _meets([x for x, _ in ring], EAST_WEST) and _meets([y for _, y in ring], SOUTH_NORTH)
    ]


def _meets(values: list[float], ends: tuple[float, float]) -> bool:
    return min(values) <= ends[1] and max(values) >= ends[0]
