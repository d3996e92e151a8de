"""A drive without room, without locks, or with paths that are too long is told."""

from __future__ import annotations

import errno
import os
import shutil
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace

import pytest
from filelock import FileLock

from course.jupyter.doctor import drives

MEGA = drives.MEGA


def free(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    """Let a drive have this many bytes left."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=size))


@pytest.mark.parametrize(
    ("left", "words"), [(5 * MEGA, ["mend"]), (0, ["mend"]), (50 * MEGA, ["note"]), (500 * MEGA, [])]
)
def test_little_room_is_a_note_and_none_is_to_be_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, left: int, words: list[str]
) -> None:
    free(monkeypatch, left)
    (tmp_path / "notebooks").mkdir()
    found = list(drives.little_room([tmp_path / "notebooks", tmp_path]))
    assert [each.word for each in found] == words, "one drive is told once"
    assert all(f"{left // MEGA} MB left" in each.sentence for each in found)
    assert [place.name for place in tmp_path.rglob("*")] == ["notebooks"]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_share_of_the_drive_that_is_used_up_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    free(monkeypatch, 500 * MEGA)
    tried: list[tuple[Path, int]] = []

    def refuse(place: Path, size: int) -> OSError:
        tried.append((place, size))
        return OSError(number, os.strerror(number))

    monkeypatch.setattr(drives, "try_to_write", refuse)
    [found] = drives.little_room([tmp_path])
    assert found.word == "mend"
    assert f"no room left for you ({os.strerror(number)})" in found.sentence
    assert tried == [(tmp_path, drives.TRIED)]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows counts no files")
def test_a_drive_that_takes_no_more_files_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    free(monkeypatch, 500 * MEGA)
    monkeypatch.setattr(os, "statvfs", lambda _: SimpleNamespace(f_files=100, f_favail=0))
    monkeypatch.setattr(drives, "try_to_write", lambda *_: OSError(errno.ENOSPC, "full"))
    assert "no room for more files" in next(drives.little_room([tmp_path])).sentence
    monkeypatch.setattr(drives, "try_to_write", lambda *_: None)
    monkeypatch.setattr(os, "statvfs", lambda _: SimpleNamespace(f_files=0, f_favail=0))
    assert list(drives.little_room([tmp_path])) == [], "a drive that does not count them"


def test_a_drive_with_locks_is_fine_and_nothing_is_left_there(tmp_path: Path) -> None:
    assert list(drives.no_locks(tmp_path / "notebooks")) == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP])
def test_a_drive_without_locks_is_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def no_lock(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(FileLock, "_acquire", no_lock)
    [found] = drives.no_locks(tmp_path)
    assert found.word == "note"
    assert f"The drive of {tmp_path} has no locks for files. Answers are kept in any case" in found.sentence
    assert found.fix.startswith("Answer in one notebook at a time")
    assert list(tmp_path.iterdir()) == []


def test_of_a_drive_that_takes_nothing_nobody_knows_whether_it_has_locks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(tempfile, "TemporaryDirectory", refuse)
    with pytest.raises(OSError, match="Read-only"):
        list(drives.no_locks(tmp_path))


@pytest.mark.parametrize(
    ("letters", "windows", "long_ones", "told"),
    [(200, True, False, True), (200, True, True, False), (200, False, False, False), (100, True, False, False)],
)
def test_paths_that_windows_does_not_take_are_told(letters: int, *, windows: bool, long_ones: bool, told: bool) -> None:
    found = list(drives.too_long(Path("/" + letters * "x"), windows=windows, long_ones=long_ones))
    assert bool(found) == told
    assert all(each.word == "mend" and f"up to {letters + 70} letters" in each.sentence for each in found)


def test_the_longest_name_is_that_of_a_notebook_of_the_course() -> None:
    from course import content  # noqa: PLC0415 - for this alone

    longest = max((path.stem for path in content.notebooks_folder().glob("[0-9]*.ipynb")), key=len)
    assert len(drives.CHECKPOINT.name) >= len(f"{longest}-checkpoint.ipynb")


@pytest.mark.skipif(sys.platform == "win32", reason="it depends on the computer")
def test_other_systems_take_long_paths() -> None:
    assert drives.takes_long_paths()


def test_the_nearest_folder_is_one_that_exists(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert drives.nearest(tmp_path / "a" / "b") == tmp_path
    assert drives.nearest(tmp_path / "file") == tmp_path
