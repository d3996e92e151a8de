"""How long all tests of the project take."""

from __future__ import annotations

import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.benchmarks.process import PROJECT
from tests.benchmarks.row import Readings, Row, Sides, Trial, one

if TYPE_CHECKING:
    from collections.abc import Iterator

MINUTES = 60
SUITE = Row("tests", "`make test`, all of it", "8 minutes on two cores", "minutes", 8)


@contextmanager
def suite() -> Iterator[Sides]:
    """Yield all tests; they have to pass."""

    def ours() -> Readings:
        begin = time.perf_counter()
        subprocess.run(["make", "test"], cwd=PROJECT, check=True, stdout=subprocess.DEVNULL)  # noqa: S607 - as authors do
        return one({SUITE.key: (time.perf_counter() - begin) / MINUTES})

    yield Sides(ours)


TRIALS = (Trial((SUITE,), suite, rounds=1, is_long=True, is_warmed=False),)
