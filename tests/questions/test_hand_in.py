"""Handing in: one file of plain data, as its schema says, with nothing of the learner but a name."""

from __future__ import annotations

import json
import re
import shutil
import sys
import unicodedata
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

import course
from course.questions import keeping
from course.questions.hand_in import SCHEMA
from course.questions.record import Entry, Record
from tests.questions.kept import unreadable
from tests.questions.samples import KINDS
from tests.questions.tasks import answer, filled

if TYPE_CHECKING:
    from pathlib import Path


def written(folder: Path) -> dict[str, Any]:
    [file] = folder.glob("hand-in-*.json")
    content: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return content


@pytest.fixture
def answered(progress_file: Path, case: course.case.Case) -> Path:
    for number, value in {
        "3.1": 4, "3.2": 5, "3.3": (0, None), "3.4": ["about"], "3.5": "25", "3.7": "not stated",
        "3.8": course.bounds(case.troops.dropna(subset="number")),
    }.items():  # fmt: skip
        course.check(number, value)
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
        "given": [{"answer": 4, "state": "right", "met": None, "hints": 0, "at": by_id["3.1"]["first"]}],
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
    assert set(written(tmp_path)) == {"format", "course", "name", "written", "answers", "open", "tasks"}


def test_an_open_answer_is_handed_in_as_judged_by_no_machine_and_comes_back(
    progress_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = course.open_answer("03")
    panel.give("text", "  ")
    assert str(course.hand_in("Ada", tmp_path)) == "There is no answer to hand in yet."
    panel.give("text", " No total. ")
    assert "1 open answer of Ada written to hand-in-Ada.json." in str(course.hand_in("Ada", tmp_path))
    panel.give("level", "2")
    course.check("3.1", 4)
    assert "1 answer and 1 open answer of Ada written to hand-in-Ada.json." in str(course.hand_in("Ada", tmp_path))
    content = written(tmp_path)
    jsonschema.validate(content, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert content["open"] == [
        {"notebook": "03", "text": "No total.", "level": 2, "why": "", "judged_by_machine": False}
    ]
    course.begin_anew()
    course.check("3.1", 4)
    assert "hand-in-Ada-2.json" in str(course.hand_in("Ada", tmp_path)), "the first one has a text that this has not"
    monkeypatch.setenv(keeping.VARIABLE, str(tmp_path / "other.json"))
    course.restore_progress(tmp_path / "hand-in-Ada.json")
    assert course.open_answer("03").values == {"text": "No total.", "level": "2", "why": ""}
    assert progress_file.exists()


def test_a_small_task_is_handed_in_with_how_sure_one_was_and_comes_back(
    progress_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    values = filled("before", 1, "2")
    answer(course.small_task("before"), values)
    course.small_task("after").give("most", "a")
    assert "2 small tasks of Ada written to hand-in-Ada.json." in str(course.hand_in("Ada", tmp_path))
    content = written(tmp_path)
    jsonschema.validate(content, json.loads(SCHEMA.read_text(encoding="utf-8")))
    before, after = content["tasks"]
    assert (before["when"], before["done"], after["when"], after["done"]) == ("before", True, "after", False)
    assert before["items"][0] == {"item": "most", "answer": "d", "sure": 2, "right": True}
    assert [item["right"] for item in before["items"]] == [True, *[False] * 5]
    assert after["items"][1] == {"item": "source", "answer": None, "sure": None, "right": None}
    monkeypatch.setenv(keeping.VARIABLE, str(tmp_path / "other.json"))
    course.restore_progress(tmp_path / "hand-in-Ada.json")
    assert keeping.read().filled["before"] == values
    assert course.small_task("after").values["most"] == "a"
    assert progress_file.exists()


def test_a_hand_in_of_an_older_form_is_still_read(answered: Path, tmp_path: Path) -> None:
    course.hand_in("Ada", tmp_path)
    content = {key: value for key, value in written(tmp_path).items() if key not in {"open", "tasks"}} | {"format": 2}
    old = tmp_path / "old.json"
    old.write_text(json.dumps(content), encoding="utf-8")
    course.begin_anew()
    assert str(course.restore_progress(old)).startswith("7 answers restored from old.json.")
    assert keeping.read().entry("3.1").answer == 4
    assert answered.exists()


def test_the_schema_knows_every_kind() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert set(schema["properties"]["answers"]["items"]["properties"]["kind"]["enum"]) == set(KINDS)


@pytest.mark.parametrize("name", ["", "   ", None, True, 1.5])
def test_without_a_name_it_says_what_is_missing(answered: Path, tmp_path: Path, name: Any) -> None:
    assert answered.exists()
    assert "Write your name or a code" in str(course.hand_in(name, tmp_path / "out"))


def test_a_name_that_no_file_can_have_still_gets_one(answered: Path, tmp_path: Path) -> None:
    assert answered.exists()
    course.hand_in("../Zoë  O'Neil: 9b", tmp_path)
    [file] = tmp_path.glob("hand-in-*.json")
    assert re.fullmatch(r"hand-in-Zoë-O-Neil-9b-[0-9a-f]{6}\.json", file.name)
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
    said = course.hand_in("Ada", tmp_path / "file")
    assert "could not be written" in str(said)
    assert len(json.loads(said.content)["answers"]) == 8, "it can be downloaded all the same"
    assert said.file == "hand-in-Ada.json"


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("Ada", "hand-in-Ada.json"),
        ("Олена", "hand-in-Олена.json"),
        ("Олена Коваль", "hand-in-Олена-Коваль-"),
        ("Zoë", "hand-in-Zoë.json"),
        ("Zoe\u0308", "hand-in-Zoë.json"),
        ("हिन्दी", "hand-in-हिन्दी.json"),
        ("李雷", "hand-in-李雷.json"),
        (20231234, "hand-in-20231234.json"),
        ("007", "hand-in-007.json"),
        ("CON", "hand-in-CON-"),
        ("a/b\\c:d*e?", "hand-in-a-b-c-d-e-"),
        ("🙂", "hand-in-learner-"),
    ],
)
def test_letters_of_all_scripts_stay_in_the_file_s_name(
    answered: Path, tmp_path: Path, name: str | int, begins: str
) -> None:
    assert answered.exists()
    said = course.hand_in(name, tmp_path)
    [file] = tmp_path.glob("hand-in-*.json")
    assert file.name.startswith(begins)
    assert said.file == file.name
    assert f'"name": "{unicodedata.normalize("NFC", str(name))}"'.replace("\\", "\\\\") in file.read_text(
        encoding="utf-8"
    )


def test_two_names_never_share_a_file(answered: Path, tmp_path: Path) -> None:
    assert answered.exists()
    names = ["Ada", "ada", "ADA", "aDa", "Ada 2", "Ada-2", "Ada/2", "ada-2", "Åsa", "åsa", "Олена", "олена"]
    names += ["я" * 80, "я" * 79]
    files = {str(course.hand_in(name, tmp_path).file).casefold() for name in names}
    assert len(files) == len(names)
    assert all(len(file.name.encode()) <= 143 for file in tmp_path.iterdir())


def test_a_poorer_hand_in_takes_another_name_and_says_so(
    answered: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    course.hand_in("Ada", out)
    full = (out / "hand-in-Ada.json").read_bytes()
    course.begin_anew()
    course.check("3.1", 4)
    for _ in range(2):
        said = str(course.hand_in("Ada", out))
        assert said == (
            "1 answer of Ada written to hand-in-Ada-2.json. "
            "hand-in-Ada.json has others and stays as it is. Give this file to your teacher as well."
        )
    assert (out / "hand-in-Ada.json").read_bytes() == full
    assert {file.name for file in out.iterdir()} == {"hand-in-Ada.json", "hand-in-Ada-2.json"}
    monkeypatch.setenv(keeping.VARIABLE, str(tmp_path / "other.json"))
    course.restore_progress(out / "hand-in-Ada.json")
    course.check("3.6", "right-now")
    assert "written to hand-in-Ada.json. Give this file to your teacher." in str(course.hand_in("Ada", out))
    assert answered.exists()


def test_right_answers_are_not_written_over_by_wrong_ones(progress_file: Path, tmp_path: Path) -> None:
    course.check("3.1", 4)
    course.hand_in("Ada", tmp_path)
    course.begin_anew()
    course.check("3.1", 5)
    assert "hand-in-Ada-2.json" in str(course.hand_in("Ada", tmp_path))
    assert progress_file.exists()


@pytest.mark.parametrize(
    "content", [b"{}", b"\xff", b'{"name": "Ada", "answers": 3}', b'{"name": "Bo", "answers": []}']
)
def test_a_file_that_is_no_hand_in_of_this_learner_is_not_written_over(
    answered: Path, tmp_path: Path, content: bytes
) -> None:
    assert answered.exists()
    (tmp_path / "hand-in-Ada.json").write_bytes(content)
    assert "written to hand-in-Ada-2.json" in str(course.hand_in("Ada", tmp_path))
    assert (tmp_path / "hand-in-Ada.json").read_bytes() == content


def test_what_cannot_be_read_now_is_not_handed_in_in_part(
    answered: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course.hand_in("Ada", tmp_path)
    [file] = tmp_path.glob("hand-in-*.json")
    before = file.read_bytes()
    unreadable(9999, monkeypatch)
    course.check("3.6", "right-now")
    for said in (course.hand_in("Ada", tmp_path), course.save_progress(tmp_path / "mine.json")):
        assert str(said).startswith("Your answers cannot be read now (Permission denied). Nothing was written.")
        assert said.content == ""
    assert file.read_bytes() == before
    assert not (tmp_path / "mine.json").exists()
    assert answered.exists()


def test_a_hand_in_goes_to_the_learner_s_own_folder(
    answered: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert answered.exists()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    course.hand_in("Ada", "~/for school")
    assert (tmp_path / "home" / "for school" / "hand-in-Ada.json").exists()


def test_what_stands_is_told_by_today_s_spec_and_a_draft_is_not_handed_in(progress_file: Path, tmp_path: Path) -> None:
    progress_file.parent.mkdir()
    old = Record({"3.1": Entry(6, "right", 6, 1), "3.2": Entry(draft={"answer": "3"})})
    progress_file.write_text(old.to_json(), encoding="utf-8")
    course.hand_in("Ada", tmp_path)
    [answer] = written(tmp_path)["answers"]
    assert (answer["question"], answer["state"]) == ("3.1", "not yet")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows deletes no folder that a program works in")
def test_with_the_folder_gone_what_is_remembered_is_handed_in(here: Path, tmp_path: Path) -> None:
    shutil.rmtree(here)
    course.check("3.1", 4)
    assert "1 answer of Ada written" in str(course.hand_in("Ada", tmp_path))
