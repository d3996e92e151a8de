"""Hand-ins put into a store, without files."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from course.questions.record import Record
from course.teach.collect import people, store
from course.teach.collect.handed_in import HAND_IN, HandedIn
from course.teach.collect.judging import judged
from tests.teach.collect.made_class import FIRST_DAY, hand_in

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

NOW = FIRST_DAY + timedelta(days=30)


def opened(folder: Path) -> sqlite3.Connection:
    """Return a new store."""
    return store.connect(folder / "store.sqlite", "specs")


def put(
    connection: sqlite3.Connection,
    place: str,
    *answers: dict[str, Any],
    name: str = "Ali",
    owner: str = "",
    written: datetime = FIRST_DAY,
    **more: Any,
) -> None:
    """Put a hand-in into a store, as a run does; whose it is, is not sorted out yet."""
    record = Record.from_hand_in(json.dumps(hand_in(name, list(answers), **more)))
    one = judged(HandedIn(place, HAND_IN, 4, name, owner, written.isoformat(), "", record), NOW)
    store.insert_rows(connection, store.insert_file(connection, {**one.file, "source": place}), one.rows)


def learners(connection: sqlite3.Connection) -> dict[str, str]:
    """Sort out whose the files are; return the learner of each place."""
    people.sort_out(connection)
    query = "select place, learner.name from file join learner on learner.id = file.learner"
    return dict(store.each(connection, query))


def counted(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    """Return the places with the questions that count there."""
    query = "select place, question from entry join file on file.id = entry.file where counts"
    return set(store.each(connection, query))
