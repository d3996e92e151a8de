"""Who deals with whom: a line a relation, and words on who has the most and who has none."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import course
from course.network.seats import STEPS, seats
from tests.invented import ferry

if TYPE_CHECKING:
    from course.case import Case


def test_each_relation_is_a_line_of_its_group(case: Case) -> None:
    chart = course.charts.who_deals_with_whom(case)
    groups = {name: sum(chart.table["group"] == name) for name in ("contact", "support", "conflict", "troops")}
    lines = {trace.name: len(trace.x) // (STEPS + 2) for trace in chart.figure.data if trace.mode == "lines"}
    assert lines == groups
    assert sum(lines.values()) == len(case.relations) == len(chart.table)
    assert "Named, and in no relation: Czech Republic, Estonia" in chart.text
    drawn = {trace.name: trace for trace in chart.figure.data}
    assert drawn["names"].text[0] == "Emmanuel Macron"
    assert "VJTF" in drawn["names"].text
    assert any(
        "Russia objects to United States<br>¶5 “threats from the US”" in hover
        for hover in drawn["relations"].customdata
    )


def test_an_arrow_points_at_whom_it_is_done_to_and_two_where_it_is_done_together(case: Case) -> None:
    chart = course.charts.who_deals_with_whom(case)
    together = sum(case.relations["relation"].isin(["talks with", "coordinates with", "is to meet"]))
    arrows = next(trace for trace in chart.figure.data if trace.name == "arrows")
    assert len(arrows.x) / 2 == len(case.relations) + together
    its = seats(case)
    russia_on_ukraine = next(line for line in its.lines if (line.one, line.other) == ("russia", "ukraine"))
    assert math.dist(russia_on_ukraine.curve[-1], its.places["ukraine"]) < 0.001
    assert not russia_on_ukraine.mutual


def test_it_is_said_who_has_the_most_and_who_has_none() -> None:
    actors = [{"actor": name, "name": name.title()} for name in ("ada", "ben", "cat", "dan")]
    relations = [
        {"from": "ada", "to": "ben"},
        {"from": "cat", "to": "ada", "relation": "objects to", "paragraph": 3, "wording": "she blames"},
    ]
    chart = course.charts.who_deals_with_whom(ferry(actors=actors, relations=relations))
    assert chart.text == (
        "2 relations between 3 actors. Ada has the most: 2.\n"
        "- Contact: 1. The two speak, meet or act together.\n"
        "- Conflict: 1. The first speaks or acts against the second, fears it or prepares costs for it.\n"
        "- Named, and in no relation: Dan."
    )
    assert list(chart.table.iloc[1]) == ["Cat", "objects to", "Ada", "conflict", 3, "she blames"]
    assert chart.caption == "Source: table relations of the case “A ferry”, paragraphs 1, 3."
    one = course.charts.who_deals_with_whom(ferry(actors=actors[:2], relations=relations[:1])).text
    assert one.startswith("1 relation between 2 actors.")
    assert "in no relation" not in one


def test_no_relation_is_said() -> None:
    assert course.charts.who_deals_with_whom(ferry()).text == "There is no relation to draw."
    assert course.charts.who_deals_with_whom(ferry(actors=[{"actor": "ada"}])).text == "There is no relation to draw."


def test_it_has_its_title_and_its_table_the_columns_of_a_sentence(case: Case) -> None:
    chart = course.charts.who_deals_with_whom(case)
    assert chart.figure.layout.title.text == "Who deals with whom?"
    assert list(chart.table) == ["from", "relation", "to", "group", "paragraph", "wording"]
