"""Restoring: what was saved comes back, and what has been answered since stays."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import course
from course.questions import keeping
from course.questions.restore_panel import RestorePanel
from tests.questions.kept import kept

if TYPE_CHECKING:
    from pathlib import Path


def test_saving_and_restoring_on_another_machine(
    progress_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course.check("3.1", 4)
    keeping.keep_note("3-guess", "The second reader.")
    saved = tmp_path / "my-progress.json"
    assert str(course.save_progress(saved)) == "1 answer saved in my-progress.json."
    monkeypatch.setenv(keeping.VARIABLE, str(tmp_path / "other" / keeping.FILE_NAME))
    course.check("3.2", 3)
    course.check("3.1", 5)
    assert "1 answer restored" in str(course.restore_progress(saved))
    there = kept(tmp_path / "other" / keeping.FILE_NAME)
    assert (there["3.1"]["answer"], there["3.2"]["answer"]) == (4, 3)
    assert keeping.read().notes == {"3-guess": "The second reader."}
    assert progress_file.exists()


def test_restoring_an_older_save_loses_nothing(progress_file: Path, tmp_path: Path) -> None:
    saved = tmp_path / "my-progress.json"
    course.check("3.1", 3)
    course.save_progress(saved)
    course.hint("3.1")
    course.hint("3.1")
    course.check("3.1", 5)
    course.restore_progress(saved)
    entry = keeping.read().entries["3.1"]
    assert (entry.answer, entry.hints, entry.tries) == (5, 2, 2)
    assert progress_file.exists()


@pytest.mark.parametrize(
    "value",
    [{"tries": "1"}, {"tries": None}, {"hints": 1.5}, {"hints": True}, {"state": 1}, {"last": None}, [], "x"],
)
def test_an_entry_with_a_wrong_type_is_not_taken(progress_file: Path, tmp_path: Path, value: object) -> None:
    foreign = tmp_path / "my-progress.json"
    foreign.write_text(json.dumps({"format": 1, "entries": {"3.1": value}, "notes": {}}), encoding="utf-8")
    assert "was not restored" in str(course.restore_progress(foreign))
    assert not progress_file.exists()


def test_a_file_that_is_none_of_ours_changes_nothing(progress_file: Path, tmp_path: Path) -> None:
    course.check("3.1", 4)
    before = progress_file.read_bytes()
    foreign = tmp_path / "shopping.json"
    for content in (b'{"milk": 1}', b"\xff\xfe\x00", b""):
        foreign.write_bytes(content)
        said = str(course.restore_progress(foreign))
        assert said.startswith("shopping.json was not restored: ")
        assert said.endswith("Nothing was changed.")
    assert "could not be read" in str(course.restore_progress(tmp_path))
    assert progress_file.read_bytes() == before


@pytest.mark.parametrize("name", ["my-progress.json", "half \ud800.json", "~nobody-of-this-name", ""])
def test_a_missing_file_says_what_to_do(tmp_path: Path, name: str) -> None:
    assert "Drag it into the file list" in str(course.restore_progress(tmp_path / name if name else "no/such/file"))


def test_a_file_that_an_editor_has_saved_with_a_byte_order_mark_is_restored(
    progress_file: Path, tmp_path: Path
) -> None:
    saved = tmp_path / "my-progress.json"
    course.save_progress(saved)
    saved.write_bytes(b"\xef\xbb\xbf" + saved.read_bytes())
    assert "0 answers restored from my-progress.json." in str(course.restore_progress(saved))
    assert not progress_file.exists(), "nothing was restored, so nothing is kept"


def test_what_could_not_be_kept_is_said_in_the_place_of_the_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = tmp_path / "my-progress.json"
    course.save_progress(saved)
    monkeypatch.setattr(keeping, "keep", lambda _: "The disk is full.")
    assert str(course.restore_progress(saved)) == "The disk is full."


def test_a_hand_in_is_restored(progress_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    course.check("3.1", 5)
    course.check("3.1", 4)
    course.check("3.2", 9)
    course.hint("3.3")
    course.hand_in("Ada", tmp_path)
    before = keeping.read().entries
    monkeypatch.setenv(keeping.VARIABLE, str(tmp_path / "other.json"))
    assert str(course.restore_progress(tmp_path / "hand-in-Ada.json")).startswith("2 answers restored from hand-in-Ada")
    assert keeping.read().entries == before
    assert "Right" in course.ask("3.1").feedback
    assert progress_file.exists()


@pytest.mark.parametrize("answers", [3, [3], [{"question": "3.1"}], [{"question": "3.1", "answer": 4, "first": 7}]])
def test_a_hand_in_that_is_broken_changes_nothing(progress_file: Path, tmp_path: Path, answers: object) -> None:
    foreign = tmp_path / "hand-in-Ada.json"
    foreign.write_text(json.dumps({"format": 1, "name": "Ada", "answers": answers}), encoding="utf-8")
    said = str(course.restore_progress(foreign))
    assert said == "hand-in-Ada.json was not restored: it is not a progress file of this course. Nothing was changed."
    assert not progress_file.exists()


def test_what_was_set_aside_is_found_wherever_a_cell_has_gone(
    progress_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course.check("3.1", 4)
    said = str(course.begin_anew())
    monkeypatch.chdir(tmp_path)
    name = said.split('restore_progress("')[1].split('"', maxsplit=1)[0]
    assert "1 answer restored" in str(course.restore_progress(name))
    assert set(kept(progress_file)) == {"3.1"}


@pytest.mark.parametrize("name", [20231234, "20231234", "~/20231234", "20231234\0"])
def test_a_number_and_the_own_folder_are_understood(
    progress_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str | int
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    course.check("3.1", 4)
    assert str(course.save_progress(name)) == "1 answer saved in 20231234."
    assert (tmp_path / "20231234").exists()
    assert "1 answer restored from 20231234." in str(course.restore_progress(name))
    assert progress_file.exists()


def test_where_python_sees_no_files_of_the_page_a_field_asks_for_the_file(
    progress_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course.check("3.1", 4)
    saved = tmp_path / "my-progress.json"
    course.save_progress(saved)
    progress_file.unlink()
    monkeypatch.chdir(tmp_path)
    assert "There is no file away.json here" in str(course.restore_progress("away.json"))
    monkeypatch.setattr(keeping, "is_kept", lambda: False)
    assert "1 answer restored from my-progress.json" in str(course.restore_progress(saved))
    progress_file.unlink()
    assert isinstance(course.restore_progress("away.json"), RestorePanel)
    panel = course.restore_progress()
    assert isinstance(panel, RestorePanel), "the file of that name is one of this kernel"
    panel._handle_custom_msg({"name": saved.name, "text": "mine"}, [])
    assert "was not restored" in panel.html["said"]
    panel._handle_custom_msg({"name": saved.name, "text": saved.read_text(encoding="utf-8")}, [])
    assert "1 answer restored from my-progress.json" in panel.html["said"]
    assert kept(progress_file)["3.1"]["answer"] == 4
