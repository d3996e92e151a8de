"""The smallest circle around an outline, as the files of outlines have it: what is the same for every map is computed once."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from course.map.outlines import local, outlines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course.map.geometry import Point


def circle_around(file: str, iso: str) -> tuple[Point, float]:
    """Return the middle of the smallest circle that holds an outline, on the earth, and its radius in kilometres."""
    points = [point for ring in outlines(file)[iso].rings for point in ring]
    near = local(file, (iso,))
    middle, radius = smallest_circle(near.path(points))
    return near.on_earth([middle])[0], radius


def smallest_circle(points: Sequence[Point]) -> tuple[Point, float]:
    """Return the middle and the radius of the smallest circle that holds all points (Welzl 1991, without chance)."""
    middle, radius = points[0], 0.0
    for i, one in enumerate(points):
        if _holds(middle, radius, one):
            continue
        middle, radius = one, 0.0
        for j, other in enumerate(points[:i]):
            if _holds(middle, radius, other):
                continue
            middle, radius = _between(one, other)
            for third in points[:j]:
                if not _holds(middle, radius, third):
                    middle, radius = _through(one, other, third)
    return middle, radius


def _holds(middle: Point, radius: float, point: Point) -> bool:
    return math.dist(middle, point) <= radius + 1e-6


def _between(one: Point, other: Point) -> tuple[Point, float]:
    return ((one[0] + other[0]) / 2, (one[1] + other[1]) / 2), math.dist(one, other) / 2


def _through(a: Point, b: Point, c: Point) -> tuple[Point, float]:
    bx, by, cx, cy = b[0] - a[0], b[1] - a[1], c[0] - a[0], c[1] - a[1]
    double = 2 * (bx * cy - by * cx)
    if abs(double) < 1e-9:
        return max((_between(*pair) for pair in ((a, b), (a, c), (b, c))), key=lambda found: found[1])
    b2, c2 = bx * bx + by * by, cx * cx + cy * cy
    x, y = (cy * b2 - by * c2) / double, (bx * c2 - cx * b2) / double
    return (a[0] + x, a[1] + y), math.hypot(x, y)
