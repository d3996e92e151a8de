"""How the seats are drawn: what can be hovered over, what has room, and that arrows, points and curves meet."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from course.figures.style import CARD, INK
from course.network.picture import Focus, heading_trace, key_trace, layout, line_traces, name_trace, point_trace
from course.network.seats import Seats, seats
from tests.invented import ferry

if TYPE_CHECKING:
    from course.figures.figure import Trace

ACTORS = [
    {"actor": "ada", "name": "Ada"},
    {"actor": "crew", "name": "Crew", "kind": "group"},
    {"actor": "dock", "name": "Dock", "kind": "state"},
]
POINT = 13
"""Pixels across a point."""


@pytest.fixture
def its() -> Seats:
    """Three actors and three relations: one of two who do it together, two that one does to another."""
    relations = [
        {"from": "ada", "to": "crew"},
        {"from": "ada", "to": "dock", "relation": "objects to"},
        {"from": "crew", "to": "ada", "relation": "supports"},
    ]
    return seats(ferry(actors=ACTORS, relations=relations))


def drawn(its: Seats) -> dict[str, Trace]:
    """All traces by their names, with one line that is pale."""
    one, *others = its.lines
    actors = list(its.places)
    traces = [
        *line_traces(its.groups, others, [one]),
        point_trace(its, actors),
        name_trace(its, actors),
        heading_trace(its, its.kinds),
        key_trace("speaks", hollow=True),
    ]
    return {trace["name"]: trace for trace in traces}


def test_points_and_middles_answer_to_a_pointer_and_nothing_else_does(its: Seats) -> None:
    found = drawn(its)
    quiet = {name for name, trace in found.items() if trace.get("hoverinfo") == "skip"}
    assert set(found) - quiet == {"actors", "relations", "speaks"}
    assert all("customdata" in found[name] for name in ("actors", "relations"))


def test_the_legend_has_the_strong_lines_and_the_key_and_nothing_else(its: Seats) -> None:
    found = drawn(its)
    assert {name for name, trace in found.items() if trace.get("showlegend") is True} == {*its.groups, "speaks"}
    assert {trace.get("showlegend") for trace in found.values()} == {True, False}, "plotly is never left to choose"


def test_each_trace_is_drawn_as_what_it_is(its: Seats) -> None:
    found = drawn(its)
    modes = {
        "markers": {"arrows", "relations", "actors", "speaks"},
        "text": {"names", "kinds"},
        "lines": {*its.groups, *(f"{group}, pale" for group in its.groups)},
    }
    assert {mode: {name for name, trace in found.items() if trace["mode"] == mode} for mode in modes} == modes


def test_a_curve_is_drawn_point_by_point_and_ends_in_a_gap(its: Seats) -> None:
    trace = {trace["name"]: trace for trace in line_traces(its.groups, [its.lines[1]])}["conflict"]
    assert list(zip(trace["x"], trace["y"], strict=True)) == [*its.lines[1].curve, (None, None)]


def test_a_pale_line_is_less_than_half_as_thick_as_a_strong_one(its: Seats) -> None:
    found = drawn(its)
    assert found["contact, pale"]["line"]["width"] < found["contact"]["line"]["width"] / 2


def test_a_long_word_for_a_group_takes_one_line_of_the_legend() -> None:
    words = {"contact": {"word": "they speak, meet or act together", "colour": "blue", "dash": "solid"}}
    [strong] = [trace for trace in line_traces(words, []) if trace["mode"] == "lines"]
    assert strong["name"] == "they speak, meet …"


def test_an_arrow_lies_along_its_curve_and_stops_at_the_edge_of_the_point(its: Seats) -> None:
    together = its.lines[0]
    arrows = {trace["name"]: trace for trace in line_traces(its.groups, [together])}["arrows"]
    there, back = together.curve, together.curve[::-1]
    assert list(zip(arrows["x"], arrows["y"], strict=True)) == [there[-2], there[-1], back[-2], back[-1]]
    marker = arrows["marker"]
    assert (marker["symbol"], marker["angleref"], marker["line"]["width"]) == ("arrow", "previous", 0)
    assert len(marker["color"]) == len(arrows["x"])
    assert marker["standoff"][0] == 0
    assert 0 < marker["standoff"][1] - POINT / 2 <= 1, "neither under the point nor away from it"


def test_a_middle_is_smaller_than_half_a_point_and_has_the_colour_of_its_line(its: Seats) -> None:
    found = {trace["name"]: trace for trace in line_traces(its.groups, its.lines)}
    middles = found["relations"]["marker"]
    assert 0 < middles["size"] < POINT / 2
    assert middles["color"] == [found[its.groups[line.group]["word"]]["line"]["color"] for line in its.lines]


def test_a_hollow_point_a_filled_one_and_the_legend_have_the_same_edge_as_the_lines(its: Seats) -> None:
    width = {trace["name"]: trace for trace in line_traces(its.groups, its.lines)}["contact"]["line"]["width"]
    key = key_trace("speaks", hollow=True)
    assert (key["x"], key["y"], key["mode"]) == ([None], [None], "markers"), "it stands in the legend alone"
    assert key["marker"] == {"size": POINT, "color": CARD, "line": {"width": width, "color": INK}}
    points = point_trace(its, ["ada"], hollow=True)
    assert points["marker"]["line"]["width"] == width


def test_names_stand_at_the_height_of_their_points_beside_them(its: Seats) -> None:
    actors = list(its.places)
    names = name_trace(its, actors)
    assert names["y"] == [its.places[actor][1] for actor in actors]
    for actor, x in zip(actors, names["x"], strict=True):
        assert abs(x) - abs(its.places[actor][0]) == pytest.approx(0.07)


def test_two_lines_of_a_name_fit_into_a_row_and_headings_are_smaller(its: Seats) -> None:
    names, kinds = name_trace(its, ["ada"]), heading_trace(its, its.kinds)
    assert 2 * names["textfont"]["size"] * 1.25 < 33, "a row is 33 pixels high"
    assert kinds["textfont"]["size"] < names["textfont"]["size"]


def test_a_heading_stands_at_its_place_in_one_line_of_capitals(its: Seats) -> None:
    kinds = heading_trace(its, its.kinds)
    assert kinds["y"] == [y for _, (_, y) in its.headings]
    for (_, (x, _)), at, side in zip(its.headings, kinds["x"], kinds["textposition"], strict=True):
        assert abs(at) - abs(x) == pytest.approx(0.07)
        assert side == ("middle right" if at > 0 else "middle left")
    assert kinds["textfont"]["color"] != INK, "it is quieter than a name"
    word = {**its.kinds["state"], "word": "a country with a government"}
    long = heading_trace(Seats(**{**vars(its), "kinds": {**its.kinds, "state": word}}), {"state"})
    assert long["text"] == ["A COUNTRY WITH A …"]


def test_half_a_name_has_room_above_the_first_seat_and_below_the_last(its: Seats) -> None:
    made = layout("Who?", its)
    low, high = made["yaxis"]["range"]
    assert (low, made["xaxis"]["range"][0]) == (-high, -made["xaxis"]["range"][1])
    margin = made["margin"]
    pixels = (made["height"] - margin["t"] - margin["b"]) / (high - low)
    assert (high - 1) * pixels == pytest.approx(8)
    assert margin["l"] == margin["r"] < 10
    assert 1.5 < made["xaxis"]["range"][1] < 2.5, "the names stand beside the circle, and that is still large"


def test_the_legend_lies_below_the_drawing_and_the_nearest_thing_answers(its: Seats) -> None:
    made = layout("Who?", its)
    legend = made["legend"]
    assert made["showlegend"] is True
    assert (legend["orientation"], legend["x"], legend["y"], legend["yanchor"]) == ("h", 0, 0, "top")
    assert legend["itemsizing"] == "trace"
    assert made["hovermode"] == "closest"
    assert made["hoverdistance"] == pytest.approx(2 * POINT, abs=1), "a finger need not meet a point itself"
    assert made["xaxis"]["visible"] is made["yaxis"]["visible"] is False
    assert made["xaxis"]["fixedrange"] is made["yaxis"]["fixedrange"] is True, "a page is scrolled over it"
    assert made["title"]["text"] == "Who?"


def test_a_curve_leans_to_the_middle_and_keeps_its_distance_from_another(its: Seats) -> None:
    def between(one: tuple[float, float], other: tuple[float, float], at: float) -> tuple[float, float]:
        return (one[0] + (other[0] - one[0]) * at, one[1] + (other[1] - one[1]) * at)

    many = seats(ferry(actors=[{"actor": key} for key in "abcdef"], relations=[{"from": "a", "to": "c"}]))
    [line] = many.lines
    start, end = many.places["a"], many.places["c"]
    assert math.hypot(*between(start, end, 0.5)) > 0.3, "the two sit on one side"
    assert all(point == (round(point[0], 3), round(point[1], 3)) for point in line.curve), "a page carries each figure"
    bend = between((0, 0), between(start, end, 0.5), 0.55)
    for at, point in zip((0, 0.25, 0.5, 0.75, 1), line.curve[::3], strict=True):
        first, last = between(start, bend, at), between(bend, end, at)
        assert point == pytest.approx(between(first, last, at), abs=0.001)
    there, back = its.lines[0], its.lines[2]
    middle, other = there.curve[6], back.curve[6]
    assert math.dist(middle, other) == pytest.approx(0.16, abs=0.002)
    one, two = its.places["ada"], its.places["crew"]
    along = (two[0] - one[0], two[1] - one[1])
    beside = (middle[0] - other[0], middle[1] - other[1])
    assert along[0] * beside[0] + along[1] * beside[1] == pytest.approx(0, abs=0.002), "they lie beside each other"


@pytest.mark.parametrize(("rows", "more"), [(4, []), (5, ["and 1 more"]), (7, ["and 3 more"])])
def test_of_much_evidence_the_first_is_shown_and_the_rest_is_counted(rows: int, more: list[str]) -> None:
    relations = [{"from": "ada", "to": "dock", "paragraph": 1, "wording": f"w{number}"} for number in range(rows)]
    [line] = seats(ferry(actors=ACTORS, relations=relations)).lines
    assert line.proof == [*(f"¶1 “w{number}”" for number in range(4)), *more]


def test_who_is_not_in_focus_is_smaller_than_who_is_chosen(its: Seats) -> None:
    assert point_trace(its, ["ada", "dock"], focus=Focus("ada"))["marker"]["size"][0] > POINT
    assert point_trace(its, [])["marker"]["size"] == POINT
