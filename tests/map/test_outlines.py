"""The flat map: distances on it are those of the earth, and each state has an outline that says where it is cut."""

from __future__ import annotations

import math
from itertools import combinations

import pytest

from course.map.outlines import CRIMEA, EARTH, EAST_WEST, MIDDLE, SOUTH_NORTH, circle_around, in_frame, on_map, outlines

Point = tuple[float, float]


def great_circle(one: Point, other: Point) -> float:
    """The distance of two places on the earth, in kilometres (haversine)."""
    west, south, east, north = map(math.radians, (*one, *other))
    half = math.sin((north - south) / 2) ** 2 + math.cos(south) * math.cos(north) * math.sin((east - west) / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(half))


def is_in_frame(place: Point) -> bool:
    return EAST_WEST[0] <= place[0] <= EAST_WEST[1] and SOUTH_NORTH[0] <= place[1] <= SOUTH_NORTH[1]


def test_no_distance_in_the_frame_is_off_by_more_than_one_and_a_half_percent() -> None:
    places = [(x, y) for x in range(12, 46, 3) for y in range(41, 60, 3) if is_in_frame(on_map(x, y))]
    assert len(places) > 60
    for one, other in combinations(places, 2):
        true = great_circle(one, other)
        assert math.dist(on_map(*one), on_map(*other)) == pytest.approx(true, rel=0.015)
    assert on_map(*MIDDLE) == (0, 0)


def test_what_is_as_far_from_a_town_is_a_circle_on_the_map() -> None:
    around = [(26.1 + 4 * math.cos(turn), 44.43 + 2.5 * math.sin(turn)) for turn in range(7)]
    for place in around:
        true = great_circle((26.1, 44.43), place)
        assert math.dist(on_map(26.1, 44.43), on_map(*place)) == pytest.approx(true, rel=0.01)


def test_north_is_up_and_east_is_right() -> None:
    x, y = on_map(MIDDLE[0] + 1, MIDDLE[1] + 1)
    assert 60 < x < 80
    assert 105 < y < 118


def test_each_state_is_under_its_code_and_crimea_under_its_name() -> None:
    assert outlines()["UKR"].name == "Ukraine"
    assert outlines()[CRIMEA].rings
    assert [iso for iso in outlines() if len(iso) != 3] == [CRIMEA]
    assert set(outlines()["DNK"].points) == {point for ring in outlines()["DNK"].rings for point in ring}


@pytest.mark.parametrize(("iso", "cut"), [("RUS", True), ("UKR", False), ("ROU", False), ("NOR", True), ("TUR", False)])
def test_a_state_that_goes_on_beyond_the_outlines_says_so(iso: str, cut: bool) -> None:  # noqa: FBT001 - a table
    assert outlines()[iso].cut is cut


def test_the_circle_around_a_state_holds_all_of_it() -> None:
    middle, radius = circle_around("ROU")
    far = [math.dist(middle, point) for point in outlines()["ROU"].points]
    assert max(far) == pytest.approx(radius, abs=0.01)
    assert 350 < radius < 390


def test_only_rings_that_can_be_seen_are_drawn() -> None:
    seen: list[Point] = [(EAST_WEST[1] - 1, 0), (EAST_WEST[1] + 50, 9)]
    beyond = [(EAST_WEST[1] + 1, 0.0), (EAST_WEST[1] + 50, 9.0)]
    below = [(0.0, SOUTH_NORTH[0] - 9), (9.0, SOUTH_NORTH[0] - 1)]
    assert in_frame([beyond, seen, below]) == [seen]
