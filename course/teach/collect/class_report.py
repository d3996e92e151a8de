"""What a report tells of a class: counts and short lists, as plain frozen values, whatever the size of the class."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

LONGEST_LIST = 200
"""How many lines a list of a report has at most; what goes beyond it is in the tables beside the report."""
FEWEST = 3
"""An answer of fewer learners than that is not shown to a class: it would point at somebody."""


@dataclass(frozen=True)
class Person:
    """One learner, or what is taken for one.

    Attributes
    ----------
    number
        A number of this run, by which other values name the learner.
    name
        As it is to be read: of two with one name, the second is `Ali (2)`.
    answered, right, right_first
        How many questions were tried, are right by today's specs, and were right at the first try.
    """

    number: int
    name: str
    answered: int
    right: int
    right_first: int


@dataclass(frozen=True)
class Met:
    """How common one misreading is.

    Attributes
    ----------
    name
        Its key in `misreadings.csv`.
    learners, of
        How many learners met it at the *first* try of a question, of how many who tried a question that foresees it.
    tries
        How often it was met in all tries.
    questions
        The ids of the questions where it was met first, the commonest first, each with the number of learners.
    """

    name: str
    learners: int
    of: int
    tries: int
    questions: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Given:
    """One answer that learners gave first to a question, and that is not right.

    Attributes
    ----------
    question
        The question's id.
    answer, said
        The answer as data, and in words.
    learners
        How many gave it at their first try.
    misreading, feedback
        The misreading that was foreseen for it, and what is said of it; both empty where nobody foresaw it.
    """

    question: str
    answer: Any
    said: str
    learners: int
    misreading: str
    feedback: str


@dataclass(frozen=True)
class Asked:
    """How a class did with one question.

    Attributes
    ----------
    question
        The question's id.
    tried, right_first, right
        How many learners tried it, had it right at the first try, and have it right in the end.
    unknown_first
        Of how many the first try is not kept (files of an older version with several tries); not in `right_first`.
    hinted, hints, solved
        How many learners took a hint, how many hints were taken in all, and how many saw a solution first.
    tries
        The median number of tries.
    minutes
        The median of the minutes from the first try to the last, of those with more than one try; None where nobody.
    stuck
        The numbers of those who did not get there: three tries or more, all hints, or a solution, and not right.
    """

    question: str
    tried: int
    right_first: int
    right: int
    unknown_first: int
    hinted: int
    hints: int
    solved: int
    tries: float
    minutes: float | None
    stuck: tuple[int, ...]


@dataclass(frozen=True)
class OfLesson:
    """How a class did with one lesson: how many handed something in, and the median of the minutes at work on it."""

    number: str
    title: str
    learners: int
    minutes: float | None


@dataclass(frozen=True)
class OfOutcome:
    """What learners can do, by outcome: how often a question of it was tried, right in the end, and right at once."""

    outcome: str
    lesson: str
    right_first: int
    right: int
    tried: int


@dataclass(frozen=True)
class OfItem:
    """One item of the small task, of those who did it before and after: how many were right, and how sure (1 to 5)."""

    item: str
    about: str
    learners: int
    right_before: int
    right_after: int
    sure_before: float | None
    sure_after: float | None


@dataclass(frozen=True)
class Written:
    """An open answer to read: whose, of which notebook, with the level that was chosen and why."""

    person: int
    notebook: str
    text: str
    level: int | None
    why: str


@dataclass(frozen=True)
class Told:
    """Something about a file or some files that a teacher should know: where, and a sentence."""

    place: str
    sentence: str


@dataclass(frozen=True)
class ClassReport:
    """All that a report tells.

    Attributes
    ----------
    folder, made
        What was collected, as a teacher knows it, and when (ISO, with the computer's own time zone).
    files, read
        How many files were found, class lists apart, and how many of them had answers.
    people
        The learners by name, `LONGEST_LIST` at most; `learners` is how many there are.
    top
        The three commonest misreadings at first tries, by learners; broad names (`left-out`, `other-question`,
        `count-slip`, `code-slip`) come only where there are no others.
    misreadings
        All that were met, the commonest first.
    questions
        Those that anybody tried, in the course's order.
    lessons, outcomes, task
        By lesson, by outcome, and the small task before and after.
    answers
        The commonest first answers that are not right, of each question at most five, foreseen or not.
    unforeseen
        Answers that no misconception foresaw, grouped, the commonest first.
    missing
        Names of the class list that handed in nothing; `expected` is how long the list is, 0 where there is none.
    written
        Open answers, `LONGEST_LIST` at most; `writings` is how many there are.
    doubles
        Files of which newer ones count, and learners of one name that are kept apart.
    refused
        Files that could not be read, or not whole, with the reason.
    odd
        What does not fit together and may be tampering or a wrong clock; never more than a hint.
    """

    folder: str
    made: str
    files: int
    read: int
    learners: int
    people: tuple[Person, ...] = ()
    top: tuple[Met, ...] = ()
    misreadings: tuple[Met, ...] = ()
    questions: tuple[Asked, ...] = ()
    lessons: tuple[OfLesson, ...] = ()
    outcomes: tuple[OfOutcome, ...] = ()
    task: tuple[OfItem, ...] = ()
    answers: tuple[Given, ...] = ()
    unforeseen: tuple[Given, ...] = ()
    expected: int = 0
    missing: tuple[str, ...] = ()
    written: tuple[Written, ...] = ()
    writings: int = 0
    doubles: tuple[Told, ...] = ()
    refused: tuple[Told, ...] = ()
    odd: tuple[Told, ...] = ()
