"""What a learner waits for in a kernel: a figure of their own, and Run All; and the memory that a kernel takes."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from course import content
from tests.benchmarks.kernel import PLAIN, cells_of, kernel
from tests.benchmarks.row import Readings, Row, Sides, Trial, one
from tests.benchmarks.trials.imports import FOUR

if TYPE_CHECKING:
    from collections.abc import Iterator

OWN = Row(
    "own-figure",
    "a learner's own first `px` figure, beside a loaded case",
    "in a kernel of pandas alone",
    "s",
    0.35,
    is_limit=True,
)
RUN_ALL = Row("run-all", "Run All of a learner's notebook", "as many trivial cells and the four imports", "s", 1.8)
MEMORY = Row("memory", "memory of the kernel after it", "a kernel with the four imports", "MB", 1.15)
LESSONS = ("03", "06")
"""Two of the heavier notebooks; `make bench-long` runs each."""
LOADED = "import course\ncase = course.load()\nframe = case.troops"
PANDAS = "import pandas\nframe = pandas.DataFrame({'force': ['a', 'b', 'c'], 'number': [1, 2, 3]})"
FIGURE = "import plotly.express as px\npx.bar(frame, x='force', y='number')"
CLOCK = "import time as _time\n_begin = _time.process_time()"


@contextmanager
def own_figure() -> Iterator[Sides]:
    """Yield a learner's own figure in a kernel of the course, and in another one."""

    def figure(before: str, *arguments: str) -> Readings:
        with kernel(*arguments) as running:
            running.run(before)
            running.run(CLOCK)
            running.run(FIGURE)
            return one({OWN.key: running.value("_time.process_time() - _begin")})

    yield Sides(partial(figure, LOADED), partial(figure, PANDAS, *PLAIN))


def trivial(count: int) -> list[str]:
    """Return so many cells, of which the first imports what the course stands on."""
    return [FOUR, *(f"{number} + 1" for number in range(1, count))]


@contextmanager
def run_all(lessons: tuple[str, ...], rows: tuple[Row, Row]) -> Iterator[Sides]:
    """Yield the notebooks of some lessons, and as many trivial cells, each in a fresh kernel."""
    ours = {path.stem[:2]: cells_of(path) for path in sorted(content.notebooks_folder().glob("*.ipynb"))}
    ours = {number: cells for number, cells in ours.items() if number.isdigit() and (not lessons or number in lessons)}

    def each(notebooks: dict[str, list[str]], *arguments: str) -> Readings:
        found: Readings = {row.key: {} for row in rows}
        for number, cells in notebooks.items():
            with kernel(*arguments) as running:
                found[rows[0].key][number] = running.run_all(cells)
                found[rows[1].key][number] = running.memory()
        return found

    trivials = {number: trivial(len(cells)) for number, cells in ours.items()}
    yield Sides(partial(each, ours), partial(each, trivials, *PLAIN))


def _long(row: Row) -> Row:
    return Row(f"{row.key}-each", f"{row.what}, each of them", row.against, row.unit, row.goal)


ALL = (_long(RUN_ALL), _long(MEMORY))
TRIALS = (
    Trial((OWN,), own_figure),
    Trial((RUN_ALL, MEMORY), partial(run_all, LESSONS, (RUN_ALL, MEMORY))),
    Trial(ALL, partial(run_all, (), ALL), rounds=3, is_long=True),
)
