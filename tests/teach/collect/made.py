"""Files of learners, made for the tests: hand-ins, notebooks and zip files, all in order."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

from course.questions import hand_in, spec
from course.questions.ask import ask
from course.questions.judge import judge
from course.questions.record import Entry, Record, Try
from course.teach.collect import find, reading
from course.teach.collect.handed_in import HandedIn, Refused
from course.teach.collect.notebooks import STATE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

AT, LATER = "2026-11-20T10:00:00+00:00", "2026-11-20T10:05:00+00:00"
CHANGED = "2026-11-21T08:00:00+00:00"
ANSWERS = {"3.1": (9, 4), "3.2": (3,), "3.5": ("25", "more than 25")}
"""What a learner answered, in order, by the questions."""


def record(answers: Mapping[str, tuple[Any, ...]] = ANSWERS) -> Record:
    """Return what is kept of a learner who gave some answers."""
    entries = {}
    for name, given in answers.items():
        states = [str(judge(spec.find(name), each).state) for each in given]
        tries = tuple(Try(each, state, 0, AT) for each, state in zip(given, states, strict=True))
        entries[name] = Entry(given[-1], states[-1], given[-1], len(given), 0, AT, LATER, given=tries)
    return Record(entries)


def content(name: str = "Ada", answers: Mapping[str, tuple[Any, ...]] = ANSWERS) -> dict[str, Any]:
    """Return a hand-in as data."""
    return {**hand_in.as_data(name, record(answers)), "written": LATER}


def whole() -> Record:
    """Return what is kept of a learner who answered everything, the right answer at the third try."""
    answers = {each.id: each.kind.keep(each.accepted[0].answer) for each in spec.questions().values()}
    return record({name: (answer,) * 3 for name, answer in answers.items()})


def as_bytes(value: Any) -> bytes:
    """Return a value as JSON."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip file with some files in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 20, 10, 0, 0)), data, method)
    return out.getvalue()


def widget(name: str, **state: Any) -> dict[str, Any]:
    """Return the state of a question's widget as JupyterLab saves it, with some of it changed."""
    made = {key: value for key, value in ask(name).get_state().items() if key not in {"_esm", "_css", "layout"}}
    return {"model_name": "AnyModel", "model_module": "anywidget", "state": {**made, **state}}


def cell(source: str, *outputs: dict[str, Any]) -> dict[str, Any]:
    """Return a cell of code with some outputs, each by its types."""
    shown = [{"output_type": "execute_result", "data": data, "metadata": {}} for data in outputs]
    return {"cell_type": "code", "metadata": {}, "execution_count": 1, "source": [source], "outputs": shown}


def notebook(*cells: dict[str, Any], widgets: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return a notebook of some cells and widgets."""
    states = {STATE: {"version_major": 2, "version_minor": 0, "state": widgets}} if widgets else {}
    return {"cells": list(cells), "metadata": {"widgets": states}, "nbformat": 4, "nbformat_minor": 5}


def one(data: Any, place: str = "x.json") -> HandedIn | Refused:
    """Return the one thing that a file holds."""
    found = reading.read(place, data if isinstance(data, bytes) else as_bytes(data), CHANGED)
    assert len(found) == 1
    return found[0]


def handed_in(data: Any, place: str = "x.json") -> HandedIn:
    """Return the answers in a file; it is read."""
    found = one(data, place)
    assert isinstance(found, HandedIn), found
    return found


def refused(data: Any, place: str = "x.json") -> str:
    """Return why a file is not read; it is not."""
    found = one(data, place)
    assert isinstance(found, Refused), found
    return found.reason


def collected(folder: Path) -> list[HandedIn | Refused]:
    """Return all that is in a folder, found and read."""
    made: list[HandedIn | Refused] = []
    for each in find.find(folder):
        data = each if isinstance(each, Refused) else find.load(each)
        if isinstance(each, Refused) or isinstance(data, Refused):
            made.append(each if isinstance(each, Refused) else data)  # type: ignore[arg-type]
        else:
            made += reading.read(each.place, data, each.changed)
    return made
