"""Countries and outlines: each country has a code and a point on its land; shared borders, distances and circles are true."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from course import content
from course.map.frame import Frame, framed
from course.map.geometry import Area
from course.map.outlines import (
    COARSE,
    FINE,
    border,
    countries,
    country_of,
    distances,
    drawn,
    file_of,
    local,
    notes,
    outlines,
    seen,
)
from tests.map.circle import circle_around

EUROPE = Frame((29.0, 49.0), 4.0)


def test_each_country_has_codes_of_its_own_and_a_point_on_its_land() -> None:
    assert len(countries()) == len({each.alpha2 for each in countries().values()}) == 250
    found = outlines(COARSE)
    for iso, each in countries().items():
        east, north = each.at
        assert -180 <= east <= 180
        assert -90 <= north <= 90
        if iso in found and len([point for ring in found[iso].rings for point in ring]) > 40:
            turns = [Area(found[iso].rings).holds((east + turn, north)) for turn in (-360, 0, 360)]
            assert any(turns) or iso == "ATA", f"{each.name} has its point elsewhere"


def test_each_outline_is_a_country_or_has_a_note_that_says_why_it_is_none() -> None:
    for file in (FINE, COARSE):
        for key, each in outlines(file).items():
            assert (key in countries()) is not bool(each.note)
            assert each.name == (countries()[key].name if key in countries() else key)
    assert {"SGP", "MLT", "WSM", "TON", "XKX"} <= outlines(COARSE).keys()


@pytest.mark.parametrize(
    ("code", "iso", "whole"),
    [
        ("ROU", "ROU", "ROU"),
        ("US-TX", "USA", ""),
        ("USA-TX", "USA", ""),
        ("XXX", "", ""),
        ("ZZ-1", "", ""),
        ("US", "", ""),
    ],
)
def test_a_code_is_of_a_country_or_of_a_part_of_one(code: str, iso: str, whole: str) -> None:
    assert country_of(code) == iso
    assert country_of(code, whole=True) == whole


def test_the_fine_outlines_are_drawn_where_they_fill_the_frame() -> None:
    assert file_of(EUROPE) == FINE
    for frame in (Frame((29, 40), 4), Frame((-20, 50), 4), Frame((150, -30), 4), framed([])):
        assert file_of(frame) == COARSE


def test_what_is_drawn_is_what_can_be_seen() -> None:
    assert {"UKR", "ROU", "POL"} <= drawn(EUROPE).keys()
    assert not {"PRT", "USA"} & drawn(EUROPE).keys()
    assert {"FJI", "WSM", "TON"} <= drawn(framed([(178, -18), (-172, -14)])).keys()
    right, up = EUROPE.half
    assert all(
        abs(x) < right * 1.03 and abs(y) < up * 1.03
        for rings in drawn(EUROPE).values()
        for ring in rings
        for x, y in ring
    )
    assert 0.95 < sum(map(seen, drawn(Frame((25, 0), 1.5)).values())) / 4 / right / up < 1.1, "all land, in Congo"


def test_a_note_is_said_where_its_part_is_in_sight() -> None:
    assert len(notes(EUROPE)) == 1
    assert notes(framed([(151, -34)])) == []


@pytest.mark.parametrize("file", [FINE, COARSE])
def test_a_file_tells_the_smallest_circle_around_each_of_its_outlines(file: str) -> None:
    for iso, each in outlines(file).items():
        (east, north), radius = circle_around(file, iso)
        told = (*each.circle[0], each.circle[1])
        assert told == pytest.approx((east, north, radius), abs=0.002), f"{file}, {iso}: it should be {told}"


@pytest.mark.parametrize("file", [FINE, COARSE])
def test_a_file_is_one_object_of_json_and_no_edge_in_it_is_longer_than_two_degrees(file: str) -> None:
    every = content.read_json(content.cases_folder() / "geo" / f"{file}.geojson")["features"]
    assert len(every) == len(outlines(file)), "no outline is in it twice"
    for feature, each in zip(every, outlines(file).values(), strict=True):
        rings = [[tuple(point) for point in ring] for part in feature["geometry"]["coordinates"] for ring in part]
        assert rings == list(each.rings)
        assert all(abs(other[0] - one[0]) <= 2.0001 for ring in rings for one, other in pairwise(ring)), each.name


def test_the_circle_around_a_country_holds_all_of_it() -> None:
    middle, radius = outlines(FINE)["ROU"].circle
    near = Frame(middle)
    far = [math.dist((0, 0), near.on_map(point)) for ring in outlines(FINE)["ROU"].rings for point in ring]
    assert max(far) == pytest.approx(radius, rel=0.01)
    assert 350 < radius < 390
    [east, _], wide = outlines(COARSE)["FJI"].circle
    assert 175 < east % 360 < 185, "over the date line"
    assert 150 < wide < 400


@pytest.mark.parametrize(
    ("states", "least", "most"), [(("ROU", "UKR"), 400, 650), (("USA", "MEX"), 2000, 3200), (("IDN", "PNG"), 600, 900)]
)
def test_two_countries_share_a_line(states: tuple[str, str], least: float, most: float) -> None:
    near = local(COARSE, states)
    lines = border(COARSE, states)
    assert least < sum(math.dist(near.on_map(a), near.on_map(b)) for line in lines for a, b in pairwise(line)) < most
    assert border(COARSE, ("FJI", "POL")) == ()


def test_the_distance_of_two_countries_is_the_least_one_and_far_ones_are_left_out() -> None:
    found = distances(FINE, ("UKR",), 400)
    assert [iso for iso, far in found.items() if far == 0 and iso != "RUS"] == [
        iso for iso in found if iso in {"BLR", "HUN", "MDA", "POL", "ROU", "SVK"}
    ]
    assert 140 < found["BGR"] < 200
    assert "FRA" not in found
    assert found.keys() <= countries().keys()
    assert set(distances(COARSE, ("WSM",), 400)) == {"ASM"}, "and no country on the other side of the date line"
