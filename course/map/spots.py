"""A place of a case on its map: how precisely it is named, what is counted there, and what it can mean."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from course.map.geometry import area, band, ends_of, inside_of
from course.map.outlines import border, countries, distances, drawn, file_of, local, outlines

if TYPE_CHECKING:
    from collections.abc import Collection

    from course.map.frame import Frame
    from course.map.geometry import Path, Point

POINT, NAME, LAND, BORDER, AROUND = "point", "name", "land", "border", "around"
"""How a place is drawn, a column of the vocabulary (`data/vocabulary/datapackage.json` says what each means)."""
EDGES = (BORDER, AROUND)
AWAY = 18.0
"""How far above an outline the label of what lies around it, or beside it that of a border, is tried, in pixels."""
BESIDE = 125.0
"""How far beside the middle of several countries their label is tried first, in pixels."""
ROOM = (22.0, 22.0)
"""How far inside the frame the label of an outline is tried first, in pixels."""
STEPS = 190
"""In how many steps the edge of a band would go across the map, at the least."""


@dataclass(frozen=True)
class Mention:
    """One mention of a count: of what, whose it is, how large it is said to be, and where, if the report says so.

    The key of its thing, the name of its owner, the key of its place: each is empty where the report names none.
    """

    mention: str
    thing: str
    owner: str
    size: str
    has_number: bool
    status: str
    place: str
    paragraph: int

    def said(self, between: str = ": ") -> str:
        """Return owner and size, or the size alone."""
        return f"{self.owner}{between}{self.size}" if self.owner else self.size


@dataclass(frozen=True)
class Spot:
    """One place of the report, on a map.

    Attributes
    ----------
    precision, word, meaning
        The key of its precision, and what people read of it.
    drawn, mark, radius
        What its precision says of how it is drawn; the radius is in kilometres, 0 where there is none.
    states
        The codes of its countries, those that there are.
    earth
        Its longitude and latitude, in degrees; None where the table gives none.
    mentions
        The mentions of counts there.
    """

    place: str
    name: str
    precision: str
    word: str
    meaning: str
    drawn: str
    mark: str
    radius: float
    states: tuple[str, ...]
    earth: Point | None
    paragraph: int
    wording: str
    mentions: tuple[Mention, ...]
    frame: Frame

    def shown(self, statuses: Collection[str]) -> list[Mention]:
        """Return the mentions at it that have one of these statuses."""
        return [mention for mention in self.mentions if mention.status in statuses]

    @property
    def file(self) -> str:
        """The file of the outlines on its map."""
        return file_of(self.frame)

    @property
    def dot(self) -> Point | None:
        """Where its mark is: at its coordinates, or at those of a country that is too small for an outline."""
        if self.drawn == POINT and self.earth:
            return self.frame.on_map(self.earth)
        small = self.drawn == LAND and len(self.states) == 1 and not self.known
        return self.frame.on_map(countries()[self.states[0]].at) if small else None

    @property
    def precise(self) -> bool:
        """Whether its name is always on the map: that of a point, of one country, or what its name alone stands for."""
        return self.drawn in (POINT, NAME) or (self.drawn == LAND and len(self.states) == 1)

    @property
    def known(self) -> tuple[str, ...]:
        """The codes of its countries that have an outline."""
        return tuple(iso for iso in self.states if iso in outlines(self.file))

    @property
    def encircled(self) -> bool:
        """Whether it is the border of one country, or the area around it."""
        return self.drawn in EDGES and len(self.states) == len(self.known) == 1

    @cached_property
    def rings(self) -> list[Path]:
        """What can be seen of the outlines of its countries; of a border that two countries share, the line alone."""
        if self.drawn == BORDER and len(self.known) > 1:
            return self.frame.lines(border(self.file, self.known))
        every = drawn(self.frame)
        return [] if self.drawn in (POINT, NAME) else [ring for iso in self.states for ring in every.get(iso, [])]

    @cached_property
    def at(self) -> Point | None:
        """Where it is, or near what its label goes; None where the map shows nothing of it."""
        there = self.dot or (self.frame.on_map(self.earth) if self.earth else None)
        if self.drawn in (POINT, NAME) or self.dot:
            return there if there and self.frame.holds(there) else None
        points = [point for ring in self.rings for point in ring]
        if not points:
            return None
        xs, ys = zip(*points, strict=True)
        at = (sum(xs) / len(xs), sum(ys) / len(ys))
        if self.drawn == AROUND:
            at = ((min(xs) + max(xs)) / 2, max(ys) + AWAY)
        elif self.drawn == BORDER:
            at = (max(xs) + AWAY, (min(ys) + max(ys)) / 2) if len(self.known) == 1 else at
        elif len(self.states) == 1:
            at = (
                there if there and self.frame.holds(there) else inside_of(max(self.rings, key=lambda it: abs(area(it))))
            )
        else:
            # Beside its countries, on the side where the map has less to show.
            at = (at[0] + math.copysign(BESIDE, at[0]), at[1])
        return self.frame.moved_inside(at, ROOM)

    def extent(self, width: float) -> list[Path]:
        """Return what the place can mean on the map: circles, or a band of a width in kilometres along a line.

        Where the width is 0 the line itself is returned. Nothing is returned where the map has no outline for the place
        or the place goes on beyond it.
        """
        if self.drawn in EDGES:
            return self._band(width) if width and self.known else self.rings
        if self.drawn == POINT and self.earth and self.radius:
            return self.frame.circle(self.earth, self.radius)
        return [ring for middle, radius in self.coverings for ring in self.frame.circle(middle, radius)]

    def _band(self, width: float) -> list[Path]:
        near = local(self.file, self.known)
        lines = border(self.file, self.known)
        edges = band([near.path(line) for line in lines], width, self.frame.width / STEPS)
        return self.frame.rings([near.on_earth(edge) for edge in edges])

    @property
    def coverings(self) -> list[tuple[Point, float]]:
        """The smallest circle around each of its countries, on the earth, without those that go on beyond the map."""
        if self.drawn != LAND:
            return []
        whole = (
            iso for iso in self.known if all(self.frame.holds(end) for end in ends_of(drawn(self.frame).get(iso, [])))
        )
        return [outlines(self.file)[iso].circle for iso in whole]

    def reached(self, width: float) -> list[str]:
        """Return the codes of the other countries whose land begins nearer to it than so many kilometres."""
        if width <= 0 or self.drawn not in EDGES or not self.known:
            return []
        return [iso for iso, far in distances(self.file, self.known, width).items() if far <= width]
