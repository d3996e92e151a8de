"""A run of the collector beside a server that goes on answering; it can be stopped, and says how far it is."""

from __future__ import annotations

import asyncio
import logging
import signal
import sqlite3
import threading
from dataclasses import dataclass, field
from multiprocessing import resource_tracker
from typing import TYPE_CHECKING, Protocol

from course.content import ContentError
from course.files import why

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from course.teach.collect.class_report import ClassReport

SECONDS_TO_STOP = 20.0
FAILED = "The files could not be collected: {why}."
BROKEN = "Something in the program did not work. The window of the command says what."
log = logging.getLogger(__name__)


class Gathered(Protocol):
    """What a run of the collector hands back."""

    @property
    def report(self) -> ClassReport:
        """What the report tells."""
        ...

    @property
    def out(self) -> Path:
        """The folder that was written to."""
        ...

    @property
    def lines(self) -> Sequence[str]:
        """A line on each thing that failed."""
        ...


class Collect(Protocol):
    """The collector."""

    def __call__(self, folder: Path, out: Path, *, tell: Callable[[int, int], None]) -> Gathered:
        """Collect what is in a folder; say now and then how many files are done, of how many."""
        ...


@dataclass(frozen=True)
class Collector:
    """What collects, and what makes a page of a report."""

    collect: Collect
    to_html: Callable[..., str]


class StoppedError(Exception):
    """Somebody has pressed Stop. What was read until then is kept for the next run."""


@dataclass
class Job:
    """One run.

    Attributes
    ----------
    done, of
        How many files are read, of how many.
    result
        What came of it; None where it was stopped or failed.
    said
        Why it failed: a sentence.
    stopped
        Whether it was stopped.
    """

    collect: Collect
    folder: Path
    out: Path
    done: int = 0
    of: int = 0
    result: Gathered | None = None
    said: str = ""
    stopped: bool = False
    _stop: threading.Event = field(default_factory=threading.Event)
    _ended: asyncio.Event = field(default_factory=asyncio.Event)

    def start(self) -> None:
        """Start it in a thread of its own, which does not keep the program from ending."""
        loop = asyncio.get_running_loop()

        def run() -> None:
            _leave_ctrl_c()
            try:
                self._run()
            finally:
                loop.call_soon_threadsafe(self._ended.set)

        threading.Thread(target=run, name="collect", daemon=True).start()

    def _run(self) -> None:
        try:
            self.result = self.collect(self.folder, self.out, tell=self._tell)
        except (StoppedError, KeyboardInterrupt):  # the second comes from processes that Ctrl+C has ended
            self.stopped = True
        except ContentError as error:
            self.said = str(error)
        except OSError as error:
            self.said = FAILED.format(why=why(error))
        except sqlite3.Error as error:
            self.said = FAILED.format(why=error)
        except Exception:
            log.exception("the collector failed")
            self.said = BROKEN

    def _tell(self, done: int, of: int) -> None:
        if self._stop.is_set():
            raise StoppedError
        self.done, self.of = done, of

    @property
    def runs(self) -> bool:
        """Return whether it still runs."""
        return not self._ended.is_set()

    def stop(self) -> None:
        """Let it end at the next file."""
        self._stop.set()

    async def wait(self) -> None:
        """Wait until it has ended."""
        await self._ended.wait()

    async def end(self) -> None:
        """Stop it, and wait a while until it has stopped."""
        self.stop()
        try:
            await asyncio.wait_for(self._ended.wait(), SECONDS_TO_STOP)
        except TimeoutError:
            log.warning("the collector still runs")


def _leave_ctrl_c() -> None:
    """Leave Ctrl+C to the server: a terminal sends it to all processes; those that this thread starts pass it by."""
    if hasattr(signal, "pthread_sigmask"):
        resource_tracker.ensure_running()  # it would let the signal through again when it starts
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
