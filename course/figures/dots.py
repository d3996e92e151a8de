"""A plain chart of any table, with a dot for each row: who draws it says what there is to see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.figures.bars import marks
from course.figures.chart import Chart
from course.figures.figure import Picture, scatter
from course.figures.parts import in_style

if TYPE_CHECKING:
    import pandas as pd


def dots(table: pd.DataFrame, x: str, y: str, *, title: str, words: str, source: str) -> Chart:  # noqa: PLR0913 - as in `bars`
    """Draw a dot for each row, at its values in two columns; a row with a blank has none.

    Parameters
    ----------
    table, title, words, source
        As in `bars`.
    x, y
        The columns, which the axes are named after.
    """
    layout = in_style(title, xaxis={"title": {"text": x}}, yaxis={"title": {"text": y}})
    return Chart(Picture([scatter(mode="markers", **marks(table, x, y))], layout), words, table, source)
