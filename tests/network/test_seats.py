"""The seats of the actors: who sits where, and each relation a line of its group."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import course
from course.content import vocabulary
from course.network.picture import fitted
from course.network.seats import STEPS, mutual, seats

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
        "Russia accuses United States<br>¶5 “threats from the US”" in hover for hover in drawn["relations"].customdata
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


def test_what_the_two_do_together_is_said_by_the_vocabulary() -> None:
    assert [word for word in vocabulary("relations") if mutual(word)] == [
        "talks with",
        "is to meet",
        "coordinates with",
    ]


def test_seats_are_in_the_order_of_kinds_and_far_enough_apart_for_their_names(case: Case) -> None:
    its = seats(case)
    kinds = [its.kind(actor) for actor in its.places]
    assert kinds == sorted(kinds, key=list(vocabulary("kinds")).index)
    assert set(its.places) == set(case.actors["actor"])
    for side in (-1, 1):
        heights = sorted(y for x, y in [*its.places.values(), *(place for _, place in its.headings)] if x * side > 0)
        assert min(b - a for a, b in pairwise(heights)) >= 1.9 / its.rows
    assert all(abs(math.hypot(*seat) - 1) < 0.001 for seat in its.places.values()), "all on the circle"


def test_lines_between_the_same_two_do_not_cover_each_other(case: Case) -> None:
    lines = [line for line in seats(case).lines if {line.one, line.other} == {"united-states", "russia"}]
    assert len(lines) == 2
    middles = [line.curve[STEPS // 2] for line in lines]
    assert math.dist(*middles) > 0.1


def test_a_long_name_is_cut_and_its_signs_are_kept_as_they_are() -> None:
    assert fitted("the Committee for the Coordination of Everything <b>") == "the Committee for<br>the Coordination …"
    assert fitted("<b>&") == "&lt;b&gt;&amp;"
    assert len(fitted("x" * 90).split("<br>")) <= 2
