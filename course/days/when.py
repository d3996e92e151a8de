"""When? Events as the days on which they can have been, around the moment of writing."""

from __future__ import annotations

from datetime import date, timedelta
from html import escape
from textwrap import wrap
from typing import TYPE_CHECKING, Any

import pandas as pd
import plotly.graph_objects as go

from course.figures.chart import Chart, source_of
from course.figures.style import BELOW, GRID, OCCURRENCE_COLOURS, SOFT_INK, template
from course.tables import records

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.case import Case

ROW_HEIGHT = 58
LABEL_WIDTH = 34
DAYS_BEFORE, DAYS_AFTER = 4, 2
"""How far the axis goes beyond the days of writing."""
NO_DATE = "no date given"
ONE_DAY = timedelta(days=1)
EVENING = "18:00"


def when(case: Case) -> Chart:
    """Draw each event of a case over the days on which it can have been.

    Parameters
    ----------
    case
        A case; its table `events` and the days of its writing are read.

    Returns
    -------
    Chart
        One row an event: what happened on top, then what is scheduled, then what is possible. A bar covers whole
        days; an arrow says that it goes on beyond the axis; a dotted line has no date. The grey band is when the
        report was written.
    """
    events = case.events.sort_values(["occurrence", "start", "paragraph"], kind="stable", na_position="last")
    rows = records(events)
    first, last = _window(case, rows)
    count = len(rows)
    layout = {
        "template": template(),
        "title": {"text": "When? The days on which it can have been"},
        "height": 116 + ROW_HEIGHT * max(count, 1),
        "margin": {"t": 100, "b": BELOW},
        "xaxis": {
            "range": [first.isoformat(), last.isoformat()],
            "type": "date",
            "dtick": 86_400_000,
            "tickformat": "%a<br>%-d %b",
            "ticklabelmode": "period",
            "tickangle": 0,
            "tickfont": {"size": 11},
            "side": "top",
            "fixedrange": True,
        },
        "yaxis": {
            "tickvals": list(range(count)),
            "ticktext": [_name(row) for row in rows],
            "range": [count - 0.4, -0.7],
            "showgrid": False,
            "fixedrange": True,
            "ticklabelstandoff": 16,
        },
        "shapes": _writing(case),
    }
    figure = go.Figure(data=[*bar_traces(rows, first, last), label_trace(rows, first, last)], layout=layout)
    return Chart(figure, _text(rows, case), _table(rows), source_of(events, case, "events"))


def _window(case: Case, rows: list[dict[str, Any]]) -> tuple[date, date]:
    """Return the first day of the axis and the day after its last."""
    days = [row[end].date() for row in rows for end in ("start", "end") if pd.notna(row[end])]
    first, last = case.written or ((min(days), max(days)) if days else (date(2000, 1, 1), date(2000, 1, 1)))
    return first - DAYS_BEFORE * ONE_DAY, last + (DAYS_AFTER + 1) * ONE_DAY


def span(row: dict[str, Any], first: date, last: date) -> tuple[date, date, bool, bool]:
    """Return where the bar of a row starts and ends on the axis, and whether it goes on before and after it."""
    start = row["start"].date() if pd.notna(row["start"]) else date.min
    end = row["end"].date() + ONE_DAY if pd.notna(row["end"]) else date.max
    low, high = min(max(start, first), last), max(min(end, last), first)
    return low, high, start < first, end > last


def has_date(row: dict[str, Any]) -> bool:
    """Return whether a row has a first or a last day."""
    return bool(pd.notna(row["start"]) or pd.notna(row["end"]))


def bar_traces(rows: list[dict[str, Any]], first: date, last: date) -> list[go.Scatter]:
    """Return a trace an occurrence, one of the rows without a date, and one of the ends.

    The number and the order of the traces are the same for all rows, so that an explorer can change the values
    and leave the traces as they are. The axis runs from the day `first` up to the day `last`, not counted.
    """
    lines: dict[str, tuple[list[Any], list[Any]]] = {name: ([], []) for name in [*OCCURRENCE_COLOURS, NO_DATE]}
    ends: dict[str, list[Any]] = {"x": [], "y": [], "color": [], "symbol": []}
    for position, row in enumerate(rows):
        dated = has_date(row)
        low, high, before, after = span(row, first, last)
        x, y = lines[str(row["occurrence"]) if dated else NO_DATE]
        x += [low.isoformat(), high.isoformat(), None]
        y += [position, position, None]
        ends["x"] += [low.isoformat(), high.isoformat()]
        ends["y"] += [position, position]
        ends["color"] += [OCCURRENCE_COLOURS[str(row["occurrence"])] if dated else SOFT_INK] * 2
        ends["symbol"] += ["triangle-left" if before else "line-ns", "triangle-right" if after else "line-ns"]
    quiet: dict[str, Any] = {"hoverinfo": "skip", "cliponaxis": False}
    marker = {
        "size": 13,
        "symbol": ends["symbol"],
        "color": ends["color"],
        "line": {"width": 3, "color": ends["color"]},
    }
    return [
        *(go.Scatter(x=x, y=y, name=name, mode="lines", line=_line(name), **quiet) for name, (x, y) in lines.items()),
        go.Scatter(x=ends["x"], y=ends["y"], name="ends", mode="markers", marker=marker, **quiet),
    ]


