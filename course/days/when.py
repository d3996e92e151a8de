"""When? Events as the days on which they can have been, around the moment of writing."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from html import escape, unescape
from typing import TYPE_CHECKING, Any

import pandas as pd

from course.figures.chart import Chart, source_of
from course.figures.figure import Picture
from course.figures.parts import evidence, in_style, key, row_axis, says, sign, upright
from course.figures.spans import Label, Span, row_name, rows_height, span_traces, words_trace
from course.figures.style import BELOW, GRID, PALETTE, SOFT_INK
from course.say import count, first_up, items, left_out, listed, plain_day
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from course.case import Case
    from course.figures.figure import Trace
    from course.vocabulary import Words

LABEL_WIDTH, LETTER = 34, 0.0121
"""How many letters the name of a row has in a line, and how wide one beside a bar is, as a part of the axis."""
DAYS_BEFORE, DAYS_AFTER = 4, 2
"""How far the axis goes beyond the days of writing."""
NO_DATE = "no date given"
Axis = tuple[date, date]
"""The first day of an axis, and the day after its last."""
ONE_DAY = timedelta(days=1)
MOST_ROWS, MOST_DAYS = 38, 14
"""How many rows a picture of less than three screens has; and up to how many days the axis names each."""
MOST_SAID = 12
"""How many events of the same days are told one by one."""


def when(case: Case) -> Chart:
    """Draw each event of a case over the days on which it can have been.

    Parameters
    ----------
    case
        A case; its table `events` and the days of its writing are read.

    Returns
    -------
    Chart
        One row an event, in the order of the vocabulary: what has happened on top. A bar covers whole days; an arrow
        says that it goes on beyond the axis; a dotted line has no date. The grey band is when the report was written.

    Raises
    ------
    ContentError
        The case has no table `events`.
    """
    case.need("timeline", "events")
    words = vocabulary("occurrences", case.name)
    order = list(words)
    rows = [{**row, "its": words[str(row["occurrence"])]} for row in case.rows("events")]
    rows.sort(key=lambda row: (order.index(row["its"]["key"]), _first_day(row), row["paragraph"]))
    there = {row["its"]["key"] for row in rows}
    used = {key: row for key, row in words.items() if key in there}
    shown = rows[:MOST_ROWS]
    first, last = _window(case, rows)
    days = (last - first).days
    steps: dict[str, Any] = {"dtick": 86_400_000, "tickformat": "%a<br>%-d %b"}
    if days > MOST_DAYS:
        steps = {"nticks": 6, "tickformat": "%-d %b<br>%Y"}
    layout = in_style(
        "When? The days on which it can have been",
        key_of_days(used, "word"),
        height=rows_height(len(shown), 128),
        margin={"t": 112, "b": BELOW},
        xaxis={
            "range": [first.isoformat(), last.isoformat()],
            "type": "date",
            **steps,
            "showticklabels": bool(case.written) or any(map(has_date, rows)),
            "ticklabelmode": "period",
            "tickangle": 0,
            "tickfont": {"size": 11},
            "side": "top",
            "fixedrange": True,
        },
        yaxis=row_axis([_name(row) for row in shown], standoff=16),
        shapes=_writing(case),
    )
    signs = {key: PALETTE[row["colour"]] for key, row in used.items()}
    picture = Picture(row_traces(shown, (first, last), signs), layout)
    return Chart(picture, _text(rows, case), _table(rows), source_of(rows, case, "events"))


def _first_day(row: dict[str, Any]) -> date:
    return row["start"].date() if pd.notna(row["start"]) else date.max


def _window(case: Case, rows: list[dict[str, Any]]) -> tuple[date, date]:
    """Return the first day of the axis and the day after its last."""
    days = [row[end].date() for row in rows for end in ("start", "end") if pd.notna(row[end])]
    first, last = case.written or ((min(days), max(days)) if days else (date(2000, 1, 1), date(2000, 1, 1)))
    return first - DAYS_BEFORE * ONE_DAY, last + (DAYS_AFTER + 1) * ONE_DAY


def span(row: dict[str, Any], position: float, first: date, last: date) -> Span:
    """Return the bar of a row from its first day to the end of its last, on an axis from one day up to another."""
    start = row["start"].date() if pd.notna(row["start"]) else date.min
    end = row["end"].date() + ONE_DAY if pd.notna(row["end"]) else date.max
    low, high = min(max(start, first), last), max(min(end, last), first)
    kind = str(row["occurrence"]) if has_date(row) else NO_DATE
    opened = {"open_low": start < first, "open_high": end > last}
    return Span(position, low.isoformat(), high.isoformat(), kind, **opened, says=_says(row))


def _says(row: dict[str, Any]) -> str:
    what = f"{row['summary']} {row['said']}" if "said" in row else f"{days_in_words(row)}: {row['summary']}"
    return says(what, row.get("proof") or evidence(row))


def key_of_days(occurrences: Words, column: str) -> str:
    """Return what the colours of bars mean, in the words of a column, and what a dotted line does."""
    signs = {name: PALETTE[row["colour"]] for name, row in occurrences.items()}
    said = key({name: row[column] for name, row in occurrences.items()}, signs)
    return f"{said} &nbsp; {sign(SOFT_INK, '┈')} {NO_DATE}"


def has_date(row: dict[str, Any]) -> bool:
    """Return whether a row has a first or a last day."""
    return not (pd.isna(row["start"]) and pd.isna(row["end"]))


def row_traces(
    rows: list[dict[str, Any]],
    axis: Axis,
    signs: Mapping[str, str],
    say: Callable[[dict[str, Any]], str] | None = None,
    line: str = "",
) -> list[Trace]:
    """Return the bars of the rows, their ends, and the days in words above each, as `say` puts them.

    The `signs` are the colours of the occurrences, which have a trace each. No words lie across a
    `line` that is drawn at a day.
    """
    bars = [span(row, position, *axis) for position, row in enumerate(rows)]
    texts = [escape((say or days_in_words)(row), quote=False) for row in rows]
    labels = [
        label(bar, text, axis, signs.get(bar.kind, SOFT_INK), line) for bar, text in zip(bars, texts, strict=True)
    ]
    return [*span_traces(bars, signs, NO_DATE, end_size=13), words_trace(labels, gap_before="  ")]


def label(bar: Span, said: str, axis: Axis, colour: str, line: str = "") -> Label:
    """Return the words of a bar: from its start on, or up to its end where it starts in the right half of the axis.

    Where they would lie across a line they end with the bar before it, or begin behind both.
    """
    first, last = axis
    before = str(bar.low) > (first + (last - first) / 2).isoformat()
    wide = len(unescape(said)) * LETTER * (last - first)
    begins = datetime.fromisoformat(str(bar.low))
    if line and begins.isoformat() < line < (begins + wide).isoformat():
        ends, behind = datetime.fromisoformat(str(bar.high)), datetime.fromisoformat(line).date() + ONE_DAY
        before = ends.isoformat() <= line and (ends - wide).date() >= first
        return Label(bar.row, bar.high if before else max(str(bar.high), behind.isoformat()), said, before, colour)
    return Label(bar.row, bar.high if before else bar.low, said, before, colour)


def _writing(case: Case) -> list[dict[str, Any]]:
    """Return the band over the days on which the report can have been written."""
    if case.written is None:
        return []
    start, end = case.written[0].isoformat(), (case.written[1] + ONE_DAY).isoformat()
    written = {"text": "written", "textposition": "bottom left", "font": {"size": 12, "color": SOFT_INK}}
    return [upright("rect", start, end, fillcolor=GRID, opacity=0.5, line={"width": 0}, label=written)]


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
    return row_name(row["summary"], f"¶{row['paragraph']} · {escape(row['its']['word'], quote=False)}", LABEL_WIDTH)


def _text(rows: list[dict[str, Any]], case: Case) -> str:
    if not rows:
        return "There is no event to draw."
    undated = sum(not has_date(row) for row in rows)
    lines = [f"{count(len(rows), 'event')}, {undated} of them without a date."]
    if case.written:
        first, last = map(plain_day, case.written)
        lines[0] += f" The report was written {f'on {first}' if first == last else f'between {first} and {last}'}."
    found: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault((row["its"]["word"], row["start"], row["end"], row["date_word"]), []).append(row)
    lines_of = (
        f"{first_up(same[0]['its']['word'])}, {days_in_words(same[0])}: "
        + listed((str(row["summary"]) for row in same), MOST_SAID, " ")
        for same in found.values()
    )
    told = items(lines_of, len(found))
    return "\n".join([*lines, *told, *left_out(len(rows), MOST_ROWS, "event", "that come first in this order")])


def _table(rows: list[dict[str, Any]]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "event": [row["summary"] for row in rows],
            "occurrence": [row["its"]["word"] for row in rows],
            "first day": [None if pd.isna(row["start"]) else row["start"].date().isoformat() for row in rows],
            "last day": [None if pd.isna(row["end"]) else row["end"].date().isoformat() for row in rows],
            "the report's word": [None if pd.isna(row["date_word"]) else row["date_word"] for row in rows],
            "paragraph": [row["paragraph"] for row in rows],
            "wording": [row["wording"] for row in rows],
        }
    )
