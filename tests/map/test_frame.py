"""The frame of a map: what it holds lies where its coordinates say, anywhere on earth, and distances are those of the earth."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.map.frame import EARTH, LEAST, Frame, around, framed

Point = tuple[float, float]
EUROPE = Frame((29.0, 50.0), 4.0)
places = st.tuples(st.floats(-180, 180), st.floats(-90, 90))


def great_circle(one: Point, other: Point) -> float:
    """The distance of two places on the earth, in kilometres (haversine)."""
    west, south, east, north = map(math.radians, (*one, *other))
    half = math.sin((north - south) / 2) ** 2 + math.cos(south) * math.cos(north) * math.sin((east - west) / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(min(1, half)))


@given(st.lists(places, min_size=1, max_size=6))
def test_a_frame_holds_the_places_that_it_was_made_for(points: list[Point]) -> None:
    frame = framed(points)
    assert all(frame.holds(frame.on_map(point)) for point in points)
    assert frame.width >= LEAST * 0.999
    assert 2 * frame.half[0] <= 600
    assert 2 * frame.half[1] <= 600


@given(st.lists(places, min_size=1, max_size=4))
def test_each_place_lies_where_its_coordinates_say(points: list[Point]) -> None:
    frame = framed(points)
    if frame.whole:
        for east, north in points:
            x, y = frame.on_map((east, north))
            assert y == pytest.approx(math.radians(north - frame.middle[1]) * EARTH / frame.scale, abs=1e-6)
            turns = (frame.middle[0] + x / frame.half[0] * 180 - east) / 360
            assert turns == pytest.approx(round(turns), abs=1e-6)
    else:
        for point in points:
            [back] = frame.on_earth([frame.on_map(point)])
            assert great_circle(back, point) == pytest.approx(0, abs=0.01)


@given(places, st.floats(0, 800), st.floats(0, 360))
def test_what_is_as_far_from_a_place_is_as_far_on_the_map(middle: Point, far: float, bearing: float) -> None:
    """In a frame of the least width, wherever on earth it lies."""
    frame = framed([middle])
    turn = math.radians(bearing)
    near = far / frame.scale * math.cos(turn), far / frame.scale * math.sin(turn)
    [there] = frame.on_earth([near])
    assert great_circle(middle, there) == pytest.approx(far, rel=0.01, abs=0.1)


def test_no_distance_in_a_frame_of_half_a_continent_is_off_by_more_than_one_and_a_half_percent() -> None:
    some = [(x, y) for x in range(12, 46, 3) for y in range(41, 60, 3) if EUROPE.holds(EUROPE.on_map((x, y)))]
    assert len(some) > 60
    for one, other in combinations(some, 2):
        far = math.dist(EUROPE.on_map(one), EUROPE.on_map(other)) * EUROPE.scale
        assert far == pytest.approx(great_circle(one, other), rel=0.015)
    assert EUROPE.on_map(EUROPE.middle) == (0, 0)


def test_north_is_up_and_east_is_right() -> None:
    x, y = EUROPE.on_map((30.0, 51.0))
    assert 60 < x * EUROPE.scale < 80
    assert 105 < y * EUROPE.scale < 118


def test_a_frame_goes_over_the_date_line_and_over_a_pole() -> None:
    fiji, samoa = (178.4, -18.1), (-171.8, -13.8)
    pacific = framed([fiji, samoa])
    assert not pacific.whole
    assert pacific.width < 2500
    assert pacific.on_map(fiji)[0] < 0 < pacific.on_map(samoa)[0]
    pole = framed([(0, 88), (180, 88)])
    assert not pole.whole
    assert math.dist(pole.on_map((0, 88)), pole.on_map((180, 88))) * pole.scale == pytest.approx(445, rel=0.01)


def test_places_all_over_the_earth_have_all_of_it_cut_where_nothing_lies() -> None:
    london, suva, lima = (0, 51.5), (178.4, -18.1), (-77, -12)
    frame = framed([london, suva, lima])
    assert frame.whole
    assert (frame.middle[0] + 180) % 360 == pytest.approx(178.4 / 2), "in the widest gap: between London and Suva"
    assert framed([]).whole
    assert not framed([london]).whole


def test_the_poles_are_on_a_map_of_the_earth_only_where_a_place_lies_there() -> None:
    far = [(0.0, 0.0), (120.0, 0.0), (-120.0, 0.0)]
    low, high = framed(far), framed([*far, (0, -80)])
    assert high.half[1] > low.half[1]
    assert not low.holds(low.on_map((0, -80)))


def test_rings_are_cut_off_a_little_beyond_the_frame_and_left_out_where_they_cannot_be_seen() -> None:
    right, up = EUROPE.half
    inside = EUROPE.on_earth([(0, 0), (10, 0), (10, 10), (0, 0)])
    [ring] = EUROPE.rings([inside])
    assert [(round(x, 6), round(y, 6)) for x, y in ring] == [(0, 0), (10, 0), (10, 10), (0, 0)]
    across = EUROPE.on_earth([(0, -9), (9000, -9), (9000, 9), (0, 9), (0, -9)])
    [ring] = EUROPE.rings([across])
    assert max(x for x, _ in ring) == pytest.approx(right * 1.02)
    assert EUROPE.rings([EUROPE.on_earth([(right * 2, 0), (right * 3, 0), (right * 3, up), (right * 2, 0)])]) == []
    assert EUROPE.rings([[(-150, -60), (-140, -60), (-140, -50), (-150, -60)]]) == [], "beyond the horizon"


def test_on_a_map_of_the_earth_a_ring_over_its_edge_has_a_part_on_each_side() -> None:
    frame = framed([(0, 0), (120, 0), (-100, 0)])
    edge = frame.middle[0] + 180
    rings = frame.rings([[(edge - 9, 0), (edge + 9, 0), (edge + 9, 9), (edge - 9, 9), (edge - 9, 0)]])
    ends = sorted((round(min(x for x, _ in ring)), round(max(x for x, _ in ring))) for ring in rings)
    right, part = frame.half[0], frame.half[0] * 9 / 180
    assert ends == [(round(-right), round(part - right)), (round(right - part), round(right))]


def test_a_ring_around_a_pole_reaches_the_pole_on_a_map_of_the_earth() -> None:
    frame = framed([(0, 0), (120, -85), (-120, 0)])
    ring = [(float(east), -70.0) for east in range(-180, 181, 10)]
    found = frame.rings([ring])
    assert min(y for part in found for _, y in part) == pytest.approx(-frame.half[1])


def test_a_line_that_leaves_a_map_of_the_earth_goes_on_at_its_other_side() -> None:
    frame = framed([(0, 0), (120, 0), (-100, 0)])
    edge = frame.middle[0] + 180
    one, other = frame.lines([[(edge - 9, 0), (edge - 1, 0), (edge + 1, 0), (edge + 9, 0)]])
    assert [len(one), len(other)] == [2, 2]


def test_a_circle_has_its_radius_all_around() -> None:
    town = (26.1, 44.43)
    [ring] = EUROPE.circle(town, 25)
    assert {round(great_circle(town, point), 3) for point in EUROPE.on_earth(ring)} == {25}


def test_one_measures_around_the_middle_in_kilometres() -> None:
    near = around([(178, -18), (-178, -18)])
    assert near.middle[0] == pytest.approx(180)
    assert math.dist(near.on_map((178, -18)), near.on_map((-178, -18))) == pytest.approx(
        great_circle((178, -18), (-178, -18)), rel=1e-3
    )


def test_a_point_is_moved_into_the_frame_and_one_inside_stays() -> None:
    right, up = EUROPE.half
    assert EUROPE.moved_inside((right + 50, -up - 1), (20, 10)) == (right - 20, -up + 10)
    assert EUROPE.moved_inside((3, 4), (20, 10)) == (3, 4)
