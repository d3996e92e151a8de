"""How a learner stands: what is right, wrong and open by today's specs, the two tracks apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.questions.judge import State, judge

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from course.questions.record import Entry, Record
    from course.questions.spec import Question


@dataclass(frozen=True)
class OnTrack:
    """How a learner stands with some questions of one track.

    Attributes
    ----------
    total, right, tried
        How many questions there are, how many are answered rightly, and how many were tried at all.
    left
        The questions that are not right yet, tried or not, in their order.
    """

    total: int
    right: int
    tried: int
    left: tuple[Question, ...]

    @property
    def is_finished(self) -> bool:
        """Whether all of them are right; a track without a question is never finished."""
        return 0 < self.total == self.right

    @property
    def minutes_left(self) -> int:
        """How long the questions that are left take, in minutes."""
        return sum(question.minutes for question in self.left)


@dataclass(frozen=True)
class Standing:
    """How a learner stands with some questions, on each track."""

    reading: OnTrack
    coding: OnTrack

    @property
    def share(self) -> float:
        """How much of the reading track is right, from 0 to 1; of the coding track where it is in code only."""
        counted = self.reading if self.reading.total else self.coding
        return counted.right / max(counted.total, 1)

    @property
    def in_code(self) -> str:
        """How far one is with the questions in code, in words; nothing where there are none."""
        return f" · in code {self.coding.right} of {self.coding.total}" if self.coding.total else ""


def state_of(question: Question, entry: Entry) -> State:
    """Return how what is kept of a question stands by today's spec: right, not yet, or not answered yet."""
    if not entry.tries:
        return State.BLANK
    return State.RIGHT if judge(question, entry.answer).state == State.RIGHT else State.NOT_YET


def states(some: Iterable[Question], record: Record) -> dict[str, State]:
    """Return how each of some questions stands in a record, by its id."""
    return {question.id: state_of(question, record.entry(question.id)) for question in some}


def stand(some: Iterable[Question], known: Mapping[str, State]) -> Standing:
    """Return how a learner stands with some questions, be it those of a notebook, of an outcome or all.

    Parameters
    ----------
    some
        The questions.
    known
        How each question stands, as `states` says it.
    """
    every = list(some)
    return Standing(
        _on_track([question for question in every if not takes_code(question)], known),
        _on_track([question for question in every if takes_code(question)], known),
    )


def takes_code(question: Question) -> bool:
    """Return whether a question can be answered in code only, by its spec or by its kind."""
    return question.track == "coding" or not question.kind.controls()


def _on_track(some: list[Question], known: Mapping[str, State]) -> OnTrack:
    left = tuple(question for question in some if known[question.id] != State.RIGHT)
    tried = sum(known[question.id] != State.BLANK for question in some)
    return OnTrack(len(some), len(some) - len(left), tried, left)
