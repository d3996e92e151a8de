"""A made class of any size: hand-ins with misreadings that were planted, and what a report must count of them."""

from __future__ import annotations

import json
import random
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from course import content
from course.questions.hand_in import FORMAT, course_version
from course.questions.judge import State, judge
from course.questions.spec import questions

if TYPE_CHECKING:
    from pathlib import Path

    from course.teach.collect.class_report import ClassReport

FIRST_DAY = datetime(2026, 11, 2, 8, tzinfo=UTC)


@dataclass
class Planted:
    """What was put into the hand-ins of a class.

    Attributes
    ----------
    right_first, right, tried
        How many learners, by question.
    met
        How many learners met a misreading at a first try, by its name.
    could
        How many tried a question that foresees it.
    """

    learners: int = 0
    right_first: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    tried: Counter[str] = field(default_factory=Counter)
    met: Counter[str] = field(default_factory=Counter)
    could: Counter[str] = field(default_factory=Counter)
    hints: Counter[str] = field(default_factory=Counter)

    def is_told_by(self, report: ClassReport) -> bool:
        """Return whether a report counts what was planted: no more, no less, of each question and misreading."""
        asked = {one.question: one for one in report.questions}
        met = {one.name: (one.learners, one.of) for one in report.misreadings}
        return (
            report.learners == self.learners
            and {name: one.tried for name, one in asked.items()} == self.tried
            and {name: one.right_first for name, one in asked.items()}
            == {name: self.right_first[name] for name in asked}
            and {name: one.right for name, one in asked.items()} == {name: self.right[name] for name in asked}
            and {name: one.hints for name, one in asked.items()} == {name: self.hints[name] for name in asked}
            and met == {name: (learners, self.could[name]) for name, learners in self.met.items()}
        )


_questions = cache(questions)


@cache
def known_answers(question: str) -> tuple[Any, tuple[tuple[Any, str], ...]]:
    """Return the right answer to a question, and answers that are foreseen with their misreadings, as a file has them."""
    about, spec = _questions()[question], _specs()[question]
    right = judge(about, spec["accepted"][0]["answer"])
    assert right.state == State.RIGHT
    foreseen = []
    for one in spec["misconception"]:
        verdict = judge(about, one["answer"]) if "answer" in one else None
        if verdict and verdict.misreading == one["name"]:
            foreseen.append((verdict.kept, one["name"]))
    return right.kept, tuple(foreseen)


@cache
def _specs() -> dict[str, dict[str, Any]]:
    files = (tomllib.loads(path.read_text(encoding="utf-8")) for path in content.exercises_folder().glob("*.toml"))
    return {spec["id"]: spec for file in files for spec in file["question"]}


def hand_in(name: str, answers: list[dict[str, Any]], written: datetime = FIRST_DAY, **more: object) -> dict[str, Any]:
    """Return the content of a hand-in."""
    about = {"format": FORMAT, "course": course_version(), "name": name, "written": written.isoformat()}
    return {**about, "answers": answers, "open": [], "tasks": []} | more


def answer(question: str, given: list[Any], begin: datetime, hints: int = 0) -> dict[str, Any]:
    """Return an entry of a hand-in: some answers, given one after another, a minute between them."""
    about = _questions()[question]
    states = [_state(question, json.dumps(each)) for each in given]
    times = [(begin + timedelta(minutes=minute)).isoformat() for minute in range(len(given))]
    tries = [
        {"answer": each, "state": state, "met": None, "hints": hints, "at": at}
        for each, state, at in zip(given, states, times, strict=True)
    ]
    last = given[states.index(State.RIGHT)] if State.RIGHT in states else given[-1]
    return {
        "question": question,
        "case": about.case,
        "kind": about.kind.name,
        "answer": last,
        "state": str(State.RIGHT if State.RIGHT in states else State.NOT_YET),
        "tries": len(given),
        "hints": hints,
        "first": times[0],
        "last": times[-1],
        "solution": None,
        "given": tries,
    }


@cache
def _state(question: str, answer: str) -> str:
    return str(judge(_questions()[question], json.loads(answer)).state)


def make_class(folder: Path, learners: int, *, seed: int = 1, asked: tuple[str, ...] = ()) -> Planted:
    """Write a hand-in a learner into a folder; return what was planted.

    Parameters
    ----------
    folder
        Where the files go; it is made.
    learners
        How many there are; each has a name of their own.
    seed
        Other numbers give other classes.
    asked
        The questions that they were asked; all where none are given.
    """
    chance = random.Random(seed)  # noqa: S311 - nothing is kept secret by it
    planted = Planted(learners)
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(learners):
        begin = FIRST_DAY + timedelta(seconds=7 * number)
        met: set[str] = set()
        could: set[str] = set()
        answers = []
        for place, question in enumerate(asked or _questions()):
            if chance.random() < 0.1:
                continue
            right, foreseen = known_answers(question)
            given, hints = [right], chance.randrange(3)
            could |= {one.name for one in _questions()[question].misconceptions}
            if foreseen and chance.random() < 0.4:
                slip, name = chance.choice(foreseen)
                given = [slip, right] if chance.random() < 0.7 else [slip]
                met.add(name)
            planted.tried[question] += 1
            planted.right_first[question] += given[0] == right
            planted.right[question] += right in given
            planted.hints[question] += hints
            answers.append(answer(question, given, begin + timedelta(minutes=4 * place), hints))
        planted.met.update(met)
        planted.could.update(could)
        content = hand_in(f"Learner {number:05}", answers, begin + timedelta(days=1))
        (folder / f"hand-in-{number:05}.json").write_text(json.dumps(content, indent=1), encoding="utf-8")
    return planted
