"""A place on its map: what it can mean there by its precision, and what lies near it."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from course.map.atlas import atlas
from course.map.outlines import FINE, drawn, outlines
from course.map.spots import AWAY, Mention
from tests.invented import ferry

if TYPE_CHECKING:
    from typing import Any

    from course.case import Case
    from course.map.spots import Spot

TOWN = {"precision": "city", "latitude": 50, "longitude": 29}
BALKANS = [{"iso": iso} for iso in ("ROU", "BGR", "UKR")]


def spot(case: Case, place: str) -> Spot:
    return next(found for found in atlas(case).spots if found.place == place)


def only(**place: Any) -> Spot:
    """The first of some places, the others of which make the frame."""
    return atlas(ferry(places=[place, *BALKANS])).spots[0]


def test_a_circle_says_how_precisely_a_place_is_named(case: Case) -> None:
    town = spot(case, "bucharest")
    [ring] = town.extent(0)
    assert town.dot is not None
    assert {round(math.dist(town.dot, point) * town.frame.scale) for point in ring} == {25}
    poland = spot(case, "poland")
    [(middle, radius)] = poland.coverings
    assert 380 < radius < 430
    [ring] = poland.extent(0)
    at = poland.frame.on_map(middle)
    inner = min(math.dist(at, point) for point in ring)
    assert all(math.dist(at, point) < inner + 3 for point in drawn(poland.frame)["POL"][0])
    assert len(spot(case, "poland-and-romania").extent(0)) == 2, "one around each: what lies between is not named"
    assert spot(case, "russia").extent(0) == [], "Russia goes on beyond the map"


def test_a_border_of_two_countries_is_the_line_that_they_share(case: Case) -> None:
    found = spot(case, "romania-ukraine-border")
    length = sum(math.dist(a, b) for path in found.rings for a, b in pairwise(path)) * found.frame.scale
    assert 400 < length < 650, "600 kilometres, says the report; the outlines are coarse"


def test_what_is_near_ukraine_is_reached_in_the_order_of_distance(case: Case) -> None:
    around = spot(case, "around-ukraine")
    assert around.reached(0) == []
    assert set(around.reached(25)) == {"BLR", "HUN", "MDA", "POL", "ROU", "RUS", "SVK"}
    assert set(around.reached(250)) - set(around.reached(25)) == {"BGR", "LTU"}
    assert only(iso="UKR").reached(400) == [], "a country has no distance"


def test_a_place_has_the_mentions_of_the_statuses_that_are_asked_for() -> None:
    troops = [{"place": "dock"}, {"place": "pier"}, {"place": "dock", "status": "proposed"}, {}]
    dock = spot(ferry(places=[{"place": "dock", **TOWN}], troops=troops), "dock")
    assert [each.mention for each in dock.mentions] == ["t1", "t3"]
    assert [each.mention for each in dock.shown(["proposed", "announced"])] == ["t3"]


def test_a_mention_is_said_with_its_owner_or_without_one() -> None:
    mention = Mention("m1", "boats", "the crew", "40 boats", has_number=True, status="", place="", paragraph=1)
    assert mention.said() == "the crew: 40 boats"
    assert (
        Mention("m1", "boats", "", "40 boats", has_number=True, status="", place="", paragraph=1).said() == "40 boats"
    )


@pytest.mark.parametrize(
    ("precision", "iso", "is_around"),
    [("area", "POL", True), ("border", "POL", True), ("border", "POL;UKR", False), ("state", "POL", False)],
)
def test_only_the_border_of_one_country_or_the_area_around_it_goes_around(
    precision: str,
    iso: str,
    is_around: bool,  # noqa: FBT001 - a table
) -> None:
    assert only(precision=precision, iso=iso).encircled is is_around


def test_what_has_no_point_is_named_beside_its_outline() -> None:
    area, border = only(precision="area", iso="UKR"), only(precision="border", iso="UKR")
    xs, ys = zip(*(point for ring in area.rings for point in ring), strict=True)
    assert area.at is not None
    assert border.at is not None
    assert area.at == pytest.approx(((min(xs) + max(xs)) / 2, max(ys) + AWAY))
    assert border.at[0] > max(xs) - 1
    assert min(ys) < border.at[1] < max(ys)
    several = only(precision="several states", iso="ROU;BGR")
    west = min(x for ring in several.rings for x, _ in ring)
    assert several.at is not None
    assert several.at[0] < west + 60, "to the west, where the map has less to show"


def test_a_country_is_named_on_its_land_that_is_in_sight() -> None:
    russia = only(iso="RUS", latitude=60, longitude=90)
    assert russia.at is not None
    assert russia.frame.holds(russia.at)
    given = only(iso="POL", latitude=52, longitude=20)
    assert given.at == given.frame.on_map((20, 52))


def test_a_country_too_small_for_an_outline_is_a_mark_at_its_point() -> None:
    [found] = atlas(ferry(places=[{"iso": "TUV"}])).spots
    assert found.dot == found.at == found.frame.on_map((179.21, -8.5))
    assert found.rings == found.extent(0) == []
    assert only(iso="POL").dot is None


@pytest.mark.parametrize(
    ("precision", "radius", "has_mark", "precise"),
    [("city", 25, True, True), ("point", 1, True, True), ("region", 0, True, True), ("line", 0, False, True),
     ("sea", 0, False, True)],
)  # fmt: skip
def test_a_place_with_coordinates_is_a_mark_or_a_name_alone(
    precision: str,
    radius: float,
    has_mark: bool,  # noqa: FBT001 - a table
    precise: bool,  # noqa: FBT001 - a table
) -> None:
    found = only(precision=precision, latitude=46, longitude=25)
    assert found.radius == radius
    assert found.at == found.frame.on_map((25, 46))
    assert (found.dot is not None, found.precise) == (has_mark, precise)
    assert bool(found.extent(0)) is (radius > 0)


def test_a_band_goes_around_an_outline_and_without_a_width_there_is_the_line() -> None:
    around = only(precision="area", iso="UKR")
    assert around.extent(0) == around.rings
    [edge] = around.extent(100)
    west = min(x for ring in around.rings for x, _ in ring)
    assert (west - min(x for x, _ in edge)) * around.frame.scale == pytest.approx(100, abs=4)


def test_a_band_goes_over_the_date_line() -> None:
    around = atlas(ferry(places=[{"precision": "area", "iso": "FJI"}])).spots[0]
    width = 100 / around.frame.scale
    edge = [point for ring in around.extent(100) for point in ring]
    land = [point for ring in around.rings for point in ring]
    for axis in (0, 1):
        ends = [(min(each), max(each)) for each in ([p[axis] for p in edge], [p[axis] for p in land])]
        assert ends[0][0] == pytest.approx(ends[1][0] - width, rel=0.05)
        assert ends[0][1] == pytest.approx(ends[1][1] + width, rel=0.05)


def test_outlines_are_those_of_the_frame(case: Case) -> None:
    found = spot(case, "poland")
    assert found.file == FINE
    assert found.known == ("POL",)
    assert len(found.rings) == len(outlines(FINE)["POL"].rings)
