"""What kind of number? Each mention of a count by its status, by stock or flow, and by what its number measures."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from course.figures.chart import Chart, source_of
from course.figures.figure import Picture, scatter
from course.figures.parts import BARE_AXIS, across, evidence, hover, in_style, key, says
from course.figures.spans import name_lines
from course.figures.style import BELOW, GRID, SOFT_INK, colours
from course.numbers.mentions import (
    as_texts,
    called,
    counted,
    first,
    in_words_of,
    mentions_of,
    rows_of,
    table_of,
    units_of,
)
from course.say import MOST_ITEMS, count, first_up, items, listed, size
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course.case import Case
    from course.figures.figure import Trace
    from course.numbers.mentions import Row

SLOT = 52
"""Pixels for one mention."""
MOST = 43
"""How many mentions a picture of three screens holds, should all stand below each other."""
LABEL_WIDTH, LONGEST = 34, 38
"""Letters of a name in a line, and of a line with its note."""
KINDS = {"statuses": "status", "stock_flow": "stock_flow", "measures": "measure"}
"""What makes a kind: columns, each with its vocabulary."""


def what_kind(case: Case | pd.DataFrame) -> Chart:
    """Set each mention of a count into the field of its status and of stock or flow.

    Parameters
    ----------
    case
        A case, or rows of its table `counts` or `troops`.

    Returns
    -------
    Chart
        One point a mention, with the measure beside its number. Two mentions are of the same kind where they share the
        field and the measure; only those can be added at all.
    """
    every = rows_of(case)
    drawn, left = first(every, MOST)
    placed, columns = _placed(drawn), vocabulary("stock_flow")
    lines = max((row["line"] for row in placed), default=0) + 1
    signs = colours("statuses")
    middles = {status: middle for status in signs if (middle := _middle(placed, status)) is not None}
    layout = in_style(
        "What kind of number is it?",
        key(words := {status: called("statuses", status) for status in middles}, signs),
        height=122 + SLOT * lines,
        margin={"b": BELOW, "t": 92},
        xaxis={
            "range": [-0.06, len(columns)],
            "tickvals": [column + 0.4 for column in range(len(columns))],
            "ticktext": [row["heading"] for row in columns.values()],
            "side": "top",
            **BARE_AXIS,
        },
        yaxis={
            "range": [lines - 0.4, -0.6],
            "tickvals": list(middles.values()),
            "ticktext": list(words.values()),
            "ticklabelstandoff": 8,
            **BARE_AXIS,
        },
        shapes=[_rule(placed, status) for status, middle in middles.items() if middle],
    )
    picture = Picture([_points(placed)], layout)
    said = "\n".join(filter(None, (_text(every), left)))
    return Chart(picture, said, _table(every), source_of(every, case, table_of(case)))


def _placed(rows: Sequence[Row]) -> list[Row]:
    """Return the mentions with the line that each stands on: fields of one status side by side."""
    placed: list[Row] = []
    top, columns = 0, list(vocabulary("stock_flow"))
    for status in vocabulary("statuses"):
        fields = [[row for row in rows if (row["status"], row["stock_flow"]) == (status, column)] for column in columns]
        for column, field in enumerate(fields):
            placed += [{**row, "line": top + line, "column": column} for line, row in enumerate(field)]
        top += max(map(len, fields))
    return placed


def _middle(placed: list[Row], status: str) -> float | None:
    lines = [row["line"] for row in placed if row["status"] == status]
    return (min(lines) + max(lines)) / 2 if lines else None


def _rule(placed: list[Row], status: str) -> dict[str, Any]:
    """Return the line above the fields of a status."""
    top = min(row["line"] for row in placed if row["status"] == status) - 0.5
    return across("line", top, top, line={"color": GRID, "width": 1})


def _points(placed: list[Row]) -> Trace:
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


def _label(row: Row) -> str:
    name, note = name_lines(row["label"], LABEL_WIDTH, "  "), f"¶{row['paragraph']}: {_measured(row)}"
    last = name.rsplit("<br>", 1)[-1]
    gap = " " if len(last) + len(note) <= LONGEST else "<br>  "  # else it runs into the next column
    return f"{name}{gap}<span style='color:{SOFT_INK}'>{note}</span>"


def _measured(row: Row) -> str:
    said = escape(size(row), quote=False)
    return said if row["measure"] is None else f"{said}, {called('measures', row['measure'])}"


def _text(rows: Sequence[Row]) -> str:
    if not rows:
        return "There is no mention of a count to sort."
    fields: dict[tuple[str, ...], list[str]] = {}
    for row in rows:
        kind = tuple(str(row[column] or "") for column in KINDS.values())
        fields.setdefault(kind, []).append(f"{row['label']} ({size(row)})")
    places = [{key: place for place, key in enumerate(vocabulary(words))} for words in KINDS]
    said = []
    # By the fields of the picture; those of one field come as the table has them.
    for kind in sorted(fields, key=lambda kind: [places[0].get(kind[0], -1), places[1].get(kind[1], -1)]):
        name = ", ".join(called(words, key) for words, key in zip(KINDS, kind, strict=True) if key)
        said.append(f"{first_up(name)}: {listed(fields[kind], MOST_ITEMS)}.")
    noun = counted(rows).noun if len(units_of(rows)) == 1 else ""
    return "\n".join([f"{mentions_of(len(rows), noun)} in {count(len(fields), 'kind')}.", *items(said)])


def _table(rows: Sequence[Row]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "mention": as_texts(row["label"] for row in rows),
            "size": [size(row) for row in rows],
            "status": in_words_of("statuses", (row["status"] for row in rows)),
            "measure": in_words_of("measures", (row["measure"] for row in rows)),
            "stock or flow": in_words_of("stock_flow", (row["stock_flow"] for row in rows)),
            "paragraph": pd.array([row["paragraph"] for row in rows], "Int64"),
            "wording": as_texts(row["wording"] for row in rows),
        }
    )
