"""The picture of the chart lab: ranges or bars on an axis that is as honest as the switches leave it."""

from __future__ import annotations

import math
from html import escape
from typing import TYPE_CHECKING, Any

from course.figures.figure import Picture
from course.figures.spans import Span, bar_trace, marks_trace
from course.figures.style import colours
from course.misleading.scene import ONE_KIND, Mention, Scene, blank
from course.numbers.how_many import label_trace, layout, mark_says, range_in_words, range_traces
from course.numbers.mentions import counted
from course.say import digits, size

if TYPE_CHECKING:
    from course.figures.figure import Trace
    from course.misleading.scene import Axis

BAR = 18
"""How thick a bar is, in pixels: it leaves room for its label above."""
DECADES = 2
"""An axis of fewer powers of ten than this has marks between them."""


def picture(scene: Scene) -> Picture:
    """Return the picture of a scene: a trace a status for bars, then those of the chart of ranges."""
    axis, shown = scene.axis, [{**row, "status": _status(row, scene)} for row in scene.shown]
    ranges = [place for place, row in enumerate(shown) if blank(row) or not scene.plain]
    some = [shown[place] for place in ranges]
    traces = [
        *_bars(scene),
        *range_traces(some, axis.end, axis.start, ranges, log=axis.log, statuses=scene.statuses),
        label_trace(_at_start(shown, axis) if scene.plain else shown, axis.end, axis.start, _label(scene)),
    ]
    note = (lambda row: f"¶{row['paragraph']}") if ONE_KIND in scene.switches else None
    alike = {scene.usual: f"{escape(scene.noun, quote=False)}, of whatever kind"} if note else None
    page = layout(shown, axis.end, counted(shown).question, note, alike)
    return Picture(traces, {**page, "xaxis": {**page["xaxis"], **_marks(axis), "fixedrange": True}})


def _at_start(shown: list[Mention], axis: Axis) -> list[Mention]:
    """Return the rows with the labels of their bars where all bars begin."""
    return [{**row, "low": 0 if row["number"] is None else axis.start} for row in shown]


def _label(scene: Scene) -> Any:  # noqa: ANN401 - a function or none
    if not scene.plain:
        return range_in_words
    return lambda row: size(row) if row["number"] is None else digits(row["number"], row["unit"])


def _bars(scene: Scene) -> list[Trace]:
    """Return a trace a status with its bars; all empty where ranges are drawn."""
    start = scene.axis.start
    bars = [
        Span(place, start, row["number"], _status(row, scene), says=mark_says(row, digits(row["number"], row["unit"])))
        for place, row in enumerate(scene.shown)
        if scene.plain and row["number"] is not None and row["number"] > start
    ]
    return [
        *(
            bar_trace([bar for bar in bars if bar.kind == status], f"bars: {status}", width=BAR, color=colour)
            for status, colour in colours("statuses").items()
            if status in scene.statuses
        ),
        marks_trace(bars, "bars: marks", log=scene.axis.log),
    ]


def _status(row: Mention, scene: Scene) -> str:
    return scene.usual if ONE_KIND in scene.switches else str(row["status"])


def _marks(axis: Axis) -> dict[str, Any]:
    """Return what makes the axis: its kind, its range, and its marks."""
    if not axis.log:
        return {"type": "linear", "range": [axis.start, axis.end]}
    low, high = math.log10(axis.start), math.log10(axis.end)
    steps = (1,) if high - low >= DECADES else (1, 2, 5)
    powers = range(math.floor(low), math.ceil(high))
    marks = [step * 10.0**power for power in powers for step in steps]
    marks = [mark for mark in marks if axis.start <= mark <= axis.end] or [axis.start, axis.end]
    return {"type": "log", "range": [low, high], "tickvals": marks, "ticktext": [f"{mark:,.10g}" for mark in marks]}
