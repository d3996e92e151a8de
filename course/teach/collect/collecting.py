"""One run: what is new in a folder is read and judged, and all that is made of it is written."""

from __future__ import annotations

import hashlib
import logging
import os
import sqlite3
import tempfile
from collections import deque
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from course import content
from course.content import ContentError
from course.files import why
from course.questions.hand_in import course_version
from course.questions.judge import LOUD
from course.teach.collect import outputs, people, processes, store
from course.teach.collect.counts import class_report
from course.teach.collect.handed_in import Refused
from course.teach.collect.judging import Judged, judged, name_key
from course.teach.collect.read import archives
from course.teach.collect.read.find import Found, find, load
from course.teach.collect.read.reading import read
from course.teach.collect.read.roster import class_list

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Executor, Future

    from course.teach.collect.class_report import ClassReport

BATCH = 50
"""How many files are read at once by one process."""
AHEAD = 2 * (os.cpu_count() or 1)
"""How many batches can be read before the first of them is in the store."""
WORTH_IT = 200
"""From how many files on other processes help; they take a second to start, and both read and write then."""
FOREIGN = "{file} is there and was not written by this command. Choose another folder with -o, or move it away."
OUR_FAULT = "It could not be read, and that is a fault of the course ({}). Please tell us."
log = logging.getLogger(__name__)
ONLY_NOW = "Nothing can be kept in {folder} ({why}): the next run begins from the start."


@dataclass(frozen=True)
class Collected:
    """What came of a run: what the report tells, the folder that it is in, and a line on each thing that failed."""

    report: ClassReport
    out: Path
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Seen:
    """What came of one source: hand-ins or why there are none, and the learners of a class list."""

    source: str
    stamp: str
    judged: tuple[Judged | Refused, ...] = ()
    expected: tuple[tuple[str, str], ...] = ()


def collect(
    folder: Path,
    out: Path,
    *,
    expected: Path | None = None,
    tell: Callable[[int, int], None] = lambda *_: None,
    jobs: int | None = None,
) -> Collected:
    """Collect the hand-ins of a folder, and write the report, the tables and the feedback.

    What was read before and has not changed is not read again: a run that was stopped goes on where it was.

    Parameters
    ----------
    folder
        The folder, a zip file or a single file.
    out
        The folder that is written to; it is made where there is none.
    expected
        A class list; one that is in the folder is found there.
    tell
        Is told how many files are done, and how many there are.
    jobs
        How many processes read; as many as the computer has cores where nothing is said.

    Raises
    ------
    ContentError
        The folder is not there, the class list is none, or something else stands where the report goes.
    OSError
        The folder cannot be made or written to.
    sqlite3.Error
        Another run writes to the same folder.
    """
    if not folder.exists():
        message = f"{folder} is not there."
        raise ContentError(message)
    listed = _expected(expected) if expected else []
    _make(out)
    lines: list[str] = []
    cores = jobs or os.cpu_count() or 1
    with _store(out, lines) as (kept, connection), processes.pool(cores) as others:
        total = sum(1 for _ in find(folder))
        helpers = others if cores > 1 and total >= WORTH_IT else processes.Here()
        _read_what_is_new(connection, folder, tell, total, helpers)
        _expect(connection, "", listed)
        people.sort_out(connection)
        made = datetime.now().astimezone().isoformat(timespec="seconds")
        count = partial(class_report, connection, folder.resolve().name, made)
        told, more = outputs.write(count, kept, out, helpers)
    return Collected(told, out, (*lines, *more))


def _expected(file: Path) -> list[tuple[str, str]]:
    try:
        found = class_list(file.name, file.read_bytes())
    except OSError as error:
        message = f"{file} could not be read: {why(error)}."
        raise ContentError(message) from None
    if not found:
        message = f"{file} is no class list: no column of it has names or codes."
        raise ContentError(message)
    return found


def _make(out: Path) -> None:
    """Make the folder; what is in it is personal, so other users of the computer cannot look into a new one."""
    if (out / outputs.REPORT).exists() and not (out / store.FILE).exists():
        raise ContentError(FOREIGN.format(file=out / outputs.REPORT))
    if not out.exists():
        out.mkdir(parents=True, mode=0o700)


