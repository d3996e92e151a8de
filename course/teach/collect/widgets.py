"""Answers in the saved states of a notebook's widgets: questions, open answers and small tasks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from course.questions.hand_in_panel import NAME, WRITE
from course.questions.judge import judge
from course.questions.record import DONE, OPEN, Entry
from course.questions.spec import lessons, questions
from course.questions.task_file import of_notebook, shipped
from course.teach.collect import faults
from course.teach.collect.hand_ins import entry_of, filled_of, known_hints
from course.teach.collect.in_cells import UNKNOWN_TRIES, joined
from course.teach.collect.tame import LONGEST_NAME, tame
from course.teach.collect.values import TooLarge, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.teach.collect.faults import Faults

HINT = re.compile(r"Hint (\d{1,2}) of (\d{1,2})")
"""How the button of a question names the hint that comes next, or the last one."""


def entries(states: Iterable[dict[str, Any]], changed: str, off: Faults) -> dict[str, Entry]:
    """Return an entry for each question that some states show, as far as anything was done with it.

    Parameters
    ----------
    states
        What was saved of each widget.
    changed
        When the notebook was last changed; taken for the time of what has none.
    off
        Takes what is off in them.
    """
    found: dict[str, Entry] = {}
    for state in states:
        about = state.get("question")
        name = about.get("id") if isinstance(about, dict) else None
        if not isinstance(name, str):
            continue
        if name not in known_hints():
            off.note(faults.UNKNOWN, name)
        elif entry := _entry(name, state, changed, off):
            found[name] = joined(found.get(name), entry)
    return found


def _entry(name: str, state: dict[str, Any], changed: str, off: Faults) -> Entry | None:
    kept = state.get("kept")
    if isinstance(kept, dict) and kept:
        return entry_of(name, kept, known_hints()[name], off)
    hints, solution = _hints(state), changed if state.get("solution") and isinstance(state["solution"], str) else ""
    answer, said = _judged(name, state.get("judged"), off)
    if answer is None:
        return Entry(hints=hints, solution=solution) if hints or solution else None
    return Entry(answer, said, answer, UNKNOWN_TRIES, hints, solution=solution)


def _hints(state: dict[str, Any]) -> int:
    """Return how many hints were taken."""
    label = state.get("hint_label")
    found = HINT.fullmatch(label) if isinstance(label, str) else None
    if not found:
        return 0
    return int(found[2]) if state.get("hint_left") is False else max(int(found[1]) - 1, 0)


def _judged(name: str, values: object, off: Faults) -> tuple[Any, str]:
    """Return the answer that the controls held when it was checked, and its state by today's spec; None for none."""
    if not isinstance(values, dict) or not values:
        return None, ""
    question = questions()[name]
    try:
        verdict = judge(question, question.kind.given(plain(values)))
    except TooLarge:
        off.note(faults.LONG, name)
        return None, ""
    if verdict.kept is None:
        off.note(faults.UNREAD, name)
    return verdict.kept, str(verdict.state)


def name_in(states: Iterable[dict[str, Any]]) -> str:
    """Return the name or code that stands in the field to hand in; nothing where there is none."""
    for state in states:
        values = state.get("values")
        if isinstance(values, dict) and {NAME, WRITE} <= values.keys() and isinstance(values[NAME], str):
            return tame(values[NAME], LONGEST_NAME)
    return ""


def filled(states: Iterable[dict[str, Any]], number: str) -> dict[str, dict[str, Any]]:
    """Return what stands in the open answers and small tasks that some states show.

    Parameters
    ----------
    states
        What was saved of each widget.
    number
        The number of the lesson; taken where the prompts, in another version of the course, say of none.
    """
    made: dict[str, Any] = {}
    for state in states:
        values, labels = state.get("values"), _labels(state.get("parts"))
        if isinstance(values, dict) and set(OPEN) <= values.keys():
            of = [about.number for about in lessons() if about.open and about.open.prompt in labels]
            made[next(iter([*of, number]))] = values
        elif isinstance(values, dict) and (when := _when(labels, number)):
            made[when] = {**values, DONE: bool(state.get("more"))}
    return filled_of(made)


def _labels(parts: object) -> set[str]:
    """Return the labels of some parts, and the texts of what can be chosen in them."""
    every = [part for part in parts if isinstance(part, dict)] if isinstance(parts, list) else []
    found: list[Any] = [part.get("label") for part in every]
    for part in every:
        options = part.get("options")
        found += [each[-1] for each in options if isinstance(each, list) and each] if isinstance(options, list) else []
    return {label for label in found if isinstance(label, str)}


def _when(labels: set[str], number: str) -> str:
    """Return which of the small tasks has these texts, else that of a lesson; nothing where there is none."""
    alike = {
        when: len(labels & {text for item in task.items for text in item.options.values()})
        for when, task in shipped().items()
    }
    best = max(alike, key=lambda when: alike[when])
    if alike[best]:
        return best
    here = of_notebook(number)
    return here.when if here else ""
