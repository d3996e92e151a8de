"""The picture of the timeline: each date word over the days that it means, around the day of writing."""

from __future__ import annotations

from html import escape
from textwrap import shorten, wrap
from typing import TYPE_CHECKING, Any

import pandas as pd
import plotly.graph_objects as go

from course.days.date_words import NO_WORD
from course.days.rules import DAYS_OF_A_WEEK, ONE_DAY
from course.days.when import NO_DATE, bar_traces, label_trace, span
from course.days.words import days_in_words
from course.figures.explorer import Picture
from course.figures.style import ACCENT, GRID, INK, SOFT_INK, template
from course.say import short_day

if TYPE_CHECKING:
    from datetime import date

    from course.days.date_words import DateWord, Span

ROW_HEIGHT, LABEL_WIDTH = 58, 36
WEEKS_SHOWN = 3


def picture(groups: list[DateWord], written: date, lit: list[int]) -> Picture:
    """Return the picture of date words; `lit` are the lines of those that are lit.

    It shows whole weeks: the one of the day of writing, the one before and the one after.
    """
    first = written - (written.weekday() + DAYS_OF_A_WEEK) * ONE_DAY
    last = first + WEEKS_SHOWN * DAYS_OF_A_WEEK * ONE_DAY
    rows = [_drawn(group, group.span(written), written) for group in groups]
    traces = [
        *bar_traces(rows, first, last),
        label_trace(rows, first, last, lambda row: str(row["said"])),
        *_in_the_tables(groups, written, first, last),
    ]
    return Picture(traces, _layout(groups, written, first, lit))


def _drawn(group: DateWord, days: Span, written: date) -> dict[str, Any]:
    """Return the row that the figure draws for a date word."""
    start, end = (pd.NaT if each is None else pd.Timestamp(each) for each in days)
    said = days_in_words(days, written.year) if days != (None, None) else NO_DATE
    return {
        "start": start,
        "end": end,
        "said": said if group.occurrence == "happened" else f"{said} · {group.occurrence}",
        "occurrence": group.occurrence,
        "wording": group.word or NO_WORD,
        "paragraph": group.paragraphs,
    }


def _in_the_tables(groups: list[DateWord], written: date, first: date, last: date) -> list[go.Scatter]:
    """Return a thin line where the tables put a word that now means other days, and one trace of what it is."""
    line: dict[str, list[Any]] = {"x": [], "y": []}
    text: dict[str, list[Any]] = {"x": [], "y": [], "text": [], "side": []}
    middle = first + (last - first) / 2
    for place, group in enumerate(groups):
        if coded := group.other(written):
            low, high, *_ = span(_drawn(group, coded, written), first, last)
            line["x"] += [low.isoformat(), high.isoformat(), None]
            line["y"] += [place + 0.18] * 2 + [None]
            on_right = low > middle
            text["x"].append((high if on_right else low).isoformat())
            text["y"].append(place + 0.36)
            text["text"].append(f"in the tables: {days_in_words(coded, written.year)}")
            text["side"].append("middle left" if on_right else "middle right")
    quiet: dict[str, Any] = {"hoverinfo": "skip", "cliponaxis": False}
    font = {"size": 12, "color": SOFT_INK}
    return [
        go.Scatter(**line, name="in the tables", mode="lines", line={"width": 3, "color": SOFT_INK}, **quiet),
        go.Scatter(
            x=text["x"], y=text["y"], text=text["text"], textposition=text["side"],
            name="tables in words", mode="text", textfont=font, **quiet,
        ),
    ]  # fmt: skip


def _layout(groups: list[DateWord], written: date, first: date, lit: list[int]) -> dict[str, Any]:
    count = len(groups)
    days = [first + place * ONE_DAY for place in range(WEEKS_SHOWN * DAYS_OF_A_WEEK)]
    return {
        "template": template(),
        "title": {"text": "What the date words mean"},
        "height": 152 + ROW_HEIGHT * max(count, 1),
        "margin": {"t": 96, "b": 40},
        "xaxis": {
            "range": [first.isoformat(), (days[-1] + ONE_DAY).isoformat()],
            "type": "date",
            "tickvals": [f"{each} 12:00" for each in days],
            "ticktext": [_tick(each, written) for each in days],
            "tickangle": 0,
            "tickfont": {"size": 12},
            "showgrid": False,
            "side": "top",
            "fixedrange": True,
        },
        "yaxis": {
            "tickvals": list(range(count)),
            "ticktext": [_name(group, lit=place in lit) for place, group in enumerate(groups)],
            "range": [count - 0.4, -0.7],
            "showgrid": False,
            "fixedrange": True,
            "ticklabelstandoff": 16,
        },
        "shapes": [*_weeks(first), *_writing(written), *map(_frame, lit)],
        "annotations": [
            {
                "x": f"{written} 12:00",
                "y": 0,
                "yref": "paper",
                "yanchor": "top",
                "text": f"<b>written on {short_day(written)}</b>",
                "showarrow": False,
                "font": {"size": 13, "color": INK},
            }
        ],
    }


def _tick(each: date, written: date) -> str:
    """Return the weekday in one letter, and the date below each Monday."""
    name = f"{each:%a}"[0]
    name = f"<b>{name}</b>" if each == written else name
    return f"{name}<br>{each.day} {each:%b}" if each.weekday() == 0 else f"{name}<br> "


def _weeks(first: date) -> list[dict[str, Any]]:
    """Return a thin line at the start of each week."""
    mondays = [first + week * DAYS_OF_A_WEEK * ONE_DAY for week in range(WEEKS_SHOWN + 1)]
    return [_shape("line", monday.isoformat(), monday.isoformat(), 1, GRID) for monday in mondays]


def _writing(written: date) -> list[dict[str, Any]]:
    """Return a band over the day of writing, and a line through its middle."""
    band = _shape("rect", written.isoformat(), (written + ONE_DAY).isoformat(), 0, GRID)
    noon = f"{written} 12:00"
    return [{**band, "fillcolor": GRID, "opacity": 0.6}, _shape("line", noon, noon, 2, INK)]


def _shape(kind: str, start: str, end: str, width: int, colour: str) -> dict[str, Any]:
    line = {"width": width, "color": colour}
    return {"type": kind, "x0": start, "x1": end, "yref": "paper", "y0": 0, "y1": 1, "line": line, "layer": "below"}


def _frame(place: int) -> dict[str, Any]:
    """Return a frame around the row that is lit."""
    line = {"width": 2, "color": ACCENT}
    ends = {"x0": -0.01, "x1": 1.01, "y0": place - 0.52, "y1": place + 0.47}
    return {"type": "rect", "xref": "paper", **ends, "line": line, "layer": "below"}


def _name(group: DateWord, *, lit: bool) -> str:
    """Return a date word with what it belongs to: the first row, and how many more there are."""
    word = escape(shorten(group.word, LABEL_WIDTH), quote=False)
    head = f"<b>{'▸ ' if lit else ''}{f'“{word}”' if word else NO_WORD}</b>"
    count = len(group.rows)
    if count == 1:
        row = group.rows[0]
        notes = wrap(f"¶{row.paragraph} {shorten(row.summary, 2 * LABEL_WIDTH - 8, placeholder=' …')}", LABEL_WIDTH)
    else:
        notes = [f"{count} rows", shorten(f"¶{group.paragraphs}", LABEL_WIDTH, placeholder=" …")]
    said = "<br>".join(escape(note, quote=False) for note in notes)
    return f"{head}<br><span style='font-size:12px;color:{SOFT_INK}'>{said}</span>"
