"""`course collect` on a page: files are dropped onto it, or a folder is watched; on this computer, until Ctrl+C."""

from __future__ import annotations

import asyncio
import errno
import os
import shutil
import signal
import tempfile
import threading
import time
import webbrowser
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from course.content import ContentError
from course.files import why
from course.jupyter.lab import ENDS, PORTS_TO_TRY
from course.teach.collect.served import dropping, showing, watching
from course.teach.collect.served.guarded import HOST, Guard

if TYPE_CHECKING:
    import socket
    from collections.abc import AsyncIterator, Callable, Iterator

    from tornado.web import Application

    from course.teach.collect.served.job import Collector

OWN = "between-the-lines-collect-"
"""How the folder of a run is named, in the computer's folder for what is of short use."""
LOCK = "in-use.lock"
FRESH = 600
"""Seconds in which a folder of a run has got its lock, whatever else happens."""
SMALL = 10**6
"""How many bytes are taken of what is no file."""
COLLECTED = "collected"
CALL = "\nThe page is open at\n\n    {address}\n\n{more}\nPress Ctrl+C here to end it.\n"
DROPPED = "Drop the class's files there. They are copied to a folder that is deleted at the end."
KEPT = "The report and the tables stay in {out}."
WATCHED = "It shows what is in {folder}, and goes on by itself. The report and the tables are in {out}."
DELETED = "Ended. What was dropped is deleted."
ENDED = "Ended."
NO_FOLDER = "{folder} is no folder: only a folder can be watched."
NO_PORT = "No page can be opened on port {port} or one of the next: {why}. Give another one with --port."
LAST_PORT = 65535


def serve(
    folder: Path | None,
    collector: Collector,
    *,
    out: Path | None = None,
    port: int | None = None,
    open_browser: bool = True,
) -> int:
    """Open the page that files are dropped onto, or the report of a folder that is watched; wait until it is ended.

    Parameters
    ----------
    folder
        The folder to watch; none for the page that files are dropped onto.
    collector
        What collects and what makes the report's page.
    out
        Where the report and the tables go. If none is given: for a folder that is watched `collected` in the folder
        that one is in, else a folder of this run, which is deleted at its end.
    port
        The port to use, or the next free one; any free one if none is given.
    open_browser
        Whether to open a browser window.

    Returns
    -------
    int
        The exit code of the command.

    Raises
    ------
    ContentError
        There is no such folder, or no free port.
    OSError
        There is no room.
    """
    out = out.resolve() if out else None
    if folder is None:
        asyncio.run(_drop(collector, out, port, open_browser=open_browser))
        return 0
    folder = folder.resolve()
    if not folder.is_dir():
        raise ContentError(NO_FOLDER.format(folder=folder))
    out = out or Path.cwd() / COLLECTED
    # What is written into the folder that is watched would be new in it, each time.
    watch = watching.Watch(folder, out / COLLECTED if out == folder else out, collector, say)
    asyncio.run(_watch(watch, port, open_browser=open_browser))
    return 0


def say(line: str) -> None:
    """Say a line, if the window for it is still there."""
    with suppress(OSError):
        print(line, flush=True)  # noqa: T201 - this is what the command says


async def _drop(collector: Collector, out: Path | None, port: int | None, *, open_browser: bool) -> None:
    with folder_of_a_run() as root:
        desk = dropping.Desk(root, collector.collect, out)
        more = "\n".join([DROPPED, *([KEPT.format(out=out)] if out else [])])
        try:
            async with served(lambda guard: dropping.application(guard, desk), port) as guard:
                await _until_ended(guard, more, open_browser=open_browser)
        finally:
            await desk.close()
    say(DELETED)


async def _watch(watch: watching.Watch, port: int | None, *, open_browser: bool) -> None:
    more = WATCHED.format(folder=watch.folder, out=watch.out)
    async with served(lambda guard: showing.application(guard, watch), port) as guard:
        looking = asyncio.create_task(watch.go_on())
        try:
            await _until_ended(guard, more, open_browser=open_browser)
        finally:
            looking.cancel()
            await watch.close()
    say(ENDED)


@asynccontextmanager
async def served(application: Callable[[Guard], Application], port: int | None = None) -> AsyncIterator[Guard]:
    """Let a page answer on this computer; yield what guards it, with its address.

    Parameters
    ----------
    application
        What makes the page.
    port
        The port to use, or the next free one; any free one if none is given.
    """
    sockets = _listen(port)
    guard = Guard(sockets[0].getsockname()[1])
    server = HTTPServer(application(guard), max_body_size=SMALL)
    server.add_sockets(sockets)
    try:
        yield guard
    finally:
        server.stop()
        await server.close_all_connections()


def _listen(wanted: int | None) -> list[socket.socket]:
    """Listen on the wanted port or the next free one, or on any free one.

    Raises
    ------
    ContentError
        None of the next fifty is free, or the system lets nobody listen on it.
    """
    problem: OSError | None = None
    for port in range(wanted, min(wanted + PORTS_TO_TRY, LAST_PORT + 1)) if wanted else [0]:
        try:
            return bind_sockets(port, HOST)
        except OSError as error:
            problem = error
            if error.errno != errno.EADDRINUSE:
                break
    raise ContentError(NO_PORT.format(port=wanted or "", why=problem and why(problem)))


async def _until_ended(guard: Guard, more: str, *, open_browser: bool) -> None:
    ended = asyncio.Event()
    with _signals(ended):
        say(CALL.format(address=guard.address, more=more))
        if open_browser:
            # A browser in the terminal ends this call only when it is closed itself.
            threading.Thread(target=webbrowser.open, args=[guard.address], daemon=True).start()
        await ended.wait()


@contextmanager
def _signals(ended: asyncio.Event) -> Iterator[None]:
    """Let Ctrl+C, and whatever else ends a program, end it in order; a second time it ends at once."""
    loop = asyncio.get_running_loop()
    known = {}
    if threading.current_thread() is threading.main_thread():
        for each in (signal.SIGINT, *ENDS):
            known[each] = signal.signal(each, lambda *_: loop.call_soon_threadsafe(ended.set))
    try:
        yield
    finally:
        for each, before in known.items():
            signal.signal(each, before)


@contextmanager
def folder_of_a_run() -> Iterator[Path]:
    """Make a folder that nobody else can read, and delete it at the end; delete those that dead runs have left."""
    sweep()
    root = Path(tempfile.mkdtemp(prefix=OWN))
    lock = FileLock(root / LOCK)
    lock.acquire()
    try:
        yield root
    finally:
        lock.release()
        shutil.rmtree(root, ignore_errors=True)


def sweep() -> None:
    """Delete the folders of this user's runs that have ended without doing so, as where the power has failed."""
    for left in Path(tempfile.gettempdir()).glob(f"{OWN}*"):
        with suppress(OSError, Timeout):
            about = left.lstat()
            mine = not hasattr(os, "getuid") or about.st_uid == os.getuid()
            held = (left / LOCK).exists() or time.time() - about.st_mtime > FRESH
            if mine and held and left.is_dir() and not left.is_symlink():
                with FileLock(left / LOCK, timeout=0):
                    pass
                shutil.rmtree(left, ignore_errors=True)
