"""Whatever a file holds, it is answers or a reason, and never an error."""

from __future__ import annotations

import json
import time
from contextlib import suppress
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course.questions import hand_in
from course.questions.judge import ANSWER_TYPE, LOUD
from course.teach.collect import hand_ins, reading
from course.teach.collect.handed_in import HAND_IN, NOTEBOOK, PAPER, PROGRESS, HandedIn, Refused
from tests.teach.collect.made import (
    CHANGED,
    as_bytes,
    cell,
    content,
    handed_in,
    notebook,
    record,
    refused,
    whole,
    widget,
)

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(), max_size=20)
    | st.sampled_from(["3.1", "03", "before", "right"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.text(max_size=5) | st.sampled_from(["question", "answer", "text", "items"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)
CHECKED = cell(
    'course.check("3.1", 9)',
    {"text/plain": "3.1  ✗ not yet", ANSWER_TYPE: {"question": "3.1", "answer": 9, "first": 8}},
)
OPEN = {"notebook": "03", "text": "T", "level": 1, "why": ""}
TASK = {"when": "before", "done": True, "items": [{"item": "a", "answer": "b", "sure": 1}]}
FILES: dict[str, Any] = {
    HAND_IN: {**content(), "open": [OPEN], "tasks": [TASK]},
    PROGRESS: {**json.loads(record().to_json()), "filled": {"03": {"text": "T"}, "before": {"done": True}}},
    NOTEBOOK: notebook(
        CHECKED,
        widgets={
            "a": widget("3.1", judged={"answer": "9"}),
            "b": widget("3.2", kept={"answer": 3, "tries": 1, "given": []}),
        },
    ),
}


def paths(value: Any, before: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the way to each place in a value."""
    keys = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    return [before, *(path for key in keys for path in paths(value[key], (*before, key)))]


def put(value: Any, way: tuple[Any, ...], new: Any) -> None:
    """Put a value into a place, as far as there is a way to it."""
    with suppress(KeyError, IndexError, TypeError):
        for key in way[:-1]:
            value = value[key]
        value[way[-1]] = new


PLACES = {kind: [path for path in paths(data) if path] for kind, data in FILES.items()}


@pytest.mark.parametrize("kind", FILES)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_value_in_any_field_raises_nothing(kind: str, data: st.DataObject) -> None:
    changed = deepcopy(FILES[kind])
    for _ in range(data.draw(st.integers(1, 2))):
        put(changed, data.draw(st.sampled_from(PLACES[kind])), data.draw(VALUES))
    text = json.dumps(changed)
    for found in reading.read("x.json", text.encode(), CHANGED):
        assert isinstance(found, HandedIn | Refused)
        lines = found.notes if isinstance(found, HandedIn) else (found.reason,)
        assert all(line.endswith(".") and line.isprintable() for line in lines)
        if isinstance(found, HandedIn):
            found.record.to_json().encode("utf-8")
            assert len(found.name) <= 80 * len("\\U000e0001")


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=200)
    | st.text(st.characters(codec="utf-8"), max_size=200).map(str.encode)
    | VALUES.map(lambda value: json.dumps(value).encode())
)
def test_any_bytes_under_any_name_raise_nothing(data: bytes) -> None:
    for place in ("x.json", "x.ipynb", "x.csv", "x.txt", "x"):
        assert all(isinstance(each, HandedIn | Refused) for each in reading.read(place, data, CHANGED))


@pytest.mark.parametrize(
    ("place", "data", "kind"),
    [
        ("x.json", FILES[HAND_IN], HAND_IN),
        ("x.txt", FILES[HAND_IN], HAND_IN),
        ("x", FILES[HAND_IN], HAND_IN),
        (".course-progress.json", FILES[PROGRESS], PROGRESS),
        ("x.ipynb", FILES[NOTEBOOK], NOTEBOOK),
        ("x.json", FILES[NOTEBOOK], NOTEBOOK),
        ("x.csv", b"code,question,answer\nL01,3.1,4\n", PAPER),
        ("x.csv.txt", b"code;question;answer\nL01;3.1;4\n", PAPER),
    ],
)
def test_the_content_says_what_it_is(place: str, data: Any, kind: str) -> None:
    assert handed_in(data, place).kind == kind


@pytest.mark.parametrize(("encoding", "note"), [("utf-8-sig", 0), ("utf-16", 0), ("utf-16-le", 0), ("cp1252", 1)])
def test_encodings_of_other_programs_are_read(encoding: str, note: int) -> None:
    found = handed_in(as_bytes(content("Zoë")).decode().encode(encoding))
    assert (found.name, len(found.notes)) == ("Zoë", note)


def test_a_class_list_is_no_file_of_answers() -> None:
    for place in ("x.csv", "class.txt"):
        assert reading.read(place, b"name\nAda\nBo\n", CHANGED) == []


def test_a_fault_of_ours_is_told_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(hand_ins, "of_content", fail)
    with pytest.raises(ZeroDivisionError):
        reading.read("x.json", as_bytes(content()), CHANGED)
    monkeypatch.delenv(LOUD)
    assert refused(content()) == reading.FAULT


def test_a_full_hand_in_takes_a_moment() -> None:
    data = as_bytes(hand_in.as_data("Ada", whole()))
    handed_in(data)
    start = time.process_time()
    for _ in range(20):
        handed_in(data)
    assert (time.process_time() - start) / 20 < 0.02  # seconds; 0.003 on a machine that does nothing else
