"""What the map is drawn of: land that is named, bands on the outer side, and disputed parts given to nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import course
from course.map.atlas import Atlas, atlas
from course.map.frame import HEIGHT
from course.map.geometry import clockwise
from course.map.ground import (
    DASHED,
    KEY_OF_LAND,
    OUTLINED,
    apart,
    bands,
    borders,
    circles,
    key,
    key_of_counts,
    land,
    layout,
    leader_trace,
    lines_trace,
    lit,
    of_outlines,
    point_trace,
)
from course.map.labels import labels, sign_of
from course.map.outlines import drawn
from tests.invented import ferry

if TYPE_CHECKING:
    from course.case import Case
    from course.figures.figure import Trace
    from course.map.spots import Spot

UKRAINE = {"latitude": 49, "longitude": 32, "iso": "UKR"}
AROUND = {"precision": "area", "iso": "UKR"}
TOWN = {
    "precision": "city",
    "latitude": 50,
    "longitude": 29,
    "name": "Dock",
    "wording": "at <the> dock",
    "paragraph": 4,
}


def found(*places: dict[str, Any]) -> Atlas:
    return atlas(ferry(places=list(places)))


def points(trace: Trace) -> set[tuple[float, float]]:
    return {(x, y) for x, y in zip(trace["x"], trace["y"], strict=True) if x is not None}


def outline_of(spot: Spot, iso: str) -> set[tuple[float, float]]:
    """The points of an outline as it is drawn."""
    return points(lines_trace(drawn(spot.frame)[iso], iso))


def test_a_disputed_part_is_given_to_nobody_and_the_caption_says_so(case: Case) -> None:
    there = atlas(case)
    part = points(apart(there))
    west, south, east, north = 32.8, 44.4, 36.4, 45.6
    inside = [there.frame.on_map(corner) for corner in ((west, south), (east, north))]
    assert len(part) > 10
    for trace in (land(there)[1], borders(there.spots)):
        assert [
            (x, y) for x, y in points(trace) if inside[0][0] < x < inside[1][0] and inside[0][1] < y < inside[1][1]
        ] == [], trace["name"]
    assert "Crimea is drawn apart" in course.charts.where(case).caption
    assert of_outlines(found({"iso": "PRY"})) == "Outlines: Natural Earth."
    assert points(apart(found({"iso": "PRY"}))) == set()


def test_lines_are_in_tenths_of_a_pixel_with_a_gap_after_each() -> None:
    trace = lines_trace([[(0.44, 1.66), (2, 3)], [(5, 5)], [(0, 0), (0.3, 0.3), (9, 9)]], "lines", line={"width": 1})
    assert trace["x"] == [0.4, 2, None, 5, None, 0, 9, None], "points too near to be told apart are one"
    assert trace["y"] == [1.7, 3, None, 5, None, 0, 9, None]
    assert (trace["name"], trace["line"]) == ("lines", {"width": 1})


def test_a_country_is_named_land_only_where_the_report_names_it_itself() -> None:
    there = found(UKRAINE, {"precision": "area", "iso": "POL"})
    others, named, outlined = land(there)
    assert points(named) == outline_of(there.spots[0], "UKR")
    assert outline_of(there.spots[0], "POL") <= points(others)
    assert points(outlined) == set()


def test_the_country_of_a_point_is_outlined_and_not_tinted() -> None:
    there = found({"precision": "region", "iso": "CA-ON", "latitude": 50, "longitude": -86})
    _, named, outlined = land(there)
    assert points(named) == set()
    assert points(outlined) == outline_of(there.spots[0], "CAN")
    assert key(there) == ["Counts: none", OUTLINED]


def test_a_border_is_dashed_once_and_a_band_lies_outside_of_it_only_where_a_distance_is_taken() -> None:
    places = found(AROUND, {"precision": "border", "iso": "UKR"}, UKRAINE).spots
    assert borders(places)["x"].count(None) == 1
    assert points(borders(places)) == outline_of(places[0], "UKR")
    assert [trace["x"] for trace in bands(places, 0)] == [[], []]
    band, edge = bands(places, 100)
    assert points(band) == points(edge) | outline_of(places[0], "UKR")
    assert edge["x"].count(None) == 1, "one band for both"


def test_the_hole_in_a_band_runs_the_other_way_round() -> None:
    band, edge = bands(found(AROUND).spots, 100)
    start = len(edge["x"])
    rings = [
        [(x, y) for x, y in zip(band["x"][part], band["y"][part], strict=True) if x is not None]
        for part in (slice(start), slice(start, None))
    ]
    assert [clockwise(ring) for ring in rings] == [False, True]


def test_what_is_lit_is_the_land_the_circle_or_the_band_of_a_place() -> None:
    state, around, town = found(UKRAINE, AROUND, TOWN).spots
    outline = outline_of(state, "UKR")
    assert points(lit(state, 0)[0]) == outline
    assert points(lit(around, 0)[0]) == set()
    assert points(lit(around, 0)[1]) == outline
    assert points(lit(around, 100)[0]) > outline
    assert points(lit(town, 0)[0]) == points(lit(town, 0)[1]) == points(circles([town]))
    assert [trace["x"] for trace in lit(None, 100)] == [[], []]


def test_countries_and_towns_have_a_circle_and_vague_places_have_none() -> None:
    assert circles(found(UKRAINE, AROUND, TOWN, {"iso": "RUS"}).spots)["x"].count(None) == 2


def test_a_town_is_a_dot_at_its_place_and_all_else_is_found_by_hovering_over_its_name() -> None:
    there = found(TOWN, UKRAINE)
    names = labels(there.spots)
    trace = point_trace(there.spots, names)
    marks = dict(zip(trace["text"], zip(trace["x"], trace["y"], trace["marker"]["size"], strict=True), strict=True))
    x, y = there.frame.on_map((29, 50))
    assert marks["Dock"] == (round(x, 1), round(y, 1), 9)
    x, y = next(label.box.middle for label in names if label.spot.name == "p2")
    assert marks["p2"] == (round(x, 1), round(y, 1), 0.1)
    assert trace["customdata"][trace["text"].index("Dock")] == "Dock<br>¶4 “at &lt;the&gt; dock”"
    assert point_trace(there.spots, [])["text"] == ["Dock"], "a town whose name found no room still is a dot"


def test_the_mark_of_a_place_is_that_of_its_precision() -> None:
    exact, region = {**TOWN, "precision": "point"}, {**TOWN, "precision": "region", "latitude": 51}
    there = found(TOWN, exact, region, {"iso": "TUV", "latitude": 50, "longitude": 29})
    assert point_trace(there.spots, [])["marker"]["symbol"] == ["circle", "diamond", "square-open", "circle-open"]


def test_a_line_from_a_label_has_a_dot_at_its_end() -> None:
    spots = found(AROUND, TOWN).spots
    trace = leader_trace(labels(spots))
    assert trace["marker"]["size"] == [0, 6, 0], "a start, an end and a gap"
    assert (trace["x"][1], trace["y"][1]) in {(round(x, 1), round(y, 1)) for x, y in spots[0].rings[0]}


def test_the_key_grows_below_the_map_and_tells_only_what_there_is() -> None:
    there = found(TOWN)
    one, two = (layout("Where?", there, [], ["a key"] * count) for count in (1, 2))
    assert two["height"] - one["height"] == two["margin"]["b"] - one["margin"]["b"] == 20
    assert one["height"] == HEIGHT + 80
    assert two["annotations"][-1]["text"] == "a key<br>a key"
    troops = [{"place": "p1", "status": "existing"}, {"place": "p1"}]
    assert key_of_counts(atlas(ferry(places=[TOWN], troops=troops)).spots) == (
        f"Counts: {sign_of('present')} present   {sign_of('existing')} existing"
    )
    assert key_of_counts(there.spots) == "Counts: none"
    assert key(found(UKRAINE, AROUND)) == [KEY_OF_LAND, "Counts: none", DASHED]


def test_what_is_not_on_the_map_is_named_below_it_without_breaking_markup() -> None:
    lost = [{"precision": "city", "name": f"<b>& {number} lost"} for number in range(7)]
    text = layout("Where?", found(TOWN, *lost), [], [])["annotations"][-1]["text"]
    assert text.startswith("Not on the map: &lt;b&gt;&amp; 0 lost, ")
    assert text.endswith(", and 3 more.")


def test_no_map_is_taller_than_three_screens() -> None:
    for there in (found(), found(UKRAINE), found(*[{"iso": iso} for iso in ("FJI", "GBR", "BRA", "ATA")])):
        assert layout("Where?", there, [], key(there))["height"] < 2400
