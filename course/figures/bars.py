"""A plain chart of any table, with an upright bar for each row: who draws it says what there is to see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course.figures.chart import Chart
from course.figures.figure import Picture
from course.figures.parts import evidence, hover, in_style, says
from course.figures.style import ACCENT
from course.schema import EVIDENCE

if TYPE_CHECKING:
    import pandas as pd


def bars(  # noqa: PLR0913 - a chart never comes without these
    table: pd.DataFrame, x: str, y: str, *, title: str, words: str, source: str, unit: str = "", **axis: object
) -> Chart:
    """Draw an upright bar for each row.

    Parameters
    ----------
    table
        The rows. Where they have `paragraph` and `wording`, a bar says what it rests on.
    x, y
        The columns of the names and of the heights; a row without a height has no bar.
    title, words, source
        What stands above the picture, what there is to see, and where the rows come from.
    unit
        What is counted, beside the axis of heights.
    axis
        How this axis is, in plotly's words, such as `range=[0, 4000]`.
    """
    traces = [{"type": "bar", **marks(table, x, y)}]
    heights = {"title": {"text": unit}, "tickformat": ",", **axis}
    layout = in_style(title, xaxis={"title": {"text": ""}}, yaxis=heights)
    return Chart(Picture(traces, layout), words, table, source)


def marks(table: pd.DataFrame, x: str, y: str) -> dict[str, Any]:
    """Return the parts of a trace with a mark for each row, at its values in two columns."""
    rows: list[dict[Any, Any]] = table.to_dict("records")
    rests = hover(says(row[x], evidence(row)) for row in rows) if set(EVIDENCE) <= set(table) else {}
    return {"x": [row[x] for row in rows], "y": [row[y] for row in rows], "marker": {"color": ACCENT}, **rests}
