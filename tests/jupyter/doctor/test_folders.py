"""Notebooks that are missing, and what cannot be written to, are told; what is one's own is opened again."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING

import pytest

from course.jupyter.doctor import folders
from tests.jupyter.doctor.other_user import NOBODY, as_nobody, own_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder with notebooks that belongs to the user without rights."""
    with own_folder() as place:
        yield place


def lines(place: Path) -> list[str]:
    """What is said of a folder, to a user without rights."""
    with as_nobody():
        return [line for found in folders.unwritable(place) for line in found.lines()]


def refusing(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Let no file be made."""
    monkeypatch.setattr(folders, "try_to_write", lambda *_: OSError(number, os.strerror(number)))


def test_where_all_can_be_written_nothing_is_said_and_nothing_is_left(folder: Path) -> None:
    before = {place: place.stat().st_mtime_ns for place in folder.rglob("*.ipynb")}
    assert lines(folder) == []
    assert {place: place.stat().st_mtime_ns for place in folder.rglob("*") if place.is_file()} == before
    assert lines(folder / "nowhere") == []


@pytest.mark.parametrize("inner", [".", "notebooks"])
def test_a_folder_that_is_shut_is_told_and_opened_by_its_owner(folder: Path, inner: str) -> None:
    place = folder / inner
    place.chmod(0o555)
    with as_nobody():
        [found] = folders.unwritable(folder)
        assert found.sentence == f"{place} is not to be written to (Permission denied): what is done there is lost."
        assert found.fix == f"chmod u+rwX {place}"
        assert found.mend
        assert found.mend() == f"You can write to {place} again."
    assert lines(folder) == []
    assert place.stat().st_mode & 0o777 == 0o755


def test_notebooks_that_are_shut_are_one_line(folder: Path) -> None:
    for place in (folder / "notebooks").iterdir():
        place.chmod(0o444)
    said, helps = lines(folder)
    assert said.startswith(f"mend: In {folder / 'notebooks'}, a.ipynb, b.ipynb are not to be written to")
    assert "chmod u+rwX" in helps
    with as_nobody():
        for found in folders.unwritable(folder):
            assert found.mend
            found.mend()
    assert lines(folder) == []
    assert (folder / "notebooks" / "a.ipynb").read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives a file to another user")
def test_a_notebook_that_belongs_to_root_is_not_opened_by_us(folder: Path) -> None:
    os.chown(folder / "notebooks" / "a.ipynb", 0, 0)
    (folder / "notebooks" / "b.ipynb").chmod(0o444)
    with as_nobody():
        roots, own = sorted(folders.unwritable(folder), key=lambda found: bool(found.mend))
    assert roots.sentence.endswith("what is done there is lost, for it belongs to root.")
    assert roots.fix == f'sudo chown -R "$(id -un)" {folder / "notebooks"}'
    assert own.mend, "the other one is our own"


def test_a_drive_that_can_be_read_only_is_one_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refusing(monkeypatch, errno.EROFS)
    assert lines(folder) == [
        f"mend: {folder} is on a drive that can be read only: nothing is kept there.",
        f"  fix: {folders.OWN_COPY}",
    ]


def test_a_full_drive_is_no_matter_of_rights(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refusing(monkeypatch, errno.ENOSPC)
    assert lines(folder) == []


def test_missing_notebooks_are_a_note_and_can_be_laid(tmp_path: Path) -> None:
    laid: list[str] = []

    def lay() -> list[str]:
        laid.append("x")
        return ["Laid a", "Laid b"]

    [found] = folders.missing(tmp_path, ["a", "b", "c", "d"], lay)
    assert found.word == "note"
    assert found.sentence.startswith(f"a, b, c and 1 more are not in {tmp_path / 'notebooks'} yet.")
    assert found.mend
    assert found.mend() == "Laid a, Laid b."
    assert laid == ["x"]
    assert next(folders.missing(tmp_path, ["a"], list)).sentence.startswith("a is not in")
    assert list(folders.missing(tmp_path, [], list)) == []


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "x").touch()
    [found] = folders.missing(tmp_path / "x", ["a"], list)
    assert (found.word, found.mend) == ("mend", None)
    assert "is a file" in found.sentence


def test_progress_that_cannot_be_kept_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    progress = folder / "notebooks" / "later" / "progress.json"
    assert list(folders.progress_lost(progress)) == []
    assert not progress.parent.exists()
    kept = folder / "kept.json"
    kept.touch(0o400)
    with as_nobody():
        [found] = folders.progress_lost(kept)
    assert found.sentence == f"Progress cannot be kept in {kept} (Permission denied)."
    assert found.fix == "Name another file in the variable COURSE_PROGRESS."
    refusing(monkeypatch, errno.ENOSPC)
    assert "No space left" in next(folders.progress_lost(progress)).sentence


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives a folder to another user")
def test_root_in_the_folder_of_another_user_is_noted(folder: Path, tmp_path: Path) -> None:
    [found] = folders.not_yours(folder, 0)
    assert found.word == "note"
    assert folders.name_of(NOBODY) in found.fix
    assert list(folders.not_yours(tmp_path, 0)) == [], "it is root's own"
    assert list(folders.not_yours(folder, NOBODY)) == []
    assert list(folders.not_yours(folder, None)) == []
    assert list(folders.not_yours(folder / "nowhere", 0)) == []


def test_a_user_has_a_name_or_a_number() -> None:
    assert folders.name_of(0) == "root"
    assert folders.name_of(4_000_000) == "user 4000000"
    assert folders.me() == os.geteuid()
