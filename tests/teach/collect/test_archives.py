"""Zip files are looked into, never unpacked onto the disk, and never too far."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import TYPE_CHECKING

import pytest

from course.teach.collect import archives
from course.teach.collect.archives import Unread
from tests.teach.collect.made import zipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    """Nothing stays open."""
    yield
    archives.close_all()


def look(data: bytes) -> zipfile.ZipFile:
    return archives.look_into(io.BytesIO(data))


def test_a_file_in_it_is_read() -> None:
    archive = look(zipped({"a/b.json": b"{}"}))
    info = archives.inside(archive)["a/b.json"]
    assert archives.read(archive, info, 10) == b"{}"
    assert archives.stamp(info) == "2:a3f41ca5" or archives.stamp(info).startswith("2:")


def test_folders_are_no_files() -> None:
    assert list(archives.inside(look(zipped({"a/": b"", "a/b": b"1"})))) == ["a/b"]


def test_the_stamp_is_of_the_content() -> None:
    one, same, other = (archives.inside(look(zipped({"a": data})))["a"] for data in (b"1", b"1", b"2"))
    assert archives.stamp(one) == archives.stamp(same) != archives.stamp(other)


def test_two_files_of_one_name_are_two() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("x.json", b"1")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("x.json", b"2")
    found = look(out.getvalue())
    assert [archives.read(found, info, 9) for info in archives.inside(found).values()] == [b"1", b"2"]
    assert list(archives.inside(found)) == ["x.json", "x (2).json"]


@pytest.mark.parametrize("says_so", [True, False])
def test_names_of_a_mac_are_in_utf_8_whether_it_says_so_or_not(*, says_so: bool) -> None:
    data = zipped({"Zoë.json": b"1"})
    if not says_so:
        data = data.replace(b"PK\3\4\x14\0\0\x08", b"PK\3\4\x14\0\0\0")
        place = data.index(b"PK\1\2") + 8
        data = data[:place] + b"\0\0" + data[place + 2 :]
    assert list(archives.inside(look(data))) == ["Zoë.json"]


def test_names_of_an_old_windows_stay_readable() -> None:
    data = zipped({"Zoe.json": b"1"}).replace(b"Zoe", b"Zo\x89")
    assert list(archives.inside(look(data))) == ["Zoë.json"]


def test_large_zip_files_are_read() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive, archive.open("x.json", "w", force_zip64=True) as file:
        file.write(b"{}")
    found = look(out.getvalue())
    assert archives.read(found, archives.inside(found)["x.json"], 9) == b"{}"


def test_what_stands_before_a_zip_file_does_no_harm() -> None:
    assert list(archives.inside(look(b"hello" + zipped({"a": b"1"})))) == ["a"]


def test_a_file_may_not_be_longer_than_is_said() -> None:
    archive = look(zipped({"a": b"1" * 11}))
    info = archives.inside(archive)["a"]
    with pytest.raises(Unread, match="at most 0 are read"):
        archives.read(archive, info, 10)
    info.file_size = 5
    with pytest.raises(Unread, match="damaged"):
        archives.read(archive, info, 10)


@pytest.mark.parametrize("data", [b"", b"PK", b"no zip", zipped({"a": b"1"})[:-5], zipped({"a": b"1"})[10:60]])
def test_what_is_none_is_told(data: bytes) -> None:
    with pytest.raises(Unread, match="zip file"):
        look(data)


@pytest.mark.parametrize("place", range(0, 130, 3))
def test_a_byte_that_was_changed_raises_nothing_else(place: int) -> None:
    data = bytearray(zipped({"a.json": b"{}" * 20}))
    place %= len(data)
    data[place] ^= 0xFF
    try:
        archive = look(bytes(data))
        for info in archives.inside(archive).values():
            archives.read(archive, info, 100)
            archives.changed(info, "")
    except Unread:
        archives.close_all()


def test_a_list_that_is_too_long_is_not_read() -> None:
    data = zipped({"a": b"1"})
    place = data.rindex(b"PK\5\6")
    with pytest.raises(Unread, match="more than 200,000 files"):
        look(data[: place + 12] + struct.pack("<L", 2**30) + data[place + 16 :])


def test_too_many_files_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_MEMBERS", 2)
    data = zipped(dict.fromkeys("abc", b"1"))
    with pytest.raises(Unread, match="files in it"):
        look(data)
    place = data.rindex(b"PK\5\6")
    with pytest.raises(Unread, match="files in it"):
        look(data[: place + 8] + b"\1\0\1\0" + data[place + 12 :])


def test_few_zip_files_are_kept_open(tmp_path: Path) -> None:
    for number in range(archives.KEPT + 3):
        (tmp_path / f"{number}.zip").write_bytes(zipped({"in.zip": zipped({"a": str(number).encode()})}))
    for _ in range(2):
        for number in range(archives.KEPT + 3):
            inner = archives.opened(tmp_path / f"{number}.zip", ("in.zip",))
            assert archives.read(inner, archives.inside(inner)["a"], 9) == str(number).encode()
    assert len(archives._open) == archives.KEPT
    archives.close_all()
    assert not archives._open


def test_a_zip_file_that_was_replaced_is_opened_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    for content in (b"1", b"22"):
        path.write_bytes(zipped({"a": content}))
        archive = archives.opened(path)
        assert archives.read(archive, archives.inside(archive)["a"], 9) == content


def test_the_time_of_a_file_without_one_is_that_of_its_zip_file() -> None:
    assert archives.changed(zipfile.ZipInfo("a"), "then") == "then"
    assert archives.changed(zipfile.ZipInfo("a", (2026, 13, 40, 0, 0, 0)), "then") == "then"
    assert archives.changed(zipfile.ZipInfo("a", (2026, 11, 20, 10, 0, 0)), "then").startswith("2026-11-")
