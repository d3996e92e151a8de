"""Hand-ins and progress files of all forms, as data."""

from __future__ import annotations

import json
from typing import Any

import pytest

from course.questions import hand_in
from course.questions.record import Entry, Record
from course.questions.task_file import shipped
from course.teach.collect import hand_ins
from course.teach.collect.faults import Faults
from course.teach.collect.handed_in import HAND_IN, PROGRESS
from tests.teach.collect.made import AT, CHANGED, LATER, content, handed_in, record, refused, whole

OPEN = {"notebook": "03", "text": "At least four.", "level": 2, "why": "It has a number.", "judged_by_machine": False}


def older(form: int) -> dict[str, Any]:
    """Return a hand-in as older versions wrote it."""
    made = {**content(), "format": form}
    new = {"given"} | ({"solution"} if form < 2 else set())
    made["answers"] = [{key: value for key, value in each.items() if key not in new} for each in made["answers"]]
    return {key: value for key, value in made.items() if key not in ({"open", "tasks"} if form < 3 else set())}


def test_a_hand_in_is_read_as_the_course_itself_reads_it() -> None:
    data = {**content(), "open": [OPEN]}
    found = handed_in(data)
    assert (found.kind, found.form, found.name, found.owner, found.written, found.notes) == (
        HAND_IN,
        4,
        "Ada",
        "",
        LATER,
        (),
    )
    assert found.version == data["course"]
    assert found.record == Record.from_hand_in(json.dumps(data))


def test_a_hand_in_of_everything_is_read_whole() -> None:
    found = handed_in(hand_in.as_data("Ada", whole()) | {"written": LATER})
    assert found.record.entries == whole().entries
    assert found.notes == ()


@pytest.mark.parametrize("form", [1, 2, 3])
def test_older_forms_are_read(form: int) -> None:
    found = handed_in(older(form))
    assert (found.form, found.notes) == (form, ())
    assert found.record == Record.from_hand_in(json.dumps(older(form)))
    assert [entry.given for entry in found.record.entries.values()] == [()] * 3


@pytest.mark.parametrize("form", [1, 2])
def test_a_progress_file_is_read_without_notes_and_drafts(form: int) -> None:
    kept = Record(
        {**record().entries, "3.6": Entry(draft={"answer": ["a"]})},
        {"diary": "private"},
        {"03": {"text": "T", "level": "2", "why": ""}},
    )
    data = {**json.loads(kept.to_json()), "format": form}
    found = handed_in(data, "10B/.course-progress.json")
    assert (found.kind, found.form, found.name, found.written) == (PROGRESS, form, "", CHANGED)
    assert found.record == Record(record().entries, {}, kept.filled)


def test_a_platform_names_the_learner_of_a_progress_file() -> None:
    found = handed_in(record().to_json().encode(), "Ada_77_assignsubmission_file_/.course-progress.json")
    assert (found.name, found.owner, found.notes) == ("Ada", "moodle 77", ())


def test_the_small_task_and_its_sureness_come_back() -> None:
    task = shipped()["before"]
    items = [{"item": each.key, "answer": next(iter(each.options)), "sure": 3, "right": False} for each in task.items]
    filled = handed_in({**content(), "tasks": [{"when": "before", "done": True, "items": items}]}).record.filled[
        "before"
    ]
    assert filled["done"] is True
    assert [filled[f"{each.key}-sure"] for each in task.items] == ["3"] * len(task.items)
    assert [filled[each.key] for each in task.items] == [next(iter(each.options)) for each in task.items]


def test_a_hand_in_of_an_open_answer_alone_counts() -> None:
    found = handed_in({**content(), "answers": [], "open": [OPEN]})
    assert found.record.filled == {"03": {"text": "At least four.", "level": "2", "why": "It has a number."}}


@pytest.mark.parametrize(
    ("given", "place", "name"),
    [
        ("Ada  Byron ", "x.json", "Ada Byron"),
        (20231234, "x.json", "20231234"),
        ("Zoe\u0308", "x.json", "Zoë"),
        ("A\u202eda", "x.json", "A\\u202eda"),
        ("", "Ada_77_assignsubmission_file_/x.json", "Ada"),
        (["Ada"], "Ada/x.json", "Ada"),
        ("x" * 90, "x.json", "x" * 79 + "…"),
        (None, "03.json", ""),
    ],
)
def test_a_name_is_what_stands_there_or_what_its_place_says(given: object, place: str, name: str) -> None:
    said, note = hand_ins.named(given, place)
    assert said == name
    assert bool(note) == (given is None or len(str(given)) > 80 or not isinstance(given, str | int) or not given)


def test_the_owner_is_of_the_path_and_the_name_of_the_file() -> None:
    found = handed_in(content("Ada"), "Augusta Byron_77_assignsubmission_file_/hand-in-Ada.json")
    assert (found.name, found.owner) == ("Ada", "moodle 77")


def test_what_is_off_in_one_answer_spoils_no_other() -> None:
    data = content()
    data["answers"] = [7, {"question": "3.1", "answer": 4, "tries": "two", "first": "soon"}, *data["answers"][1:]]
    found = handed_in(data)
    assert found.record.entries["3.1"] == Entry(4, "not answered yet", 4, 1)
    assert found.record.entries["3.2"] == record().entries["3.2"]
    assert len(found.notes) == 2


def test_tries_are_never_fewer_than_the_answers() -> None:
    entry = hand_ins.entry_of("3.1", {"answer": 4, "tries": 0, "given": [{"answer": 9, "at": AT}] * 3}, 2, Faults())
    assert entry is not None
    assert entry.tries == 3


def test_hints_are_never_more_than_there_are() -> None:
    entry = hand_ins.entry_of("3.1", {"answer": 4, "tries": 1, "hints": 10**9}, 2, Faults())
    assert entry is not None
    assert entry.hints == 2


def test_what_was_only_looked_at_is_no_answer() -> None:
    assert hand_ins.entry_of("3.1", {"answer": None, "tries": 0, "hints": 0}, 2, Faults()) is None


def test_what_is_of_others_or_newer_is_refused() -> None:
    assert refused({"answers": "none"}) == hand_ins.NOT_OURS
    assert refused({**content(), "format": 5}) == hand_ins.NEWER
    assert refused({"format": 2, "entries": {}, "notes": {}}) == hand_ins.NO_ANSWER
