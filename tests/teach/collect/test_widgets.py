"""Answers in the saved states of a notebook's widgets."""

from __future__ import annotations

import json
from typing import Any

import pytest

from course.questions import keeping
from course.questions.ask import ask
from course.questions.hand_in import hand_in
from course.questions.hand_in_panel import HandInPanel
from course.questions.hint import hint
from course.questions.open_answer import open_answer
from course.questions.record import Entry, Record
from course.questions.small_task import small_task
from course.questions.spec import find, questions
from course.questions.standing import takes_code
from course.teach.collect import widgets
from course.teach.collect.faults import Faults
from tests.teach.collect.made import CHANGED, record

ON_PAGE = [name for name, each in questions().items() if not takes_code(each)]


@pytest.fixture(autouse=True)
def _own_progress(progress_file: object) -> None:
    """Each test has a learner of its own."""
    assert progress_file


def state(widget: Any) -> dict[str, Any]:
    """Return the state of a widget as it stands in a saved notebook."""
    made = {key: value for key, value in widget.get_state().items() if key not in {"_esm", "_css", "layout"}}
    saved: dict[str, Any] = json.loads(json.dumps(made))
    return saved


def entry(given: dict[str, Any]) -> tuple[Entry | None, list[str]]:
    off = Faults()
    return next(iter(widgets.entries([given], CHANGED, off).values()), None), off.sentences()


def checked(name: str, *answers: Any) -> dict[str, Any]:
    """Return the state of a question after some answers were checked on the page."""
    asked = ask(name)
    for answer in answers:
        asked._on_message(None, {"do": "check", "answer": answer}, None)
    return state(asked)


def test_every_try_on_the_page_is_in_the_notebook() -> None:
    hint("3.1")
    given = checked("3.1", {"answer": "9"}, {"answer": "4"})
    found, notes = entry(given)
    assert notes == []
    assert found == keeping.read().entry("3.1")
    assert found is not None
    assert ([each.answer for each in found.given], found.hints, found.state) == ([9, 4], 1, "right")


@pytest.mark.parametrize("name", ON_PAGE)
def test_what_stood_in_the_controls_is_the_answer_of_an_older_notebook(name: str) -> None:
    kind = find(name).kind
    kept = kind.keep(find(name).accepted[0].answer)
    given = {key: value for key, value in checked(name, kind.filled(kept)).items() if key != "kept"}
    found, notes = entry(given)
    assert (found, notes) == (Entry(kept, "right", kept, 2), [])


def test_hints_and_a_solution_are_told_without_an_answer() -> None:
    for _ in find("3.1").hints:
        hint("3.1")
    given = {**state(ask("3.1")), "solution": "<p>4</p>"}
    found, _ = entry(given)
    assert found == Entry(hints=len(find("3.1").hints), solution=CHANGED)
    first, _ = entry({**given, "solution": "", "hint_label": "Hint 2 of 2", "hint_left": True})
    assert first == Entry(hints=1)


def test_a_question_that_was_only_asked_is_no_answer() -> None:
    assert entry(state(ask("3.1"))) == (None, [])


@pytest.mark.parametrize(
    ("change", "note"),
    [
        ({"judged": {"answer": "abc"}}, "cannot be read as one"),
        ({"judged": {"answer": "x" * 20_000}}, "longer or deeper"),
        ({"judged": 5}, ""),
        ({"question": {"id": "77.1"}}, "another version"),
        ({"question": {"id": ["3.1"]}}, ""),
        ({"question": None}, ""),
        ({"kept": {"answer": 4, "tries": "no"}}, "another type"),
        ({"hint_label": ["Hint"], "hint_left": 5, "solution": {}}, ""),
    ],
)
def test_states_that_were_changed_are_told(change: dict[str, Any], note: str) -> None:
    given = {key: value for key, value in state(ask("3.1")).items() if key != "kept"}
    _, notes = entry({**given, **change})
    assert note in " ".join(notes)
    assert bool(notes) == bool(note)


def test_the_name_is_that_in_the_field_to_hand_in() -> None:
    panel = hand_in()
    assert isinstance(panel, HandInPanel)
    panel.give("name", "Ada")
    assert widgets.name_in([state(open_answer("03")), state(panel)]) == "Ada"
    assert widgets.name_in([{"values": {"name": 5, "write": 1}}, {"values": 7}, state(open_answer("03"))]) == ""


def test_an_open_answer_is_found_by_its_prompt_or_by_its_lesson() -> None:
    widget = open_answer("03")
    widget.give("text", "At least four.")
    widget.give("level", "2")
    kept = {"text": "At least four.", "level": "2", "why": ""}
    assert widgets.filled([state(widget)], "") == {"03": kept}
    assert widgets.filled([{**state(widget), "parts": []}], "05") == {"05": kept}
    assert widgets.filled([{**state(widget), "parts": 5, "values": 5}], "05") == {}


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_small_task_is_found_with_its_sureness(when: str) -> None:
    widget = small_task(when)
    for item in widget._task.items:
        widget.give(item.key, next(iter(item.options)))
        widget.give(f"{item.key}-sure", "4")
    half = widgets.filled([state(widget)], "")
    assert half[when]["done"] is False
    widget.press("finish")
    assert widgets.filled([state(widget)], "") == {when: keeping.read().filled[when]}


def test_a_record_of_a_hand_in_and_of_a_notebook_are_the_same() -> None:
    keeping.keep(lambda _: record())
    found = widgets.entries([state(ask(name)) for name in record().entries], CHANGED, Faults())
    assert Record(found) == record()
