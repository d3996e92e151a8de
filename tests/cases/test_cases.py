"""Two reports of other kinds, made with the kit: all is sound, and every chart and explorer says what they say."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import course
from course.teach.kit.notebook import of_a_case
from course.teach.validate import problems

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.case import Case

FOLDER = Path(__file__).parent
NAMES = ("rana-plaza", "siemens-jobs")
CHARTS = [getattr(course.charts, name) for name in of_a_case(course.charts)]
EXPLORERS = [getattr(course.explore, name) for name in of_a_case(course.explore)]
OF_THE_FIRST_REPORT = re.compile(
    r"soldier|troop|\bforces?\b|Crimea|Nato|Russia|Ukraine|evenings? of|\b1 (events|mentions|places)\b"
)
THREE_SCREENS = 2400


@pytest.fixture(params=NAMES)
def case(request: pytest.FixtureRequest) -> Case:
    return course.load(FOLDER / request.param)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_wrong_in_it(name: str) -> None:
    assert problems(FOLDER / name) == []


@pytest.mark.parametrize("make", CHARTS, ids=lambda make: make.__name__)
def test_each_chart_says_and_draws_what_this_case_says(case: Case, make: Callable[[Case], course.charts.Chart]) -> None:
    chart = make(case)
    said = str(chart) + json.dumps(chart.picture.to_json())
    assert OF_THE_FIRST_REPORT.findall(said) == []
    assert case.title in chart.caption
    assert chart.picture.layout["height"] <= THREE_SCREENS


@pytest.mark.parametrize("make", EXPLORERS, ids=lambda make: make.__name__)
def test_each_explorer_says_what_this_case_says(case: Case, make: Callable[[Case], Any]) -> None:
    explorer = make(case)
    drawn = json.dumps(explorer.picture.to_json()) if getattr(explorer, "picture", None) else ""
    assert OF_THE_FIRST_REPORT.findall(explorer.words + drawn) == []


def test_a_count_that_takes_the_place_of_another_and_rivals_are_told() -> None:
    jobs = course.load(FOLDER / "siemens-jobs")
    said = str(course.charts.what_the_sum_hides(jobs))
    assert "“Jobs to be cut in all” takes the place of “Jobs to be cut, said a day before”" in said
    dead = course.load(FOLDER / "rana-plaza").counts.query("thing == 'dead'")
    total = course.add_up(dead)
    assert total.bounds is None
    assert "Both allow 386 to 1,400." in str(total)


def test_money_and_shares_stand_on_axes_of_their_own() -> None:
    jobs = course.load(FOLDER / "siemens-jobs")
    savings = course.charts.how_many(jobs, unit="euros", reading="usual")
    assert "What the cuts save, in euros: €900 million to €1.1 billion." in str(savings)
    assert savings.picture.layout["xaxis"]["title"]["text"] == "savings, in euros"
    share = course.charts.how_many(jobs, unit="per cent", reading="usual")
    assert "Their share of all its jobs: 1.8% to 2.2%." in str(share)
    assert str(course.add_up(jobs)).startswith("Sum: none\n")


def test_places_outside_europe_are_drawn_where_they_are_and_an_area_is_told() -> None:
    said = str(course.charts.where(course.load(FOLDER / "rana-plaza")))
    assert "Not on the map: the West." in said
    assert "Rana Plaza" in said
