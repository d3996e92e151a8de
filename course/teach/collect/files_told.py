"""What a teacher should know of the files of a class: which were not read, which are double, what looks odd."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.say import and_, count
from course.teach.collect.class_report import LONGEST_LIST, Told
from course.teach.collect.store import OF_A_FILE, each

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

FROM = "file join learner on learner.id = file.learner"
FEW = 5
SAME = "{names} begin with the same answers at the same seconds: one file may be a copy of the other."
NAMESAKES = "{number} begin differently under this name: kept apart, as learners of one name or one in two places."


def refused(connection: sqlite3.Connection) -> Iterator[Told]:
    """Yield the files that were not read, each with the reason."""
    query = "select place, refused from file where refused is not null order by place limit ?"
    return (Told(*row) for row in each(connection, query, LONGEST_LIST))


def doubles(connection: sqlite3.Connection) -> Iterator[Told]:
    """Yield the files of which newer ones count, and the learners of one name that are kept apart."""
    older = " + ".join(f"exists(select 1 from {table} where file = file.id and not counts)" for table in OF_A_FILE)
    some = " + ".join(f"exists(select 1 from {table} where file = file.id and counts)" for table in OF_A_FILE)
    query = f"""select place, learner.name, {some} from {FROM}
        where learner.files > 1 and ({older}) > 0 order by place limit ?"""
    for place, name, counts in each(connection, query, LONGEST_LIST):
        rest = "What it has alone counts; for the rest a newer file does." if counts else "A newer file counts."
        yield Told(place, f"There is more than one of {name}. {rest}")
    query = """select min(name), count(*) from learner where name_key != ''
        group by name_key having count(*) > 1 order by name_key limit ?"""
    for name, number in each(connection, query, LONGEST_LIST):
        yield Told(name, NAMESAKES.format(number=number))


def odd(connection: sqlite3.Connection) -> Iterator[Told]:
    """Yield what does not fit together, and may have an innocent reason."""
    query = """select start, min(place), count(distinct learner) from file
        where refused is null and start != '' group by start having count(distinct learner) > 1 order by 2 limit ?"""
    for start, place, number in list(each(connection, query, LONGEST_LIST)):
        some = (
            "select distinct learner.name from file join learner on learner.id = file.learner where start = ? limit ?"
        )
        names = [name for (name,) in each(connection, some, start, FEW)]
        more = [count(number - FEW, "other")] if number > FEW else []
        yield Told(place, SAME.format(names=and_([*names, *more])))
    query = "select place, notes from file where notes != '' order by place limit ?"
    for place, notes in each(connection, query, LONGEST_LIST):
        for note in notes.splitlines():
            yield Told(place, note)
