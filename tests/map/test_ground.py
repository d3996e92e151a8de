"""What the map is drawn of: land that is named, bands on the outer side, and Crimea given to nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import course
from course.map.atlas import Spot, spots
from course.map.geometry import clockwise
from course.map.ground import (
    HEIGHT,
    bands,
    borders,
    circles,
    key_of_forces,
    land,
    layout,
    leader_trace,
    lines_trace,
    lit,
    point_trace,
)  # fmt: skip
from course.map.labels import labels, sign_of
from course.map.outlines import on_map, outlines
from tests.invented import ferry

if TYPE_CHECKING:
    from course.case import Case
    from course.figures.figure import Trace

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


def found(*places: dict[str, Any]) -> list[Spot]:
    return spots(ferry(places=list(places)))


def points(trace: Trace) -> set[tuple[float, float]]:
    return {(x, y) for x, y in zip(trace["x"], trace["y"], strict=True) if x is not None}


def outline_of(iso: str) -> set[tuple[float, float]]:
    return {(round(x), round(y)) for x, y in outlines()[iso].points}


def test_crimea_is_given_to_nobody_and_the_caption_says_so(case: Case) -> None:
    chart = course.charts.where(case)
    drawn = {trace.name: trace for trace in chart.figure.data}
    crimea = {(x, y) for x, y in zip(drawn["Crimea"].x, drawn["Crimea"].y, strict=True) if x is not None}
    assert len(crimea) > 10
    west, south = on_map(32.8, 44.4)
    east, north = on_map(36.4, 45.6)
    for name in ("named", "borders and areas"):
        points = [(x, y) for x, y in zip(drawn[name].x, drawn[name].y, strict=True) if x is not None]
        assert [point for point in points if west < point[0] < east and south < point[1] < north] == [], name
    assert "Crimea is drawn apart" in chart.caption


def test_lines_are_in_whole_kilometres_with_a_gap_after_each() -> None:
    trace = lines_trace([[(0.4, 1.6), (2, 3)], [(5, 5)]], "lines", line={"width": 1})
    assert (trace["x"], trace["y"]) == ([0, 2, None, 5, None], [2, 3, None, 5, None])
    assert (trace["name"], trace["line"]) == ("lines", {"width": 1})


def test_a_state_is_named_land_only_where_the_report_names_it_itself() -> None:
    others, named = land(found(UKRAINE, {"precision": "area", "iso": "POL"}))
    assert points(named) == outline_of("UKR")
    assert outline_of("POL") <= points(others)
    assert not points(named) & {(round(x), round(y)) for x, y in outlines()["Crimea"].points[5:9]}


def test_a_border_is_dashed_once_and_a_band_lies_outside_of_it_only_where_a_distance_is_taken() -> None:
    places = found(AROUND, {"precision": "border", "iso": "UKR"}, UKRAINE)
    assert borders(places)["x"].count(None) == 1
    assert points(borders(places)) == outline_of("UKR")
    assert [trace["x"] for trace in bands(places, 0)] == [[], []]
    band, edge = bands(places, 100)
    assert points(band) == points(edge) | outline_of("UKR")
    assert edge["x"].count(None) == 1, "one band for both"


def test_the_hole_in_a_band_runs_the_other_way_round() -> None:
    band, edge = bands(found(AROUND), 100)
    start = len(edge["x"])
    rings = [
        [(x, y) for x, y in zip(band["x"][part], band["y"][part], strict=True) if x is not None]
        for part in (slice(start), slice(start, None))
    ]
    assert [clockwise(ring) for ring in rings] == [False, True]


def test_what_is_lit_is_the_land_the_circle_or_the_band_of_a_place() -> None:
    state, around, town = found(UKRAINE, AROUND, TOWN)
    assert points(lit(state, 0)[0]) == outline_of("UKR")
    assert points(lit(around, 0)[0]) == set()
    assert points(lit(around, 0)[1]) == outline_of("UKR")
    assert points(lit(around, 100)[0]) > outline_of("UKR")
    assert points(lit(town, 0)[0]) == points(lit(town, 0)[1]) == points(circles([town]))
    assert [trace["x"] for trace in lit(None, 100)] == [[], []]


def test_states_and_towns_have_a_circle_and_vague_places_have_none() -> None:
    assert circles(found(UKRAINE, AROUND, TOWN, {"iso": "RUS"}))["x"].count(None) == 2


def test_a_town_is_a_dot_at_its_place_and_all_else_is_found_by_hovering_over_its_name() -> None:
    names = labels(found(TOWN, UKRAINE))
    trace = point_trace(names)
    marks = dict(zip(trace["text"], zip(trace["x"], trace["y"], trace["marker"]["size"], strict=True), strict=True))
    assert marks["Dock"] == (0, 0, 9)
    x, y = next(label.box.middle for label in names if label.spot.name == "p2")
    assert marks["p2"] == (round(x), round(y), 0.1)
    assert trace["customdata"][trace["text"].index("Dock")] == "Dock<br>¶4 “at &lt;the&gt; dock”"


def test_a_line_from_a_label_has_a_dot_at_its_end() -> None:
    trace = leader_trace(labels(found(AROUND, TOWN)))
    assert trace["marker"]["size"] == [0, 6, 0], "a start, an end and a gap"
    assert (trace["x"][1], trace["y"][1]) in outline_of("UKR")


def test_the_key_grows_below_the_map_and_names_only_the_signs_that_occur() -> None:
    one, two = (layout("Where?", [], ["a key"] * count) for count in (1, 2))
    assert two["height"] - one["height"] == two["margin"]["b"] - one["margin"]["b"] == 20
    assert one["height"] == HEIGHT + 20
    assert two["annotations"][-1]["text"] == "a key<br>a key"
    troops = [{"place": "p1", "status": "existing"}, {"place": "p1"}]
    assert key_of_forces(spots(ferry(places=[TOWN], troops=troops))) == (
        f"Forces: {sign_of('present')} present   {sign_of('existing')} existing"
    )
    assert key_of_forces(found(TOWN)) == "Forces: none"
