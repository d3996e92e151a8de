"""How long Python needs for charts and explorers, beside plotly with the same traces."""

from __future__ import annotations

import time
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

import course
from course.teach.kit.notebook import of_a_case
from tests.benchmarks.process import fresh
from tests.benchmarks.row import Readings, Row, Sides, Trial

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TIMES = 3
"""How often something short is done in one round; its mean is what counts."""
CHARTS = Row(
    "charts", "each chart made, with its text and table", "plotly's figure of the same traces", "ms", 1.5, worst=2
)
OPENED = Row("explorer", "first explorer of a kernel made; its modules and its case are loaded", "15 ms", "ms", 15)
CHANGES = Row(
    "changes", "each explorer's change: settings, figure, words", "the same traces in a bare `FigureWidget`", "ms", 0.3
)
CHANGED: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "adding_machine": ({"mentions": ("m2", "m7", "m9"), "closeness": 0.1}, {"closeness": 0.2, "reading": "usual"}),
    "chart_lab": ({"switches": ()}, {"switches": ("cut axis", "plain bars")}),
    "claim_sorter": ({"statement": "s1"}, {"statement": "s2"}),
    "contacts": ({"actor": ""}, {"actor": "russia"}),
    "places": ({"kilometres": 100, "place": "poland"}, {"kilometres": 200, "place": "poland"}),
    "sideways": ({"reading": "strict"}, {"reading": "usual"}),
    "timeline": ({"show": "everything"}, {"show": "said"}),
}
"""Two settings of each explorer that has a figure; a change goes from one to the other."""
SEVERAL = "sideways"
"""The explorer that reads several reports: most of what it takes is to load their cases."""
FROM_A_CASE = [name for name in CHANGED if name != SEVERAL]
FIRST = """
import json, os, time
import course
case = course.load()
made = [(name, getattr(course.explore, name)) for name in {names}]
times = {{}}
for name, make in made:
    read, write = os.pipe()
    if not os.fork():
        begin = time.process_time()
        make(case)
        os.write(write, repr(time.process_time() - begin).encode())
        os._exit(0)
    os.wait()
    times[name] = float(os.read(read, 100)) * 1000
print(json.dumps(times))
"""
"""Each explorer is the first one of its process: a copy of one that has loaded the modules and the case."""


def took(do: Callable[[], object], times: int = TIMES) -> float:
    """Return the milliseconds of the processor that something takes, in the mean of some times."""
    begin = time.process_time()
    for _ in range(times):
        do()
    return (time.process_time() - begin) * 1000 / times


def plotlys(picture: dict[str, Any]) -> go.Figure:
    """Return plotly's figure of a picture, as one writes it: each trace an object of its kind."""
    kinds = {"scatter": go.Scatter, "scattergeo": go.Scattergeo, "bar": go.Bar, "heatmap": go.Heatmap}
    traces = [kinds[trace["type"]]({**trace}) for trace in picture["data"]]
    return go.Figure(traces, picture["layout"])


@contextmanager
def charts() -> Iterator[Sides]:
    """Yield each chart of a case, and plotly's figure of what it shows."""
    case = course.load()
    calls = {name: getattr(course.charts, name) for name in of_a_case(course.charts)}
    drawn = {name: call(case).picture.to_json() for name, call in calls.items()}

    def ours() -> Readings:
        return {CHARTS.key: {name: took(partial(call, case)) for name, call in calls.items()}}

    def peer() -> Readings:
        return {CHARTS.key: {name: took(partial(plotlys, picture)) for name, picture in drawn.items()}}

    yield Sides(ours, peer)


@contextmanager
def first_explorer() -> Iterator[Sides]:
    """Yield each explorer as the first of a kernel."""
    yield Sides(lambda: {OPENED.key: fresh(FIRST.format(names=FROM_A_CASE))})


@contextmanager
def changes() -> Iterator[Sides]:
    """Yield changes of each explorer, and of a `FigureWidget` that gets the traces that they lead to."""
    case = course.load()
    opened = {name: getattr(course.explore, name)(*_given(name, case)) for name in CHANGED}
    bare = {name: Bare(explorer, CHANGED[name]) for name, explorer in opened.items()}

    def ours() -> Readings:
        return {CHANGES.key: {name: _both_ways(opened[name].set, CHANGED[name]) for name in opened}}

    def peer() -> Readings:
        return {CHANGES.key: {name: took(widget.change, 1) / 2 for name, widget in bare.items()}}

    yield Sides(ours, peer)


def _given(name: str, case: Any) -> list[Any]:
    """Return what an explorer is made from: a case, but for the one that reads several reports."""
    return [] if name == SEVERAL else [case]


def _both_ways(change: Callable[..., None], settings: tuple[dict[str, Any], ...]) -> float:
    def go() -> None:
        for each in settings:
            change(**each)

    return took(go, 1) / len(settings)


class Bare:
    """A `FigureWidget` with the traces of an explorer, as somebody would write it who knows plotly."""

    def __init__(self, explorer: Any, settings: tuple[dict[str, Any], dict[str, Any]]) -> None:
        """Keep what the explorer shows at each setting."""
        self._shown: list[dict[str, Any]] = []
        for each in reversed(settings):
            explorer.set(**each)
            self._shown.append(explorer.figure.to_plotly_json())
        self.widget = go.FigureWidget(explorer.figure)

    def change(self) -> None:
        """Show one, then the other."""
        for shown in self._shown:
            with self.widget.batch_update():
                for old, new in zip(self.widget.data, shown["data"], strict=True):
                    old.update(new)
                self.widget.layout.update(shown["layout"])


TRIALS = (Trial((CHARTS,), charts), Trial((OPENED,), first_explorer), Trial((CHANGES,), changes))
