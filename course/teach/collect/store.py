"""Where a run keeps what it has read: a small SQLite file, so that memory stays flat and a second start goes on."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FORM = 1
"""The version of the tables below."""
TABLES = """
create table file (
    id integer primary key, place text unique, stamp text, kind text, form integer, name text, owner text,
    written text, version text, learner integer, refused text, notes text
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
create table learner (id integer primary key, name text, owner text);
create table expected (name text, owner text, found integer default 0);
create table meta (key text primary key, value text);
"""
"""`file`: one a file that was found; `refused` says why it was not read, else it is null; `notes` a sentence a line.

`entry`: one a question of a file. `state` is today's; `first_state` and `first_met` (the misreading) are those of the
first try, null where it is not kept. `seconds` from the first try to the last. `counts` is 0 where a newer file of the
same learner has the question: all that is counted is `where counts`.
`try`: the answers in order, `answer` as JSON. `writing`: open answers. `item`: the small task; `moment` is `before` or
`after`. `work`: minutes at a lesson. `learner`: `name` as it is to be read.
`expected`: the class list, if there is one.
"""
INDEXES = """
create index if not exists entry_file on entry (file);
create index if not exists try_file on try (file, question);
create index if not exists file_learner on file (learner);
"""
KEPT = ("entry", "try", "writing", "item", "work")
"""The tables that hold what is in a file."""


def connect(path: Path, meaning: str) -> sqlite3.Connection:
    """Open the store at a path; one that was made by other specs or another version of the tables is begun anew.

    Parameters
    ----------
    path
        The SQLite file; it is made where there is none.
    meaning
        What its judgements rest on, as a short text, such as a digest of all specs.
    """
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        known = dict(connection.execute("select key, value from meta"))
    except sqlite3.DatabaseError:
        known = {}
    wanted = {"form": str(FORM), "meaning": meaning}
    if {key: known.get(key) for key in wanted} != wanted:
        connection.close()
        path.unlink(missing_ok=True)
        connection = sqlite3.connect(path, isolation_level=None)
        connection.executescript(TABLES)
        connection.executemany("insert into meta values (?, ?)", wanted.items())
    connection.executescript("pragma journal_mode = wal; pragma synchronous = normal; pragma temp_store = file;")
    return connection


def forget(connection: sqlite3.Connection, files: Iterable[int]) -> None:
    """Take out all that was read from some files."""
    some = [(file,) for file in files]
    for table in KEPT:
        connection.executemany(f"delete from {table} where file = ?", some)  # noqa: S608 - our own names of tables
    connection.executemany("delete from file where id = ?", some)


def rows(connection: sqlite3.Connection, query: str, *values: object) -> list[tuple[object, ...]]:
    """Return all rows of a query that has few."""
    with closing(connection.execute(query, values)) as cursor:
        return cursor.fetchall()
