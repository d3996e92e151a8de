"""Shapes on a flat map in kilometres: distances, circles, and the band that lies within a distance of an outline."""

from __future__ import annotations

import math
from functools import cached_property
from itertools import chain, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Point = tuple[float, float]
Path = list[Point]
"""Points of a line, or of a ring whose last point is its first."""
SLACK = 0.005
"""By how much of its width a point of a band's edge may miss it: the arcs are drawn with corners."""
LEAST_CHAIN = 2
SAME = 10.0
"""How far apart two outlines may run along one border, in kilometres: each is simplified in its own way."""
SPECK = 10
"""What is smaller than so many squares of a step is no bay but an effect of the corners."""
LEAST_RING = 3
HEIGHTS = (0.5, 0.6, 0.4, 0.7, 0.3)
"""Parts of its height at which a place inside a ring is looked for."""


def distance(some: Sequence[Path], others: Sequence[Path]) -> float:
    """Return the least distance between two sets of lines that do not cross."""
    both = [(np.array(one), np.array(other)) for one in some for other in others]
    return min(
        (float(_to_path(x, y).min()) for one, other in both for x, y in ((one, other), (other, one))), default=math.inf
    )


def shared(some: Sequence[Path], others: Sequence[Path]) -> list[Path]:
    """Return the stretches of some rings that run along others: all of a stretch is near enough to one of them."""
    found: list[Path] = []
    for ring in some:
        following = False
        for one, other, near in zip(ring, ring[1:], _along(np.array(ring), others), strict=False):
            if near and following:
                found[-1].append(other)
            elif near:
                found.append([one, other])
            following = near
    return found


def _along(ring: Any, others: Sequence[Path]) -> list[bool]:  # noqa: ANN401 - an array
    """Return of each edge of a ring whether both of its ends and its middle are near enough to one of some others."""
    checks = np.stack([ring[:-1], (ring[:-1] + ring[1:]) / 2, ring[1:]], axis=1)
    found = np.zeros(len(checks), dtype=bool)
    for other in map(np.array, others):
        low, high = other.min(axis=0) - SAME, other.max(axis=0) + SAME
        maybe = np.flatnonzero(((checks >= low) & (checks <= high)).all(axis=(1, 2)))
        if maybe.size:
            found[maybe] |= (_to_path(checks[maybe].reshape(-1, 2), other) <= SAME).reshape(-1, 3).all(axis=1)
    return [bool(each) for each in found]


def _to_path(points: Any, path: Any) -> Any:  # noqa: ANN401 - arrays
    """Return the distance of each point from the nearest stretch of a path."""
    x, y = path[:-1].T
    run_x, run_y = (path[1:] - path[:-1]).T
    length = np.maximum(run_x**2 + run_y**2, 1e-12)
    to_x, to_y = points[:, :1] - x, points[:, 1:] - y
    along = np.clip((to_x * run_x + to_y * run_y) / length, 0, 1)
    return np.sqrt(((to_x - along * run_x) ** 2 + (to_y - along * run_y) ** 2).min(axis=1))


class Area:
    """What lies within some rings, to be asked of many points; a ring in another is a hole."""

    def __init__(self, rings: Sequence[Path]) -> None:
        """Keep the rings."""
        self._rings = rings

    @cached_property
    def _edges(self) -> tuple[Any, Any]:
        starts, ends = ([point for ring in self._rings for point in turn(ring)] for turn in (list, _next))
        return np.array(starts), np.array(ends)

    def holds(self, point: Point) -> bool:
        """Return whether a point lies in it."""
        x, y = point
        starts, ends = self._edges
        crossed = (starts[:, 1] > y) != (ends[:, 1] > y)
        (x1, y1), (x2, y2) = starts[crossed].T, ends[crossed].T
        return int((x < x1 + (x2 - x1) * (y - y1) / (y2 - y1)).sum()) % 2 == 1


class Areas:
    """Several areas, such as countries, whose rings may lie over each other a little at their borders."""

    def __init__(self, every: Iterable[Sequence[Path]]) -> None:
        """Keep the rings of each, and where it ends on each side."""
        self._areas = [Area(rings) for rings in every if rings]
        self._ends = np.array([ends_of(rings) for rings in every if rings]).reshape(-1, 2, 2)

    def hold(self, point: Point) -> bool:
        """Return whether a point lies in one of them."""
        near = ((self._ends[:, 0] <= point) & (point <= self._ends[:, 1])).all(axis=1)
        return any(self._areas[place].holds(point) for place in np.flatnonzero(near).tolist())


def ends_of(rings: Iterable[Path]) -> list[Point]:
    """Return the south-west and the north-east of what holds all of some rings; nothing where there is none."""
    if not (points := [*chain(*rings)]):
        return []
    xs, ys = zip(*points, strict=True)
    return [(min(xs), min(ys)), (max(xs), max(ys))]


def _next(ring: Path) -> Path:
    return [*ring[1:], ring[0]]


