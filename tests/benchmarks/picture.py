"""The picture of growth in `docs/performance.md`, drawn from the file of results: `python -m tests.benchmarks.picture`."""

from __future__ import annotations

import math
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from course.figures.chart import Chart
from course.figures.figure import Picture, Trace, scatter
from course.figures.parts import in_style
from course.figures.style import BLUE, GREEN, ORANGE, PALE_INK
from tests.benchmarks.process import PROJECT
from tests.benchmarks.results import read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.benchmarks.measure import Found
    from tests.benchmarks.results import Run

PLACE = PROJECT / "docs" / "pictures" / "growth.svg"
RESULTS = Path(__file__).with_name("RESULTS.md")
WHAT = {"growth": "rows in a case", "collect-growth": "hand-ins", "hub": "learners on one hub"}
"""What grows, by the row of the results whose parts are its sizes."""
GAP = 0.09
"""Between two panels, as a part of the width."""
SECONDS = [0.001, 0.01, 0.1, 1, 10, 100, 1000]
LINE = "a straight line: twice as many take twice as long"


@dataclass(frozen=True)
class Point:
    """How long something takes at a size, in seconds."""

    grows: str
    name: str
    size: int
    seconds: float


def points(runs: Iterable[Run]) -> list[Point]:
    """Return what the newest run tells that measured each."""
    newest: dict[str, Found] = {}
    for run in runs:
        for one in run.found:
            if one.row.key in WHAT:
                newest.setdefault(one.row.key, one)
    return [point for key, grows in WHAT.items() if key in newest for point in _points(grows, newest[key])]


def _points(grows: str, one: Found) -> Iterable[Point]:
    second = {"ms": 0.001, "s": 1}[one.row.unit]
    for part in one.parts:
        name, _, size = part.name.rpartition(", ")
        yield Point(grows, name, int(size), part.ours * second)


def drawn(found: list[Point]) -> Picture:
    """Return a panel for each that grows, both axes by powers of ten, with a line that is straight growth."""
    panels = [grows for grows in WHAT.values() if any(point.grows == grows for point in found)]
    width = (1 - GAP * (len(panels) - 1)) / len(panels)
    traces: list[Trace] = []
    axes: dict[str, Any] = {}
    for place, grows in enumerate(panels):
        number, own = str(place + 1) if place else "", [point for point in found if point.grows == grows]
        left = place * (width + GAP)
        axes[f"xaxis{number}"] = {
            "domain": [round(left, 3), round(left + width, 3)],
            "anchor": f"y{number}",
            "title": {"text": grows},
            **_ticks(sorted({point.size for point in own})),
        }
        axes[f"yaxis{number}"] = {"anchor": f"x{number}", **_ticks(SECONDS, " s")}
        axes[f"yaxis{number}"]["range"] = _range([point.seconds for point in own])
        traces += _lines(own, number)
    return Picture(traces, in_style("How the time grows", f"grey: {LINE}", height=420, margin={"r": 72}, **axes))


def _ticks(values: list[Any], unit: str = "") -> dict[str, Any]:
    """Return an axis by powers of ten with a line at each value."""
    return {"type": "log", "tickvals": values, "ticktext": [f"{value:,}{unit}" for value in values]}


def _range(seconds: list[float]) -> list[float]:
    """Return where an axis of seconds begins and ends, as powers of ten, with room for the marks."""
    return [math.log10(min(seconds)) - 0.5, math.log10(max(seconds)) + 0.3]


def _lines(found: list[Point], number: str) -> list[Trace]:
    axes = {"xaxis": f"x{number}", "yaxis": f"y{number}"}
    traces = []
    for colour, name in zip((BLUE, ORANGE, GREEN), dict.fromkeys(point.name for point in found), strict=False):
        own = sorted((point for point in found if point.name == name), key=lambda point: point.size)
        sizes, seconds = [point.size for point in own], [point.seconds for point in own]
        straight = [seconds[-1] * size / sizes[-1] for size in sizes]
        traces += [
            scatter(x=sizes, y=straight, mode="lines", line={"color": PALE_INK, "dash": "dot"}, **axes),
            scatter(
                x=sizes, y=seconds, mode="lines+markers+text", text=[""] * (len(own) - 1) + [name], textposition="middle right",
                textfont={"color": colour}, cliponaxis=False, line={"color": colour}, name=name, **axes,
            ),
        ]  # fmt: skip
    return traces


def chart(found: list[Point]) -> Chart:
    """Return the chart of what was found."""
    table = pd.DataFrame(found)
    return Chart(drawn(found), f"How the time grows. Grey is {LINE}.", table, "Source: tests/benchmarks/RESULTS.md.")


def main(place: Path = PLACE) -> None:
    """Draw it.

    Raises
    ------
    SystemExit
        No run has measured any of it, or what draws it is not here.
    """
    found = points(read(RESULTS.read_text(encoding="utf-8")))
    if not found:
        sys.exit("No run has measured how anything grows: make bench does.")
    try:
        chart(found).save(place)
    except RuntimeError as error:
        sys.exit(f"{place.name} is as it was. {error}")


if __name__ == "__main__":
    main()
