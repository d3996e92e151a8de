"""What a class did, counted from the store: the values of a report."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from course.questions import task_file
from course.questions.judge import State, judge
from course.questions.misreadings import misreadings
from course.questions.spec import lessons, questions
from course.teach.collect import files_told
from course.teach.collect.class_report import (
    LONGEST_LIST,
    Asked,
    ClassReport,
    Given,
    Met,
    OfItem,
    OfLesson,
    OfOutcome,
    Person,
    Written,
)
from course.teach.collect.store import each

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from course.questions.spec import Question
    from course.teach.collect.store import Row

TOP = 3
BROAD = {"left-out", "other-question", "count-slip", "code-slip"}
"""Misreadings of many kinds under one name: they say how an answer came about less than the others."""
ANSWERS = 5
"""How many answers of a question are told."""
STUCK = 3
"""From how many tries on somebody who is not there yet is stuck."""
RIGHT, BLANK = str(State.RIGHT), str(State.BLANK)


@dataclass
class _Tally:
    """What one pass over all learners counts."""

    people: list[Person] = field(default_factory=list)
    met: Counter[str] = field(default_factory=Counter)
    could: Counter[str] = field(default_factory=Counter)
    where: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    stuck: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))


def class_report(connection: sqlite3.Connection, folder: str, made: str) -> ClassReport:
    """Return what a report tells of all that counts in the store.

    Parameters
    ----------
    connection
        The store, sorted out.
    folder, made
        What was collected, and when.
    """
    known = questions()
    tally = _tally(connection, known)
    asked = tuple(_asked(connection, known, tally.stuck))
    answers, unforeseen = _answers(connection, known)
    met = _met(connection, tally)
    narrow = [one for one in met if one.name not in BROAD]
    return ClassReport(
        folder=folder,
        made=made,
        files=_number(connection, "select count(distinct source) from file"),
        read=_number(connection, "select count(distinct source) from file where refused is null"),
        learners=_number(connection, "select count(*) from learner"),
        people=tuple(tally.people),
        top=tuple((narrow or met)[:TOP]),
        misreadings=tuple(met),
        questions=asked,
        lessons=tuple(_lessons(connection)),
        outcomes=tuple(_outcomes(asked, known)),
        task=tuple(_task(connection)),
        answers=answers,
        unforeseen=unforeseen,
        expected=_number(connection, "select count(*) from expected"),
        missing=tuple(
            name for (name,) in each(connection, "select name from expected where not found order by name_key")
        ),
        written=tuple(_written(connection)),
        writings=_number(connection, "select count(*) from writing where counts"),
        doubles=tuple(files_told.doubles(connection)),
        refused=tuple(files_told.refused(connection)),
        odd=tuple(files_told.odd(connection)),
    )


def _number(connection: sqlite3.Connection, query: str) -> int:
    return int(connection.execute(query).fetchone()[0])


def _tally(connection: sqlite3.Connection, known: Mapping[str, Question]) -> _Tally:
    """Go over all that counts, learner by learner: memory does not grow with their number."""
    foreseen = {name: {one.name for one in question.misconceptions} for name, question in known.items()}
    hints = {name: len(question.hints) for name, question in known.items()}
    tally = _Tally()
    rows = each(
        connection,
        """select file.learner, learner.name, question, state, first_state, first_met, tries, hints, solution
        from learner join file on file.learner = learner.id left join entry on entry.file = file.id and entry.counts
        order by learner.id""",
    )
    for (number, name), group in groupby(rows, key=itemgetter(0, 1)):
        could: set[str] = set()
        met: set[str] = set()
        answered = right = right_first = 0
        for _, _, question, state, first, misreading, tries, hinted, solution in group:
            if not tries:
                continue
            answered += 1
            right += state == RIGHT
            right_first += first == RIGHT
            could |= foreseen[question]
            if misreading:
                met.add(misreading)
                tally.where[misreading][question] += 1
            if state != RIGHT and (tries >= STUCK or solution or hinted >= hints[question]):
                tally.stuck[question].append(number)
        tally.could.update(could)
        tally.met.update(met)
        if len(tally.people) < LONGEST_LIST:
            tally.people.append(Person(number, name, answered, right, right_first))
    return tally


def _met(connection: sqlite3.Connection, tally: _Tally) -> list[Met]:
    """Return the misreadings that were met, the commonest first."""
    query = """select met, count(*) from try join entry using (file, question)
        where entry.counts and try.met != '' and try.state != ? group by met"""
    tries: dict[str, int] = dict(each(connection, query, RIGHT))
    order = list(misreadings())
    found = [
        Met(name, tally.met[name], tally.could[name], tries[name], tuple(tally.where[name].most_common()))
        for name in order
        if name in tries
    ]
    return sorted(found, key=lambda one: (-one.learners, one.of, -one.tries, order.index(one.name)))


def _asked(
    connection: sqlite3.Connection, known: Mapping[str, Question], stuck: Mapping[str, list[int]]
) -> Iterator[Asked]:
    query = """select question, sum(tries > 0), sum(first_state is ?), sum(state = ?),
        sum(tries > 0 and first_state is null), sum(hints > 0), sum(hints), sum(solution != '')
        from entry where counts group by question"""
    counted = {row[0]: row[1:] for row in each(connection, query, RIGHT, RIGHT)}
    tries = _medians(connection, "select question, tries, count(*) from entry where counts and tries group by 1, 2")
    query = """select question, round(seconds / 6) / 10, count(*) from entry
        where counts and tries > 1 and seconds is not null group by 1, 2"""
    minutes = _medians(connection, query)
    for name in known:
        if name in counted:
            tried, right_first, right, unknown, hinted, hints, solved = counted[name]
            yield Asked(
                question=name,
                tried=tried,
                right_first=right_first,
                right=right,
                unknown_first=unknown,
                hinted=hinted,
                hints=hints,
                solved=solved,
                tries=tries.get(name, 0.0),
                minutes=minutes.get(name),
                stuck=tuple(stuck.get(name, [])[:LONGEST_LIST]),
            )


def _medians(connection: sqlite3.Connection, query: str) -> dict[str, float]:
    """Return the median of each group of a query for a group, a value and how often that is there."""
    found = {}
    for name, rows in groupby(sorted(each(connection, query)), key=itemgetter(0)):
        found[name] = median([(value, count) for _, value, count in rows])
    return found


def median(counted: Iterable[tuple[float, int]]) -> float:
    """Return the median of values, sorted, that come with how often each is there.

    >>> median([(1, 2), (4, 1), (8, 1)])
    2.5
    """
    some = list(counted)
    total = sum(count for _, count in some)
    middle = []
    for wanted in ((total - 1) // 2, total // 2):
        before = 0
        for value, count in some:
            before += count
            if wanted < before:
                middle.append(value)
                break
    return sum(middle) / 2


def _answers(
    connection: sqlite3.Connection, known: Mapping[str, Question]
) -> tuple[tuple[Given, ...], tuple[Given, ...]]:
    """Return the first answers that are not right: the commonest of each question, and those that nobody foresaw."""
    query = """select try.question, try.answer, try.met, count(*) as learners
        from try join entry using (file, question)
        where entry.counts and try.place = 1 and try.state != ? and try.state != ?
        group by try.question, try.answer order by try.question, learners desc, try.answer"""
    commonest: dict[str, list[Row]] = defaultdict(list)
    unforeseen: list[Row] = []
    for row in each(connection, query, RIGHT, BLANK):
        if len(commonest[row[0]]) < ANSWERS:
            commonest[row[0]].append(row)
        if not row[2]:
            unforeseen.append(row)
            if len(unforeseen) >= 2 * LONGEST_LIST:
                unforeseen = sorted(unforeseen, key=_most)[:LONGEST_LIST]
    return (
        tuple(_given(known[row[0]], row) for name in known for row in commonest[name]),
        tuple(_given(known[row[0]], row) for row in sorted(unforeseen, key=_most)[:LONGEST_LIST]),
    )


def _most(row: Row) -> tuple[int, str, str]:
    return -row[3], row[0], row[1]


def _given(question: Question, row: Row) -> Given:
    answer: Any = json.loads(row[1])
    verdict = judge(question, answer)
    foreseen = verdict.message if verdict.misreading else ""
    return Given(question.id, answer, verdict.understood or row[1], row[3], row[2], foreseen)


def _lessons(connection: sqlite3.Connection) -> Iterator[OfLesson]:
    query = """select lesson, count(distinct file.learner) from work join file on file.id = work.file
        where counts group by lesson"""
    learners: dict[str, int] = dict(each(connection, query))
    query = "select lesson, round(minutes), count(*) from work where counts and minutes > 0 group by 1, 2"
    minutes = _medians(connection, query)
    for about in lessons():
        if about.number in learners:
            yield OfLesson(about.number, about.title, learners[about.number], minutes.get(about.number))


def _outcomes(asked: Iterable[Asked], known: Mapping[str, Question]) -> Iterator[OfOutcome]:
    found: dict[tuple[str, str], list[Asked]] = defaultdict(list)
    for one in asked:
        found[known[one.question].outcome, known[one.question].notebook[:2]].append(one)
    for (outcome, lesson), some in found.items():
        counted = [[one.right_first, one.right, one.tried] for one in some]
        yield OfOutcome(outcome, lesson, *map(sum, zip(*counted, strict=True)))


def _task(connection: sqlite3.Connection) -> Iterator[OfItem]:
    """Return the items of the small task, of those who gave an answer to it at both times."""
    before, after = task_file.TIMES
    query = """with counted as (
            select learner, moment, item, right, sure from item join file on file.id = item.file
            where counts and answer != ''
        )
        select a.item, count(*), sum(a.right), sum(b.right), avg(a.sure), avg(b.sure)
        from counted a join counted b using (learner, item) where a.moment = ? and b.moment = ? group by a.item"""
    found = {item: some for item, *some in each(connection, query, before, after)}
    for about in task_file.task(before).items:
        if about.key in found:
            yield OfItem(about.key, about.about, *found[about.key])


def _written(connection: sqlite3.Connection) -> Iterator[Written]:
    query = """select learner, notebook, text, level, why from writing join file on file.id = writing.file
        where counts order by notebook, learner limit ?"""
    return (Written(*row) for row in each(connection, query, LONGEST_LIST))
