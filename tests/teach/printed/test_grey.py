"""Lines that a colour alone tells apart get dashes of their own; all others stay as they are."""

from __future__ import annotations

from typing import Any

import pytest

from course import charts, load
from course.teach.printed.grey import in_grey


def line(colour: str, dash: str, *, legend: bool = True) -> dict[str, Any]:
    return {"mode": "lines", "line": {"color": colour, "dash": dash}, "showlegend": legend}


def dashes(figure: dict[str, Any]) -> list[str]:
    return [trace["line"]["dash"] for trace in figure["data"]]


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ([("blue", "solid"), ("green", "dash"), ("orange", "solid")], ["solid", "dash", "dot"]),
        ([("blue", "solid"), ("orange", "solid"), ("pink", "solid")], ["solid", "dash", "dot"]),
        ([("blue", "solid"), ("blue", "solid")], ["solid", "solid"]),
        ([("blue", "solid"), ("green", "dot")], ["solid", "dot"]),
    ],
)
def test_each_colour_has_a_dash_of_its_own(given: list[tuple[str, str]], made: list[str]) -> None:
    figure = {"data": [line(*each) for each in given], "layout": {}}
    assert dashes(in_grey(figure)) == made
    assert dashes(figure) == [dash for _, dash in given], "what is given stays as it is"


def test_lines_without_a_name_follow_those_of_their_colour() -> None:
    figure = {"data": [line("blue", "solid"), line("orange", "solid"), line("orange", "solid", legend=False)]}
    assert dashes(in_grey(figure)) == ["solid", "dash", "dash"]


def test_other_marks_are_left_alone() -> None:
    figure = {"data": [{"mode": "markers", "marker": {"color": "blue"}}, {"type": "bar"}]}
    assert in_grey(figure) == figure


def test_in_the_network_no_two_relations_look_alike() -> None:
    made = in_grey(charts.who_deals_with_whom(load()).figure.to_plotly_json())
    shown = {
        trace["name"]: trace["line"]["dash"]
        for trace in made["data"]
        if trace.get("mode") == "lines" and trace.get("showlegend", True)
    }
    assert len(shown) >= 4
    assert len(set(shown.values())) == len(shown)
