"""The picture of the timeline: each date word over the days that it means, around the day of writing."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from textwrap import shorten, wrap
from typing import TYPE_CHECKING, Any

import pandas as pd

from course.days.date_words import NO_WORD, occurrences
from course.days.rules import DAYS_OF_A_WEEK, ONE_DAY
from course.days.when import NO_DATE, key_of_days, label, row_traces, span
from course.days.words import days_in_words
from course.figures.figure import Picture
from course.figures.parts import BARE_AXIS, in_style, row_axis, small, upright
from course.figures.spans import bar_trace, marks_trace, note_trace, rows_height
from course.figures.style import ACCENT, GRID, INK, PALETTE, SOFT_INK
from course.say import short_day
from course.vocabulary import YES

if TYPE_CHECKING:
    from datetime import date

    from course.days.date_words import DateWord, Span
    from course.days.when import Axis
    from course.figures.figure import Trace

LABEL_WIDTH = 36
WEEKS_SHOWN = 3


def picture(groups: list[DateWord], written: date, lit: list[int], among: list[DateWord] | None = None) -> Picture:
    """Return the picture of date words; `lit` are the lines of those that are lit.

    It shows whole weeks: the one of the day of writing, the one before and the one after. Each occurrence of the
    words that they are `among` has a trace.
    """
    signs = {key: PALETTE[row["colour"]] for key, row in occurrences(among or groups).items()}
    first = written - (written.weekday() + DAYS_OF_A_WEEK) * ONE_DAY
    last = first + WEEKS_SHOWN * DAYS_OF_A_WEEK * ONE_DAY
    rows = [_drawn(group, group.span(written), written) for group in groups]
    traces = [
        *row_traces(rows, (first, last), signs, lambda row: str(row["said"]), f"{written}T12:00"),
        *_in_the_tables(groups, written, (first, last), signs),
    ]
    return Picture(traces, _layout(groups, written, first, lit))


def _drawn(group: DateWord, days: Span, written: date) -> dict[str, Any]:
    """Return the row that the figure draws for a date word."""
    start, end = (pd.NaT if each is None else pd.Timestamp(each) for each in days)
    said = days_in_words(days, written.year) if days != (None, None) else NO_DATE
    return {
        "start": start,
        "end": end,
        "said": said if group.its["past"] == YES else f"{said} · {group.its['plain']}",
        "occurrence": group.occurrence,
        "summary": f"“{group.word}”:" if group.word else f"{NO_WORD}:",
        "proof": f"¶{group.paragraphs} “{group.word}”" if group.word else f"¶{group.paragraphs}",
    }


def _in_the_tables(groups: list[DateWord], written: date, axis: Axis, signs: dict[str, str]) -> list[Trace]:
    """Return a thin line where the tables put a word that now means other days, and one trace of what it is."""
    bars, labels = [], []
    for place, group in enumerate(groups):
        if coded := group.other(written):
            row = {**_drawn(group, coded, written), "summary": f"In the tables “{group.word}” is"}
            bar = span(row, place, *axis)
            bars.append(replace(bar, row=place + 0.18))
            said = f"in the tables: {days_in_words(coded, written.year)}"
            labels.append(label(bar, said, axis, signs.get(bar.kind, SOFT_INK), f"{written}T12:00"))
    thin = bar_trace(bars, "in the tables", width=3, color=SOFT_INK)
    return [thin, note_trace(labels, 0.36, "tables in words"), marks_trace(bars, "marks in the tables")]


def _layout(groups: list[DateWord], written: date, first: date, lit: list[int]) -> dict[str, Any]:
    days = [first + place * ONE_DAY for place in range(WEEKS_SHOWN * DAYS_OF_A_WEEK)]
    names = [_name(group, lit=place in lit) for place, group in enumerate(groups)]
    return in_style(
        "What the date words mean",
        key_of_days(occurrences(groups), "plain"),
        height=rows_height(len(groups), 164),
        margin={"t": 108, "b": 40},
        xaxis={
            "range": [first.isoformat(), (days[-1] + ONE_DAY).isoformat()],
            "type": "date",
            "tickvals": [f"{each} 12:00" for each in days],
            "ticktext": [_tick(each, written) for each in days],
            "tickangle": 0,
            "tickfont": {"size": 12},
            "side": "top",
            **BARE_AXIS,
        },
        yaxis=row_axis(names, standoff=16),
        shapes=[*_weeks(first), *_writing(written), *map(_frame, lit)],
        annotations=[
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
    )


def _tick(each: date, written: date) -> str:
    """Return the weekday in one letter, and the date below each Monday."""
    name = f"{each:%a}"[0]
    name = f"<b>{name}</b>" if each == written else name
    return f"{name}<br>{each.day} {each:%b}" if each.weekday() == 0 else f"{name}<br> "


def _weeks(first: date) -> list[dict[str, Any]]:
    """Return a thin line at the start of each week."""
    mondays = [first + week * DAYS_OF_A_WEEK * ONE_DAY for week in range(WEEKS_SHOWN + 1)]
    line = {"width": 1, "color": GRID}
    return [upright("line", monday.isoformat(), monday.isoformat(), line=line) for monday in mondays]


def _writing(written: date) -> list[dict[str, Any]]:
    """Return a band over the day of writing, and a line through its middle."""
    ends, noon = (written.isoformat(), (written + ONE_DAY).isoformat()), f"{written} 12:00"
    band = upright("rect", *ends, line={"width": 0, "color": GRID}, fillcolor=GRID, opacity=0.6)
    return [band, upright("line", noon, noon, line={"width": 2, "color": INK})]


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
    return f"{head}{small(said)}"
