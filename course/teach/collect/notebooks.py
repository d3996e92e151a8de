"""A learner's notebook read as data: answers in the saved states of its widgets and in the outputs of its checks."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from course import content as shipped
from course.questions.record import Record
from course.questions.spec import lessons
from course.teach.collect import in_cells, widgets
from course.teach.collect.faults import Faults
from course.teach.collect.hand_ins import NO_ANSWER, bounded, known_hints, named
from course.teach.collect.handed_in import NOTEBOOK, HandedIn, Refused
from course.teach.collect.platforms import owner_of

if TYPE_CHECKING:
    from collections.abc import Iterable

STATE = "application/vnd.jupyter.widget-state+json"
OLD = "It is a notebook of an old format (before 2015), which the course never had."
NO_NOTEBOOK = "It is no notebook that is whole: its cells are no list of cells."
SOLUTION = "It is the solution notebook of lesson {} that comes with the course, and no learner's."
UNANSWERED = "It is a notebook of the course with no answer in it; it was perhaps not saved after the last answer."
FOREIGN = "It is a notebook, and not one of this course."


def of_content(place: str, content: dict[str, Any], changed: str) -> HandedIn | Refused:
    """Return what a notebook holds; nothing of it is run.

    The first answer to a question is known where the notebook was saved by a version of the course that lays it there.
    Else nobody can tell how many came before the one that is there: the entry has none of them, and counts two tries.

    Parameters
    ----------
    place
        Where the file is.
    content
        The table that it holds.
    changed
        When it was last changed.
    """
    if "worksheets" in content and "cells" not in content:
        return Refused(place, OLD)
    every = content.get("cells")
    if not isinstance(every, list):
        return Refused(place, NO_NOTEBOOK)
    code = [each for each in every if isinstance(each, dict) and each.get("cell_type") == "code"]
    off, states = Faults(), _states(content)
    entries = widgets.entries(states, changed, off)
    checked = in_cells.entries(code, off)
    entries = {name: in_cells.joined(entries.get(name), checked.get(name)) for name in [*entries, *checked]}
    entries = {name: entries[name] for name in known_hints() if name in entries}
    is_ours = bool(entries or states) or any("course." in in_cells.source(each) for each in code)
    if not is_ours:
        return Refused(place, FOREIGN)
    if not states and (lesson := _solved(code)):
        return Refused(place, SOLUTION.format(lesson))
    number = _number(place, entries)
    filled = bounded(widgets.filled(states, number), off)
    if not (entries or filled):
        sentences = off.sentences()
        return Refused(place, " ".join([NO_ANSWER, *sentences]) if sentences else UNANSWERED)
    name, note = named(widgets.name_in(states), place)
    notes = [note] if note else []
    form = content.get("nbformat")
    version = form if type(form) is int and 0 < form < 100 else 0  # noqa: PLR2004 - what is no version
    return HandedIn(
        place,
        NOTEBOOK,
        version,
        name,
        owner_of(place).owner,
        changed,
        "",
        Record(entries, {}, filled),
        (*notes, *off.sentences()),
    )


def _states(content: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the saved states of widgets of the course, in their order."""
    found: Any = content
    for key in ("metadata", "widgets", STATE, "state"):
        found = found.get(key) if isinstance(found, dict) else None
    every: Iterable[Any] = found.values() if isinstance(found, dict) else ()
    states = [each["state"] for each in every if isinstance(each, dict) and isinstance(each.get("state"), dict)]
    return [each for each in states if str(each.get("_anywidget_id")).startswith("course.")]


def _number(place: str, entries: Iterable[str]) -> str:
    """Return the number of the lesson that a notebook is of; nothing where that cannot be told."""
    file = place.rpartition("/")[2].casefold()
    by_name = [about.number for about in lessons() if about.notebook.casefold() in file]
    by_question = [
        about.number for name in entries for about in lessons() if any(each.id == name for each in about.questions)
    ]
    return next(iter([*by_name, *by_question]), "")


def _solved(code: list[dict[str, Any]]) -> str:
    """Return the number of the lesson whose solution notebook some cells are; nothing where they are none."""
    mine = [text for text in map(in_cells.source, code) if "course.check(" in text]
    for about in lessons():
        stored = _stored(about.notebook)
        if stored and mine == list(stored):
            return about.number
    return ""


@cache
def _stored(notebook: str) -> tuple[str, ...]:
    path = shipped.notebooks_folder() / "solutions" / f"{notebook}.ipynb"
    return tuple(text for text in shipped.code_cells(path) if "course.check(" in text) if path.is_file() else ()
