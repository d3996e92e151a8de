"""The learners of a store, one after another, each with all that they handed in: for tables and for feedback."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from course.questions.judge import State, Verdict, judge
from course.questions.spec import questions

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from course.questions.spec import Question

LEARNERS = "select id, coalesce(name, ''), coalesce(owner, '') from learner order by id"
EXPECTED = "select coalesce(name, ''), coalesce(owner, '') from expected where not found order by name collate nocase"
FILES = "select id, place, coalesce(written, '') from file where learner = ? and refused is null order by written, id"
ENTRIES = """
select file, question, coalesce(state, ''), coalesce(first_state, ''), tries, hints, coalesce(solution, ''), counts
from entry where file = ?
"""
TRIES = """
select question, answer, state, coalesce(met, ''), hints, coalesce(at, '') from try where file = ? order by place
"""
WRITINGS = "select notebook, text, level from writing where file = ? and counts order by notebook"
ITEMS = "select moment, item, sure, right from item where file = ? and counts"


class Tried(NamedTuple):
    """An answer that was checked: as JSON, how it stands today, its misreading, the hints taken until then, when."""

    answer: str
    state: str
    met: str
    hints: int
    at: str

    @property
    def is_right(self) -> bool:
        """Whether it is right by today's specs."""
        return self.state == State.RIGHT


class Answered(NamedTuple):
    """A question in a file of a learner.

    Attributes
    ----------
    file
        The place of the file.
    question
        The question's id.
    state, first_state
        How it stands by today's specs, and how the first try does; empty where that is not kept.
    tries, hints, solution
        How often it was checked, how many hints were taken, and when a solution was shown before; or empty.
    counts
        Whether no newer file of the learner has the question.
    given
        The answers in their order, as far as they are kept.
    """

    file: str
    question: str
    state: str
    first_state: str
    tries: int
    hints: int
    solution: str
    counts: bool
    given: tuple[Tried, ...]

    @property
    def is_right(self) -> bool:
        """Whether it is right by today's specs."""
        return self.tries > 0 and self.state == State.RIGHT

    @property
    def right_at(self) -> int:
        """With which try it was right first; where that is not kept, after how many tries it was."""
        if self.first_state == State.RIGHT:
            return 1
        return next((place for place, each in enumerate(self.given, 1) if each.is_right), self.tries)


@dataclass(frozen=True)
class Writing:
    """An open answer: of which notebook, the text, and the level that was chosen."""

    notebook: str
    text: str
    level: int | None


@dataclass(frozen=True)
class Guess:
    """An answer to an item of the small task: before or after, which item, how sure, and whether it is right."""

    moment: str
    item: str
    sure: int | None
    right: bool


@dataclass(frozen=True)
class Learner:
    """A learner with all that was handed in; `written` is when the newest file was, and `every` has older files too."""

    number: int
    name: str
    owner: str
    files: int = 0
    written: str = ""
    every: tuple[Answered, ...] = ()
    writings: tuple[Writing, ...] = ()
    guesses: tuple[Guess, ...] = ()

    @cached_property
    def answers(self) -> dict[str, Answered]:
        """What counts of each question, by its id, in the course's order."""
        return {each.question: each for each in self.every if each.counts}

    def account(self, platform: str) -> str:
        """Return the number on a learning platform, such as `moodle`; empty where it is not known."""
        name, _, number = self.owner.partition(" ")
        return number.strip() if name.lower() == platform else ""


def learners(connection: sqlite3.Connection) -> Iterator[Learner]:
    """Yield all learners in the order of the store."""
    for number, name, owner in connection.execute(LEARNERS):
        yield _learner(connection, number, name, owner)


def missing(connection: sqlite3.Connection) -> Iterator[Learner]:
    """Yield those of the class list who handed in nothing."""
    for name, owner in connection.execute(EXPECTED):
        yield Learner(0, name, owner)


def _learner(connection: sqlite3.Connection, number: int, name: str, owner: str) -> Learner:
    places = order()
    files = connection.execute(FILES, [number]).fetchall()
    every: list[Answered] = []
    writings: list[Writing] = []
    guesses: list[Guess] = []
    for file, place, _ in files:
        given: dict[str, list[Tried]] = {}
        for question, *values in connection.execute(TRIES, [file]):
            given.setdefault(question, []).append(Tried(*values))
        for _, question, state, first, tries, hints, solution, counts in connection.execute(ENTRIES, [file]):
            some = tuple(given.get(question, ()))
            every.append(Answered(place, question, state, first, tries, hints, solution, bool(counts), some))
        writings += [Writing(*row) for row in connection.execute(WRITINGS, [file])]
        for moment, item, sure, right in connection.execute(ITEMS, [file]):
            guesses.append(Guess(moment, item, sure, bool(right)))
    every.sort(key=lambda each: (places.get(each.question, len(places)), each.question))
    written = max((when for _, _, when in files), default="")
    return Learner(number, name, owner, len(files), written, tuple(every), tuple(writings), tuple(guesses))


@lru_cache(maxsize=1)
def asked() -> dict[str, Question]:
    """Return all questions of the course by their ids; they are read once a run."""
    return questions()


@lru_cache(maxsize=1)
def order() -> dict[str, int]:
    """Return the place of each question in the course."""
    return {name: place for place, name in enumerate(asked())}


@lru_cache(maxsize=4096)
def judged(question: str, answer: str) -> Verdict | None:
    """Return what the course says of an answer as JSON; None where there is no such question, or no answer."""
    try:
        value = json.loads(answer)
    except (ValueError, RecursionError, TypeError):
        return None
    known = asked().get(question)
    return None if known is None or value is None else judge(known, value)
