"""What kind of number? Each mention of a force by its status, by stock or flow, and by what its number measures."""

from __future__ import annotations

from html import escape
from textwrap import wrap
from typing import TYPE_CHECKING, Any

import pandas as pd

from course.figures.chart import Chart, source_of
from course.figures.figure import Picture, scatter
from course.figures.parts import BARE_AXIS, across, evidence, hover, in_style, key, says
from course.figures.style import BELOW, GRID, SOFT_INK, colours
from course.say import count, size
from course.tables import records
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from course.case import Case
    from course.figures.figure import Trace

COLUMNS = ("stock", "flow")
HEADINGS = {"stock": "at a place (stock)", "flow": "on the move (flow)"}
SLOT = 46
"""Pixels for one mention."""
LABEL_WIDTH = 34


def what_kind(case: Case | pd.DataFrame) -> Chart:
    """Set each mention of a force into the field of its status and of stock or flow.

    Parameters
    ----------
    case
        A case, or rows of its table `troops`.

    Returns
    -------
    Chart
        One point a mention, with the measure beside its number. Two mentions are of the same kind where they share the
        field and the measure; only those can be added at all.
    """
    mentions = case if isinstance(case, pd.DataFrame) else case.troops
    placed = _placed(mentions)
    lines = max((row["line"] for row in placed), default=0) + 1
    signs = colours("statuses")
    middles = {status: middle for status in signs if (middle := _middle(placed, status)) is not None}
    layout = in_style(
        "What kind of number is it?",
        key({status: status for status in middles}, signs),
        height=122 + SLOT * lines,
        margin={"b": BELOW, "t": 92},
        xaxis={
            "range": [-0.06, len(COLUMNS)],
            "tickvals": [0.4, 1.4],
            "ticktext": [HEADINGS[name] for name in COLUMNS],
            "side": "top",
            **BARE_AXIS,
        },
        yaxis={
            "range": [lines - 0.4, -0.6],
            "tickvals": list(middles.values()),
            "ticktext": list(middles),
            "ticklabelstandoff": 8,
            **BARE_AXIS,
        },
        shapes=[_rule(placed, status) for status, middle in middles.items() if middle],
    )
    picture = Picture([_points(placed)], layout)
    return Chart(picture, _text(placed), _table(mentions), source_of(mentions, case))


def _placed(mentions: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the mentions with the line that each stands on: fields of one status side by side."""
    rows = records(mentions)
    placed: list[dict[str, Any]] = []
    top = 0
    for status in vocabulary("statuses"):
        fields = [[row for row in rows if (row["status"], row["stock_flow"]) == (status, column)] for column in COLUMNS]
        for column, field in enumerate(fields):
            placed += [{**row, "line": top + line, "column": column} for line, row in enumerate(field)]
        top += max(map(len, fields))
    return placed


def _middle(placed: list[dict[str, Any]], status: str) -> float | None:
    lines = [row["line"] for row in placed if row["status"] == status]
    return (min(lines) + max(lines)) / 2 if lines else None


def _rule(placed: list[dict[str, Any]], status: str) -> dict[str, Any]:
    """Return the line above the fields of a status."""
    top = min(row["line"] for row in placed if row["status"] == status) - 0.5
    return across("line", top, top, line={"color": GRID, "width": 1})


def _points(placed: list[dict[str, Any]]) -> Trace:
    signs = colours("statuses")
    return scatter(
        x=[row["column"] for row in placed],
        y=[row["line"] for row in placed],
        mode="markers+text",
        marker={"size": 12, "color": [signs[str(row["status"])] for row in placed]},
        text=[f"  {_label(row)}" for row in placed],
        textposition="middle right",
        textfont={"size": 13},
        ids=[str(place) for place in range(len(placed))],
        **hover(says(f"{row['label']}: {_measured(row)}", evidence(row)) for row in placed),
        cliponaxis=False,
    )


def _label(row: dict[str, Any]) -> str:
    name = "<br>  ".join(wrap(escape(str(row["label"]), quote=False), LABEL_WIDTH))
    return f"{name}<span style='color:{SOFT_INK}'> ¶{row['paragraph']}: {_measured(row)}</span>"


def _measured(row: dict[str, Any]) -> str:
    return size(row) + ("" if pd.isna(row["measure"]) else f", {row['measure']}")


def _text(placed: list[dict[str, Any]]) -> str:
    if not placed:
        return "There is no mention of a force to sort."
    fields: dict[str, list[str]] = {}
    for row in placed:
        kind = ", ".join(str(row[name]) for name in ("status", "stock_flow", "measure") if pd.notna(row[name]))
        fields.setdefault(kind, []).append(f"{row['label']} ({size(row)})")
    said = [f"- {kind.capitalize()}: {'; '.join(names)}." for kind, names in fields.items()]
    return "\n".join([f"{count(len(placed), 'mention')} of a force in {count(len(fields), 'kind')}.", *said])


def _table(mentions: pd.DataFrame) -> pd.DataFrame:
    columns = {
        "label": "mention",
        "status": "status",
        "measure": "measure",
        "stock_flow": "stock or flow",
        "paragraph": "paragraph",
        "wording": "wording",
    }
    table = mentions[list(columns)].astype("string").astype({"paragraph": "Int64"}).rename(columns=columns)
    table.insert(1, "size", [size(row) for row in records(mentions)])
    return table.reset_index(drop=True)
