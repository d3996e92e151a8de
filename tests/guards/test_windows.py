"""The rules of Windows are those that the course meets in every test."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from course import files
from tests.guards.windows import COURSE, OPEN_FILES, is_name_on_windows

if TYPE_CHECKING:
    from pathlib import Path

on_linux = pytest.mark.skipif(not OPEN_FILES.is_dir(), reason="this system does not say which files are open")


def as_the_course(code: str, **names: object) -> None:
    """Run a line as if it stood in a module of the course."""
    exec(compile(code, f"{COURSE}a_module.py", "exec"), names)  # noqa: S102 - the lines stand below


@on_linux
@pytest.mark.parametrize(
    "line", ["old.replace(new)", "old.rename(new)", "old.unlink()", "os.remove(old)", "new.replace(old)"]
)
def test_a_file_that_is_open_stays_where_it_is(tmp_path: Path, line: str) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.touch()
    if line.startswith("new"):
        new.touch()
    with old.open(encoding="utf-8"), pytest.raises(PermissionError, match="Windows refuses this"):
        as_the_course(line, old=old, new=new, os=os)
    assert old.exists()
    as_the_course(line, old=old, new=new, os=os)


@on_linux
def test_a_folder_with_a_file_that_is_open_keeps_its_name(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with (tmp_path / "folder" / "file").open("w", encoding="utf-8"), pytest.raises(PermissionError):
        as_the_course("old.rename('other')", old=tmp_path / "folder")


def test_nothing_is_renamed_onto_a_file_that_is_there(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.touch()
    new.touch()
    with pytest.raises(FileExistsError):
        as_the_course("old.rename(new)", old=old, new=new)
    as_the_course("old.replace(new)", old=old, new=new)


@pytest.mark.parametrize(
    "name", ["con", "NUL.json", "com1.csv", "a:b", "a?", "ends.", "ends ", "aux.tar.gz", "lpt9 .txt"]
)
@pytest.mark.parametrize(
    "line", ["place.write_text('a', encoding='utf-8')", "place.mkdir()", "place.open('xb')", "other.replace(place)"]
)
def test_a_name_that_windows_does_not_take_is_refused(tmp_path: Path, name: str, line: str) -> None:
    (tmp_path / "other").touch()
    with pytest.raises(OSError, match="Windows takes no such name") as caught:
        as_the_course(line, place=tmp_path / name, other=tmp_path / "other")
    assert caught.value.errno == errno.EINVAL
    assert [each.name for each in tmp_path.iterdir()] == ["other"]


@pytest.mark.parametrize("name", ["console.json", ".hidden", "Zoë Müller.csv", "a.con", "com10", "nul-1.json"])
def test_other_names_are_names(name: str) -> None:
    assert is_name_on_windows(name)


def test_what_a_test_does_itself_is_free(tmp_path: Path) -> None:
    with (tmp_path / "a:b").open("w", encoding="utf-8"):
        (tmp_path / "a:b").unlink()


def test_the_course_writes_under_these_rules(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="Windows takes no such name"):
        files.write_in_one_step(tmp_path / "con", "text")
    place = tmp_path / "a.json"
    place.touch()
    if OPEN_FILES.is_dir():
        with place.open(encoding="utf-8"), pytest.raises(PermissionError):
            files.write_in_one_step(place, "text")
    assert [each.name for each in tmp_path.iterdir()] == ["a.json"], "what was written beside it is gone"
