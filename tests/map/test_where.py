"""The map: each place as precisely as it is named, labels that do not cover each other, Crimea given to nobody."""

from __future__ import annotations

import json
import math
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import course
from course.case import Case
from course.figures.chart import figure_json
from course.map.atlas import CITY_RADIUS, Spot, spots
from course.map.boxes import Box
from course.map.labels import labels
from course.map.outlines import on_map, outlines

if TYPE_CHECKING:
    from typing import Any

LARGEST = 250_000
"""The size of a figure in letters of JSON that a notebook bears well."""


def spot(case: Case, place: str) -> Spot:
    return next(found for found in spots(case) if found.place == place)


def texts(chart: course.charts.Chart) -> list[str]:
    return [note.text for note in chart.figure.layout.annotations]


def label_of(chart: course.charts.Chart, name: str) -> str:
    return next(text for text in texts(chart) if text.startswith((f"<b>{name}</b>", f"<i>{name}</i>")))


def test_places_are_drawn_as_precisely_as_they_are_named(case: Case) -> None:
    chart = course.charts.where(case)
    drawn: dict[str, Any] = {trace["name"]: trace for trace in figure_json(chart.figure)["data"]}
    assert all(trace["type"] == "scatter" for trace in drawn.values()), "no map that fetches its ground"
    assert label_of(chart, "around Ukraine").endswith(" Russia: more than 100,000")
    assert label_of(chart, "Poland and Romania").endswith(" United States: nearly 3,000")
    assert [line.split("> ")[-1] for line in label_of(chart, "Romania").split("<br>")[1:]] == [
        "France: no number",
        "Nato: up to 1,000",
        "Nato: up to 4,000",
    ]
    assert label_of(chart, "Bucharest") == "<b>Bucharest</b>"
    dots = [size for size in drawn["places"]["marker"]["size"] if size > 1]
    assert len(dots) == 1, "only a city is a point"
    assert "12 places, 1 of them a point on the map." in chart.text
    assert "around Ukraine (Russia: more than 100,000, Russia: no number)" in chart.text
    assert len(json.dumps(figure_json(chart.figure))) < LARGEST


def test_the_sign_of_a_status_is_explained_below_the_map(case: Case) -> None:
    key = texts(course.charts.where(case))[-1]
    assert all(
        f"{sign}</span> {status}" in key
        for sign, status in zip("●▶◇□", ("present", "announced", "proposed", "capacity"), strict=True)
    )


def test_no_label_covers_another_and_all_are_in_the_frame(case: Case) -> None:
    boxes = [label.box for label in labels(spots(case))]
    assert len(boxes) == 11, "all but the Baltics, for which the table names no state"
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    assert all(box.inside for box in boxes)


def test_no_line_from_a_label_runs_through_another_label(case: Case) -> None:
    found = labels(spots(case))
    both = next(label for label in found if label.spot.place == "poland-and-romania")
    assert len(both.lines) == 2, "one into each state"
    for label in found:
        for line in label.lines:
            assert not any(other.box.crosses(*line) for other in found if other != label)


def test_a_box_knows_what_runs_through_it() -> None:
    box = Box((0, 0), (10, 5))
    assert box.crosses((-20, 0), (20, 0))
    assert box.crosses((0, 0), (1, 1))
    assert not box.crosses((-20, 6), (20, 6))
    assert not box.crosses((-20, 0), (-11, 0))
    assert box.edge_towards((0, 1)) == (0, 0.85)


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


def test_a_map_without_places_is_said(case: Case) -> None:
    empty = Case("x", "X", {}, {name: case.table(name).head(0) for name in ("places", "troops", "actors")})
    assert course.charts.where(empty).text == "There is no place to draw."
