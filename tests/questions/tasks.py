"""Small tasks as a learner gives them: all right, all wrong, or something of both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course.questions.record import DONE, SURE, Record
from course.questions.task_file import task

if TYPE_CHECKING:
    from course.questions.small_task import SmallTask


def filled(when: str, right: int, sure: str = "4") -> dict[str, Any]:
    """What is kept of a task that is done, with as many right answers, the first ones."""
    values: dict[str, Any] = {DONE: True}
    for place, item in enumerate(task(when).items):
        wrong = next(key for key in item.options if key != item.answer)
        values |= {item.key: item.answer if place < right else wrong, f"{item.key}{SURE}": sure}
    return values


def record(before: dict[str, Any] | None, after: dict[str, Any] | None) -> Record:
    """A record with what is kept of the two tasks."""
    return Record(filled={when: values for when, values in (("before", before), ("after", after)) if values})


def answer(panel: SmallTask, values: dict[str, Any]) -> None:
    """Give answers on the page, one after another, and press the button."""
    for name, value in values.items():
        if name != DONE:
            panel.give(name, value)
    panel.press("finish")
