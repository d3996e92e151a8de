"""A folder that a class hands in to: looked at again and again, collected when something is new, shown on a page."""

from __future__ import annotations

import asyncio
import logging
import os
import sqlite3
import stat
import time
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from course import say
from course.teach.collect.class_report import Told
from course.teach.collect.job import Job
from course.teach.collect.store import FILE as STORE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from course.teach.collect.class_report import ClassReport
    from course.teach.collect.job import Collector, Gathered

PASSED = {"__MACOSX", ".ipynb_checkpoints"}
SECONDS = 2.0
"""How long to wait between two looks; a network drive tells nobody what is new on it."""
SHARE = 10
"""A look at a large tree may take a tenth of the time, no more."""
YOUNG = 10.0
"""How long a file that is not whole can still be on its way; and how long files that change are waited for."""
AWAY = "This folder is not there at the moment. The report shows what was in it; it goes on when the folder is back."
NOT_THERE = "{folder} (not there at the moment)"
FAILED = "It could not be collected just now: {why} It is tried again."
ON_ITS_WAY = "It is still being written, or it is not whole. It is looked at again in a moment."
log = logging.getLogger(__name__)
Stamp = tuple[int, int]
Look = dict[str, Stamp]


class AwayError(Exception):
    """The folder is not there."""


def look(folder: Path, out: Path) -> Look:
    """Return every file below a folder with its size and the moment of its last change; no link is followed.

    Raises
    ------
    AwayError
        The folder cannot be read.
    """
    found: Look = {}
    try:
        with os.scandir(folder) as top:
            entries = list(top)
    except OSError as error:
        raise AwayError from error
    _into(found, entries, "", out)
    return found


def _into(found: Look, entries: list[os.DirEntry[str]], above: str, out: Path) -> None:
    if above and any(entry.name == STORE for entry in entries):
        return  # what the collector has written
    for entry in entries:
        with suppress(OSError):  # it has gone since; a folder that may not be read is named by the collector
            about = entry.stat(follow_symlinks=False)
            if stat.S_ISREG(about.st_mode):
                found[above + entry.name] = (about.st_size, about.st_mtime_ns)
            elif stat.S_ISDIR(about.st_mode) and entry.name not in PASSED and entry.path != str(out):
                with os.scandir(entry.path) as inside:
                    below = list(inside)
                _into(found, below, f"{above}{entry.name}/", out)


@dataclass
class Quiet:
    """When a folder is to be collected: when something in it is new and nothing is being written.

    Attributes
    ----------
    seen
        What the last look has shown.
    read
        What was there when it was last collected; None before.
    since
        Of each file, when it was first seen as it is.
    """

    seen: Look = field(default_factory=dict)
    read: Look | None = None
    since: dict[str, float] = field(default_factory=dict)
    _new_since: float | None = None

    def take(self, now_there: Look, now: float) -> bool:
        """Take a look's result; return whether to collect now."""
        moved = {name for name, stamp in now_there.items() if self.seen.get(name) != stamp}
        self.since = {name: now if name in moved else self.since[name] for name in now_there}
        first = self.read is None and not self.seen
        if first:
            self.since = dict.fromkeys(now_there, now - YOUNG)
        self.seen = now_there
        if now_there == self.read:
            self._new_since = None
            return False
        if self._new_since is None:
            self._new_since = now
        # What was there before the first look is taken at once: nearly all of it is old.
        return first or not moved or now - self._new_since >= YOUNG

    def collected(self, what: Look) -> None:
        """Note what was there when it was collected."""
        self.read, self._new_since = what, None

    def young(self, name: str, now: float) -> bool:
        """Return whether a file can still be on its way; of what is in a zip file, the zip file counts."""
        return any(now - self.since[each] < YOUNG for each in _around(name) if each in self.since)


def _around(name: str) -> Iterator[str]:
    parts = name.split("/")
    return ("/".join(parts[:end]) for end in range(len(parts), 0, -1))


