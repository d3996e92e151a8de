"""Distances, circles and bands on the flat map are those of the earth."""

from __future__ import annotations

import math
import random
from itertools import pairwise

import pytest

from course.map.geometry import Area, band, clipped, clockwise, distance, inside_of
from course.map.outlines import FINE, local, outlines
from tests.map.circle import smallest_circle

Point = tuple[float, float]
SQUARE = [(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0), (0.0, 0.0)]


def area(ring: list[Point]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


def country(iso: str) -> list[list[Point]]:
    """The rings of a country in kilometres, with those of Ukraine around the middle."""
    return local(FINE, ("UKR",)).rings(outlines(FINE)[iso].rings, math.inf)


def test_the_smallest_circle_holds_all_and_no_smaller_one_does() -> None:
    chance = random.Random(1)  # noqa: S311 - it guards nothing
    for _ in range(40):
        points = [(chance.uniform(0, 9), chance.uniform(0, 9)) for _ in range(chance.randint(1, 7))]
        middle, radius = smallest_circle(points)
        assert all(math.dist(middle, point) <= radius + 1e-5 for point in points)
        on_edge = [point for point in points if math.dist(middle, point) > radius - 1e-5]
        assert len(points) == 1 or len(on_edge) >= 2
        # Held by two points across or by three around: the middle is not on one side of them all.
        turns = sorted(math.atan2(y - middle[1], x - middle[0]) for x, y in on_edge)
        gaps = [b - a for a, b in pairwise([*turns, turns[0] + math.tau])]
        assert len(points) == 1 or max(gaps) <= math.pi + 1e-4


def test_three_points_on_a_line_have_a_circle_too() -> None:
    middle, radius = smallest_circle([(0, 0), (1, 1), (2, 2)])
    assert middle == (1, 1)
    assert radius == pytest.approx(math.sqrt(2))


def test_the_distance_of_two_outlines_is_the_least_one() -> None:
    other = [(x + 130, y + 40) for x, y in SQUARE]
    assert distance([SQUARE], [other]) == pytest.approx(30)
    assert distance([SQUARE], [SQUARE]) == 0
    assert distance([], [SQUARE]) == math.inf
    assert 140 < distance(country("UKR"), country("BGR")) < 200
    assert distance(country("UKR"), country("BLR")) == 0


def test_a_band_around_a_square_has_the_area_that_it_should_have() -> None:
    [edge] = band([SQUARE], 20, 12)
    assert area(edge) == pytest.approx(100**2 + 4 * 100 * 20 + math.pi * 20**2, rel=0.01)
    assert band([SQUARE], 0, 12) == []


def test_a_band_along_a_line_goes_around_both_of_its_ends() -> None:
    [edge] = band([[(0, 0), (100, 0), (250, 0)]], 30, 12)
    assert area(edge) == pytest.approx(2 * 250 * 30 + math.pi * 30**2, rel=0.02)


def test_a_bay_that_a_band_does_not_fill_stays_free() -> None:
    """A ring with a gap of 40 kilometres around a pond of 300: a band of 50 closes the gap and not the pond."""
    outside = [(0, 0), (500, 0), (500, 500), (0, 500), (0, 270), (100, 270), (100, 400), (400, 400), (400, 100)]
    ring = [*outside, (100, 100), (100, 230), (0, 230), (0, 0)]
    rings = band([[(float(x), float(y)) for x, y in ring]], 50, 12)
    assert [clockwise(edge) for edge in sorted(rings, key=len, reverse=True)] == [False, True]
    assert not Area(rings).holds((250, 250))
    assert Area(rings).holds((125, 250))


@pytest.mark.parametrize("width", [25, 100, 250, 400])
def test_a_band_holds_what_is_near_enough_to_ukraine_and_nothing_else(width: int) -> None:
    [ring] = country("UKR")
    edges = band([ring], width, 12)
    wrong = []
    for x in range(-1150, 1150, 57):
        for y in range(-1010, 1010, 57):
            far = distance([[(x, y), (x, y)]], [ring])
            inside = Area([ring]).holds((x, y))
            if not inside and abs(far - width) > 4 and Area(edges).holds((x, y)) is not (far < width):
                wrong.append((x, y, far))
    assert wrong == []


def test_the_band_around_two_islands_is_one_where_they_are_near() -> None:
    near, far = ([[(x + gap, y) for x, y in SQUARE], SQUARE] for gap in (130.0, 300.0))
    [edge] = band(near, 20, 5)
    assert area(edge) == pytest.approx(270 * 140 - 4 * (400 - math.pi * 100), rel=0.02)
    assert len(band(far, 20, 5)) == 2


def test_a_ring_is_cut_off_at_a_rectangle() -> None:
    assert clipped(SQUARE, (200, 200)) == SQUARE
    assert clipped(SQUARE, (40, 200)) == [(0, 0), (40, 0), (40, 100), (0, 100), (0, 0)]
    assert abs(area(clipped(SQUARE, (40, 30)))) == 1200
    assert clipped([(x + 300, y) for x, y in SQUARE], (200, 200)) == []


def test_a_point_inside_is_inside_of_a_crooked_ring_too() -> None:
    hook = [(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (90.0, 100.0), (90.0, 10.0), (0.0, 10.0), (0.0, 0.0)]
    assert Area([hook]).holds(inside_of(hook))
    assert inside_of(SQUARE) == (50, 50)
