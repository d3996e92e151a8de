"""How long `import course` and the first case take in a fresh Python."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.benchmarks.process import took
from tests.benchmarks.row import Readings, Row, Sides, Trial, one

if TYPE_CHECKING:
    from collections.abc import Iterator

WHAT = "`import course` and `course.load()`, fresh process"
OURS = "import course; course.load()"
FOUR = "import pandas, plotly.graph_objects, ipywidgets, anywidget"
ROWS = (
    Row("import", WHAT, "`import pandas` alone", "s", 1.15),
    Row("import-four", "the same", "`import` of pandas, plotly, ipywidgets and anywidget", "s", 0.85),
)


@contextmanager
def sides() -> Iterator[Sides]:
    """Yield the course, and what it stands on."""

    def ours() -> Readings:
        seconds = took(OURS)
        return one({"import": seconds, "import-four": seconds})

    yield Sides(ours, lambda: one({"import": took("import pandas"), "import-four": took(FOUR)}))


TRIALS = (Trial(ROWS, sides),)
