"""Saving: one file with all answers and notes, which loses nothing and writes over nothing else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import course
from course.questions import keeping
from tests.questions.kept import unreadable

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_saved_is_counted_and_can_be_downloaded(progress_file: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    assert str(course.save_progress(file)) == "0 answers saved in mine.json."
    course.check("3.1", 4)
    keeping.keep_note("3-guess", "The second reader.")
    said = course.save_progress(file)
    assert (str(said), said.file) == ("1 answer saved in mine.json.", "mine.json")
    assert said.content == file.read_text(encoding="utf-8") == progress_file.read_text(encoding="utf-8")
    assert json.loads(said.content)["notes"] == {"3-guess": "The second reader."}


def test_saving_before_restoring_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved = tmp_path / "my-progress.json"
    monkeypatch.setenv(keeping.VARIABLE, str(tmp_path / "a.json"))
    course.check("3.1", 4)
    course.save_progress(saved)
    monkeypatch.setenv(keeping.VARIABLE, str(tmp_path / "b.json"))
    course.save_progress(saved)
    course.restore_progress(saved)
    assert keeping.read().entries["3.1"].state == "right"


def test_a_foreign_file_is_not_written_over(progress_file: Path, tmp_path: Path) -> None:  # noqa: ARG001
    foreign = tmp_path / "shopping.json"
    for content in (b'{"milk": 1}', b"\xff\xfe\x00"):
        foreign.write_bytes(content)
        said = course.save_progress(foreign)
        assert str(said).startswith("shopping.json is another file: ")
        assert str(said).endswith("Give another name: course.save_progress('name.json').")
        assert said.content == "", "there is nothing to download"
        assert foreign.read_bytes() == content


def test_a_place_that_cannot_be_written_to_is_told(progress_file: Path, tmp_path: Path) -> None:
    course.check("3.1", 4)
    assert progress_file.exists()
    assert "could not be written" in str(course.save_progress(tmp_path / "nope" / "x.json"))
    assert "could not be written" in str(course.save_progress(tmp_path))


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Олена Коваль.json", "Олена Коваль.json"),
        ("Zoe\u0308.json", "Zoë.json"),
        ("9b: mine?.json", "9b- mine-.json"),
        ("con.json", "con_.json"),
        ("mine. ", "mine"),
        ("half \ud800.json", "half -.json"),
    ],
)
def test_a_name_is_one_on_every_system(progress_file: Path, tmp_path: Path, name: str, written: str) -> None:
    course.check("3.1", 4)
    assert str(course.save_progress(tmp_path / name)) == f"1 answer saved in {written}."
    assert (tmp_path / written).exists()
    assert progress_file.exists()


def test_a_file_that_is_held_for_a_moment_is_saved_into(
    progress_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course.check("3.1", 4)
    unreadable(2, monkeypatch)
    assert str(course.save_progress(tmp_path / "mine.json")) == "1 answer saved in mine.json."
    assert progress_file.exists()


@pytest.mark.parametrize("name", ["~nobody-of-this-name/x.json", "x" * 300])
def test_a_place_that_is_none_is_told(progress_file: Path, name: str) -> None:
    course.check("3.1", 4)
    assert "could not be written" in str(course.save_progress(name))
    assert progress_file.exists()
