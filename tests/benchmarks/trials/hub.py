"""How long it takes until all learners of a class have run a lesson, when they come to one hub at once."""

from __future__ import annotations

import asyncio
import time
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING

from tests.benchmarks.row import NotHereError, Readings, Row, Sides, Trial
from tests.hub.load import all_at_once
from tests.hub.running import hub, why_not

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES = (1, 3, 10, 30)
HUB = Row(
    "hub",
    "3 to 30 learners come to a hub at once: until all have run a lesson",
    "as many more of them, as many times longer",
    "s",
    1.2,
)


def seconds(learners: int) -> float:
    """Return how long so many learners need on a fresh hub.

    Raises
    ------
    RuntimeError
        Somebody could not work.
    """
    names = [f"learner-{number:03}" for number in range(learners)]
    with hub(*names) as here:
        begin = time.perf_counter()
        came = asyncio.run(all_at_once(here.address, names))
        took = time.perf_counter() - begin
    if failed := [each for each in came if isinstance(each, BaseException) or each.ran.errors]:
        message = f"{len(failed)} of {learners} learners could not work: {failed[0]}"
        raise RuntimeError(message)
    return took


@contextmanager
def growth() -> Iterator[Sides]:
    """Yield classes of several sizes, and the class before each, as many times over.

    Raises
    ------
    NotHereError
        There can be no hub here.
    """
    if why := why_not():
        raise NotHereError(why)

    def ours() -> Readings:
        return {HUB.key: {str(size): seconds(size) for size in SIZES[1:]}}

    def peer() -> Readings:
        return {HUB.key: {str(size): seconds(before) * size / before for before, size in pairwise(SIZES)}}

    yield Sides(ours, peer)


TRIALS = (Trial((HUB,), growth, rounds=1, is_long=True, is_warmed=False),)
"""All of them take five minutes: once is what an hour has room for."""
