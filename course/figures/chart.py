"""A chart: a figure that never comes without its text and its table."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from IPython.display import display

from course.figures.saving import save

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

    from course.case import Case

PLOTLY = "application/vnd.plotly.v1+json"
CELL = "padding:3px 12px 3px 0;text-align:left;vertical-align:top"


@dataclass(frozen=True)
class Chart:
    """A figure, what a person would say of it, and its rows.

    Attributes
    ----------
    figure
        The plotly figure.
    text
        What there is to see, in sentences that are computed from the rows.
    table
        The rows that the figure draws, one a mark.
    caption
        Where the rows come from: source and paragraphs.
    """

    figure: go.Figure
    text: str
    table: pd.DataFrame
    caption: str

    def __str__(self) -> str:
        """Return the text and the caption."""
        return f"{self.text}\n{self.caption}"

    __repr__ = __str__

    def _ipython_display_(self) -> None:
        display({PLOTLY: figure_json(self.figure), "text/plain": str(self)}, raw=True)
        display({"text/html": self.to_html(), "text/plain": str(self)}, raw=True)

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
        return save(self, Path(path))

    def to_html(self) -> str:
        """Return text, caption and table as HTML, to stand under the figure."""
        return (
            f'<div style="max-width:52em;line-height:1.5;font-size:14px">'
            f"{lines_html(self.text)}"
            f'<p style="margin:0.3em 0"><small>{escape(self.caption)}</small></p>'
            f"<details><summary>The same as a table</summary>{table_html(self.table)}</details></div>"
        )


def lines_html(text: str) -> str:
    """Return a text as HTML: its first line in bold where more follow, and a list for the lines after a dash."""
    first, *rest = text.split("\n")
    shown = [_paragraph(f"<b>{escape(first)}</b>" if rest else escape(first))]
    for is_list, lines in groupby(rest, key=lambda line: line.startswith("- ")):
        if is_list:
            shown.append(f'<ul style="margin:0">{"".join(f"<li>{escape(line[2:])}</li>" for line in lines)}</ul>')
        else:
            shown += [_paragraph(escape(line)) for line in lines]
    return "".join(shown)


def _paragraph(html: str) -> str:
    return f'<p style="margin:0.3em 0">{html}</p>'


def source_of(rows: pd.DataFrame, case: Case | pd.DataFrame, table: str = "troops") -> str:
    """Return the caption of a chart: the table that its rows come from, the case and the paragraphs."""
    source = f" of the case “{case.title}”" if hasattr(case, "title") else ""
    paragraphs = ", ".join(str(number) for number in sorted(set(rows["paragraph"])))
    return f"Source: table {table}{source}, paragraphs {paragraphs or 'none'}."


def figure_json(figure: go.Figure) -> dict[str, Any]:
    """Return what JupyterLab's plotly renderer draws: data, layout and configuration."""
    content: dict[str, Any] = figure.to_plotly_json()
    return {**_plain(content), "config": {"displayModeBar": False}}


def table_html(table: pd.DataFrame) -> str:
    """Return a table as HTML with a header for each column; a blank says "not stated"."""
    head = "".join(f'<th scope="col" style="{CELL}">{escape(str(column))}</th>' for column in table.columns)
    rows = "".join(
        "<tr>" + "".join(f'<td style="{CELL}">{escape(_cell(value))}</td>' for value in row) + "</tr>"
        for row in table.astype(object).where(table.notna(), None).itertuples(index=False)
    )
    return f'<table style="margin:0.5em 0"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _cell(value: object) -> str:
    if value is None:
        return "not stated"
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return lists for arrays and plain dicts for plotly's objects, without the random `uid` of a trace."""
    if hasattr(value, "to_plotly_json"):
        return _plain(value.to_plotly_json())
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items() if key != "uid"}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value.tolist() if hasattr(value, "tolist") else value
