"""The map: each place as precisely as it is named, with the counts there, and a key to their signs."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import course
from course.case import Case
from course.figures.chart import figure_json
from tests.invented import ferry

if TYPE_CHECKING:
    from typing import Any

LARGEST = 250_000
"""The size of a figure in letters of JSON that a notebook bears well."""


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
        for sign, status in zip("●▶◇", ("present", "announced", "proposed"), strict=True)
    )
    assert "existing" not in key, "the only one has no place"


def test_a_map_without_places_is_said(case: Case) -> None:
    empty = Case("x", "X", {}, {name: case.table(name).head(0) for name in ("places", "troops", "actors")})
    assert course.charts.where(empty).text == "There is no place to draw."


def test_what_is_not_on_the_map_is_told_beside_it(case: Case) -> None:
    chart = course.charts.where(case)
    assert "Not on the map: the Baltics. The table names no country." in chart.text
    assert "Not on the map: the Baltics." in texts(chart)[-1]
    assert list(chart.table["place"]) == list(case.places["name"]), "in the order of the table"


def test_a_case_of_any_kind_anywhere_is_told_in_its_own_words() -> None:
    places = [
        {
            "place": "kerr",
            "name": "Kerr County",
            "precision": "region",
            "iso": "US-TX",
            "latitude": 30,
            "longitude": -99,
        },
        {"place": "camp", "name": "the camp", "precision": "point", "iso": "US-TX", "latitude": 30, "longitude": -99.4},
    ]
    counts = [{"place": "kerr", "what": "people missing", "whose": None, "hedge": "tens of thousands"}]
    chart = course.charts.where(ferry(places=places, counts=counts))
    assert chart.text.startswith(
        "2 places, 2 of them a point on the map.\n- Part of a country: Kerr County (tens of thousands of people missing)."
    )
    assert chart.caption == "Source: table places of the case “A ferry”, paragraphs 1. Outlines: Natural Earth."
    assert not {"force", "troops", "soldiers", "Crimea"} & set(re.findall(r"\w+", f"{chart.text} {texts(chart)}"))


def test_a_case_of_many_places_bears_its_size_and_says_what_is_left_out() -> None:
    places = [
        {"place": f"town-{number}", "precision": "city", "latitude": 40 + number / 100, "longitude": number / 80}
        for number in range(500)
    ]
    chart = course.charts.where(ferry(places=places))
    assert "300 places more of the table are left out." in chart.text
    assert len(chart.table) == 200
    assert chart.figure.layout.height < 2400
    assert len(json.dumps(figure_json(chart.figure))) < LARGEST


def test_the_whole_earth_bears_its_size() -> None:
    chart = course.charts.where(ferry(places=[{"iso": iso} for iso in ("FJI", "GBR", "BOL")]))
    assert len(json.dumps(figure_json(chart.figure))) < LARGEST
