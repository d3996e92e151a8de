"""Places and forces of a case: what a place can mean on the map, and what lies near it."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from course.map.atlas import CITY_RADIUS, INSIDE, Force, Spot, forces, spots
from course.map.outlines import EAST_WEST, on_map, outlines
from tests.invented import ferry

if TYPE_CHECKING:
    from course.case import Case


def spot(case: Case, place: str) -> Spot:
    return next(found for found in spots(case) if found.place == place)


def test_a_circle_says_how_precisely_a_place_is_named(case: Case) -> None:
    [town] = spot(case, "bucharest").extent(0)
    assert math.dist(town[0], on_map(26.1, 44.43)) == CITY_RADIUS
    poland = spot(case, "poland")
    [(middle, radius)] = poland.coverings
    assert 380 < radius < 430
    assert all(math.dist(middle, point) <= radius + 0.1 for point in outlines()["POL"].points)
    assert len(spot(case, "poland-and-romania").extent(0)) == 2, (
        "a circle around each state: what lies between is not named"
    )
    assert spot(case, "russia").extent(0) == [], "Russia goes on beyond the map"
    assert spot(case, "baltics").extent(100) == []


def test_a_border_of_two_states_is_the_line_that_they_share(case: Case) -> None:
    line = spot(case, "romania-ukraine-border").rings
    length = sum(math.dist(a, b) for path in line for a, b in pairwise(path))
    assert 400 < length < 650, "600 kilometres, says the report; the outlines are coarse"


def test_what_is_near_ukraine_is_reached_in_the_order_of_distance(case: Case) -> None:
    around = spot(case, "around-ukraine")
    assert around.reached(0) == []
    assert set(around.reached(25)) == {"BLR", "HUN", "MDA", "POL", "ROU", "RUS", "SVK"}
    assert set(around.reached(225)) - set(around.reached(25)) == {"BGR", "LTU"}
    assert "Crimea" not in around.reached(400)


def test_a_force_has_the_name_of_its_owner_and_a_blank_is_said() -> None:
    crew = {"actor": "crew", "name": "Very Good Crew (VGC)"}
    troops = [
        {"whose": "crew", "number": 4000, "hedge": "up to", "place": "dock", "force": "hands", "paragraph": 3},
        {"whose": "nobody", "status": "announced"},
    ]
    assert forces(ferry(actors=[crew], troops=troops)) == [
        Force("t1", "hands", "VGC", "up to 4,000", "present", "dock", 3),
        Force("t2", "t2", "nobody", "no number", "announced", "", 1),
    ]


def test_a_place_has_the_forces_that_stand_at_it_of_the_statuses_that_are_asked_for() -> None:
    troops = [{"place": "dock"}, {"place": "pier"}, {"place": "dock", "status": "proposed"}, {}]
    dock = spot(ferry(places=[{"place": "dock"}], troops=troops), "dock")
    assert [force.mention for force in dock.forces] == ["t1", "t3"]
    assert [force.mention for force in dock.shown_forces(["proposed", "announced"])] == ["t3"]


@pytest.mark.parametrize(
    ("precision", "iso", "is_around"),
    [
        ("area", "POL", True),
        ("border", "POL", True),
        ("border", "POL;UKR", False),
        ("state", "POL", False),
        ("area", "XXX", False),
    ],
)
def test_only_the_border_of_one_known_state_or_the_area_around_it_goes_around(
    precision: str,
    iso: str,
    is_around: bool,  # noqa: FBT001 - a table
) -> None:
    assert spot(ferry(places=[{"precision": precision, "iso": iso}]), "p1").encircled is is_around


def test_what_has_a_place_has_its_point_and_what_lies_beyond_the_frame_is_named_inside_it() -> None:
    places = [
        {"precision": "city", "latitude": 50, "longitude": 29},
        {"latitude": 60, "longitude": 90, "iso": "RUS"},
        {"latitude": 50, "longitude": -15, "iso": "XXX"},
        {"precision": "city"},
    ]
    town, far, west, nowhere = spots(ferry(places=places))
    assert town.at == (0, 0)
    assert far.at is not None
    assert west.at is not None
    assert (west.at[0], far.at[0]) == (EAST_WEST[0] + INSIDE, EAST_WEST[1] - INSIDE)
    assert (nowhere.at, nowhere.extent(0)) == (None, [])


def test_what_has_no_point_is_named_beside_its_states() -> None:
    states = [{"latitude": 46, "longitude": 25, "iso": "ROU"}, {"latitude": 43, "longitude": 25, "iso": "BGR"}]
    vague = [
        {"precision": "area", "iso": "UKR"}, {"precision": "border", "iso": "UKR"},
        {"precision": "several states", "iso": "ROU;BGR"}, {"precision": "area"},
    ]  # fmt: skip
    *_, area, border, several, unknown = spots(ferry(places=[*states, *vague]))
    north, south = (pick(y for _, y in outlines()["UKR"].points) for pick in (max, min))
    assert area.at is not None
    assert border.at is not None
    assert several.at is not None
    xs = [x for x, _ in outlines()["UKR"].points]
    assert area.at[0] == pytest.approx((min(xs) + max(xs)) / 2)
    assert area.at[1] > north
    assert border.at[0] > max(xs)
    assert south < border.at[1] < north
    assert several.at[0] < on_map(25, 46)[0] - 400, "to the west, where the map has less to show"
    assert unknown.at is None


def test_a_band_goes_around_an_outline_and_without_a_width_there_is_the_line() -> None:
    around = spot(ferry(places=[{"precision": "area", "iso": "UKR"}]), "p1")
    assert around.extent(0) == around.rings
    [edge] = around.extent(100)
    west = min(x for ring in around.rings for x, _ in ring)
    assert min(x for x, _ in edge) == pytest.approx(west - 100, abs=3)
    assert spot(ferry(places=[{"iso": "UKR"}]), "p1").reached(400) == [], "a state has no distance"
