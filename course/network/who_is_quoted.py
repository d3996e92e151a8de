"""Who is mentioned, and who is quoted? Each actor by the paragraphs that name it and those in which it speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from course.figures.chart import Chart
from course.figures.style import ACCENT, CARD, SOFT_INK, template
from course.network.graph import voices
from course.say import short_name
from course.tables import records

if TYPE_CHECKING:
    import pandas as pd

    from course.case import Case

ROW_HEIGHT = 30
LONGEST_NAME = 34


def who_is_quoted(case: Case) -> Chart:
    """Draw for each actor in how many paragraphs it is named, and in how many it speaks.

    Parameters
    ----------
    case
        A case; all its tables that name an actor are read.

    Returns
    -------
    Chart
        One row an actor, most named first. An open circle is the paragraphs that name it, a filled one those in
        which it speaks; whoever has no filled circle is spoken about and does not speak.
    """
    table = voices(case)
    rows = records(table)
    count, most = len(rows), max([row["named"] for row in rows], default=0)
    layout = {
        "template": template(),
        "title": {"text": "Who is named, and who speaks?"},
        "height": 150 + ROW_HEIGHT * max(count, 1),
        "xaxis": {"title": {"text": "paragraphs"}, "range": [-0.3, most * 1.8 + 1], "dtick": 2, "fixedrange": True},
        "yaxis": {
            "tickvals": list(range(count)),
            "ticktext": [_short(str(row["name"])) for row in rows],
            "range": [count - 0.4, -0.6],
            "showgrid": False,
            "fixedrange": True,
            "ticklabelstandoff": 8,
        },
    }
    figure = go.Figure(data=_marks(rows), layout=layout)
    return Chart(
        figure, _text(rows), _table(table), f"Source: all tables of the case “{case.title}” that name an actor."
    )


def _marks(rows: list[dict[str, Any]]) -> list[go.Scatter]:
    lines_x = [x for row in rows for x in (row["speaks"], row["named"], None)]
    lines_y = [y for position, _ in enumerate(rows) for y in (position, position, None)]
    speakers = [(position, row) for position, row in enumerate(rows) if row["speaks"]]
    open_circle = {"size": 13, "color": CARD, "line": {"width": 2, "color": SOFT_INK}}
    quiet: dict[str, Any] = {"hoverinfo": "skip", "cliponaxis": False}
    return [
        go.Scatter(x=lines_x, y=lines_y, mode="lines", line={"width": 2, "color": SOFT_INK}, name="span", **quiet),
        go.Scatter(
            x=[row["named"] for row in rows],
            y=list(range(len(rows))),
            mode="markers+text",
            marker=open_circle,
            text=[f"   {_in_words(row)}" for row in rows],
            textposition="middle right",
            textfont={"size": 12},
            name="named",
            **quiet,
        ),
        go.Scatter(
            x=[row["speaks"] for _, row in speakers],
            y=[position for position, _ in speakers],
            mode="markers",
            marker={"size": 13, "color": ACCENT},
            name="speaks",
            **quiet,
        ),
    ]


def _in_words(row: dict[str, Any]) -> str:
    said = f"named in {row['named']}"
    if row["speaks"]:
        said += f", speaks in {row['speaks']}"
    return said + (", quoted" if row["quoted"] else "")


def _short(name: str) -> str:
    name = short_name(name)
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


def _text(rows: list[dict[str, Any]]) -> str:
    if not rows:
        return "There is no actor to draw."
    speakers = [row for row in rows if row["speaks"]]
    silent = [row for row in rows if not row["speaks"]]
    quoted = [str(row["name"]) for row in rows if row["quoted"]]
    return "\n".join(
        [
            f"{len(rows)} actors are named, {len(speakers)} speak, {len(quoted)} are quoted as persons.",
            f"- Quoted: {', '.join(quoted) or 'nobody'}.",
            *(f"- {row['name']}: {_in_words(row)}." for row in speakers),
            f"- Named, and never a speaker: {', '.join(str(row['name']) for row in silent) or 'nobody'}.",
        ]
    )


def _table(table: pd.DataFrame) -> pd.DataFrame:
    shown = table[["name", "kind", "named", "speaks"]].astype({"kind": "string"})
    shown = shown.rename(
        columns={"name": "actor", "named": "paragraphs that name it", "speaks": "paragraphs in which it speaks"}
    )
    return shown.assign(quoted=["yes" if quoted else "no" for quoted in table["quoted"]])
