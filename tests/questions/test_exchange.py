"""A hand-in goes to the teacher by itself where a folder is named: whole, or it is said what to do."""

from __future__ import annotations

import errno
import json
import os
import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

import course
from course.cli import app
from course.questions import exchange
from course.questions.hand_in_panel import AT_ONCE, HandInPanel

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("progress_file")
BY_HAND = "Give this file to your teacher."


@pytest.fixture
def drop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The teacher's folder for one learner, who has answered a question."""
    folder = tmp_path / "exchange" / "ada"
    folder.mkdir(parents=True)
    monkeypatch.setenv(exchange.VARIABLE, str(folder))
    course.check("3.1", 4)
    return folder


def answers(file: Path) -> list[str]:
    return [each["question"] for each in json.loads(file.read_text(encoding="utf-8"))["answers"]]


def test_a_hand_in_is_written_here_and_goes_to_the_teacher_and_nobody_has_to_carry_it(
    drop: Path, tmp_path: Path
) -> None:
    said = str(course.hand_in("Ada", tmp_path))
    assert said == f"1 answer of Ada written to hand-in-Ada.json. {exchange.THERE}"
    assert (drop / "hand-in-Ada.json").read_bytes() == (tmp_path / "hand-in-Ada.json").read_bytes()


def test_without_a_folder_nothing_goes_anywhere(drop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for value in ("", None):
        monkeypatch.setenv(exchange.VARIABLE, value) if value is not None else monkeypatch.delenv(exchange.VARIABLE)
        assert str(course.hand_in("Ada", tmp_path)).endswith(BY_HAND)
    assert list(drop.iterdir()) == []


def test_a_fuller_one_takes_the_place_and_a_poorer_one_does_not(drop: Path, tmp_path: Path) -> None:
    course.hand_in("Ada", tmp_path)
    course.check("3.2", 5)
    course.hand_in("Ada", tmp_path)
    assert answers(drop / "hand-in-Ada.json") == ["3.1", "3.2"]
    course.begin_anew()
    course.check("3.4", ["about"])
    (tmp_path / "hand-in-Ada.json").unlink()
    assert str(course.hand_in("Ada", tmp_path)).endswith(exchange.THERE)
    assert answers(drop / "hand-in-Ada.json") == ["3.1", "3.2"], "what the teacher has stays"
    assert answers(drop / "hand-in-Ada-2.json") == ["3.4"]


def test_what_the_teacher_has_is_whole_at_any_moment(
    drop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course.hand_in("Ada", tmp_path)
    before = (drop / "hand-in-Ada.json").read_bytes()
    course.check("3.2", 5)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    said = course.hand_in("Ada", tmp_path)
    assert "It could not be handed in by itself: No space left on device. Download it" in str(said)
    assert len(json.loads(said.content)["answers"]) == 2
    assert (drop / "hand-in-Ada.json").read_bytes() == before
    assert [file.name for file in drop.iterdir()] == ["hand-in-Ada.json"]


def test_a_folder_that_is_gone_is_told_and_not_made_in_its_place(drop: Path, tmp_path: Path) -> None:
    shutil.rmtree(drop.parent)
    said = course.hand_in("Ada", tmp_path)
    assert str(said) == (
        "1 answer of Ada written to hand-in-Ada.json. It could not be handed in by itself: your teacher's folder is not "
        "there. Download it, and give the file to your teacher."
    )
    assert said.file == "hand-in-Ada.json"
    assert not drop.parent.exists()


def test_it_goes_to_the_teacher_also_where_it_cannot_be_written_here(drop: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    said = str(course.hand_in("Ada", tmp_path / "file"))
    assert "could not be written" in said
    assert said.endswith(exchange.THERE)
    assert answers(drop / "hand-in-Ada.json") == ["3.1"]


def test_the_page_says_before_that_the_teacher_gets_it(drop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert drop.is_dir()
    panel = course.hand_in()
    assert isinstance(panel, HandInPanel)
    assert AT_ONCE in panel.html["inside"]
    monkeypatch.delenv(exchange.VARIABLE)
    assert AT_ONCE not in course.hand_in().html["inside"]  # type: ignore[union-attr]


def test_the_teacher_s_report_counts_what_has_come(drop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    course.hand_in("Ada", tmp_path)
    ben = drop.with_name("ben")
    ben.mkdir()
    monkeypatch.setenv(exchange.VARIABLE, str(ben))
    course.begin_anew()
    course.check("3.1", 5)
    course.hand_in("Ben", tmp_path)
    done = CliRunner().invoke(app, ["collect", str(drop.parent), "-o", str(tmp_path / "out")])
    assert done.exit_code == 0, done.output
    assert "2 learners in 2 files." in done.output
