"""Who is who: which files are of one learner, and which answers of them count.

Nobody has a number of their own in a hand-in, only a name or a code that was typed. So two files are of one learner
where a learning platform says so, or where they have one name and begin with the same answer at the same second: what
a learner hands in later has all that was handed in before. Two of one name that begin otherwise are kept apart. Moodle
gives a learner another number in each assignment, so that two numbers can be of one.
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from course.teach.collect.store import OF_A_FILE, each

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

OWNERS = "update file set who = 'owner ' || owner where refused is null and owner != ''"
"""A learning platform has a number for each learner; some have another one for each task."""
WHO = (
    # Whose work is there may have handed in something elsewhere.
    """update file set who = (
        select min(other.who) from file other
        where other.name_key = file.name_key and other.begin = file.begin and other.owner != ''
    ) where refused is null and who is null and name_key != '' and begin != ''""",
    """update file set who = 'begin ' || name_key || char(10) || begin
    where refused is null and who is null and name_key != '' and begin != ''""",
    # A progress file has no name: it is of the one learner who has handed in the same beginning.
    """update file set who = (
        select min(other.who) from file other where other.start = file.start and other.name_key != ''
        having count(distinct other.who) = 1
    ) where refused is null and who is null and name_key = '' and start != ''""",
    # A notebook has no times: it is of the one learner of that name.
    """update file set who = (
        select min(other.who) from file other where other.name_key = file.name_key and other.who is not null
        having count(distinct other.who) = 1
    ) where refused is null and who is null and name_key != ''""",
    "update file set who = 'name ' || name_key where refused is null and who is null and name_key != ''",
    "update file set who = 'place ' || place where refused is null and who is null",
)
LEARNERS = (
    "delete from learner",
    # The newest file that has a name says how it is written.
    """insert into learner (id, name, name_key, owner, who, files)
    with written as (
        select who, name, name_key, max(owner) over (partition by who) as owner, place,
            min(written) over (partition by who) as since,
            row_number() over (partition by who order by name = '', written desc, place) as rank,
            count(*) over (partition by who) as files
        from file where refused is null
    ), alike as (
        select *, row_number() over (partition by name_key order by since, place) as same from written where rank = 1
    )
    select row_number() over (order by name_key = '', name_key, same),
        case when name_key = '' then 'no name (' || place || ')' when same > 1 then name || ' (' || same || ')'
            else name end,
        name_key, owner, who, files
    from alike""",
    "update file set learner = (select id from learner where learner.who = file.who) where refused is null",
)
EXPECTED = """update expected set found = exists (select 1 from learner where
    (expected.owner != '' and learner.owner = expected.owner)
    or (learner.name_key = expected.name_key and ('' in (learner.owner, expected.owner) or 1 = (
        select count(*) from expected other where other.name_key = expected.name_key
    ))))"""


def sort_out(connection: sqlite3.Connection) -> None:
    """Say of each file whose it is, and of what is in it whether it counts: of several files the newest that has it."""
    connection.execute("begin")
    connection.execute("update file set who = null, learner = null")
    for table in OF_A_FILE:
        connection.execute(f"update {table} set counts = 1 where counts = 0")
    connection.execute(OWNERS)
    for owner, other in _same_owners(connection):
        connection.execute("update file set who = 'owner ' || ? where owner = ?", [other, owner])
    for statement in (*WHO, *LEARNERS, *(_counting(*pair) for pair in OF_A_FILE.items()), EXPECTED):
        connection.execute(statement)
    connection.execute("commit")


def _same_owners(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Yield the numbers of a platform that are of one learner with another number: one name, and one beginning."""
    query = """select distinct name_key, begin, owner from file
        where refused is null and owner != '' and begin != '' and name_key in (
            select name_key from file where owner != '' group by name_key having count(distinct owner) > 1
        ) order by name_key, owner, begin"""
    for _, rows in groupby(each(connection, query), key=itemgetter(0)):
        for group in _joined((owner, f"begin {begin}") for _, begin, owner in rows):
            first, *others = sorted(node for node in group if not node.startswith("begin "))
            yield from ((other, first) for other in others)


def _joined(pairs: Iterable[tuple[str, str]]) -> list[set[str]]:
    """Return the groups of what hangs together by pairs, directly or through others."""
    groups: list[set[str]] = []
    for pair in pairs:
        apart = [group for group in groups if group.isdisjoint(pair)]
        groups = [*apart, set(pair).union(*(group for group in groups if not group.isdisjoint(pair)))]
    return groups


def _counting(table: str, about: str) -> str:
    """Return what marks the rows of a table that newer files have too; a hint alone does not make up for a try."""
    tried = "tries = 0, " if table == "entry" else ""
    return f"""
    update {table} set counts = 0 where (file, {about}) in (
        select file, {about} from (
            select row.file, row.{about}, dense_rank() over (
                partition by file.learner, row.{about} order by {tried}file.written desc, file.place
            ) as rank
            from {table} row join file on file.id = row.file
            where file.learner in (select id from learner where files > 1)
        ) where rank > 1
    )"""