def inside_of(ring: Path) -> Point:
    """Return a point well inside a ring: the middle of a long stretch from west to east, near half of its height."""
    low, high = min(y for _, y in ring), max(y for _, y in ring)
    sides = list(zip(ring, [*ring[1:], ring[0]], strict=True))
    stretches = []
    for height in (low + (high - low) * share for share in HEIGHTS):
        xs = sorted(
            x + (to_x - x) * (height - y) / (to_y - y)
            for (x, y), (to_x, to_y) in sides
            if (y > height) != (to_y > height)
        )
        stretches += [(east - west, (west + east) / 2, height) for west, east in zip(xs[::2], xs[1::2], strict=True)]
    _, x, y = max(stretches, key=itemgetter(0), default=(0.0, *ring[0]))
    return x, y


def clockwise(ring: Path) -> bool:
    """Return whether a ring runs clockwise on a map with north on top."""
    return area(ring) < 0


def area(ring: Path) -> float:
    """Return the area of a ring, below zero where it runs clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


def band(paths: Sequence[Path], width: float, step: float) -> list[Path]:
    """Return the outer edges of what lies within a distance of some rings, or all around open lines.

    Points of an edge are a `step` apart, or less. Each path is followed at that distance, on the right hand of who
    walks along it. Where parts of the edge come nearer to another stretch of a path than they should be, they go, and
    the rest is joined again. A bay that the band leaves free is a ring of its own, which runs the other way round.
    """
    if width <= 0:
        return []
    rings = [path if path[0] == path[-1] else [*path, *path[-2::-1]] for path in paths]
    rings = [ring[::-1] if clockwise(ring) else ring for ring in rings]
    whole: list[Path] = []
    chains: list[Path] = []
    for edge in (_beside(ring, width, step) for ring in rings):
        far = np.min([_to_path(np.array(edge), np.array(ring)) for ring in rings], axis=0)
        good = far >= width * (1 - SLACK)
        if good.all():
            whole.append([*edge, edge[0]])
            continue
        first = int(np.argmin(good))
        chains.append([])
        for place in range(first, first + len(edge)):
            if good[place % len(edge)]:
                chains[-1].append(edge[place % len(edge)])
            elif chains[-1]:
                chains.append([])
    joined = _joined([chain for chain in chains if len(chain) >= LEAST_CHAIN])
    return whole + [ring for ring in joined if abs(area(ring)) > SPECK * step**2]


def _beside(ring: Path, width: float, step: float) -> Path:
    """Return points at a distance on the right of a ring, with an arc around each corner that it goes around."""
    found: Path = []
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(ring)]
    for (x, y), (dx, dy), (nx, ny) in zip(ring, steps, [*steps[1:], steps[0]], strict=False):
        length = math.hypot(dx, dy)
        parts = max(1, math.ceil(length / step))
        right = math.atan2(-dx, dy)
        ox, oy = width * math.cos(right), width * math.sin(right)
        found += [(x + dx * part / parts + ox, y + dy * part / parts + oy) for part in range(parts + 1)]
        turn = math.atan2(dx * ny - dy * nx, dx * nx + dy * ny)
        # At the end of an open line one turns on the spot.
        turn = math.pi if turn < -math.pi + 1e-9 else turn
        corners = math.ceil(turn * width / step)
        found += [
            (
                x + dx + width * math.cos(right + turn * corner / corners),
                y + dy + width * math.sin(right + turn * corner / corners),
            )
            for corner in range(1, corners)
        ]
    return found


def _joined(chains: list[Path]) -> list[Path]:
    """Join the ends of chains to the nearest beginnings, into rings."""
    rings = []
    while chains:
        ring = chains.pop(0)
        while True:
            nearest = min(chains, key=lambda chain: math.dist(ring[-1], chain[0]), default=ring)
            if math.dist(ring[-1], ring[0]) <= math.dist(ring[-1], nearest[0]):
                break
            chains.remove(nearest)
            ring = [*ring, *nearest]
        rings.append([*ring, ring[0]])
    return rings


def clipped(ring: Path, half: Point) -> Path:
    """Return what of a ring lies in a rectangle around the middle of the map (Sutherland and Hodgman 1974)."""
    for axis in (0, 1):
        for side in (-1, 1):
            places = [side * point[axis] for point in ring]
            if not ring or max(places) <= half[axis]:
                continue
            if min(places) > half[axis]:
                return []
            found: Path = []
            for one, other in pairwise(ring if ring[0] == ring[-1] else [*ring, ring[0]]):
                inside, leads_inside = (side * point[axis] <= half[axis] for point in (one, other))
                if inside:
                    found.append(one)
                if inside is not leads_inside:
                    share = (side * half[axis] - one[axis]) / (other[axis] - one[axis])
                    found.append((one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share))
            ring = [*found, found[0]] if len(found) >= LEAST_RING else []
    return ring
