"""`course export` says what it wrote, or why it wrote nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from course.cli import app

if TYPE_CHECKING:
    from pathlib import Path

runner = CliRunner()


def test_the_help_names_both_programs() -> None:
    said = runner.invoke(app, ["export", "--help"]).output
    assert all(name in said for name in ("nbgrader", "moodle"))


@pytest.mark.parametrize(
    ("command", "files"),
    [
        ("nbgrader", ["nbgrader_config.py", "source/03_how_many/03_how_many.ipynb"]),
        ("moodle", ["between-the-lines.xml", "left-out.txt"]),
    ],
)
def test_files_are_written_and_written_over_never(tmp_path: Path, command: str, files: list[str]) -> None:
    out = tmp_path / "out"
    done = runner.invoke(app, ["export", command, str(out), "--lesson", "03"])
    assert done.exit_code == 0
    assert sorted(str(each.relative_to(out)) for each in out.rglob("*") if each.is_file()) == files
    assert all(f"{out / name}: written" in done.output.splitlines() for name in files)
    (out / files[0]).write_text("mine")
    again = runner.invoke(app, ["export", command, str(out), "--lesson", "03"])
    assert again.exit_code == 1
    assert f"names: {files[0]}. Nothing was written." in again.output.replace("\n", " ")
    assert (out / files[0]).read_text() == "mine"


@pytest.mark.parametrize("command", ["nbgrader", "moodle"])
def test_a_lesson_that_there_is_not_is_told(tmp_path: Path, command: str) -> None:
    done = runner.invoke(app, ["export", command, str(tmp_path / "out"), "--lesson", "33"])
    assert done.exit_code == 1
    assert "There is no notebook '33'." in done.output
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from course.teach.export import nbgrader  # noqa: PLC0415 - it is patched here only

    def full(*_: object) -> None:
        message = "No space left on device"
        raise OSError(message)

    monkeypatch.setattr(nbgrader, "write_files", full)
    done = runner.invoke(app, ["export", "nbgrader", str(tmp_path)])
    assert done.exit_code == 1
    assert "No space left on device" in done.output
