"""How many troops? Each mention of a force as the range that its words allow."""

from __future__ import annotations

from html import escape
from textwrap import wrap
from typing import TYPE_CHECKING, Any

import pandas as pd
import plotly.graph_objects as go

from course.figures.chart import Chart, source_of
from course.figures.style import MARK_COLOURS, SOFT_INK, template
from course.numbers.bounds import bounds
from course.numbers.hedges import DEFAULT_CLOSENESS, Bounds, Reading
from course.say import NOT_STATED
from course.tables import records

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from course.case import Case

ROW_HEIGHT = 58
LABEL_WIDTH = 30
"""Letters a line, so that the names leave room for the ranges at 800 pixels."""
ROOM = 1.3
"""How far the axis goes beyond the largest number, so that an open end has room to be open."""
EMPTY_AXIS = 1000


def how_many(case: Case | pd.DataFrame, reading: Reading = "strict", closeness: float = DEFAULT_CLOSENESS) -> Chart:
    """Draw each mention of a force as the range from the least to the most that its words allow.

    Parameters
    ----------
    case
        A case, or rows of its table `troops`.
    reading, closeness
        How a hedge is read, as in `course.bounds`.

    Returns
    -------
    Chart
        One row a mention, in the order given. An arrow is an end without a limit; a dotted line with no
        bar is a mention with no number. The unit is soldiers.

    Raises
    ------
    TypeError, ValueError
        As in `course.bounds`.
    """
    mentions = case if isinstance(case, pd.DataFrame) else case.troops
    ranges = bounds(mentions, reading, closeness)
    axis_end = axis_limit(ranges)
    figure = go.Figure(
        data=[*range_traces(ranges, axis_end), label_trace(ranges, axis_end)],
        layout=layout(ranges, axis_end, title=f"How many soldiers? What the words allow, {reading} reading"),
    )
    return Chart(figure, _text(ranges), _table(ranges), source_of(ranges, case))


def axis_limit(ranges: pd.DataFrame) -> float:
    """Return where the axis of a chart of these ranges ends, in soldiers."""
    ends = [*ranges["low"].dropna(), *ranges["high"].dropna()]
    return ROOM * max(ends, default=0) or EMPTY_AXIS


def range_traces(
    ranges: pd.DataFrame, axis_end: float, axis_start: float = 0, positions: Sequence[int] | None = None
) -> list[go.Scatter]:
    """Return the marks: a trace a status with its ranges, one of the mentions with no number, one of the ends.

    The number and the order of the traces are the same for all rows, so that an explorer can change the
    values and leave the traces as they are. Where the axis does not start at 0, a range is drawn from its start
    on. The positions are the lines on which the ranges stand, by default one after another.
    """
    lines: dict[str, tuple[list[Any], list[Any]]] = {status: ([], []) for status in [*MARK_COLOURS, NOT_STATED]}
    ends: dict[str, list[Any]] = {"x": [], "y": [], "color": [], "symbol": []}
    for position, row in zip(positions or range(len(ranges)), records(ranges), strict=True):
        open_end, blank = bool(pd.isna(row["high"])), _nothing_stated(row)
        low = max(row["low"], axis_start)
        high = axis_end * 0.97 if open_end else max(row["high"], axis_start)
        x, y = lines[NOT_STATED if blank else str(row["status"])]
        x += [low, high, None]
        y += [position, position, None]
        ends["x"] += [low, high]
        ends["y"] += [position, position]
        ends["color"] += [_colour(row)] * 2
        ends["symbol"] += ["line-ns", "triangle-right" if open_end else "line-ns"]
    marker = {
        "size": 14,
        "symbol": ends["symbol"],
        "color": ends["color"],
        "line": {"width": 3, "color": ends["color"]},
    }
    quiet: dict[str, Any] = {"hoverinfo": "skip", "cliponaxis": False}
    return [
        *(
            go.Scatter(x=x, y=y, name=status, mode="lines", line=_line(status), **quiet)
            for status, (x, y) in lines.items()
        ),
        go.Scatter(x=ends["x"], y=ends["y"], name="ends", mode="markers", marker=marker, **quiet),
    ]


def _line(status: str) -> dict[str, Any]:
    if status == NOT_STATED:
        return {"width": 2, "color": SOFT_INK, "dash": "dot"}
    return {"width": 9, "color": MARK_COLOURS[status]}


