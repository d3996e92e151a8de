"""How many? Each mention of a count as the range that its words allow."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from course.figures.chart import Chart, source_of
from course.figures.figure import Picture
from course.figures.parts import evidence, in_style, key, row_axis, says
from course.figures.spans import Label, Span, row_name, rows_height, span_traces, words_trace
from course.figures.style import SOFT_INK, mark_colours
from course.numbers.bounds import bounded
from course.numbers.hedges import DEFAULT_CLOSENESS, Reading, rests_on
from course.numbers.mentions import (
    as_texts,
    called,
    counted,
    first,
    in_words_of,
    mentions_of,
    of_unit,
    rows_of,
    table_of,
)
from course.say import MOST_ITEMS, NO_LIMIT, NOT_STATED, digits, ends, items, listed
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from course.case import Case
    from course.figures.figure import Trace
    from course.numbers.mentions import Row

LABEL_WIDTH = 30
"""Letters a line, so that the names leave room for the ranges at 800 pixels."""
ROOM = 1.3
"""How far the axis goes beyond the largest number, so that an open end has room to be open."""
EMPTY_AXIS = 1000
MOST_TICKS = 6
SUM = "sum"
"""What stands for a status in the row of a sum."""


def how_many(
    case: Case | pd.DataFrame,
    reading: Reading = "strict",
    closeness: float = DEFAULT_CLOSENESS,
    unit: str = "",
) -> Chart:
    """Draw each mention of a count as the range from the least to the most that its words allow.

    Parameters
    ----------
    case
        A case, or rows of its table `counts` or `troops`.
    reading, closeness
        How a hedge is read, as in `course.bounds`.
    unit
        The unit of what is drawn; by default the one that most mentions have.

    Returns
    -------
    Chart
        One row a mention, in the order given, as many as a picture can hold; the table has them all. An arrow is an end
        without a limit; a dotted line with no bar is a mention with no number.

    Raises
    ------
    TypeError, ValueError
        As in `course.bounds`; or no mention is in that unit.
    ContentError
        The case has no table of counts.
    """
    rows, others = of_unit(rows_of(case), unit)
    ranges = bounded(rows, reading, closeness)
    drawn, left = first(ranges)
    plain = {status: row["plain"] for status, row in vocabulary("statuses").items()}
    picture = range_picture(drawn, f"{counted(rows).question} What the words allow, {reading} reading", plain)
    said = "\n".join([_text(ranges), *filter(None, (others, left))])
    return Chart(picture, said, _table(ranges, reading), source_of(ranges, case, table_of(case)))


def range_picture(ranges: Sequence[Row], title: str, plain: Mapping[str, str] | None = None) -> Picture:
    """Return the picture of these ranges on an axis that starts at 0.

    `plain` has other words for each status, where a reader does not know ours yet; the measure is left out then.
    """
    end = axis_limit(ranges)
    note = (lambda row: f"¶{row['paragraph']} · {plain[str(row['status'])]}") if plain else None
    drawn = layout(ranges, end, title, note, plain)
    return Picture([*range_traces(ranges, end), label_trace(ranges, end)], drawn)


def axis_limit(ranges: Sequence[Row]) -> float:
    """Return where the axis of a chart of these ranges ends, in their unit."""
    most = max((float(row[end]) for row in ranges for end in ("low", "high") if row[end] is not None), default=0)
    return ROOM * most or EMPTY_AXIS


def range_traces(  # noqa: PLR0913 - an axis has a start, an end and a scale
    ranges: Sequence[Row],
    axis_end: float,
    axis_start: float = 0,
    positions: Sequence[int] | None = None,
    *,
    log: bool = False,
    statuses: Iterable[str] = (),
) -> list[Trace]:
    """Return the marks: a trace a status with its ranges, one of the mentions with no number, one of the ends.

    Where the axis does not start at 0, a range is drawn from its start on. The positions are the lines on which the
    ranges stand, by default one after another. An explorer gives the statuses of all that it can show, so that the
    number of traces stays.
    """
    spans = []
    for position, row in zip(positions or range(len(ranges)), ranges, strict=True):
        open_end = row["high"] is None
        high = axis_end * 0.97 if open_end else max(row["high"], axis_start)
        kind = NOT_STATED if _nothing_stated(row) else str(row["status"])
        said = mark_says(row, range_in_words(row))
        spans.append(Span(position, max(row["low"], axis_start), high, kind, open_high=open_end, says=said))
    there = {SUM, *(set(statuses) or {str(row["status"]) for row in ranges})}
    known = {status: colour for status, colour in mark_colours().items() if status in there}
    return span_traces(spans, known, NOT_STATED, log=log)


def mark_says(row: Row, said: str) -> str:
    """Return what hovering over a mention shows: what it is, how many, and its evidence; a sum has none."""
    return says(f"{row['label']}: {said}", *([evidence(row)] if row["wording"] else []))


def label_trace(
    ranges: Sequence[Row], axis_end: float, axis_start: float = 0, say: Callable[[Row], str] | None = None
) -> Trace:
    """Return the bounds in words above each range, as `say` puts them."""
    labels, colours = [], mark_colours()
    for position, row in enumerate(ranges):
        # A range that begins far to the right has its label end where it ends, so that none is cut.
        far, said = row["low"] > axis_end / 2, (say or range_in_words)(row)
        end = axis_end if row["high"] is None else min(float(row["high"]), axis_end)
        at = end if far else max(float(row["low"]), axis_start)
        colour = SOFT_INK if _nothing_stated(row) else colours[str(row["status"])]
        labels.append(Label(position, at, said, far, colour))
    return words_trace(labels)


def layout(
    ranges: Sequence[Row],
    axis_end: float,
    title: str,
    note: Callable[[Row], str] | None = None,
    words: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """Return the layout of a chart of these ranges: one row a mention, first on top, with a note below its name.

    A key says what the colours of its statuses mean, in the words that are given, or in ours.
    """
    there, colours = {str(row["status"]) for row in ranges}, mark_colours()
    known = {status: (words or {}).get(status) or called("statuses", status) for status in colours if status in there}
    # Steps of one have no parts; a share, or money in millions, is drawn as finely as it is.
    ticks = {"tickformat": ",d" if axis_end > MOST_TICKS else ",~r", "nticks": MOST_TICKS}
    return in_style(
        escape(title, quote=False),
        key(known, colours),
        height=rows_height(len(ranges), 160),
        xaxis={"title": {"text": axis_title(ranges)}, "range": [0, axis_end], **ticks},
        yaxis=row_axis([row_name(row["label"], (note or _note)(row), LABEL_WIDTH) for row in ranges]),
    )


def range_in_words(row: Row) -> str:
    """Return the bounds of a row as a person would say them."""
    if _nothing_stated(row):
        return NOT_STATED
    return ends(row["low"], row["high"], _unit(row))


def _nothing_stated(row: Row) -> bool:
    return row["number"] is None and row["low"] == 0 and row["high"] is None


def axis_title(ranges: Sequence[Row]) -> str:
    """Return what stands at the axis of these ranges: what they count, and in what unit."""
    return escape(counted(ranges).axis, quote=False)


def _unit(row: Row) -> str:
    return str(row["unit"] or "")


def _note(row: Row) -> str:
    if row["status"] == SUM:
        return "of all above"
    measure = [] if row["measure"] is None else [called("measures", row["measure"])]
    return " · ".join([f"¶{row['paragraph']}", called("statuses", row["status"]), *measure])


def _text(ranges: Sequence[Row]) -> str:
    if not ranges:
        return "There is no mention of a count to draw."
    blank = [str(row["label"]) for row in ranges if _nothing_stated(row)]
    stated = [row for row in ranges if not _nothing_stated(row)]
    said = f"{mentions_of(len(ranges), counted(ranges).noun)}: {len(stated):,} with a size, {len(blank):,} without."
    lines = [said, *items(f"{row['label']}: {range_in_words(row)}." for row in stated)]
    if blank:
        lines.append(f"- Not stated: {listed(blank, MOST_ITEMS)}.")
    return "\n".join(lines)


def _table(ranges: Sequence[Row], reading: Reading) -> pd.DataFrame:
    is_whole = all(isinstance(row[end], int | None) for row in ranges for end in ("low", "high"))
    least = pd.array([row["low"] for row in ranges], "Int64" if is_whole else "Float64")
    table = {
        "mention": as_texts(row["label"] for row in ranges),
        "least": least,
        "most": [_most(row) for row in ranges],
        "they rest on": [_rests(row, reading) for row in ranges],
        "status": in_words_of("statuses", (row["status"] for row in ranges)),
        "measure": in_words_of("measures", (row["measure"] for row in ranges)),
        "paragraph": pd.array([row["paragraph"] for row in ranges], "Int64"),
        "wording": as_texts(row["wording"] for row in ranges),
    }
    return pd.DataFrame(table)


def _rests(row: Row, reading: Reading) -> str:
    if _nothing_stated(row):
        return NOT_STATED
    low, high = rests_on(row["hedge"], reading)
    return low if low == high else f"least: {low}; most: {high}"


def _most(row: Row) -> str:
    if row["high"] is None:
        return NOT_STATED if _nothing_stated(row) else NO_LIMIT
    return digits(row["high"], _unit(row))
