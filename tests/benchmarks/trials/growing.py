"""Whether loading, bounding and drawing grow with the rows and no faster, and how loading does beside pandas' `read_csv`."""

from __future__ import annotations

import gc
import tempfile
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

import course
from course.jupyter.kernel import look_less_often
from course.teach.kit.notebook import of_a_case
from tests.benchmarks.made_case import large, write
from tests.benchmarks.row import Readings, Row, Sides, Trial, one
from tests.benchmarks.trials.drawing import took

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from course.case import Case

SIZES = (100, 1_000, 10_000, 100_000)
TENTH = "ten times what a tenth of the rows takes"
LINEAR = 1.2
LOAD = Row(
    "load",
    "loading a case of 100,000 rows, each value held against its schema",
    "pandas' `read_csv` of its table",
    "ms",
    3,
)
GROWTH = Row("growth", "loading, bounding, drawing 100 to 100,000 rows", TENTH, "ms", LINEAR)
EACH = Row("growth-each", "each chart and explorer of 100,000 rows in each table, with its words", TENTH, "ms", LINEAR)


@contextmanager
def growth() -> Iterator[Sides]:
    """Yield cases of several sizes, and those of a tenth of each; and the table of the largest."""
    with tempfile.TemporaryDirectory() as scratch:
        tables = {size: write(Path(scratch) / f"rows-{size}", size) for size in (SIZES[0] // 10, *SIZES)}
        largest = tables[SIZES[-1]]
        cases = {size: course.load(table.parent) for size, table in tables.items()}
        ways: dict[str, Callable[[int], object]] = {
            "load": lambda size: course.load(tables[size].parent),
            "bounds": lambda size: course.bounds(cases[size].counts),
            "chart": lambda size: course.charts.how_many(cases[size]),
        }

        def times(part: int) -> dict[str, float]:
            return {
                f"{name}, {size}": took(partial(way, size // part), 1) * part
                for name, way in ways.items()
                for size in SIZES
            }

        def ours() -> Readings:
            found = times(1)
            return {GROWTH.key: found} | one({LOAD.key: found[f"load, {SIZES[-1]}"]})

        def peer() -> Readings:
            return {GROWTH.key: times(10)} | one({LOAD.key: took(lambda: pd.read_csv(largest), 1)})

        yield Sides(ours, peer)


@contextmanager
def each() -> Iterator[Sides]:
    """Yield each chart and explorer of a case with many rows in each table, and of one with a tenth of them.

    Python looks as seldom for what nobody needs as in a learner's kernel.
    """
    case_of = cache(large)
    before = gc.get_threshold()
    look_less_often()

    def times(size: int) -> dict[str, float]:
        faces = [(face, name) for face in (course.charts, course.explore) for name in of_a_case(face)]
        return {name: took(partial(shown, getattr(face, name), case_of(size)), 1) for face, name in faces}

    def peer() -> Readings:
        return {EACH.key: {name: 10 * time for name, time in times(SIZES[-1] // 10).items()}}

    try:
        yield Sides(lambda: {EACH.key: times(SIZES[-1])}, peer)
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def shown(make: Callable[[Case], object], case: Case) -> str:
    """Make a chart or an explorer; return its words."""
    made = make(case)
    return str(getattr(made, "words", made))


TRIALS = (Trial((LOAD, GROWTH), growth), Trial((EACH,), each, rounds=3, is_long=True))
