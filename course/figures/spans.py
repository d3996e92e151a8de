"""Spans: a row each, a bar from a low to a high end, an arrow where an end is open, and words above it.

A span of the kind `blank` has nothing that is stated: it is a dotted line. What is counted along the axis, soldiers or
days, is not known here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from html import escape
from math import ceil, log10
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from course.figures.figure import Trace, scatter
from course.figures.parts import QUIET, hover, small
from course.figures.style import SOFT_INK

if TYPE_CHECKING:
    from collections.abc import Mapping

Value = float | str
"""Where something stands on the axis: a number, or a day in its ISO form."""
THICK, THIN = 9, 2
BOTH = LEFT, RIGHT = "triangle-left", "triangle-right"
SHUT = "line-ns"
ABOVE = 0.3
"""How far above its span a label stands, in rows."""
ROW_HEIGHT = 58
MOST_LINES = 2
MOST_STEPS = 8
"""In how many steps the longest span is cut for who hovers over it."""


@dataclass(frozen=True)
class Span:
    """A bar on a row, from a low to a high end; an open end goes on beyond what is drawn."""

    row: float
    low: Value
    high: Value
    kind: str
    open_low: bool = False
    open_high: bool = False
    says: str = ""
    """What hovering over it shows, as HTML."""


@dataclass(frozen=True)
class Label:
    """Words on a row: they begin at a place or, `before` it, end there."""

    row: float
    at: Value
    text: str
    before: bool
    colour: str


def span_traces(
    spans: list[Span], colours: Mapping[str, str], blank: str, end_size: int = 14, *, log: bool = False
) -> list[Trace]:
    """Return the traces of spans: a kind with a colour each, the blank, the ends of all, and what one hovers over.

    Number and order of the traces hang on the kinds alone, so that an explorer can change the values and leave the
    traces as they are.
    """
    looks: dict[str, dict[str, Any]] = {kind: {"width": THICK, "color": colour} for kind, colour in colours.items()}
    looks[blank] = {"width": THIN, "color": SOFT_INK, "dash": "dot"}
    bars = [bar_trace([span for span in spans if span.kind == kind], kind, **look) for kind, look in looks.items()]
    ends = _end_trace(spans, [looks[span.kind]["color"] for span in spans for _ in BOTH], end_size)
    return [*bars, ends, marks_trace(spans, log=log)]


def marks_trace(spans: list[Span], name: str = "marks", *, log: bool = False) -> Trace:
    """Return points that are not seen along each span, so near each other that one can hover over all of it.

    A point has the place of its span as its id: those of one span are one mark for who walks by keyboard.
    """
    ends = [(_measured(span.low, log=log), _measured(span.high, log=log)) for span in spans]
    step = max((high - low for low, high in ends), default=0) / MOST_STEPS or 1
    found = []
    for place, (low, high) in enumerate(ends):
        steps = max(ceil((high - low) / step), 1)
        for number in range(steps + 1):
            at = low + (high - low) * number / steps
            found.append((_placed(at, spans[place].low, log=log), place))
    return scatter(
        x=[x for x, _ in found],
        y=[spans[place].row for _, place in found],
        ids=[str(place) for _, place in found],
        name=name,
        mode="markers",
        marker={"size": 18, "opacity": 0, "color": SOFT_INK},
        **hover(spans[place].says for _, place in found),
        cliponaxis=False,
    )


def _measured(value: Value, *, log: bool) -> float:
    if isinstance(value, str):
        return (datetime.fromisoformat(value) - datetime.min).total_seconds()  # noqa: DTZ901 - days have no zone
    return log10(value) if log else value


def _placed(at: float, like: Value, *, log: bool) -> Value:
    if isinstance(like, str):
        return (datetime.min + timedelta(seconds=round(at))).isoformat()  # noqa: DTZ901 - days have no zone
    return 10**at if log else at


def _end_trace(spans: list[Span], colours: list[str], size: int) -> Trace:
    shapes = [shape for span in spans for shape in (LEFT if span.open_low else SHUT, RIGHT if span.open_high else SHUT)]
    return scatter(
        x=[x for span in spans for x in (span.low, span.high)],
        y=[span.row for span in spans for _ in BOTH],
        name="ends",
        mode="markers",
        marker={"size": size, "symbol": shapes, "color": colours, "line": {"width": 3, "color": colours}},
        **QUIET,
    )


def bar_trace(spans: list[Span], name: str, **line: Value) -> Trace:
    """Return the bars of some spans as one trace, all of one line: `width`, `color`, `dash`."""
    return scatter(
        x=[x for span in spans for x in (span.low, span.high, None)],
        y=[y for span in spans for y in (span.row, span.row, None)],
        name=name,
        mode="lines",
        line=line,
        **QUIET,
    )


def words_trace(labels: list[Label], gap_before: str = "") -> Trace:
    """Return the words above the spans, with a gap to where they begin or, if one is given, to where they end."""
    texts = [f"{label.text}{gap_before}" if label.before else f"  {label.text}" for label in labels]
    return scatter(
        **_words(labels, -ABOVE, 13, [label.colour for label in labels]),
        text=texts,
        **QUIET,
    )


def note_trace(labels: list[Label], below: float, name: str) -> Trace:
    """Return smaller words below the spans, so many rows; all have the colour of a note."""
    texts = [label.text for label in labels]
    return scatter(**_words(labels, below, 12, SOFT_INK), text=texts, name=name, **QUIET)


def _words(labels: list[Label], down: float, size: int, colour: str | list[str]) -> Trace:
    return {
        "x": [label.at for label in labels],
        "y": [label.row + down for label in labels],
        "mode": "text",
        "textposition": ["middle left" if label.before else "middle right" for label in labels],
        "textfont": {"size": size, "color": colour},
    }


def row_name(label: object, note: str, width: int) -> str:
    """Return the name of a row as HTML, in lines of at most so many letters, with a note below it.

    A row has room for two lines; the end of a longer name is an ellipsis.
    """
    return f"{name_lines(label, width) or '(no label)'}{small(note)}"


def name_lines(label: object, width: int, gap: str = "") -> str:
    """Return a name as HTML in two lines of so many letters at most, with a gap before the second."""
    lines = wrap(str(label), width, max_lines=MOST_LINES, placeholder="…")
    return f"<br>{gap}".join(escape(line, quote=False) for line in lines)


def rows_height(count: int, around: int) -> int:
    """Return the height of a figure of some rows, of one at least, with so many pixels above and below."""
    return around + ROW_HEIGHT * max(count, 1)
