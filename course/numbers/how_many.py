"""How many troops? Each mention of a force as the range that its words allow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from course.figures.chart import Chart, source_of
from course.figures.figure import Picture
from course.figures.parts import evidence, in_style, key, row_axis, says
from course.figures.spans import Label, Span, row_name, rows_height, span_traces, words_trace
from course.figures.style import SOFT_INK, mark_colours
from course.numbers.bounds import bounds
from course.numbers.hedges import DEFAULT_CLOSENESS, Bounds, Reading
from course.say import NOT_STATED, count
from course.tables import records
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from course.case import Case
    from course.figures.figure import Trace

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
    plain = {status: row["plain"] for status, row in vocabulary("statuses").items()}
    picture = range_picture(ranges, f"How many soldiers? What the words allow, {reading} reading", plain)
    return Chart(picture, _text(ranges), _table(ranges), source_of(ranges, case))


def range_picture(ranges: pd.DataFrame, title: str, plain: Mapping[str, str] | None = None) -> Picture:
    """Return the picture of these ranges on an axis that starts at 0.

    `plain` has other words for each status, where a reader does not know ours yet; the measure is left out then.
    """
    end = axis_limit(ranges)
    note = (lambda row: f"¶{row['paragraph']} · {plain[str(row['status'])]}") if plain else None
    drawn = layout(ranges, end, title, note, plain)
    return Picture([*range_traces(ranges, end), label_trace(ranges, end)], drawn)


def axis_limit(ranges: pd.DataFrame) -> float:
    """Return where the axis of a chart of these ranges ends, in soldiers."""
    ends = [*ranges["low"].dropna(), *ranges["high"].dropna()]
    return ROOM * max(ends, default=0) or EMPTY_AXIS


def range_traces(
    ranges: pd.DataFrame,
    axis_end: float,
    axis_start: float = 0,
    positions: Sequence[int] | None = None,
    *,
    log: bool = False,
) -> list[Trace]:
    """Return the marks: a trace a status with its ranges, one of the mentions with no number, one of the ends.

    Where the axis does not start at 0, a range is drawn from its start on. The positions are the lines on which the
    ranges stand, by default one after another.
    """
    spans = []
    for position, row in zip(positions or range(len(ranges)), records(ranges), strict=True):
        open_end = bool(pd.isna(row["high"]))
        high = axis_end * 0.97 if open_end else max(row["high"], axis_start)
        kind = NOT_STATED if _nothing_stated(row) else str(row["status"])
        said = mark_says(row, range_in_words(row))
        spans.append(Span(position, max(row["low"], axis_start), high, kind, open_high=open_end, says=said))
    return span_traces(spans, mark_colours(), NOT_STATED, log=log)


def mark_says(row: dict[str, Any], said: str) -> str:
    """Return what hovering over a mention shows: what it is, how many, and its evidence; a sum has none."""
    return says(f"{row['label']}: {said}", *([evidence(row)] if row["wording"] else []))


def label_trace(
    ranges: pd.DataFrame, axis_end: float, axis_start: float = 0, say: Callable[[dict[str, Any]], str] | None = None
) -> Trace:
    """Return the bounds in words above each range, as `say` puts them."""
    labels, colours = [], mark_colours()
    for position, row in enumerate(records(ranges)):
        # A range that begins far to the right has its label end at the end of the axis, so that none is cut.
        far = bool(row["low"] > axis_end / 2)
        at, said = axis_end if far else max(float(row["low"]), axis_start), (say or range_in_words)(row)
        colour = SOFT_INK if _nothing_stated(row) else colours[str(row["status"])]
        labels.append(Label(position, at, said, far, colour))
    return words_trace(labels)


def layout(
    ranges: pd.DataFrame,
    axis_end: float,
    title: str,
    note: Callable[[dict[str, Any]], str] | None = None,
    words: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """Return the layout of a chart of these ranges: one row a mention, first on top, with a note below its name.

    A key says what the colours of its statuses mean, in the words that are given, or in ours.
    """
    there, colours = set(ranges["status"].astype("string")), mark_colours()
    return in_style(
        title,
        key({status: (words or {}).get(status, status) for status in colours if status in there}, colours),
        height=rows_height(len(ranges), 160),
        xaxis={"title": {"text": "soldiers"}, "range": [0, axis_end], "tickformat": ",d", "nticks": 6},
        yaxis=row_axis([row_name(row["label"], (note or _note)(row), LABEL_WIDTH) for row in records(ranges)]),
    )


def range_in_words(row: dict[str, Any]) -> str:
    """Return the bounds of a row as a person would say them."""
    if _nothing_stated(row):
        return NOT_STATED
    return str(Bounds(int(row["low"]), None if pd.isna(row["high"]) else int(row["high"])))


def _nothing_stated(row: dict[str, Any]) -> bool:
    return bool(pd.isna(row["number"]) and row["low"] == 0 and pd.isna(row["high"]))


def _note(row: dict[str, Any]) -> str:
    if row["status"] == "sum":
        return "of all above"
    return " · ".join(
        [f"¶{row['paragraph']}", str(row["status"]), *([] if pd.isna(row["measure"]) else [row["measure"]])]
    )


def _text(ranges: pd.DataFrame) -> str:
    if ranges.empty:
        return "There is no mention of a force to draw."
    rows = records(ranges)
    blank = [row for row in rows if _nothing_stated(row)]
    stated = [row for row in rows if not _nothing_stated(row)]
    lines = [f"{count(len(rows), 'mention')} of a force: {len(stated)} with a size, {len(blank)} without."]
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
            "measure": ranges["measure"].astype("string").array,
            "paragraph": ranges["paragraph"].array,
            "wording": ranges["wording"].array,
        }
    )


def _most(row: dict[str, Any]) -> str:
    if pd.isna(row["high"]):
        return NOT_STATED if _nothing_stated(row) else "no limit"
    return f"{row['high']:,}"