@contextmanager
def _store(out: Path, lines: list[str]) -> Iterator[tuple[Path, sqlite3.Connection]]:
    """Open the store of a folder; where its disk cannot have one, a store for this run. Yield its file too."""
    with ExitStack() as stack:
        kept = out / store.FILE
        try:
            connection = store.connect(kept, _meaning())
        except (sqlite3.OperationalError, OSError) as error:
            if "locked" in str(error):
                raise
            lines.append(ONLY_NOW.format(folder=out, why=error))
            scratch = stack.enter_context(tempfile.TemporaryDirectory())
            kept = Path(scratch) / store.FILE
            connection = store.connect(kept, _meaning())
        yield kept, stack.enter_context(closing(connection))


def _meaning() -> str:
    """Return a digest of all that judgements rest on: the version of the course, and the specs as they are now."""
    digest = hashlib.sha256(course_version().encode())
    for file in sorted(content.exercises_folder().rglob("*.*")):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _read_what_is_new(
    connection: sqlite3.Connection, folder: Path, tell: Callable[[int, int], None], total: int, helpers: Executor
) -> None:
    """Bring the store up to date with a folder: read what is new or has changed, and forget what is gone."""
    connection.execute("create temp table here (place text primary key)")
    done = 0
    new = _new(connection, find(folder))
    try:
        for seen in _looked_at(new, helpers):
            connection.execute("begin")
            for one in seen:
                _write(connection, one)
            connection.execute("commit")
            done += len(seen)
            tell(done, total)
    finally:
        archives.close_all()  # else Windows lets nobody replace or delete a zip file
    gone = connection.execute("select place from source where place not in (select place from here)").fetchall()
    store.forget(connection, [place for (place,) in gone])
    connection.execute("drop table here")
    tell(total, total)


def _new(connection: sqlite3.Connection, found: Iterable[Found | Refused]) -> Iterator[Found | Refused]:
    for one in found:
        connection.execute("insert or ignore into here values (?)", [one.place])
        known = connection.execute("select stamp from source where place = ?", [one.place]).fetchone()
        if known != (_stamp(one),):
            yield one


def _stamp(one: Found | Refused) -> str:
    return one.stamp if isinstance(one, Found) else one.reason


def _looked_at(new: Iterator[Found | Refused], helpers: Executor) -> Iterator[list[_Seen]]:
    """Yield what came of batches of files, in their order; what is read is never far ahead of the store."""
    waiting: deque[Future[list[_Seen]]] = deque()
    for batch in iter(lambda: list(islice(new, BATCH)), []):
        waiting.append(helpers.submit(_look_at, batch))
        if waiting[0].done() or len(waiting) > AHEAD:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _look_at(batch: list[Found | Refused]) -> list[_Seen]:
    return [_seen(one) for one in batch]


def _seen(one: Found | Refused) -> _Seen:
    """Return what came of a source; a fault of our own is told like one of the file, so that the others are read."""
    if isinstance(one, Refused):
        return _Seen(one.place, one.reason, (one,))
    try:
        return _read(one)
    except Exception as error:
        log.exception("%s could not be read", one.place)
        if os.environ.get(LOUD):
            raise
        return _Seen(one.place, one.stamp, (Refused(one.place, OUR_FAULT.format(type(error).__name__)),))


def _read(one: Found) -> _Seen:
    data = load(one)
    if isinstance(data, Refused):
        return _Seen(one.place, one.stamp, (data,))
    if expected := class_list(one.place, data):
        return _Seen(one.place, one.stamp, expected=tuple(expected))
    handed = read(one.place, data, one.changed)
    return _Seen(one.place, one.stamp, tuple(each if isinstance(each, Refused) else judged(each) for each in handed))


def _write(connection: sqlite3.Connection, seen: _Seen) -> None:
    store.forget(connection, [seen.source])
    connection.execute("insert into source values (?, ?)", [seen.source, seen.stamp])
    _expect(connection, seen.source, seen.expected)
    for one in seen.judged:
        about = {"place": one.place, "refused": one.reason} if isinstance(one, Refused) else one.file
        number = store.insert_file(connection, {**about, "source": seen.source})
        if isinstance(one, Judged):
            store.insert_rows(connection, number, one.rows)


def _expect(connection: sqlite3.Connection, source: str, names: Iterable[tuple[str, str]]) -> None:
    connection.execute("delete from expected where source = ?", [source])
    connection.executemany(
        "insert into expected (source, name, name_key, owner) values (?, ?, ?, ?)",
        ((source, name, name_key(name), owner) for name, owner in names),
    )
