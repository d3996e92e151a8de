"""Plain bars: what plotly express draws of a table is drawn without it, and a bar says what it rests on."""

from __future__ import annotations

import pandas as pd
import plotly.express as px

import course
from course.figures.style import ACCENT
from tests.benchmarks.process import fresh
from tests.figures.drawn import drawn

TOLD = {"title": "How many?", "words": "Two bars.", "source": "Source: invented."}
TABLE = pd.DataFrame({"name": ["a", "b", "c"], "number": [3, None, 1]})


def test_bars_are_those_of_plotly_express() -> None:
    theirs = px.bar(TABLE, x="name", y="number", title="How many?", color_discrete_sequence=[ACCENT])
    theirs.update_xaxes(title="").update_yaxes(title="sheep")
    assert drawn(course.charts.bars(TABLE, "name", "number", **TOLD, unit="sheep").figure) == drawn(theirs)


def test_an_axis_is_cut_where_somebody_cuts_it() -> None:
    axis = course.charts.bars(TABLE, "name", "number", **TOLD, range=[2, 3], dtick=0.5).picture.layout["yaxis"]
    assert (axis["range"], axis["dtick"]) == ([2, 3], 0.5)


def test_a_bar_says_what_it_rests_on() -> None:
    rows = TABLE.assign(paragraph=[4, 5, 6], wording=["three sheep", "some <b>", "a sheep"])
    [bars] = course.charts.bars(rows, "name", "number", **TOLD).picture.traces
    assert bars["customdata"][:2] == ["a<br>¶4 “three sheep”", "b<br>¶5 “some &lt;b&gt;”"]
    [alone] = course.charts.bars(TABLE, "name", "number", **TOLD).picture.traces
    assert "customdata" not in alone


def test_words_and_source_are_those_that_are_given() -> None:
    chart = course.charts.bars(TABLE, "name", "number", **TOLD)
    assert (chart.text, chart.caption) == ("Two bars.", "Source: invented.")
    assert chart.table is TABLE


def test_nothing_of_plotly_is_loaded_for_it() -> None:
    code = f"""
import json, sys
import pandas, course
table, told = pandas.DataFrame({{"a": ["x"], "b": [1]}}), {TOLD}
course.charts.bars(table, "a", "b", **told), course.charts.dots(table, "a", "b", **told)
print(json.dumps([name for name in sys.modules if name.partition(".")[0] == "plotly"]))
"""
    assert fresh(code) == []
