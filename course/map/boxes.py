"""Boxes on the map for texts: each near what it names, none over another, none beyond the frame."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from course.map.frame import Frame
    from course.map.geometry import Point

LETTER, LINE = 6.6, 17.0
"""The width of a letter and the height of a line, in pixels, of the labels' font."""
PADDING = 5.0
TEXT = 0.85
"""How much of a box its text takes, about."""
RINGS, RING, DIRECTIONS = 14, 11.0, 24
TRIED = np.array(
    [
        (ring * RING * math.cos(angle), ring * RING * math.sin(angle))
        for ring in range(RINGS)
        for angle in ([math.tau * part / DIRECTIONS for part in range(DIRECTIONS)] if ring else [0.0])
    ]
).T
"""Where a label is tried: in so many directions at so many distances, in pixels, the nearest first."""


@dataclass(frozen=True)
class Box:
    """A rectangle on the map, by its middle and half of its width and height, in pixels."""

    middle: Point
    half: Point

    def meets(self, other: Box) -> bool:
        """Return whether two rectangles share any ground."""
        (x, y), (right, up), (its_x, its_y), (its_right, its_up) = self.middle, self.half, other.middle, other.half
        return abs(x - its_x) < right + its_right and abs(y - its_y) < up + its_up

    @property
    def corners(self) -> list[Point]:
        """Its corners."""
        (x, y), (right, up) = self.middle, self.half
        return [(x + right * east, y + up * north) for east in (-1, 1) for north in (-1, 1)]

    def inside(self, frame: Frame) -> bool:
        """Return whether all of it lies in a frame."""
        (x, y), (right, up) = self.middle, self.half
        return frame.holds((abs(x) + right, abs(y) + up))

    def grown(self, by: float) -> Box:
        """Return a rectangle that is larger on each side, by so many pixels."""
        return Box(self.middle, (self.half[0] + by, self.half[1] + by))

    def covers(self, point: Point) -> bool:
        """Return whether a point lies in it."""
        (x, y), (right, up) = self.middle, self.half
        return abs(x - point[0]) < right and abs(y - point[1]) < up

    def crosses(self, start: Point, end: Point) -> bool:
        """Return whether a line from one point to another runs through it."""
        first, last = 0.0, 1.0
        for middle, half, begin, to in zip(self.middle, self.half, start, end, strict=True):
            run, low, high = to - begin, middle - half - begin, middle + half - begin
            if run == 0 and not low < 0 < high:
                return False
            if run:
                near, far = sorted((low / run, high / run))
                first, last = max(first, near), min(last, far)
        return first < last

    def edge_towards(self, point: Point) -> Point:
        """Return where a line from its middle to a point leaves the text in it; the point where that lies within."""
        dx, dy = point[0] - self.middle[0], point[1] - self.middle[1]
        share = min(half / abs(run) if run else math.inf for half, run in zip(self.half, (dx, dy), strict=True))
        share = min(share, 1)
        return self.middle[0] + dx * share * TEXT, self.middle[1] + dy * share * TEXT

    def nearest(self, points: Sequence[Point]) -> list[Point]:
        """Return some points in the order of their distance from the text in it."""
        if not points:
            return []
        away = np.abs(np.subtract(points, self.middle))
        share = np.minimum((self.half / np.maximum(away, 1e-9)).min(axis=1), 1)
        far = np.hypot(*away.T) * (1 - share * TEXT)
        return [points[place] for place in np.argsort(far, kind="stable").tolist()]


def box_of(lines: list[str], middle: Point) -> Box:
    """Return the rectangle that lines of text take on the map."""
    width = max(map(len, lines), default=0) * LETTER + 2 * PADDING
    height = len(lines) * LINE + 2 * PADDING
    return Box(middle, (width / 2, height / 2))


def placed(
    lines: list[str], near: Point, frame: Frame, taken: list[Box], fits: Callable[[Box], bool] = lambda _: True
) -> Box | None:
    """Return where a text can stand and `fits`, as near as can be to a point; None where there is no such room."""
    half = box_of(lines, near).half
    x, y = TRIED[0] + near[0], TRIED[1] + near[1]
    free = (np.abs(x) + half[0] <= frame.half[0]) & (np.abs(y) + half[1] <= frame.half[1])
    if taken:
        its_x, its_y, right, up = np.array([(*other.middle, *other.half) for other in taken]).T[:, :, None]
        free &= ((np.abs(x - its_x) >= right + half[0]) | (np.abs(y - its_y) >= up + half[1])).all(axis=0)
    boxes = (Box(middle, half) for middle in zip(x[free].tolist(), y[free].tolist(), strict=True))
    return next((box for box in boxes if fits(box)), None)
