"""A class that was made up, as a report tells of it: real questions, real misreadings, learners that there are not."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Any

from course.questions.kinds.base import Read
from course.questions.spec import find, lesson, lessons
from course.questions.task_file import task
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
    Told,
    Written,
)
from course.teach.collect.counts import BROAD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.questions.spec import Question

FIRST = (
    *(
        "Ada",
        "Ali",
        "Ben",
        "Chloé",
        "Dana",
        "Emre",
        "Fatima",
        "Goran",
        "Hana",
        "Ivo",
        "Jana",
        "Kofi",
        "Lena",
        "Mira",
        "Noor",
    ),
    *(
        "Олена",
        "Paul",
        "Quinn",
        "Rosa",
        "Sami",
        "Tariq",
        "Uma",
        "Vera",
        "Wim",
        "Xenia",
        "Yuki",
        "Zoë",
        "شهد",
        "明",
        "Łucja",
    ),
)
LAST = ("Kaya", "Öztürk", "Müller", "Коваль", "Nguyen", "O’Brien", "de Vries", "Lindqvist", "Sánchez", "Papadopoulou")
NO_ANSWER = 0.06
GOT_STUCK = 3
MADE = "2026-12-04T14:05:00+01:00"
WRITTEN = (
    "The report gives no total. Nato has up to 4,000 soldiers in Romania, and that is a ceiling.",
    "I would say 8,000 because it is the sum of all of them.",
    "Nearly 3,000 are announced. Nobody knows how many US soldiers are there already.\nSo I can't say.",
)


def names(many: int) -> list[str]:
    """Names of as many learners, no two alike."""
    plain = [f"{first} {last}" for last in LAST for first in FIRST]
    return [
        plain[at] if at < len(plain) else f"{plain[at % len(plain)]} ({at // len(plain) + 1})" for at in range(many)
    ]


def wrong_answers(question: Question) -> list[tuple[Any, str, str]]:
    """The answers that a spec foresees word by word: as data, with the misreading and the reply."""
    kind = question.kind
    return [
        (kind.keep(kind.need(each.condition["answer"])), each.name, each.feedback)
        for each in question.misconceptions
        if set(each.condition) == {"answer"}
    ]


def odd_answer(question: Question) -> tuple[Any, str, str] | None:
    """An answer that no misconception of a question meets, if one is easily found."""
    kind = question.kind
    for value in (13, 47, "a loaf of bread", {"low": 7, "high": 77}, "2021-05-05"):
        read = kind.read(value)
        if isinstance(read, Read) and not any(
            kind.meets(read.answer, each.condition) for each in question.misconceptions
        ):
            return kind.keep(read.answer), "", ""
    return None


@dataclass
class Play:
    """What learners did with one question: how it stands, and how often each of its wrong answers came first."""

    asked: Asked
    wrong: list[tuple[Any, str, str]]
    first: Counter[int]


def play(question: Question, learners: int, random: Random) -> Play:
    """Let a class answer a question."""
    ready = random.uniform(0.5, 0.95)
    wrong = [*wrong_answers(question), *filter(None, [odd_answer(question)])]
    first: Counter[int] = Counter()
    stuck: list[int] = []
    tried = right = later = 0
    for number in range(1, learners + 1):
        if random.random() < NO_ANSWER or (question.track == "coding" and number % 2):
            continue
        tried += 1
        if random.random() < ready or not wrong:
            right += 1
            continue
        first[min(int(random.expovariate(0.9)), len(wrong) - 1)] += 1
        if random.random() < 0.8:
            later += 1
        elif len(stuck) < GOT_STUCK + learners // 10:
            stuck.append(number)
    hinted = round((1 - ready) * tried)
    minutes = round(random.uniform(0.5, 4), 1) if right < tried else None
    asked = Asked(
        question.id, tried, right, right + later, 0, hinted, 2 * hinted, tried // 20, 1.5, minutes, tuple(stuck)
    )
    return Play(asked, wrong, first)


def met_in(plays: Iterable[Play]) -> list[Met]:
    """The misreadings that were met, the commonest first."""
    could: Counter[str] = Counter()
    met: dict[str, Counter[str]] = defaultdict(Counter)
    for each in plays:
        for name in {name for _, name, _ in each.wrong if name}:
            could[name] = max(could[name], each.asked.tried)
        for place, many in each.first.items():
            if name := each.wrong[place][1]:
                met[name][each.asked.question] += many
    made = [
        Met(name, min(by.total(), could[name]), could[name], 2 * by.total(), tuple(by.most_common()))
        for name, by in met.items()
    ]
    return sorted(made, key=lambda each: -each.learners / each.of)


def sample(learners: int = 30, *, numbers: Iterable[str] = ("00", "03", "04"), seed: int = 7) -> ClassReport:
    """A class of a size that answered some lessons: the same at each call."""
    random, people = Random(seed), names(learners)  # noqa: S311 - a class that is made up
    plays = [play(question, learners, random) for number in numbers for question in lesson(number).questions]
    asked, every = [each.asked for each in plays if each.asked.tried], met_in(plays)
    given = [
        Given(
            name := each.asked.question,
            each.wrong[place][0],
            say(name, each.wrong[place][0]),
            many,
            *each.wrong[place][1:],
        )
        for each in plays
        for place, many in each.first.most_common(5)
    ]
    own = [each for each in every if each.name not in BROAD]
    return ClassReport(
        folder="8b, Friday",
        made=MADE,
        files=learners + learners // 6,
        read=learners + learners // 6 - min(2, learners),
        learners=learners,
        people=tuple(Person(at, name, 12 + at % 7, 9 + at % 5, 6 + at % 4) for at, name in enumerate(people[:LONGEST_LIST], 1)),
        top=tuple(own[:3]),
        misreadings=tuple(every),
        questions=tuple(asked),
        lessons=tuple(OfLesson(each.number, each.title, learners, 31.5) for each in lessons() if each.number in set(numbers) and learners),
        outcomes=outcomes(asked),
        task=tuple(OfItem(each.key, each.about, learners - 2, learners // 3, 2 * learners // 3, 2.6, 3.9) for each in task("before").items) if learners > 2 else (),
        answers=tuple(given),
        unforeseen=tuple(sorted((each for each in given if not each.misreading), key=lambda each: -each.learners)),
        expected=learners + 4 if learners else 0,
        missing=("Björn Borg", "Maja Novák", "Tom May", "Ιωάννα Π.") if learners else (),
        written=tuple(Written(at, "03_how_many", WRITTEN[at % 3], at % 4 or None, "It keeps the small words.") for at in range(1, min(learners, LONGEST_LIST) + 1)),
        writings=learners,
        doubles=(Told("kaya/hand-in-2.json", "Ada Kaya handed in twice; this file is older."),) if learners else (),
        refused=(Told("notes.docx", "This is no file of the course."), Told("ali/broken.json", "The file ends too early.")) if learners > 1 else (),
        odd=(Told("ben/hand-in.json", "Twelve answers have the same seconds as those of ada/hand-in.json."),) if learners > 2 else (),
    )  # fmt: skip


def say(name: str, answer: Any) -> str:
    """An answer in words."""
    kind = find(name).kind
    return kind.say(kind.need(answer))


def outcomes(asked: Iterable[Asked]) -> tuple[OfOutcome, ...]:
    """What was asked, by outcome."""
    by: dict[tuple[str, str], list[Asked]] = defaultdict(list)
    for each in asked:
        question = find(each.question)
        by[question.outcome, question.notebook[:2]].append(each)
    return tuple(
        OfOutcome(
            *key,
            sum(each.right_first for each in some),
            sum(each.right for each in some),
            sum(each.tried for each in some),
        )
        for key, some in by.items()
    )
