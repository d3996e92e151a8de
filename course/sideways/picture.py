"""The picture of a thing in several reports: a range or a span of days for each, and what is worked out from them."""

from __future__ import annotations

from datetime import date, timedelta
from html import escape
from typing import TYPE_CHECKING

from course.figures.figure import Picture
from course.figures.parts import BARE_AXIS, cut, evidence, in_style, key, row_axis, says
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
    from course.numbers.mentions import Row
    from course.sideways.ties import Side, Thing

TITLE_WIDTH, NOTE_WIDTH = 56, 44
"""How many letters the title of a picture has of what it is about, and the note below a row."""
SHARED = "What they allow together"
WORKED_OUT, ON_DAYS = "worked out from other rows", "the days on which it can have been"
ONE_DAY = timedelta(days=1)
NO_DAY = date(2000, 1, 1)
"""Where an axis stands that is not seen, for nothing on it has a day."""
MOST_TICKS = 8
Axis = tuple[date, date]
"""The first day of an axis of days, and the day after its last."""
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
    unit = str(rows[0]["unit"])
    drawn = [{**row, "label": thing.titles[row[SIDE]]} for row in rows]
    drawn += [_worked_out(SHARED, together.bounds, unit)] if together.bounds else []
    for each in sums(thing, reading, closeness):
        if each.bounds and each.unit == unit:
            said = "" if each.printed is None else digits(each.printed, unit)
            drawn.append(_worked_out(each.name, each.bounds, unit, said))
    end = axis_limit(drawn)
    traces = range_traces(drawn, end, statuses=[*statuses, *(str(row["status"]) for row in rows)])
    look = layout(drawn, end, _title(thing), lambda row: _note(row, sides), {SUM: WORKED_OUT})
    return Picture([*traces, label_trace(drawn, end, say=lambda row: _above(row, sides))], look)


def _worked_out(label: str, bounds: Bounds, unit: str, printed: str = "") -> Row:
    """Return a row for what is worked out from others, as the picture of ranges takes it."""
    size_ = {"number": bounds.low, "low": bounds.low, "high": bounds.high, "what": None}
    return {"label": label, "status": SUM, **size_, "unit": unit, "paragraph": 0, "wording": "", "printed": printed}


def _above(row: Row, sides: tuple[Side, ...]) -> str:
    """Return what stands above a range: how the report says it, and what that allows."""
    if row["status"] == SUM:
        printed = str(row["printed"])
        said = range_in_words(row)
        return f"{printed} → {said}" if printed not in {"", said} else said
    return f"{size(row)} → {range_in_words(row)}" if has_size(row) else unsaid(sides[row[SIDE]])


def _note(row: Row, sides: tuple[Side, ...]) -> str:
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
    axis = first, last = _axis(sides)
    spans = [_span(side, place, axis, thing.titles[place]) for place, side in enumerate(sides)]
    labels = [_label(side, span, axis) for side, span in zip(sides, spans, strict=True)]
    number = (last - first).days
    ticks = [first + place * ONE_DAY for place in range(0, number, number // MOST_TICKS + 1)]
    names = [
        row_name(title, _cut(f"written {written(side)}"), LABEL_WIDTH)
        for title, side in zip(thing.titles, sides, strict=True)
    ]
    look = in_style(
        escape(_title(thing), quote=False),
        key({SUM: ON_DAYS}, mark_colours()),
        height=rows_height(len(sides), AROUND),
        xaxis={
            "type": "date",
            "range": [first.isoformat(), last.isoformat()],
            "tickvals": [f"{each} 12:00" for each in ticks],
            "ticktext": [f"{each.day} {each:%b}<br>{each.year}" for each in ticks],
            "visible": any(day for side in sides for day in ends(side)),
            **BARE_AXIS,
        },
        yaxis=row_axis(names),
    )
    return Picture([*span_traces(spans, known, NOT_STATED), words_trace(labels)], look)


def _axis(sides: tuple[Side, ...]) -> Axis:
    """Return where the axis of days begins and ends: a little around what is known, at worst the days of writing."""
    known = [day for side in sides for day in ends(side) if day]
    known = known or [day for side in sides for day in side.case.written or ()] or [NO_DAY]
    return min(known) - 2 * ONE_DAY, max(known) + 3 * ONE_DAY


def _span(side: Side, place: int, axis: Axis, title: str) -> Span:
    start, end = ends(side)
    low, high = start or axis[0] + ONE_DAY, end + ONE_DAY if end else axis[1] - ONE_DAY
    said = says(f"{title}: {days(side) or unsaid(side)}", evidence(side.row))
    kind = SUM if start or end else NOT_STATED
    return Span(place, low.isoformat(), high.isoformat(), kind, open_low=not start, open_high=not end, says=said)


def _label(side: Side, span: Span, axis: Axis) -> Label:
    """Return the days in words above a span; where it begins far to the right they end where it ends."""
    first, low = axis[0], date.fromisoformat(str(span.low))
    far = (low - first) * 2 > axis[1] - first - ONE_DAY
    colour = INK if days(side) else SOFT_INK
    return Label(span.row, span.high if far else span.low, days(side) or unsaid(side), far, colour)
