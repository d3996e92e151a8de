"""What holds for every chart: it is small, the same each time, has a source, and a hard table breaks none of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from course.figures.chart import figure_json
from tests.figures.hard_tables import ALL_CHARTS, HARD, THOUSAND, changed
from tests.invented import ferry

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.case import Case
    from course.charts import Chart


def test_there_are_eight() -> None:
    assert len(ALL_CHARTS) == 8


@pytest.mark.parametrize("draw", ALL_CHARTS)
def test_a_chart_is_the_same_each_time_small_and_has_a_source(case: Case, draw: Callable[[Case], Chart]) -> None:
    one, other = draw(case), draw(case)
    assert json.dumps(figure_json(one.figure)) == json.dumps(figure_json(other.figure))
    assert len(json.dumps(figure_json(one.figure))) < 60_000
    assert one.caption.startswith("Source: ")
    assert "of the case “A call between two presidents, February 2022”" in one.caption
    assert one.text
    assert len(one.table)


@pytest.mark.parametrize("draw", ALL_CHARTS, ids=lambda draw: draw.__name__)
@pytest.mark.parametrize("how", HARD)
def test_a_hard_table_breaks_no_chart(case: Case, draw: Callable[[Case], Chart], how: str) -> None:
    chart = draw(changed(case, HARD[how]))
    assert json.dumps(figure_json(chart.figure))
    assert chart.text
    assert "<b>&" not in chart.to_html()
    if how == "a thousand rows" and draw.__name__ in {"how_many", "when"}:
        assert len(chart.table) == THOUSAND


@pytest.mark.parametrize("draw", ALL_CHARTS, ids=lambda draw: draw.__name__)
def test_a_chart_of_another_case_speaks_of_that_case_alone(draw: Callable[[Case], Chart]) -> None:
    other = ferry(
        actors=[{"actor": "ada", "name": "Ada"}, {"actor": "crew", "name": "the Crew"}],
        troops=[{"label": "Cooks", "number": 40, "place": "dock"}],
        statements=[{"speaker": "ada"}],
        events=[{"summary": "It waits."}],
        relations=[{"from": "ada", "to": "crew"}],
        places=[{"place": "dock", "name": "the dock", "precision": "city", "latitude": 50, "longitude": 29}],
    )
    chart = draw(other)
    assert any(word in chart.text for word in ("Cooks", "Ada", "the Crew", "It waits.", "the dock", "Sum of 1 mention"))
    assert "“A ferry”" in chart.caption
    said = f"{chart}{chart.table.to_csv()}{chart.picture.layout['title']}"
    assert not any(word in said for word in ("Macron", "Romania", "2022"))