def forget(out: Path, places: list[str]) -> None:
    """Let files be read anew at the next run, though they look the same from outside."""
    store = out / STORE
    if store.is_file():
        with closing(sqlite3.connect(store, isolation_level=None)) as connection, suppress(sqlite3.Error):
            connection.executemany("delete from source where place = ?", [(place,) for place in places])


@dataclass
class Watch:
    """A folder that is watched.

    Attributes
    ----------
    tell
        What a line is said with.
    html
        The report's page as it is now; empty before there is one.
    """

    folder: Path
    out: Path
    collector: Collector
    tell: Callable[[str], None]
    html: str = ""
    quiet: Quiet = field(default_factory=Quiet)
    job: Job | None = None
    _gathered: Gathered | None = None
    _noted: Told | None = None
    _told: list[str] = field(default_factory=list)
    _again: float | None = None
    _device: int | None = None
    _cost: float = 0.0

    async def go_on(self) -> None:
        """Look again and again, until this is cancelled."""
        while True:
            try:
                await self.once(time.monotonic())
            except Exception:
                log.exception("a look has failed")
            await asyncio.sleep(max(SECONDS, SHARE * self._cost))

    async def once(self, now: float) -> None:
        """Look once, and collect if it is time."""
        try:
            there = await asyncio.to_thread(self._look)
        except AwayError:
            self._note(Told(self.folder.name, AWAY))
            return
        due = self.quiet.take(there, now)
        if self._noted and self._noted.sentence == AWAY:
            self.tell(f"{self.folder} is back.")
            self._note(None)
        if due or (self._again is not None and now >= self._again):
            await self._collect(there, now)

    def _look(self) -> Look:
        """Look at the folder; one that is empty because its drive has gone is away.

        Raises
        ------
        AwayError
            It is not there.
        """
        began = time.monotonic()
        there = look(self.folder, self.out)
        self._cost = time.monotonic() - began
        try:
            device = self.folder.stat().st_dev
        except OSError as error:
            raise AwayError from error
        if not there and self.quiet.read and self._device not in {None, device}:
            raise AwayError
        self._device = device
        return there

    async def _collect(self, there: Look, now: float) -> None:
        self._again = None
        self.job = Job(self.collector.collect, self.folder, self.out)
        self.job.start()
        await self.job.wait()
        if self.job.result is None:
            self.quiet.collected(there)
            if not self.job.stopped:
                self._note(Told(self.folder.name, FAILED.format(why=self.job.said)))
                self._again = now + YOUNG
            return
        try:
            await asyncio.to_thread(self._look)
        except AwayError:  # it went away meanwhile, and so its files seemed to be gone
            self._note(Told(self.folder.name, AWAY))
            self.quiet.read = None
            return
        self.quiet.collected(there)
        self._gathered, self._noted = self.job.result, None
        self._show(now)
        report = self.job.result.report
        lines = [f"{say.count(report.learners, 'learner')}, {say.count(report.files, 'file')}", *self.job.result.lines]
        if lines != self._told:
            self._told = lines
            for line in lines:
                self.tell(f"{time.strftime('%H:%M:%S')}  {line}")

    def _note(self, noted: Told | None) -> None:
        """Say something on top of the report, once."""
        if noted == self._noted:
            return
        self._noted = noted
        if noted:
            self.tell(f"{self.folder}: {noted.sentence}")
        self._show(time.monotonic())

    def _show(self, now: float) -> None:
        """Make the page anew. What can still be on its way is not called broken; it is read once more in a while."""
        if self._gathered is None:
            return
        report: ClassReport = self._gathered.report
        young = [told.place for told in report.refused if self.quiet.young(told.place, now)]
        told = [Told(each.place, ON_ITS_WAY) if each.place in young else each for each in report.refused]
        if young:
            forget(self.out, young)
            self._again = now + YOUNG
        refused = (*([self._noted] if self._noted else []), *told)
        away = self._noted is not None and self._noted.sentence == AWAY
        folder = NOT_THERE.format(folder=report.folder) if away else report.folder
        self.html = self.collector.to_html(replace(report, folder=folder, refused=refused), live="/")

    async def close(self) -> None:
        """End what runs."""
        if self.job and self.job.runs:
            await self.job.end()
