"""What the parts of a report show: the values of a class, each with its question, its misreading and its paragraphs."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING

from course import content
from course.questions.kinds.text import Text
from course.questions.misreadings import misreadings
from course.questions.spec import lessons, questions
from course.say import and_, count, first_up, long_day, verb
from course.teach.collect.bars import FIRST, LATER, NOT_YET, UNTRIED
from course.teach.collect.class_report import FEWEST, LONGEST_LIST
from course.teach.collect.counts import BROAD
from course.teach.collect.paste import block

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from course.questions.misreadings import Misreading
    from course.questions.spec import Lesson, Question
    from course.teach.collect.class_report import Asked, ClassReport, Given, Met

FEW = 3
"""As many paragraphs of a question are in sight; of one with more, those that its feedback names, or else the first."""


@dataclass(frozen=True)
class Common:
    """A misreading that was met: what is known of it, a question where it was met most, and an answer that shows it."""

    met: Met
    title: str
    about: Misreading | None
    question: Question | None
    example: Given | None
    looks: tuple[tuple[str, str], ...]

    @property
    def broad(self) -> bool:
        """Whether it says little of a reading."""
        return self.met.name in BROAD

    @property
    def sentence(self) -> str:
        """How many met it first, and where."""
        if not self.met.learners:
            return "Nobody met it first: it came up in later tries."
        where = and_(name for name, _ in self.met.questions[:FEW])
        more = len(self.met.questions) - FEW
        others = f" (and in {count(more, 'more question')})" if more > 0 else ""
        return f"{self.met.learners:,} of {count(self.met.of, 'learner')} met it first, in {where}{others}."


@dataclass(frozen=True)
class Row:
    """A question as a class did with it: the parts of its bar, and the answers that were given first."""

    asked: Asked
    question: Question | None
    place: int
    parts: tuple[tuple[str, int], ...]
    share: int | None
    given: tuple[tuple[Given, str], ...]

    @property
    def words(self) -> str:
        """The parts in words."""
        (_, first), (_, later), (_, not_yet), (_, untried) = self.parts
        rest = [f"{later:,} later"] * (later > 0) + [f"{not_yet:,} not yet"] * (not_yet > 0)
        rest += [f"{untried:,} did not try it"] * (untried > 0)
        return f"{and_([f'Right at the first try: {first:,} of {self.asked.tried:,}', *rest])}."


@dataclass(frozen=True)
class Unforeseen:
    """Answers to one question that no misconception foresaw, each with a block to paste."""

    question: str
    prompt: str
    answers: tuple[tuple[Given, str], ...]


def common(report: ClassReport, some: Iterable[Met]) -> list[Common]:
    """Return misreadings with all that is told of them."""
    known, asked = misreadings(), questions()
    examples: dict[tuple[str, str], Given] = {}
    for each in sorted(report.answers, key=lambda given: -given.learners):
        examples.setdefault((each.misreading, each.question), each)
    made = []
    for met in some:
        about = known.get(met.name)
        question = next((asked[name] for name, _ in met.questions if name in asked), None)
        example = examples.get((met.name, question.id)) if question else None
        looks = look_at(question, example.feedback if example else "") if question else ()
        title = about.title if about else first_up(met.name.replace("-", " "))
        made.append(Common(met, title, about, question, example, looks))
    return made


def look_at(question: Question, feedback: str = "") -> tuple[tuple[str, str], ...]:
    """Return the paragraphs of a question in our words: of many those that a feedback names, or else the first."""
    numbers = question.paragraphs
    if len(numbers) > FEW:
        named = {int(number) for number in re.findall(r"\d+", feedback)}
        numbers = tuple(number for number in numbers if number in named) or numbers
    digest = content.shipped_digest(question.case)
    whose = f" · {content.shipped_title(question.case)}" if question.elsewhere else ""
    return tuple((f"¶{number}{'' if place else whose}", digest[number]) for place, number in enumerate(numbers[:FEW]))


def rows(report: ClassReport) -> list[Row]:
    """Return the questions in the course's order, each with its bar and the answers that were given first."""
    asked, titles = questions(), {name: each.title for name, each in misreadings().items()}
    given: dict[str, list[tuple[Given, str]]] = defaultdict(list)
    for each in report.answers:
        given[each.question].append((each, titles.get(each.misreading, "")))
    return [
        Row(
            each,
            asked.get(each.question),
            place,
            _parts(each, report.learners),
            share(each),
            tuple(given[each.question]),
        )
        for place, each in enumerate(report.questions)
    ]


def _parts(asked: Asked, learners: int) -> tuple[tuple[str, int], ...]:
    counts = (
        (FIRST, asked.right_first),
        (LATER, asked.right - asked.right_first),
        (NOT_YET, asked.tried - asked.right),
        (UNTRIED, learners - asked.tried),
    )
    return tuple((tone, max(number, 0)) for tone, number in counts)


def share(asked: Asked) -> int | None:
    """Return how many of a hundred were right at the first try, of those whose first try is kept; None where nobody."""
    kept = asked.tried - asked.unknown_first
    return round(100 * asked.right_first / kept) if kept > 0 else None


def by_lesson(made: Iterable[Row]) -> list[tuple[Lesson | None, list[Row]]]:
    """Return rows in groups: those of one lesson together."""
    known = {question.id: each for each in lessons() for question in each.questions}
    return [(lesson, list(some)) for lesson, some in groupby(made, key=lambda row: known.get(row.asked.question))]


def unforeseen(report: ClassReport) -> list[Unforeseen]:
    """Return the answers that nobody foresaw by question: the question with the most learners first."""
    asked, grouped = questions(), defaultdict(list)
    for each in report.unforeseen[:LONGEST_LIST]:
        if question := asked.get(each.question):
            grouped[each.question].append((each, block(question, each.answer)))
    return [Unforeseen(name, asked[name].prompt, tuple(some)) for name, some in grouped.items()]


def prompts(report: ClassReport) -> dict[str, str]:
    """Return the prompt of each notebook's open answer, by what its answers are filed under."""
    known = {name: each.open for each in lessons() for name in (each.number, each.notebook) if each.open}
    return {each.notebook: known[each.notebook].prompt for each in report.written if each.notebook in known}


def when(made: str) -> str:
    """Return a moment in ISO form in words, such as `Friday, 4 December 2026, 14:05`; any other text as it is."""
    try:
        moment = datetime.fromisoformat(made)
    except ValueError:
        return made
    return f"{long_day(moment)}, {moment:%H:%M}"


def minutes(many: float) -> str:
    """Return a time in words, such as `about 4 minutes`."""
    return f"about {count(round(many), 'minute')}" if many >= 1 else "less than a minute"


def headline(report: ClassReport) -> str:
    """Return how many learners and files there are, and how many of a class list are in."""
    said = f"{count(report.learners, 'learner')}, {count(report.files, 'file')}."
    if report.expected:
        here = report.expected - len(report.missing)
        said += f" Of {count(report.expected, 'name')} on the class list, {here:,} {verb(here, 'is', 'are')} in."
    return said


def names(report: ClassReport) -> Mapping[int, str]:
    """Return the learners' names by their numbers, as far as a report has them."""
    return {person.number: person.name for person in report.people}


def typed(question: str) -> bool:
    """Tell whether a learner types the answers to a question in words of their own, which can be anything."""
    found = questions().get(question)
    return found is None or isinstance(found.kind, Text)


def shown_to_a_class(given: Given) -> bool:
    """Tell whether an answer can be shown to a class: no answer of very few, which would point at somebody."""
    return given.learners >= FEWEST
