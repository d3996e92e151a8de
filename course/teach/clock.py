"""A lesson by the clock: its steps with their times, and what of it cannot be held in its minutes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from course.content import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from course.questions.spec import Lesson

MUST, MAY, FAST = "must", "may", "fast"
NEEDS = {MUST: "must", MAY: "if there is time", FAST: "for the fast"}
"""What the steps of a plan are for, and how that is printed."""
LONGEST = {"clock45": 45, "clock90": 90}
"""The keys of the plans, and the minutes that each may take."""


@dataclass(frozen=True)
class Step:
    """One step of a lesson.

    Attributes
    ----------
    minutes
        How long it takes.
    do
        What teacher and class do.
    need
        Whether each class does it, a class that has time, or only those who are fast, beside the others.
    part
        The key of the part of the notebook; empty for opening and packing.
    behind
        What to leave out where the class is late when this step begins; empty where nothing is said.
    questions
        The ids of the questions that are answered in it.
    """

    minutes: int
    do: str
    need: str = MUST
    part: str = ""
    behind: str = ""
    questions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    """A step as it is printed: with the time of its start, which only steps that each class does have."""

    step: Step
    at: str


def minutes(plan: Sequence[Step]) -> int:
    """Return the minutes of a plan: those of the steps that each class does."""
    return sum(step.minutes for step in plan if step.need == MUST)


def clock(plan: Sequence[Step]) -> list[Line]:
    """Return the steps with the times of their starts, the first at 0:00.

    Examples
    --------
    >>> [line.at for line in clock([Step(4, "Open."), Step(2, "More.", "may"), Step(70, "Read."), Step(1, "Pack.")])]
    ['0:00', '', '0:04', '1:14']
    """
    starts = accumulate((step.minutes if step.need == MUST else 0 for step in plan), initial=0)
    return [Line(step, time(start) if step.need == MUST else "") for step, start in zip(plan, starts, strict=False)]


def time(minute: int) -> str:
    """Return a minute of a lesson as its clock shows it, such as `1:05`."""
    return f"{minute // 60}:{minute % 60:02}"


def problems(name: str, plan: Sequence[Step], lesson: Lesson, parts: Collection[str]) -> Iterator[str]:
    """Yield what of a plan cannot be held, a sentence each.

    Parameters
    ----------
    name
        The key of the plan, such as `clock45`.
    plan, lesson, parts
        Its steps, the questions of its notebook, and the keys of the notebook's parts.
    """
    for number, step in enumerate(plan, start=1):
        place = f"[[{name}]] {number}"
        if step.part and step.part not in parts:
            yield f"{place}, part: {step.part!r} is not the key of a part. {did_you_mean(step.part, list(parts))}"
        yield from _problems_of_questions(place, step, lesson)
    yield from _asked_twice(name, plan)
    if (total := minutes(plan)) > LONGEST[name]:
        yield f"{name}: what each class must do takes {total} minutes, more than {LONGEST[name]}. Make a step {MAY!r}."
    yield from _too_little_for_the_page(name, plan, lesson, parts)


def _problems_of_questions(place: str, step: Step, lesson: Lesson) -> Iterator[str]:
    """Want the questions of a step to be the notebook's, to fit into it, and none in code that all must do."""
    known = {question.id: question for question in lesson.questions}
    for each in step.questions:
        if each not in known:
            yield f"{place}, questions: {each!r} is not a question of this notebook. {did_you_mean(each, known)}"
        elif step.need == MUST and known[each].track == "coding":
            yield f"{place}, questions: {each} is in code, which nobody must do. Make it a step for {FAST!r}."
    needed = sum(known[each].minutes for each in step.questions if each in known)
    if needed > step.minutes:
        yield f"{place}: its questions take {needed} minutes, the step has {step.minutes}. Give it more, or ask fewer."


def _asked_twice(name: str, plan: Sequence[Step]) -> Iterator[str]:
    asked = [each for step in plan for each in step.questions]
    for each in dict.fromkeys(asked):
        if asked.count(each) > 1:
            yield f"{name}: {each} is asked in two steps. Keep one."


def _too_little_for_the_page(name: str, plan: Sequence[Step], lesson: Lesson, parts: Collection[str]) -> Iterator[str]:
    """Want a plan to leave for reading and talking what its share of the notebook's parts takes."""
    taken = [step for step in plan if step.need == MUST and step.part]
    shown = {step.part for step in taken} & set(parts)
    page = (lesson.read + lesson.talk) * len(shown) // max(len(parts), 1)
    known = {question.id: question.minutes for question in lesson.questions}
    left = sum(step.minutes - sum(known.get(each, 0) for each in step.questions) for step in taken)
    if left < page:
        yield (
            f"{name}: beside the questions it leaves {left} minutes to read and talk, but {len(shown)} of the "
            f"{len(parts)} parts take {page}. Leave a part or a question out."
        )
