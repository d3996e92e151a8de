"""Where a run keeps what it has read: a small SQLite file, so that memory stays flat and a second start goes on."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

FORM = 1
"""The version of the tables below."""
PATIENCE = 5.0
"""Seconds to wait for another run that writes."""
FILE = ".collect.sqlite"
"""The name of the store in the folder that a run writes to."""
TABLES = """
create table source (place text primary key, stamp text);
create table file (
    id integer primary key, place text, source text, kind text, form integer, name text, name_key text,
    owner text, begin text, start text, written text, version text, who text, learner integer, refused text, notes text
);
create table entry (
    file integer, question text, state text, first_state text, first_met text, tries integer, hints integer,
    solution text, first text, last text, seconds real, counts integer default 1
);
create table try (
    file integer, question text, place integer, answer text, state text, met text, hints integer, at text
);
create table writing (file integer, notebook text, text text, level integer, why text, counts integer default 1);
create table item (
    file integer, moment text, item text, answer text, sure integer, right integer, counts integer default 1
);
create table work (file integer, lesson text, minutes real, counts integer default 1);
create table learner (id integer primary key, name text, name_key text, owner text, who text, files integer);
create table expected (source text, name text, name_key text, owner text, found integer default 0);
create table meta (key text primary key, value text);
create index file_source on file (source);
create index file_learner on file (learner);
create index file_name on file (name_key, begin);
create index file_owner on file (owner);
create index file_start on file (start);
create index file_who on file (who);
create index learner_who on learner (who);
create index learner_name on learner (name_key);
create index expected_name on expected (name_key);
create index entry_file on entry (file, question);
create index try_file on try (file, question);
create index writing_file on writing (file);
create index item_file on item (file);
create index work_file on work (file);
"""
"""`source`: one a file, on the disk or in an archive, that was looked at, with a `stamp` that changes when it does.
`file`: one a hand-in, of which a source can have several, or one a source that could not be read: then `refused` says
why, else it is null; `notes` has a sentence a line. `name_key`, `begin`, `start` and `who` are for `people.py`, which
fills in `learner`.

`entry`: one a question of a file. `state` is today's; `first_state` and `first_met` (the misreading) are those of the
first try, null where it is not kept. `seconds` are from the first try to the last. `counts` is 0 where a newer file of
the same learner has the question: all that is counted is `where counts`.
`try`: the answers in order from 1, `answer` as JSON. `writing`: open answers. `item`: the small task; `moment` is
`before` or `after`. `work`: minutes at a lesson. `learner`: `name` as it is to be read, the ids in its order, `files`
is how many there are. `expected`: the class list, if there is one; `found` is 1 where somebody of it has handed in.
"""
OF_A_FILE = {"entry": "question", "writing": "notebook", "item": "moment", "work": "lesson"}
"""The tables of what is in a file and can be in a newer one, each with the column that says what it is about."""
KEPT = ("try", *OF_A_FILE)
"""The tables that hold what is in a file."""
Row = tuple[Any, ...]


def connect(path: Path, meaning: str) -> sqlite3.Connection:
    """Open the store at a path; one that was made by other specs or another version of the tables is begun anew.

    Parameters
    ----------
    path
        The SQLite file; it is made where there is none.
    meaning
        What its judgements rest on, as a short text, such as a digest of all specs.

    Raises
    ------
    sqlite3.Error
        It cannot be written there.
    """
    wanted = {"form": str(FORM), "meaning": meaning}
    connection = _open(path)
    known: dict[str, str] = {}
    with suppress(sqlite3.DatabaseError):
        known = dict(connection.execute("select key, value from meta"))
    if known != wanted:
        connection.close()
        for each in (path, *(path.with_name(f"{path.name}-{end}") for end in ("wal", "shm", "journal"))):
            each.unlink(missing_ok=True)
        connection = _open(path)
        connection.executescript(TABLES)
        connection.executemany("insert into meta values (?, ?)", wanted.items())
    return connection


def look_into(path: Path) -> sqlite3.Connection:
    """Open the store at a path to read it, beside whoever writes it."""
    return sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)


def _open(path: Path) -> sqlite3.Connection:
    connection = look_into(path)
    with suppress(sqlite3.DatabaseError):  # what is no store is told apart by what it lacks
        connection.executescript("pragma journal_mode = truncate; pragma synchronous = off; pragma temp_store = file;")
    return connection


def forget(connection: sqlite3.Connection, sources: Iterable[str]) -> None:
    """Take out all that was read from some files."""
    for source in sources:
        some = connection.execute("select id from file where source = ?", [source]).fetchall()
        for table in KEPT:
            connection.executemany(f"delete from {table} where file = ?", some)
        for table, column in (("file", "source"), ("expected", "source"), ("source", "place")):
            connection.execute(f"delete from {table} where {column} = ?", [source])


def each(connection: sqlite3.Connection, query: str, *values: object) -> Iterator[Row]:
    """Yield the rows of a query, one at a time."""
    with closing(connection.execute(query, values)) as cursor:
        yield from cursor


def insert_file(connection: sqlite3.Connection, about: dict[str, Any]) -> int:
    """Write the row of a file, some of its columns by their names; return its id."""
    columns, marks = ", ".join(about), ", ".join("?" * len(about))
    cursor = connection.execute(f"insert into file ({columns}) values ({marks})", [*about.values()])
    return int(cursor.lastrowid or 0)


def insert_rows(connection: sqlite3.Connection, file: int, rows: dict[str, list[Row]]) -> None:
    """Write what is in a file: by the names of tables rows with all columns between the file's id and `counts`."""
    for table, some in rows.items():
        if some:
            marks = ", ".join("?" * (1 + len(some[0])) + "1" * (table in OF_A_FILE))
            connection.executemany(f"insert into {table} values ({marks})", ((file, *row) for row in some))
