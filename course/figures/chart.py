"""A chart: a figure that never comes without its text and its table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from IPython.display import display

from course.figures.figure import Picture, plain
from course.figures.panel import FigurePanel
from course.page import html
from course.page.frames import face
from course.page.panel import Part
from course.say import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pandas as pd
    import plotly.graph_objects as go

    from course.case import Case
    from course.page.panel import Panel

MOST_ROWS, MOST_PARAGRAPHS = 1000, 40
"""How many rows the table under a figure has, and how many paragraphs its caption names."""
PLOTLY = "application/vnd.plotly.v1+json"
FIGURE = Part("picture", "figure", "right")
"""The part of a panel that is its figure."""


@dataclass(frozen=True)
class Chart:
    """A figure, what a person would say of it, and its rows.

    Attributes
    ----------
    picture
        What the figure shows, in plain values; a figure of plotly's will do, and becomes that.
    text
        What there is to see, in sentences that are computed from the rows.
    table
        The rows that the figure draws, one a mark.
    caption
        Where the rows come from: source and paragraphs.
    """

    picture: Picture
    text: str
    table: pd.DataFrame
    caption: str

    def __post_init__(self) -> None:
        """Take a figure of plotly's for what it shows."""
        if not isinstance(self.picture, Picture):
            object.__setattr__(self, "picture", Picture.of(self.picture))

    def __str__(self) -> str:
        """Return the text and the caption."""
        return f"{self.text}\n{self.caption}"

    __repr__ = __str__

    @cached_property
    def figure(self) -> go.Figure:
        """The plotly figure, made and checked when it is first asked for."""
        return self.picture.to_figure()

    def _ipython_display_(self) -> None:
        drawn = {**self.picture.parts, "label": self.text.split("\n", 1)[0]}
        show(FigurePanel([FIGURE], picture=drawn), self.picture, str(self), self.to_html())

    def save(self, path: str | Path) -> Path:
        """Save the chart for a slide or a page.

        Parameters
        ----------
        path
            Where to; the ending says what: `.html` (the figure with its text and table, works offline),
            `.svg` or `.png` (the figure alone; needs kaleido and a Chromium).

        Returns
        -------
        pathlib.Path
            The file.

        Raises
        ------
        ValueError
            The ending is another one.
        RuntimeError
            What a picture needs is missing; the message says how to get it.
        """
        from course.figures.saving import save  # noqa: PLC0415 - few charts are saved

        return save(self, Path(path))

    def to_html(self) -> html.Html:
        """Return text, caption and table as HTML, to stand under the figure."""
        source = html.paragraph(html.muted(self.caption))
        return html.page(html.lines(self.text), source, html.fold("The same as a table", table_html(self.table)))


def show(panel: Panel, picture: Picture | None, words: str, said: str) -> None:
    """Show a panel, and after it its words; a page that draws no widget has the figure of plotly's own renderer.

    Parameters
    ----------
    panel
        What the page draws.
    picture
        Its figure, or None where it has none.
    words, said
        What there is to see, as text and as HTML.
    """
    bundle: Any = panel._repr_mimebundle_()
    still = {PLOTLY: figure_json(picture)} if picture else {}
    display({**bundle[0], **still, "text/plain": words}, raw=True)
    display({"text/html": said, "text/plain": words}, raw=True)


def source_of(rows: Sequence[Mapping[str, Any]], case: Case | pd.DataFrame, table: str = "troops") -> str:
    """Return the caption of a chart: the table of its rows, the case, the paragraphs, and what is only proposed."""
    source = f" of the case “{case.title}”" if hasattr(case, "title") else ""
    paragraphs = listed(map(str, sorted({row["paragraph"] for row in rows})), MOST_PARAGRAPHS, ", ")
    return f"Source: table {table}{source}, paragraphs {paragraphs or 'none'}.{proposed(rows)}"


def proposed(rows: Iterable[Mapping[str, Any]]) -> str:
    """Return a sentence on the rows that are only proposed; nothing where there are none."""
    number = sum(bool(row.get("proposed")) for row in rows)
    if not number:
        return ""
    are = "rows are proposals" if number > 1 else "row is a proposal"
    return f" {number} {are} of the finder that nobody has accepted yet: see the column proposed."


def figure_json(figure: go.Figure | Picture) -> dict[str, Any]:
    """Return what JupyterLab's plotly renderer draws: data, layout and configuration."""
    content = figure.to_json() if isinstance(figure, Picture) else plain(figure)
    return {**content, "config": {"displayModeBar": False}}


def table_html(table: pd.DataFrame) -> html.Html:
    """Return a table as HTML with a header for each column; of very many rows the first, and a line on the rest."""
    return face(table, most=MOST_ROWS)
