"""What holds for every chart: it is small, the same each time, has a source, and a hard table breaks none of them."""

from __future__ import annotations

import json
import re
from html import escape
from typing import TYPE_CHECKING

import pytest

from course.case import Case
from course.figures.chart import figure_json
from tests.figures.hard_tables import ALL_CHARTS, HARD, THOUSAND, changed
from tests.invented import ferry

if TYPE_CHECKING:
    from collections.abc import Callable

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
def test_a_chart_says_what_its_colours_mean(case: Case, draw: Callable[[Case], Chart]) -> None:
    layout = draw(case).picture.layout
    notes = [note["text"] for note in layout.get("annotations", [])]
    below_title = layout["title"].get("subtitle", {}).get("text", "")
    assert layout.get("showlegend") or any("<span" in said for said in [below_title, *notes])


@pytest.mark.parametrize("draw", ALL_CHARTS, ids=lambda draw: draw.__name__)
def test_each_row_is_a_mark_that_says_what_it_is_with_paragraph_and_wording(
    case: Case, draw: Callable[[Case], Chart]
) -> None:
    chart = draw(case)
    loud = [trace for trace in chart.picture.traces if trace.get("hoverinfo") != "skip" and any(trace["x"])]
    marks = {said for trace in loud for said in trace["customdata"]}
    assert all(re.search("¶[0-9]+ “[^”]+”", said) or said.startswith("Sum: ") for said in marks)
    assert all(said.split("<br>")[0] for said in marks), "the first line says what it is"
    wordings = chart.table.get("wording", case.actors["wording"])
    without = [each for each in wordings if not any(f"“{escape(each, quote=False)}”" in said for said in marks)]
    assert without == (["those in the Baltics"] if "where" in draw.__name__ else []), "the table gives it no state"


@pytest.mark.parametrize("draw", ALL_CHARTS, ids=lambda draw: draw.__name__)
def test_what_hovering_shows_is_text_and_no_markup(case: Case, draw: Callable[[Case], Chart]) -> None:
    tables = {name: case.table(name) for name in case.tables}
    for rows in tables.values():
        rows["wording"] = "<b> & “bold”"
    traces = draw(Case("x", "X", case.digest, tables, case.written)).picture.traces
    texts = [said for trace in traces for said in trace.get("customdata", [])]
    assert texts
    assert not any("<b>" in said or "& " in said for said in texts)


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
