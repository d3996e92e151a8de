"""Where files have no locks, two kernels can write one file: a change that the other has written over is made again.

In a browser each window has a kernel of its own, and all have one drive. Both read, change and write; who comes second
within some hundredths of a second writes over the first. So whoever has changed something looks a few times whether it
is still there, at moments that are never those of the other.
"""

from __future__ import annotations

import asyncio
from random import uniform
from typing import TYPE_CHECKING

from course.questions.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable

LOOKS = (0.5, 1.5, 4.0)
"""Seconds after a change at which one looks, each more or less by a third."""


def later(seconds: float, do: Callable[[], None]) -> None:
    """Do something after a while, between two cells."""
    asyncio.get_event_loop().call_later(seconds, do)


class Recent:
    """What one kernel has changed in the last seconds.

    Parameters
    ----------
    keep
        Changes what is kept by a function, as `keeping.keep` does.
    wait
        Does something after some seconds.
    """

    def __init__(
        self,
        keep: Callable[[Callable[[Record], Record]], object],
        wait: Callable[[float, Callable[[], None]], object] = later,
    ) -> None:
        """Begin with no change."""
        self._keep, self._wait = keep, wait
        self._changes = Record()
        self._looks_left = 0
        self._is_looking = False

    def note(self, changes: Record) -> None:
        """Look a few times whether some changes are still there; of one thing changed twice the newer counts."""
        if self._is_looking:  # it is what was lost and is made again: it is looked after already
            return
        self._changes = self._changes.with_(changes)
        for seconds in LOOKS:
            self._looks_left += 1
            self._wait(seconds * uniform(0.7, 1.3), self._look)  # noqa: S311 - it only has to differ

    def forget(self) -> None:
        """Look after nothing any more: a learner has begun anew."""
        self._changes = Record()

    def _look(self) -> None:
        self._is_looking = True
        try:
            self._keep(self._with_changes)
        finally:
            self._is_looking = False
            self._looks_left -= 1
            if not self._looks_left:
                self._changes = Record()

    def _with_changes(self, record: Record) -> Record:
        """Return a record with the changes in it; itself where they are there."""
        whole = record.merged(self._changes)
        return record if whole == record else whole