def _line(name: str) -> dict[str, Any]:
    if name == NO_DATE:
        return {"width": 2, "color": SOFT_INK, "dash": "dot"}
    return {"width": 9, "color": OCCURRENCE_COLOURS[name]}


def label_trace(
    rows: list[dict[str, Any]], first: date, last: date, say: Callable[[dict[str, Any]], str] | None = None
) -> go.Scatter:
    """Return the days in words above each bar, as `say` puts them; hovering shows wording and paragraph."""
    say = say or days_in_words
    middle = first + (last - first) / 2
    marks = []
    for position, row in enumerate(rows):
        low, high, *_ = span(row, first, last)
        on_right, said = low > middle, say(row)
        marks.append(
            {
                "x": (high if on_right else low).isoformat(),
                "y": position - 0.3,
                "text": f"{said}  " if on_right else f"  {said}",
                "side": "middle left" if on_right else "middle right",
                "colour": OCCURRENCE_COLOURS[str(row["occurrence"])] if has_date(row) else SOFT_INK,
                "evidence": [row["wording"], row["paragraph"]],
            }
        )
    return go.Scatter(
        x=[mark["x"] for mark in marks],
        y=[mark["y"] for mark in marks],
        mode="text",
        text=[mark["text"] for mark in marks],
        textposition=[mark["side"] for mark in marks],
        textfont={"size": 13, "color": [mark["colour"] for mark in marks]},
        customdata=[mark["evidence"] for mark in marks],
        hovertemplate="¶%{customdata[1]} “%{customdata[0]}”<extra></extra>",
        cliponaxis=False,
    )


def _writing(case: Case) -> list[dict[str, Any]]:
    """Return the band between the evenings of the first and the last day of writing."""
    if case.written is None:
        return []
    start, end = (f"{day.isoformat()} {EVENING}" for day in case.written)
    return [
        {
            "type": "rect",
            "x0": start,
            "x1": end,
            "yref": "paper",
            "y0": 0,
            "y1": 1,
            "fillcolor": GRID,
            "opacity": 0.5,
            "line": {"width": 0},
            "layer": "below",
            "label": {"text": "written", "textposition": "bottom left", "font": {"size": 12, "color": SOFT_INK}},
        }
    ]


def days_in_words(row: dict[str, Any]) -> str:
    """Return the days of a row as a person would say them, with the report's own word."""
    word = "" if pd.isna(row["date_word"]) else f" (“{row['date_word']}”)"
    if not has_date(row):
        return f"{NO_DATE}{word}"
    start, end = row["start"], row["end"]
    if pd.isna(start):
        return f"up to {_day(end)}{word}"
    if pd.isna(end):
        return f"from {_day(start)}{word}"
    return f"{_day(start)}{word}" if start == end else f"{_day(start)} to {_day(end)}{word}"


def _day(day: pd.Timestamp) -> str:
    return f"{day.day} {day:%b %Y}"


def _name(row: dict[str, Any]) -> str:
    lines = "<br>".join(wrap(escape(str(row["summary"]), quote=False), LABEL_WIDTH))
    note = f"¶{row['paragraph']} · {row['occurrence']}"
    return f"{lines}<br><span style='font-size:12px;color:{SOFT_INK}'>{note}</span>"


def _text(rows: list[dict[str, Any]], case: Case) -> str:
    if not rows:
        return "There is no event to draw."
    undated = sum(not has_date(row) for row in rows)
    lines = [f"{len(rows)} events, {undated} of them without a date."]
    if case.written:
        first, last = (f"{day.day} {day:%B %Y}" for day in case.written)
        lines[0] += f" The report was written between the evenings of {first} and {last}."
    for occurrence in OCCURRENCE_COLOURS:
        found = [row for row in rows if row["occurrence"] == occurrence]
        if found:
            for days in dict.fromkeys(map(days_in_words, found)):
                said = " ".join(str(row["summary"]) for row in found if days_in_words(row) == days)
                lines.append(f"- {occurrence.capitalize()}, {days}: {said}")
    return "\n".join(lines)


def _table(rows: list[dict[str, Any]]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "event": [row["summary"] for row in rows],
            "occurrence": [str(row["occurrence"]) for row in rows],
            "first day": [None if pd.isna(row["start"]) else f"{row['start']:%Y-%m-%d}" for row in rows],
            "last day": [None if pd.isna(row["end"]) else f"{row['end']:%Y-%m-%d}" for row in rows],
            "the report's word": [None if pd.isna(row["date_word"]) else row["date_word"] for row in rows],
            "paragraph": [row["paragraph"] for row in rows],
            "wording": [row["wording"] for row in rows],
        }
    )
