"""The picture of a thing in several reports: a range or a span of days for each, and what is worked out from them."""

from __future__ import annotations

from datetime import date, timedelta
from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from course.figures.figure import Picture
from course.figures.parts import cut, evidence, in_style, key, row_axis, says
from course.figures.spans import Label, Span, row_name, rows_height, span_traces, words_trace
from course.figures.style import INK, SOFT_INK, mark_colours
from course.numbers.hedges import DEFAULT_CLOSENESS, Reading
from course.numbers.how_many import LABEL_WIDTH, SUM, axis_limit, label_trace, layout, range_in_words, range_traces
from course.numbers.mentions import called, of_unit
from course.say import NOT_STATED, digits, size
from course.sideways.answers import days, ends, source, unsaid, written
from course.sideways.ranges import SIDE, has_size, ranges, shared, sums

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.numbers.hedges import Bounds
    from course.sideways.ties import Side, Thing

TITLE_WIDTH, NOTE_WIDTH = 56, 44
"""How many letters the title of a picture has of what it is about, and the note below a row."""
SHARED = "What they allow together"
WORKED_OUT, ON_DAYS = "worked out from other rows", "the days on which it can have been"
ONE_DAY = timedelta(days=1)
NO_DAY = date(2000, 1, 1)
"""Where an axis stands that is not seen, for nothing on it has a day."""
FEW_DAYS = 12
"""On so many days each has its tick."""
AROUND = 150
"""Pixels above and below the rows."""


def picture(
    thing: Thing, reading: Reading = "strict", closeness: float = DEFAULT_CLOSENESS, statuses: Iterable[str] = ()
) -> Picture:
    """Return the picture of a thing; with the statuses of all things the number of its traces is the same for each."""
    if thing.is_counted:
        return _of_counts(thing, reading, closeness, statuses)
    return _of_days(thing, {SUM, *statuses})


def _of_counts(thing: Thing, reading: Reading, closeness: float, statuses: Iterable[str]) -> Picture:
    sides = thing.in_order
    rows, _ = of_unit(ranges(sides, reading, closeness), in_code=False)
    together = shared(rows)
    drawn = rows.astype({"status": "string"}).assign(label=[thing.titles[place] for place in rows[SIDE]])
    unit = str(rows["unit"].iloc[0])
    added = [_worked_out(SHARED, together.bounds, unit)] if together.bounds else []
    for each in sums(thing, reading, closeness):
        if each.bounds and each.unit == unit:
            said = "" if each.printed is None else digits(each.printed, unit)
            added.append(_worked_out(each.name, each.bounds, unit, said))
    if added:
        drawn = pd.concat([drawn.astype(object), pd.DataFrame(added, dtype=object)], ignore_index=True)
        drawn = drawn.astype({"label": "string", "status": "string", "unit": "string", "what": "string"})
        drawn = drawn.astype(dict.fromkeys(("low", "high", "number"), "Float64"))
    end = axis_limit(drawn)
    traces = range_traces(drawn, end, statuses=[*statuses, *rows["status"].astype("string")])
    look = layout(drawn, end, _title(thing), lambda row: _note(row, sides), {SUM: WORKED_OUT})
    return Picture([*traces, label_trace(drawn, end, say=lambda row: _above(row, sides))], look)


def _worked_out(label: str, bounds: Bounds, unit: str, printed: str = "") -> dict[str, Any]:
    """Return a row for what is worked out from others, as the picture of ranges takes it."""
    high = pd.NA if bounds.high is None else bounds.high
    size_ = {"number": bounds.low, "low": bounds.low, "high": high}
    return {"label": label, "status": SUM, **size_, "unit": unit, "paragraph": 0, "wording": "", "printed": printed}


def _above(row: dict[str, Any], sides: tuple[Side, ...]) -> str:
    """Return what stands above a range: how the report says it, and what that allows."""
    if row["status"] == SUM:
        printed = row.get("printed")
        return f"{printed} → {range_in_words(row)}" if printed else range_in_words(row)
    return f"{size(row)} → {range_in_words(row)}" if has_size(row) else unsaid(sides[row[SIDE]])


def _note(row: dict[str, Any], sides: tuple[Side, ...]) -> str:
    if row["status"] == SUM:
        return WORKED_OUT
    side = sides[int(row[SIDE])]
    return _cut(f"{called('statuses', row['status'])} · {source(side)}")


def _title(thing: Thing) -> str:
    return f"{cut(thing.label.removesuffix('.'), TITLE_WIDTH)}: {'how many' if thing.is_counted else 'when'}?"


def _cut(note: str) -> str:
    return escape(cut(note, NOTE_WIDTH), quote=False)


def _of_days(thing: Thing, statuses: set[str]) -> Picture:
    sides = thing.in_order
    known = {status: colour for status, colour in mark_colours().items() if status in statuses}
    first, last = _axis(sides)
    spans = [_span(side, place, (first, last), thing.titles[place]) for place, side in enumerate(sides)]
    labels = [
        Label(span.row, span.low, days(side) or unsaid(side), before=False, colour=INK if days(side) else SOFT_INK)
        for span, side in zip(spans, sides, strict=True)
    ]
    number = (last - first).days
    ticks = {"dtick": 24 * 3600 * 1000} if number <= FEW_DAYS else {"nticks": FEW_DAYS // 2}
    look = in_style(
        escape(_title(thing), quote=False),
        key({SUM: ON_DAYS}, mark_colours()),
        height=rows_height(len(sides), AROUND),
        xaxis={
            "type": "date",
            "range": [first.isoformat(), last.isoformat()],
            "tickformat": "%-d %b<br>%Y",
            **ticks,
            "fixedrange": True,
            "visible": any(day for side in sides for day in ends(side)),
        },
        yaxis=row_axis(
            [
                row_name(title, _cut(f"written: {written(side)}"), LABEL_WIDTH)
                for title, side in zip(thing.titles, sides, strict=True)
            ]
        ),
    )
    return Picture([*span_traces(spans, known, NOT_STATED), words_trace(labels)], look)


def _axis(sides: tuple[Side, ...]) -> tuple[date, date]:
    """Return the first and the last day of the axis: some room around what is known, at worst the days of writing."""
    known = [day for side in sides for day in ends(side) if day]
    known = known or [day for side in sides for day in side.case.written or ()] or [NO_DAY]
    room = max((max(known) - min(known)) // 2, 2 * ONE_DAY)
    return min(known) - ONE_DAY, max(known) + ONE_DAY + room


def _span(side: Side, place: int, axis: tuple[date, date], title: str) -> Span:
    start, end = ends(side)
    known = start is not None or end is not None
    low, high = start or axis[0], end + ONE_DAY if end else axis[1]
    said = says(f"{title}: {days(side) or unsaid(side)}", evidence(side.row))
    opens = {"open_low": known and not start, "open_high": known and not end}
    return Span(place, low.isoformat(), high.isoformat(), SUM if known else NOT_STATED, **opens, says=said)
