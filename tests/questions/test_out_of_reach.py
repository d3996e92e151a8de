"""Progress where the folder moves, is gone, is shut or full, where the file is held, and where there are no locks."""

from __future__ import annotations

import errno
import os
import shutil
import sys
import threading
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from filelock import FileLock, SoftFileLock

import course
from course import files
from course.questions import keeping, on_page
from tests.questions.kept import kept, unreadable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_a_cell_that_goes_to_another_folder_does_not_split_progress(here: Path, tmp_path: Path) -> None:
    course.check("3.1", 4)
    os.chdir(tmp_path)
    course.check("3.2", 3)
    assert set(kept(here / keeping.FILE_NAME)) == {"3.1", "3.2"}
    assert not (tmp_path / keeping.FILE_NAME).exists()
    assert "3.1" in keeping.read().entries


def test_the_environment_still_moves_it(here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    course.check("3.1", 4)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv(keeping.VARIABLE, "~/mine.json")
    course.check("3.2", 3)
    assert set(kept(tmp_path / "mine.json")) == {"3.2"}
    assert set(kept(here / keeping.FILE_NAME)) == {"3.1"}


def test_a_file_that_is_held_for_a_moment_is_read(progress_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    course.check("3.1", 4)
    unreadable(3, monkeypatch)
    assert set(keeping.read().entries) == {"3.1"}
    unreadable(3, monkeypatch)
    course.check("3.2", 3)
    assert set(kept(progress_file)) == {"3.1", "3.2"}


def test_a_file_that_is_held_for_long_is_not_written_over_and_is_waited_for_once(
    progress_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    course.check("3.1", 4)
    before = progress_file.read_bytes()
    unreadable(9999, monkeypatch)
    assert "could not be kept in a file (Permission denied)" in course.check("3.2", 3).next_step
    waits: list[float] = []

    def patiently(do: Callable[[], Any], seconds: float) -> Any:
        waits.append(seconds)
        return files.patiently(do, seconds)

    monkeypatch.setattr(keeping, "patiently", patiently)
    assert "1 of 7" in str(course.progress("03"))
    assert "3" in str(course.ask("3.2").answer)
    assert set(waits) == {files.PAUSE}, "it was waited for once"
    assert "Your earlier answers cannot be read now (Permission denied)." in capsys.readouterr().out
    assert progress_file.read_bytes() == before
    monkeypatch.undo()
    monkeypatch.setenv(keeping.VARIABLE, str(progress_file))
    course.check("3.3", 1)
    assert set(kept(progress_file)) == {"3.1"} | set(keeping.read().entries)


def test_a_file_that_is_half_there_is_not_set_aside_at_once(progress_file: Path) -> None:
    course.check("3.1", 4)
    whole = progress_file.read_bytes()
    progress_file.write_bytes(whole[:40])
    timer = threading.Timer(0.3, progress_file.write_bytes, [whole])
    timer.start()
    assert set(keeping.read().entries) == {"3.1"}
    timer.join()


def test_a_drive_without_locks_keeps_all_the_same_and_says_so_once(
    progress_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def no_lock(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(FileLock, "_acquire", no_lock)
    for number, answer in {"3.1": 4, "3.2": 3}.items():
        assert "could not be kept" not in course.check(number, answer).next_step
    assert set(kept(progress_file)) == {"3.1", "3.2"}
    assert capsys.readouterr().out.count("has no locks for files") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows deletes no folder that a program works in")
@pytest.mark.parametrize("used", [True, False])
def test_a_working_folder_that_is_gone_is_said_and_the_page_works_on(
    here: Path, capsys: pytest.CaptureFixture[str], *, used: bool
) -> None:
    if used:
        course.check("3.1", 4)
    shutil.rmtree(here)
    verdict = course.check("3.2", 3)
    assert verdict.state == "right"
    assert "could not be kept in a file (No such file or directory)" in verdict.next_step
    for show in (lambda: course.ask("3.2"), course.home, course.progress, lambda: course.note("n", "Who?")):
        str(show())
        assert "Your earlier answers cannot be read now (No such file or directory)." in capsys.readouterr().out
    assert course.ask("3.2").answer == {"answer": 3}
    course.note("n", "Who?").give("text", "Me.")
    assert course.note("n", "Who?").values["text"] == "Me."
    assert not here.exists(), "a folder that was deleted, or has another name now, is not made anew"


def test_what_cannot_be_read_is_said_once_a_cell(
    progress_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    course.check("3.1", 4)
    unreadable(9999, monkeypatch)
    shell = SimpleNamespace(execution_count=1)
    monkeypatch.setattr(on_page, "get_ipython", lambda: shell)
    monkeypatch.setattr(on_page, "_told_in", set())
    for cell in (1, 2):
        shell.execution_count = cell
        home = course.home()
        course.check("3.2", 3)
        assert str(home)
        assert capsys.readouterr().out.count("Your earlier answers cannot be read now") == 1
    assert progress_file.exists()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_full_disk_or_a_folder_to_read_only_stops_nothing(
    progress_file: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    course.check("3.1", 4)
    monkeypatch.setattr(keeping, "write_in_one_step", refuse)
    monkeypatch.setattr(FileLock, "_acquire", refuse)
    monkeypatch.setattr(SoftFileLock, "_acquire", refuse)
    assert f"({os.strerror(number)})" in course.check("3.2", 3).next_step
    note = course.note("n", "Who?")
    note.give("text", "Me.")
    assert os.strerror(number) in note.html["kept"]
    assert "2 of 7" in str(course.progress("03"))
    assert "· 2 of 7 ·" in str(course.home())
    assert set(kept(progress_file)) == {"3.1"}


def test_a_file_to_hand_over_is_waited_for_again(progress_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    course.check("3.1", 4)
    monkeypatch.setattr(keeping, "_out_of_reach", {progress_file})
    unreadable(5, monkeypatch)
    assert set(keeping.read_whole().entries) == {"3.1"}


def test_what_another_kernel_has_set_aside_does_not_come_back(
    progress_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course.check("3.1", 4)

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(keeping, "write_in_one_step", refuse)
        course.check("3.2", 3)
    progress_file.rename(progress_file.with_name("aside.json"))
    course.check("3.3", (1, 2))
    assert set(kept(progress_file)) == {"3.2", "3.3"}, "what this kernel could not write, and no more"
