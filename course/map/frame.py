"""The frame of a map: which part of the earth it shows, and where on the map each point of the earth lies.

A frame of a part of the earth is a stereographic projection of a sphere around its middle. It keeps circles round and,
where it is small, distances true. A wider frame is the whole earth, with straight parallels and meridians.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from course.map.geometry import clipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from course.map.geometry import Path, Point

EARTH = 6371.0
"""The radius of the earth, in kilometres."""
WIDTH, HEIGHT = 584.0, 512.0
"""The size of a map, in pixels."""
LEAST = 1600.0
"""How wide a frame is at least, in kilometres: the outlines are too coarse for a nearer look."""
MARGIN = 1.3
"""How much wider a frame is than what has to be in it: names need room, and so does what is near."""
WIDEST = math.radians(45)
"""How far from the middle of a frame a place can lie; where one lies farther the frame is the whole earth."""
PARALLEL = math.cos(math.radians(36))
"""How much shorter a degree of longitude is than one of latitude, on a map of the whole earth: true at 36 degrees."""
SOUTH, NORTH = -60.0, 84.0
"""The parallels between which such a map lies, in degrees, if no place lies beyond them."""
POLE = 90.0
ROUND = 360.0
BEYOND = 1.02
"""How far beyond the frame rings are cut off, as a part of it: the edge that the cut makes is out of sight."""


@dataclass(frozen=True)
class Frame:
    """A part of the earth on a flat map, whose points are counted in pixels from its middle, to the right and up.

    Attributes
    ----------
    middle
        The longitude and the latitude of its middle, in degrees.
    scale
        How many kilometres a pixel is; on a map of the whole earth, from north to south.
    half
        Half of its width and of its height, in pixels.
    whole
        Whether it shows the whole earth.
    """

    middle: Point
    scale: float = 1.0
    half: Point = (WIDTH / 2, HEIGHT / 2)
    whole: bool = False

    @property
    def width(self) -> float:
        """How wide it is in its middle, in kilometres."""
        return 2 * self.half[0] * self.scale

    def on_map(self, point: Point) -> Point:
        """Return where a point of the earth (longitude and latitude, degrees) lies on the map."""
        return self.path([point])[0]

    def on_earth(self, path: Path) -> Path:
        """Return the longitude and latitude of points of a map that does not show the whole earth, without a jump."""
        x, y = np.array(path).T * self.scale / EARTH
        out = np.hypot(x, y)
        angle = 2 * np.arctan(out / 2)
        share = np.divide(np.sin(angle), out, out=np.ones_like(out), where=out > 0)
        middle = math.radians(self.middle[1])
        north = np.arcsin(np.clip(np.cos(angle) * math.sin(middle) + y * share * math.cos(middle), -1, 1))
        east = np.arctan2(x * share, math.cos(middle) * np.cos(angle) - y * share * math.sin(middle))
        east = np.degrees(east)
        if np.ptp(east) > ROUND / 2:  # it may go around a pole
            east = np.unwrap(east, period=ROUND)
        east = east + self.middle[0]
        return list(zip(east.tolist(), np.degrees(north).tolist(), strict=True))

    def holds(self, point: Point) -> bool:
        """Return whether a point of the map lies in the frame."""
        return abs(point[0]) <= self.half[0] and abs(point[1]) <= self.half[1]

    def moved_inside(self, point: Point, room: Point = (0, 0)) -> Point:
        """Return the nearest point of the map that lies in the frame, with room on each side."""
        x, y = (
            min(max(value, room - half), half - room) for value, half, room in zip(point, self.half, room, strict=True)
        )
        return x, y

    def rings(self, rings: Sequence[Path], beyond: float = BEYOND) -> list[Path]:
        """Return what of some rings on the earth lies in the frame, each cut off a little beyond it."""
        return [part for parts in self.parts(rings, beyond) for part in parts]

    def parts(self, rings: Sequence[Path], beyond: float = BEYOND) -> list[list[Path]]:
        """Return what of each of some rings on the earth lies in the frame, cut off a little beyond it."""
        half = (self.half[0] * (1 if self.whole else beyond), self.half[1] * beyond)
        points = [point for ring in rings for point in ring]
        if not points:
            return []
        starts = [*accumulate(map(len, rings), initial=0)]
        x, y, towards = self._flat(points)
        path = list(zip(x.tolist(), y.tolist(), strict=True))
        paths = [path[start:end] for start, end in pairwise(starts)]
        if self.whole:
            turned = [self._turned(ring, its) for ring, its in zip(rings, paths, strict=True)]
            return [[found for part in parts if (found := clipped(part, half))] for parts in turned]
        far = np.maximum(np.abs(x) - half[0], np.abs(y) - half[1])
        inside = np.maximum.reduceat(far, starts[:-1]) <= 0
        seen = np.maximum.reduceat(towards, starts[:-1]) > 0
        cut = (its if within else clipped(its, half) for its, within in zip(paths, inside.tolist(), strict=True))
        return [[part] if near and part else [] for part, near in zip(cut, seen.tolist(), strict=True)]

    def lines(self, lines: Iterable[Path]) -> list[Path]:
        """Return lines on the map; one that leaves a map of the whole earth on one side goes on at the other."""
        found: list[Path] = []
        for line in lines:
            found.append([])
            for point in self.path(line):
                if found[-1] and abs(point[0] - found[-1][-1][0]) > self.half[0]:
                    found.append([])
                found[-1].append(point)
        return found

    def circle(self, middle: Point, radius: float) -> list[Path]:
        """Return the circle of so many kilometres around a point of the earth, on the map."""
        reach = 2 * EARTH * math.tan(radius / EARTH / 2)
        angles = [math.tau * corner / 90 for corner in range(91)]
        return self.lines([Frame(middle).on_earth([(reach * math.cos(a), reach * math.sin(a)) for a in angles])])

    def _turned(self, ring: Path, path: Path) -> list[Path]:
        """Return a ring on a map of the whole earth, more than once; `path` is where it lies on it at first."""
        turn = math.radians(ROUND) * EARTH * PARALLEL / self.scale
        if abs(path[-1][0] - path[0][0]) > turn / 2:  # it goes around a pole, which is a line here
            pole = self._path(
                [(ring[-1][0], math.copysign(POLE, ring[0][1])), (ring[0][0], math.copysign(POLE, ring[0][1]))]
            )
            path = [*path, *pole, path[0]]
        return [[(x + turn * times, y) for x, y in path] for times in (-2, -1, 0, 1, 2)]

    def _angles(self, points: Sequence[Point]) -> tuple[Any, Any, Any]:
        """Return where points of the earth are as seen from its middle: to the east, to the north, towards us."""
        east, north = np.radians(np.array(points) - (self.middle[0], 0)).T
        middle = math.radians(self.middle[1])
        right = np.cos(north) * np.sin(east)
        up = math.cos(middle) * np.sin(north) - math.sin(middle) * np.cos(north) * np.cos(east)
        return right, up, math.sin(middle) * np.sin(north) + math.cos(middle) * np.cos(north) * np.cos(east)

    def path(self, points: Sequence[Point]) -> Path:
        """Return points of the earth on the map: on one of the whole earth each between its two edges."""
        if not self.whole:
            return self._path(points)
        middle = self.middle[0]  # of a place there is one there; of a ring more can be needed
        return self._path([(middle + (east - middle + ROUND / 2) % ROUND - ROUND / 2, north) for east, north in points])

    def _path(self, points: Sequence[Point]) -> Path:
        """Return points of the earth on the map; what lies beyond the horizon is put there."""
        x, y, _ = self._flat(points)
        return list(zip(x.tolist(), y.tolist(), strict=True))

    def _flat(self, points: Sequence[Point]) -> tuple[Any, Any, Any]:
        """Return where points of the earth are on the map, and how much towards us; all of the whole earth is."""
        if self.whole:
            x, y = (np.radians(np.array(points) - self.middle) * EARTH / self.scale).T
            return x * PARALLEL, y, np.ones_like(x)
        right, up, towards = self._angles(points)
        # Beyond the horizon no length is left but that of the horizon itself: sin 90° = 1.
        length = np.where(towards < 0, np.maximum(np.hypot(right, up), 1e-9), 1)
        factor = 2 * EARTH / self.scale / (1 + np.maximum(towards, 0)) / length
        return right * factor, up * factor, towards


def framed(points: Sequence[Point]) -> Frame:
    """Return the frame that some points of the earth (longitude and latitude, degrees) lie well inside of.

    Without a point it is the whole earth.
    """
    if not points:
        return _whole_earth([(0, 0)])
    middle = _middle(points)
    if middle is None or _farthest(middle, points) > WIDEST:
        return _whole_earth(points)
    west, south, east, north = _ends(Frame(middle), points)
    [middle] = Frame(middle).on_earth([((west + east) / 2, (south + north) / 2)])
    west, south, east, north = _ends(Frame(middle), points)
    scale = MARGIN * max(max(east, -west) / (WIDTH / 2), max(north, -south) / (HEIGHT / 2))
    found = Frame(middle, max(scale, LEAST / WIDTH))
    return found if found.width / 2 < WIDEST * EARTH else _whole_earth(points)


def around(points: Sequence[Point]) -> Frame:
    """Return the frame around the middle of some points of the earth in which one measures: a pixel is a kilometre."""
    return Frame(_middle(points) or points[0])


def _whole_earth(points: Sequence[Point]) -> Frame:
    """Return the frame of the whole earth; it is cut where the gap between places is the widest."""
    round_ = sorted({longitude % ROUND for longitude, _ in points})
    gap, at = max(
        (after - before, before) for before, after in zip(round_, [*round_[1:], round_[0] + ROUND], strict=True)
    )
    south = SOUTH if min(latitude for _, latitude in points) > SOUTH else -POLE
    north = NORTH if max(latitude for _, latitude in points) < NORTH else POLE
    scale = math.tau * EARTH * PARALLEL / WIDTH
    height = math.radians(north - south) * EARTH / scale
    cut = (at + gap / 2 + ROUND / 2) % ROUND
    return Frame(
        (cut - ROUND if cut > ROUND / 2 else cut, (south + north) / 2), scale, (WIDTH / 2, height / 2), whole=True
    )


def _middle(points: Sequence[Point]) -> Point | None:
    """Return the middle of some points of the earth; None where they lie all around it."""
    east, north = np.radians(np.array(points)).T
    x, y, z = np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north)
    mean = np.array([x.mean(), y.mean(), z.mean()])
    if np.linalg.norm(mean) < 0.1:  # noqa: PLR2004 - no side of the earth has more of them
        return None
    return float(np.degrees(np.arctan2(mean[1], mean[0]))), float(np.degrees(np.arctan2(mean[2], np.hypot(*mean[:2]))))


def _farthest(middle: Point, points: Sequence[Point]) -> float:
    """Return how far the farthest of some points of the earth lies from one, as an angle."""
    return float(np.arccos(np.clip(Frame(middle)._angles(points)[2], -1, 1)).max())  # noqa: SLF001 - its own module


def _ends(frame: Frame, points: Sequence[Point]) -> tuple[float, float, float, float]:
    """Return where some points of the earth end on a map: on the left, below, on the right, above."""
    x, y, _ = frame._flat(points)  # noqa: SLF001 - its own module
    return float(x.min()), float(y.min()), float(x.max()), float(y.max())
