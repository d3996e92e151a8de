"""Plain dots: what plotly express draws of a table is drawn without it."""

from __future__ import annotations

import pandas as pd
import plotly.express as px

import course
from course.figures.style import ACCENT
from tests.figures.drawn import drawn

TOLD = {"title": "How many?", "words": "Two dots.", "source": "Source: invented."}
TABLE = pd.DataFrame({"name": ["a", "b", "c"], "number": [3, None, 1]})


def test_dots_are_those_of_plotly_express() -> None:
    theirs = px.scatter(TABLE, x="number", y="name", title="How many?", color_discrete_sequence=[ACCENT])
    assert drawn(course.charts.dots(TABLE, "number", "name", **TOLD).figure) == drawn(theirs)


def test_a_row_with_a_blank_has_no_dot() -> None:
    bundle = course.charts.dots(TABLE, "number", "name", **TOLD).picture.to_json()
    assert bundle["data"][0]["x"] == [3.0, None, 1.0]
