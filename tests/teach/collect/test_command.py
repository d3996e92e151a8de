"""The command `course collect`, as a teacher types it."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from course.cli import app
from course.teach.collect import collecting, command
from course.teach.collect.served import serving
from tests.teach.collect.made_class import make_class


def run(*words: object) -> tuple[int, list[str]]:
    """Run the command; return its exit code and what it said, line by line."""
    result = CliRunner().invoke(app, ["collect", *map(str, words)])
    return result.exit_code, result.output.splitlines()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with three hand-ins, beside the one that the command is typed in."""
    monkeypatch.chdir(tmp_path)
    make_class(tmp_path / "7b", 3, asked=("3.1", "3.2", "3.3"))
    return tmp_path / "7b"


def test_a_folder_is_collected_into_a_folder_here(folder: Path, tmp_path: Path) -> None:
    assert run(folder) == (0, ["3 learners in 3 files.", "Open collected/report.html"])
    assert (tmp_path / "collected" / "report.html").is_file()


def test_what_was_not_read_is_said_and_is_no_failure(folder: Path) -> None:
    (folder / "notes.txt").write_text("Bring the laptops.", encoding="utf-8")
    (folder / "class.csv").write_text("name\nLearner 00000\nBo\n", encoding="utf-8")
    code, said = run(folder, "-o", folder.parent / "out")
    assert code == 0
    assert said[:3] == [
        "3 learners in 4 files.",
        "1 learner of the class list handed in nothing.",
        "1 file could not be read:",
    ]
    assert said[3].startswith("  notes.txt: ")


def test_of_very_many_that_were_not_read_some_are_named(folder: Path) -> None:
    for number in range(command.SHOWN + 3):
        (folder / f"{number:02}.json").write_text("", encoding="utf-8")
    _, said = run(folder)
    assert "  and 3 others; the report names more of them." in said


def test_where_nothing_can_be_read_the_command_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    code, said = run("empty")
    assert (code, said[0]) == (1, "0 learners in 0 files.")
    code, said = run("nowhere")
    assert (code, said) == (1, ["nowhere is not there."])


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (sqlite3.OperationalError("database is locked"), "Another run writes to out."),
        (sqlite3.OperationalError("disk I/O error"), "out could not be written to: disk I/O error."),
        (PermissionError(13, "Permission denied", "out"), "out could not be written to: "),
    ],
)
def test_an_error_of_a_run_is_a_sentence(
    folder: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, expected: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(collecting, "collect", fail)
    code, said = run(folder, "-o", "out")
    assert code == 1
    assert said[0].startswith(expected)


def test_ctrl_c_says_that_nothing_is_lost(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(collecting, "collect", stop)
    assert run(folder) == (130, [command.STOPPED])


@pytest.mark.parametrize(("words", "place"), [([], None), (["7b", "--watch"], "7b")])
def test_a_page_is_opened_for_dropping_and_for_watching(
    folder: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], place: str | None
) -> None:
    asked: dict[str, Any] = {}

    def serve(folder: Path | None, collector: object, **options: object) -> int:
        asked.update(place=folder, collector=collector, **options)
        return 0

    monkeypatch.setattr(serving, "serve", serve)
    code, _ = run(*words, "--no-browser", "--port", "8123", "-o", "out")
    assert code == 0
    assert asked["place"] == (place and Path(place))
    assert (asked["port"], asked["open_browser"], str(asked["out"])) == (8123, False, "out")
    assert asked["collector"].collect(folder, folder.parent / "out", tell=print).report.learners == 3