def label_trace(
    ranges: pd.DataFrame,
    axis_end: float,
    axis_start: float = 0,
    say: Callable[[dict[str, Any]], str] | None = None,
) -> go.Scatter:
    """Return the bounds in words above each range, as `say` puts them; hovering shows wording and paragraph."""
    rows, say = records(ranges), say or range_in_words
    # A range that begins far to the right has its label end at the end of the axis, so that none is cut.
    far = [float(row["low"]) > axis_end / 2 for row in rows]
    return go.Scatter(
        x=[axis_end if right else max(float(row["low"]), axis_start) for row, right in zip(rows, far, strict=True)],
        y=[position - 0.3 for position in range(len(rows))],
        mode="text",
        text=[say(row) if right else f"  {say(row)}" for row, right in zip(rows, far, strict=True)],
        textposition=["middle left" if right else "middle right" for right in far],
        textfont={"size": 13, "color": [_colour(row) for row in rows]},
        customdata=[[row["wording"], int(row["paragraph"])] for row in rows],
        hovertemplate="¶%{customdata[1]} “%{customdata[0]}”<extra></extra>",
        cliponaxis=False,
    )


def layout(
    ranges: pd.DataFrame, axis_end: float, title: str, note: Callable[[dict[str, Any]], str] | None = None
) -> dict[str, Any]:
    """Return the layout of a chart of these ranges: one row a mention, first on top, with a note below its name."""
    count = len(ranges)
    names = [_name(row, (note or _note)(row)) for row in records(ranges)]
    return {
        "template": template(),
        "title": {"text": title},
        "height": 132 + ROW_HEIGHT * max(count, 1),
        "xaxis": {"title": {"text": "soldiers"}, "range": [0, axis_end], "tickformat": ",d", "nticks": 6},
        "yaxis": {
            "tickvals": list(range(count)),
            "ticktext": names,
            "range": [count - 0.4, -0.7],
            "showgrid": False,
            "ticklabelstandoff": 8,
            "fixedrange": True,
        },
    }


def range_in_words(row: dict[str, Any]) -> str:
    """Return the bounds of a row as a person would say them."""
    if _nothing_stated(row):
        return NOT_STATED
    return str(Bounds(int(row["low"]), None if pd.isna(row["high"]) else int(row["high"])))


def _colour(row: dict[str, Any]) -> str:
    return SOFT_INK if _nothing_stated(row) else MARK_COLOURS[str(row["status"])]


def _nothing_stated(row: dict[str, Any]) -> bool:
    return bool(pd.isna(row["number"]) and row["low"] == 0 and pd.isna(row["high"]))


def _note(row: dict[str, Any]) -> str:
    return f"¶{row['paragraph']} · {row['status']}" if row["status"] != "sum" else "of all above"


def _name(row: dict[str, Any], note: str) -> str:
    label = "<br>".join(wrap(escape(str(row["label"]), quote=False), LABEL_WIDTH)) or "(no label)"
    return f"{label}<br><span style='font-size:12px;color:{SOFT_INK}'>{note}</span>"


def _text(ranges: pd.DataFrame) -> str:
    if ranges.empty:
        return "There is no mention of a force to draw."
    rows = records(ranges)
    blank = [row for row in rows if _nothing_stated(row)]
    stated = [row for row in rows if not _nothing_stated(row)]
    lines = [f"{len(rows)} mentions of a force: {len(stated)} with a size, {len(blank)} without."]
    lines += [f"- {row['label']}: {range_in_words(row)}." for row in stated]
    if blank:
        lines.append(f"- Not stated: {'; '.join(str(row['label']) for row in blank)}.")
    return "\n".join(lines)


def _table(ranges: pd.DataFrame) -> pd.DataFrame:
    rows = records(ranges)
    return pd.DataFrame(
        {
            "mention": ranges["label"].array,
            "least": ranges["low"].array,
            "most": [_most(row) for row in rows],
            "status": ranges["status"].astype("string").array,
            "paragraph": ranges["paragraph"].array,
            "wording": ranges["wording"].array,
        }
    )


def _most(row: dict[str, Any]) -> str:
    if pd.isna(row["high"]):
        return NOT_STATED if _nothing_stated(row) else "no limit"
    return f"{row['high']:,}"
