"""The map of a case: every place that is drawn lies where the table says, and why another is not there is told."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.case import Case
from course.content import ContentError
from course.map.atlas import MOST, atlas, mentions
from course.map.outlines import countries, outlines
from course.map.spots import Mention
from tests.invented import Row, ferry

PRECISIONS = ("city", "point", "region", "line", "sea", "state", "several states", "border", "area")
somewhere = st.fixed_dictionaries(
    {"precision": st.sampled_from(PRECISIONS)},
    optional={
        "latitude": st.floats(-90, 90),
        "longitude": st.floats(-180, 180),
        "iso": st.lists(st.sampled_from([*sorted(countries()), "XXX", "US-TX"]), min_size=1, max_size=2).map(";".join),
    },
)


@settings(max_examples=40, deadline=None)
@given(st.lists(somewhere, min_size=1, max_size=5))
def test_every_place_lies_where_its_coordinates_say_and_none_outside_the_frame(places: list[Row]) -> None:
    found = atlas(ferry(places=places))
    missing = {spot.place for spot, _ in found.absent}
    for spot in found.spots:
        assert spot.at is not None
        assert found.frame.holds(spot.at)
        if spot.earth and spot.drawn in ("point", "name"):
            assert spot.at == found.frame.on_map(spot.earth)
    assert {spot.place for spot in found.spots} | missing == {f"p{number}" for number in range(1, len(places) + 1)}
    for number, row in enumerate(places, start=1):
        codes = [code for code in str(row.get("iso", "")).split(";") if code in countries()]
        if not codes and not {"latitude", "longitude"} <= row.keys():
            assert f"p{number}" in missing
    assert all(why.endswith(".") for _, why in found.absent)


def test_a_mention_has_the_name_of_its_owner_and_a_blank_is_said() -> None:
    crew = {"actor": "crew", "name": "Very Good Crew (VGC)"}
    troops = [
        {"whose": "crew", "number": 4000, "hedge": "up to", "place": "dock", "force": "hands", "paragraph": 3},
        {"whose": "nobody", "status": "announced"},
    ]
    assert mentions(ferry(actors=[crew], troops=troops)) == [
        Mention("t1", "hands", "VGC", "up to 4,000", True, "present", "dock", 3),  # noqa: FBT003 - as it is declared
        Mention("t2", "t2", "nobody", "no number", False, "announced", "", 1),  # noqa: FBT003 - as it is declared
    ]


def test_a_count_of_anything_says_what_is_counted_and_needs_no_owner() -> None:
    counts = [{"thing": "homes", "what": "homes", "whose": None, "hedge": "tens of thousands"}]
    [mention] = mentions(ferry(counts=counts))
    assert mention.said() == "tens of thousands of homes"
    [mention] = mentions(ferry(counts=[{"thing": "homes", "what": "homes", "whose": None}]))
    assert mention.said() == "homes (no number)"


def test_a_case_without_places_says_so_and_one_without_counts_or_actors_is_drawn() -> None:
    full = ferry(places=[{"iso": "POL"}])
    bare = Case("ferry", "A ferry", {}, {"places": full.places})
    assert [spot.mentions for spot in atlas(bare).spots] == [()]
    with pytest.raises(ContentError, match="ferry has no table of places, so there is no map to draw"):
        atlas(Case("ferry", "A ferry", {}, {"troops": full.troops}))


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ({"precision": "city"}, "The table gives no coordinates."),
        ({"precision": "region", "iso": "US-TX"}, "The table gives no coordinates."),
        ({"precision": "sea", "latitude": 3}, "The table gives no coordinates."),
        ({"precision": "area"}, "The table names no country."),
        ({"iso": "XXX"}, "No country has the code 'XXX'."),
        ({"iso": "US-TX"}, "No country has the code 'US-TX'. The code of United States is USA."),
        ({"precision": "border", "iso": "FJI;POL"}, "The outlines show no line that Fiji and Poland share."),
        ({"precision": "area", "iso": "TUV"}, "There is no outline of Tuvalu."),
    ],
)
def test_what_is_not_on_the_map_is_told_with_the_reason(place: Row, why: str) -> None:
    found = atlas(ferry(places=[{"name": "The Place", **place}, {"iso": "POL"}]))
    assert [(spot.name, said) for spot, said in found.absent] == [("The Place", why)]
    assert [spot.place for spot in found.spots] == ["p2"]
    assert found.said == [f"Not on the map: The Place. {why}"]
    assert list(found.every) == ["p2", "p1"]


def test_a_region_is_a_point_in_its_country_and_in_no_other_with_the_same_letters() -> None:
    """GEO is Georgia in the Caucasus, IN is Indiana and India."""
    indiana = {"precision": "region", "iso": "US-IN", "latitude": 40, "longitude": -86}
    [spot] = atlas(ferry(places=[indiana])).spots
    assert spot.states == ("USA",)
    assert spot.frame.middle == pytest.approx((-86, 40))
    assert spot.dot == pytest.approx((0, 0), abs=1e-6)


def test_where_no_country_is_known_the_name_stands_at_the_coordinates() -> None:
    [spot] = atlas(ferry(places=[{"iso": "XXX", "latitude": 10, "longitude": -60}])).spots
    assert spot.at == pytest.approx((0, 0), abs=1e-6)
    assert (spot.drawn, spot.rings) == ("name", [])


def test_a_vast_country_is_in_the_frame_with_a_part_and_alone_with_all_of_it() -> None:
    flood = [{"precision": "city", "latitude": 29.76, "longitude": -95.37}, {"iso": "USA"}]
    near = atlas(ferry(places=flood))
    assert near.frame.width < 2000
    assert len(near.spots) == 2
    alone = atlas(ferry(places=[{"iso": "USA"}]))
    assert all(alone.frame.holds(alone.frame.on_map(point)) for point in outlines("world")["USA"].main)
    far = atlas(ferry(places=[{"precision": "city", "latitude": -33.9, "longitude": 151.2}, {"iso": "CHN"}]))
    assert {spot.place for spot in far.spots} == {"p1", "p2"}


def test_past_what_a_map_holds_places_with_a_count_are_drawn_and_the_rest_is_told() -> None:
    town = {"precision": "city", "latitude": 10, "longitude": 10}
    places = [{"place": f"town-{number}", **town} for number in range(MOST + 50)]
    last = f"town-{MOST + 49}"
    found = atlas(ferry(places=places, troops=[{"place": last}]))
    assert len(found.spots) == MOST
    assert found.spots[-1].place == last, "in the order of the table"
    assert found.said == [
        (
            f"The map has room for {MOST} places: those with a count first, then in the order of the table. "
            "50 places more of the table are left out."
        )
    ]
