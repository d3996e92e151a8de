"""A small store as a run leaves it, with the answers of some learners to real questions; some names are hostile."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

from course.questions.judge import judge
from course.questions.spec import find, lessons, questions
from course.questions.task_file import AFTER, BEFORE, task
from course.teach.collect import store

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping
    from pathlib import Path

WRITTEN = "2026-11-2{}T09:30:00+00:00"
NUMBERS = count()
RIGHT = object()
"""Stands for the accepted answer of a question."""
FORMULAS = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    " =1+1",
    "＝1+1",
    "Bo;=1+1",
    '=HYPERLINK("http://x")',
]
SCRIPT = "<script>document.title='run'</script>"
HOSTILE = [
    *FORMULAS,
    SCRIPT,
    "../../Kim",
    "CON",
    "a\nb\x00c",
    "\u202eKim",
    'Ali,"B"',
    "Олена Коваль",
    "علي",
    "x" * 300,
    "",
]


@dataclass
class One:
    """What one learner hands in: answers in their order by question, and the rest; `older` was in an older file."""

    name: str
    answers: Mapping[str, Iterable[Any]] = field(default_factory=dict)
    owner: str = ""
    hints: Mapping[str, int] = field(default_factory=dict)
    solutions: tuple[str, ...] = ()
    writings: Mapping[str, tuple[str, int | None]] = field(default_factory=dict)
    guesses: Mapping[str, tuple[tuple[bool, int], tuple[bool, int]]] = field(default_factory=dict)
    older: Mapping[str, Iterable[Any]] = field(default_factory=dict)


def filled(folder: Path, *some: One, expected: Iterable[tuple[str, str]] = ()) -> sqlite3.Connection:
    """Return a store with what some learners handed in, and a class list of those who did not."""
    folder.mkdir(parents=True, exist_ok=True)
    connection = store.connect(folder / f"store-{next(NUMBERS)}.sqlite", "the tests")
    connection.execute("begin")
    for number, one in enumerate(some, 1):
        connection.execute("insert into learner (id, name, owner) values (?, ?, ?)", [number, one.name, one.owner])
        if one.older:
            file = _file(connection, number, one, "older", 1)
            for name, answers in one.older.items():
                _entry(connection, file, one, name, answers, counts=name not in one.answers)
        file = _file(connection, number, one, "newer", 2)
        for name in {**one.answers, **one.hints}:
            _entry(connection, file, one, name, one.answers.get(name, ()))
        for notebook, (text, level) in one.writings.items():
            row = [file, notebook, text, level, "Because."]
            connection.execute("insert into writing (file, notebook, text, level, why) values (?, ?, ?, ?, ?)", row)
        for item, pair in one.guesses.items():
            for moment, (right, sure) in zip((BEFORE, AFTER), pair, strict=True):
                row = [file, moment, item, "a", sure, right]
                connection.execute(
                    "insert into item (file, moment, item, answer, sure, right) values (?, ?, ?, ?, ?, ?)", row
                )
    connection.executemany("insert into expected (name, owner) values (?, ?)", expected)
    connection.execute("commit")
    return connection


def _file(connection: sqlite3.Connection, learner: int, one: One, which: str, day: int) -> int:
    row = [f"{which}/{learner}.json", "hand-in", 4, one.name, one.owner, WRITTEN.format(day), "0.1", learner]
    columns = "place, kind, form, name, owner, written, version, learner"
    cursor = connection.execute(f"insert into file ({columns}) values (?, ?, ?, ?, ?, ?, ?, ?)", row)
    return int(cursor.lastrowid or 0)


def _entry(
    connection: sqlite3.Connection, file: int, one: One, name: str, answers: Iterable[Any], *, counts: bool = True
) -> None:
    question, hints = find(name), one.hints.get(name, 0)
    given = [
        judge(question, question.kind.keep(question.accepted[0].answer) if each is RIGHT else each) for each in answers
    ]
    right = any(verdict.state == "right" for verdict in given)
    state = "right" if right else "not yet" if given else "not answered yet"
    first = given[0] if given else None
    solution = WRITTEN.format(0) if name in one.solutions else ""
    row = [file, name, state, first and first.state, first and first.misreading, len(given), hints, solution, counts]
    columns = "file, question, state, first_state, first_met, tries, hints, solution, counts"
    connection.execute(f"insert into entry ({columns}) values (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    for place, verdict in enumerate(given, 1):
        at = f"2026-11-20T10:{place:02}:00+00:00"
        tried = [file, name, place, json.dumps(verdict.kept, ensure_ascii=False), verdict.state, verdict.misreading]
        connection.execute("insert into try values (?, ?, ?, ?, ?, ?, ?, ?)", [*tried, hints, at])


def all_right(name: str, *lessons: str, **more: Any) -> One:
    """A learner with everything right in some lessons."""
    return One(name, {each: [RIGHT] for each in questions() if f"0{each}"[:2] in lessons}, **more)


def all_met(name: str, *lessons: str) -> One:
    """A learner who met the first misconception of each question of some lessons that names a whole answer."""
    some = {
        each: next(met.condition["answer"] for met in question.misconceptions if "answer" in met.condition)
        for each, question in questions().items()
        if f"0{each}"[:2] in lessons and any("answer" in met.condition for met in question.misconceptions)
    }
    return One(name, {each: [answer] for each, answer in some.items()})


def fullest() -> list[One]:
    """Learners whose pages have all that a page can have: a lesson each, answers that are met with the longest words."""
    made = []
    rubrics = {each.number: each.open.rubric for each in lessons() if each.open}
    wordy, level = max(
        ((number, level) for number in rubrics for level in (1, 2)), key=lambda one: len(rubrics[one[0]][one[1]])
    )
    for lesson in lessons():
        longest = {
            question.id: max((met for met in question.misconceptions if set(met.condition) == {"answer"}),
                             key=lambda met: len(met.feedback), default=None)
            for question in lesson.questions
        }  # fmt: skip
        wrong = {name: [met.condition["answer"]] for name, met in longest.items() if met}
        right = {name: [RIGHT] for name in [*wrong][:2]}
        others = {each.id: [RIGHT] for each in lessons()[5].questions if each.id not in wrong}
        guesses = {item: ((False, 1), (place < 3, 5)) for place, item in enumerate(items())}
        writings = {wordy: ("A long answer of many words. " * 20, level)}
        made.append(One(f"Full {lesson.number}", {**others, **wrong, **right}, writings=writings, guesses=guesses))
    return made


def items() -> list[str]:
    """The keys of the items of the small task."""
    return [item.key for item in task(BEFORE).items]


def a_class() -> list[One]:
    """Learners of many sorts: all right, nothing right, stuck, hints alone, open answers alone, two files, hostile."""
    open_answer = {"03": ("Nobody can say. Nato has up to 4,000 in Romania.", 2)}
    guesses = dict.fromkeys(items(), ((False, 2), (True, 5)))
    return [
        all_right("Ada", "03", "04", owner="moodle 1234567", writings=open_answer, guesses=guesses),
        all_met("Ben", "03", "04"),
        One("Cem", {"3.1": [5, 6, 4], "3.3": [{"low": 4000, "high": 4000}], "3.7": [RIGHT]}, "canvas 77", {"3.1": 2}),
        One("Dina", hints={"3.4": 2}),
        One("Ella", writings=open_answer),
        One("Finn", {"3.1": [4]}, older={"3.1": [5], "3.2": [3]}),
        One("Gül", {"3.1": [5, 4], "3.2": [7]}, solutions=("3.1",)),
        *(One(name, {"3.1": [5]}, writings={"03": (name or "-3", 1)}) for name in HOSTILE),
    ]
