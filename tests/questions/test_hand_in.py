"""Handing in: one file of plain data, as its schema says, with nothing of the learner but a name."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

import course
from course.questions.hand_in import SCHEMA
from tests.questions.samples import KINDS

if TYPE_CHECKING:
    from pathlib import Path


def written(folder: Path) -> dict[str, Any]:
    [file] = folder.glob("hand-in-*.json")
    content: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return content


@pytest.fixture
def answered(progress_file: Path, case: course.case.Case) -> Path:
    for number, answer in {
        "3.1": 4, "3.2": 5, "3.3": (0, None), "3.4": ["about"], "3.5": "25", "3.7": "not stated",
        "3.8": course.bounds(case.troops.dropna(subset="number")),
    }.items():  # fmt: skip
        course.check(number, answer)
    course.hint("3.6")
    return progress_file


def test_a_hand_in_is_as_its_schema_says(answered: Path, tmp_path: Path) -> None:
    assert answered.exists()
    said = str(course.hand_in("Ada", tmp_path))
    assert said == "8 answers of Ada written to hand-in-Ada.json. Give this file to your teacher."
    content = written(tmp_path)
    jsonschema.validate(
        content, json.loads(SCHEMA.read_text(encoding="utf-8")), format_checker=jsonschema.FormatChecker()
    )
    by_id = {answer["question"]: answer for answer in content["answers"]}
    assert by_id["3.1"] | {"first": None, "last": None} == {
        "question": "3.1", "case": "macron-biden-call", "kind": "number", "answer": 4, "state": "right",
        "tries": 1, "hints": 0, "first": None, "last": None, "solution": None,
    }  # fmt: skip
    assert by_id["3.3"]["answer"] == {"low": 0, "high": None}
    assert by_id["3.8"]["answer"][0] == {"mention": "m2", "low": 100001.0, "high": "not stated"}
    assert (by_id["3.6"]["tries"], by_id["3.6"]["hints"], by_id["3.6"]["answer"]) == (0, 1, None)
    assert "0.1" not in by_id, "what was not touched is not handed in"


def test_nothing_but_what_was_typed_is_written(answered: Path, tmp_path: Path) -> None:
    course.note("3-guess", "Who?").give("text", "My own thoughts.")
    course.hand_in("code 17", tmp_path)
    text = json.dumps(written(tmp_path))
    assert "My own thoughts" not in text
    assert str(answered.parent) not in text
    assert set(written(tmp_path)) == {"format", "course", "name", "written", "answers"}


def test_the_schema_knows_every_kind() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert set(schema["properties"]["answers"]["items"]["properties"]["kind"]["enum"]) == set(KINDS)


@pytest.mark.parametrize("name", ["", "   ", None, 7])
def test_without_a_name_it_says_what_is_missing(answered: Path, tmp_path: Path, name: Any) -> None:
    assert answered.exists()
    assert "Write your name or a code" in str(course.hand_in(name, tmp_path / "out"))


def test_a_name_that_no_file_can_have_still_gets_one(answered: Path, tmp_path: Path) -> None:
    assert answered.exists()
    course.hand_in("../Zoë  O'Neil: 9b", tmp_path)
    [file] = tmp_path.glob("hand-in-*.json")
    assert re.fullmatch(r"hand-in-Zo-O-Neil-9b-[0-9a-f]{6}\.json", file.name)
    assert written(tmp_path)["name"] == "../Zoë O'Neil: 9b"


def test_a_very_long_name_is_told(answered: Path, tmp_path: Path) -> None:
    assert answered.exists()
    assert "at most 80" in str(course.hand_in("a" * 81, tmp_path))


def test_with_no_answer_there_is_nothing_to_hand_in(progress_file: Path, tmp_path: Path) -> None:
    assert str(course.hand_in("Ada", tmp_path)) == "There is no answer to hand in yet."
    assert not progress_file.exists()


def test_a_place_that_is_no_folder_is_told(answered: Path, tmp_path: Path) -> None:
    assert answered.exists()
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert "could not be written" in str(course.hand_in("Ada", tmp_path / "file"))
