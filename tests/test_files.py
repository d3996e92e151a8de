"""Files that others hold: waited for, written whole, with whatever locks there are."""

from __future__ import annotations

import errno
import os
import socket
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock

from course import files
from course.files import alone, free_name, in_one_step, patiently, why, write_in_one_step

if TYPE_CHECKING:
    from collections.abc import Callable


def failing(times: int, error: Exception) -> Callable[[], str]:
    """A function that fails some times before it succeeds."""
    left = [error] * times

    def do() -> str:
        if left:
            raise left.pop()
        return "done"

    return do


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that were waited, each time; nobody waits for them, only the clock that is looked at goes on."""
    waited: list[float] = []
    monkeypatch.setattr(files, "time", SimpleNamespace(sleep=waited.append, monotonic=lambda: sum(waited)))
    return waited


def test_what_is_held_for_a_moment_is_tried_again(waits: list[float]) -> None:
    assert patiently(failing(3, PermissionError(13, "held"))) == "done"
    assert patiently(failing(3, ValueError("half a file"))) == "done"
    assert waits == [files.PAUSE] * 6


def test_what_is_held_for_long_is_told(waits: list[float]) -> None:
    with pytest.raises(PermissionError):
        patiently(failing(99, PermissionError(13, "held")), 0.2)
    assert sum(waits) == pytest.approx(0.2)


def test_what_is_not_there_is_not_waited_for(waits: list[float]) -> None:
    with pytest.raises(FileNotFoundError):
        patiently(lambda: Path("/nowhere/at/all").read_text(encoding="utf-8"), 5)
    assert waits == []


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EACCES])
def test_without_locks_a_mark_stands_for_one(tmp_path: Path, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_lock(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(FileLock, "_acquire", no_lock)
    with alone(tmp_path / "x.json") as has_locks:
        assert not has_locks
        assert (tmp_path / "x.json.mark").exists()
    assert not (tmp_path / "x.json.mark").exists()


def test_with_locks_there_is_no_mark(tmp_path: Path) -> None:
    with alone(tmp_path / "x.json") as has_locks:
        assert has_locks
        assert not (tmp_path / "x.json.mark").exists()


def test_a_mark_that_another_computer_has_left_costs_its_wait_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_lock(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(FileLock, "_acquire", no_lock)
    monkeypatch.setattr(files, "MARKED", 0.2)
    mark = tmp_path / "x.json.mark"
    mark.write_text(f"4711\nnot-{socket.gethostname()}\n", encoding="utf-8")
    with alone(tmp_path / "x.json"):
        assert not mark.exists(), "it was waited for, and passed over"
    with alone(tmp_path / "x.json"):
        assert mark.exists(), "nobody else has one"


def test_a_lock_that_is_never_given_back_costs_its_wait_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LOCKED", 0.2)
    place = tmp_path / "x.json"
    waited: list[float] = []
    acquire = FileLock.acquire

    def watched(lock: FileLock) -> object:
        waited.append(lock.timeout)
        return acquire(lock)

    with FileLock(f"{place}.lock"):
        monkeypatch.setattr(FileLock, "acquire", watched)
        for _ in range(3):
            with alone(place) as has_locks:
                assert not has_locks
    once, *after = waited
    assert once == files.LOCKED
    assert after == [files.MARKED / 10] * 2


def test_an_error_while_a_file_is_changed_gives_the_lock_back(tmp_path: Path) -> None:
    def fail() -> None:
        with alone(tmp_path / "x.json"):
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        fail()
    with alone(tmp_path / "x.json") as has_locks:
        assert has_locks


@pytest.mark.parametrize(("number", "is_written"), [(errno.EINVAL, True), (errno.EOPNOTSUPP, True), (errno.EIO, False)])
def test_a_file_system_that_cannot_sync_is_written_to_all_the_same(
    tmp_path: Path, number: int, *, is_written: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    file = tmp_path / "x.json"
    if is_written:
        write_in_one_step(file, "new")
        assert file.read_text(encoding="utf-8") == "new"
    else:
        with pytest.raises(OSError, match=os.strerror(number)):
            write_in_one_step(file, "new")
        assert list(tmp_path.iterdir()) == [], "no part of it is left"


def test_a_file_that_another_program_holds_is_replaced_a_moment_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, real = [1, 1], Path.replace

    def replace(self: Path, target: Path) -> Path:
        if held:
            held.pop()
            raise PermissionError(13, "The process cannot access the file")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    write_in_one_step(tmp_path / "x.json", "new")
    assert (tmp_path / "x.json").read_text(encoding="utf-8") == "new"


def test_a_link_to_a_file_stays_a_link(tmp_path: Path) -> None:
    file, link = tmp_path / "file.json", tmp_path / "link.json"
    file.write_text("old", encoding="utf-8")
    link.symlink_to(file)
    write_in_one_step(link, "new")
    assert link.is_symlink()
    assert file.read_text(encoding="utf-8") == "new"


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    for name in ("x-old.json", "x-old-2.json", "x-old-3.json"):
        assert free_name(tmp_path / "x.json", "old").name == name
        (tmp_path / name).touch()
    assert free_name(tmp_path / "x.json", "set-aside", "-1").name == "x-set-aside-1.json"


def test_an_error_is_told_without_its_number() -> None:
    assert why(OSError(errno.ENOSPC, "No space left on device", "/a/path")) == "No space left on device"
    assert why(OSError("odd")) == "odd"


def test_a_file_that_is_written_bit_by_bit_takes_its_place_when_it_is_whole(tmp_path: Path) -> None:
    place = tmp_path / "table.csv"
    place.write_text("old")
    with in_one_step(place, "utf-8-sig") as file:
        file.write("new\r\n")
        assert place.read_text() == "old"
    assert place.read_bytes() == b"\xef\xbb\xbfnew\r\n"


def test_half_a_file_takes_no_place(tmp_path: Path) -> None:
    place = tmp_path / "table.csv"
    place.write_text("old")

    def fail() -> None:
        with in_one_step(place) as file:
            file.write("half")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert place.read_text() == "old"
    assert [*tmp_path.iterdir()] == [place]


def test_a_disk_is_not_waited_for_where_a_file_can_be_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[int] = []
    monkeypatch.setattr(os, "fsync", waited.append)
    write_in_one_step(tmp_path / "a", "a", at_once=False)
    assert waited == []
    write_in_one_step(tmp_path / "a", "b")
    assert len(waited) == 1
