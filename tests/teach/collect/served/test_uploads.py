"""What is dropped is copied whole, under names that stay below the folder, within limits, and nothing is written over."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.files import REFUSED, RESERVED
from course.teach.collect.served import uploads as uploads_
from course.teach.collect.served.uploads import LARGEST, LONGEST, LONGEST_PATH, NotTakenError, Uploads, tame


@pytest.fixture
def uploads(tmp_path: Path) -> Uploads:
    return Uploads(tmp_path)


def put(uploads: Uploads, path: str, data: bytes = b"{}", changed: float | None = None) -> str:
    arriving = uploads.begin(path, len(data))
    arriving.write(data)
    return uploads.keep(arriving, changed).relative_to(uploads.files).as_posix()


def there(uploads: Uploads) -> dict[str, bytes]:
    files = (path for path in uploads.files.rglob("*") if path.is_file())
    return {path.relative_to(uploads.files).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("class/Ada/hand-in.json", "class/Ada/hand-in.json"),
        ("Ömer Şahin_1234567_assignsubmission_file/a b.json", "Ömer Şahin_1234567_assignsubmission_file/a b.json"),
        ("../../x", "x"),
        ("/etc/passwd", "etc/passwd"),
        (r"C:\Windows\..\x.json", "C-/Windows/x.json"),
        ("a/./b//c", "a/b/c"),
        ("CON", "CON_"),
        ("class/aux.json", "class/aux_.json"),
        ("a\0b", "a-b"),
        ("what?.json", "what-.json"),
        ("ends in a dot. .", "ends in a dot"),
        ("\ud800", "-"),
        ("", "file"),
        ("..", "file"),
    ],
)
def test_a_path_stays_below_the_folder_and_is_one_on_every_system(uploads: Uploads, path: str, kept: str) -> None:
    assert put(uploads, path) == kept
    assert there(uploads) == {kept: b"{}"}


@given(st.text(st.characters() | st.sampled_from("./\\:\0 ~"), max_size=400))
def test_whatever_a_path_is_its_names_are_tame_and_short(path: str) -> None:
    names = tame(path)
    assert names
    assert len("/".join(names)) <= LONGEST_PATH
    for name in names:
        assert not REFUSED.search(name)
        assert not RESERVED.match(name)
        assert name.strip(". ")
        assert not {"/", "\\"} & set(name)
        assert len(name.encode()) <= LONGEST + 2


def test_long_names_are_cut_and_stay_apart_with_their_ending(uploads: Uploads) -> None:
    one, other = put(uploads, "a" * 300 + "1.json"), put(uploads, "a" * 300 + "2.json")
    assert one != other
    assert one.endswith(".json")
    deep = put(uploads, "/".join(["folder of a class"] * 40) + "/hand-in.json")
    assert len(deep) <= LONGEST_PATH
    assert deep.endswith("folder of a class/hand-in.json")
    assert uploads.count == 3


def test_two_files_of_one_path_are_both_kept_and_the_same_one_once(uploads: Uploads) -> None:
    assert put(uploads, "Ada/hand-in.json", b"1") == "Ada/hand-in.json"
    assert put(uploads, "Ada/hand-in.json", b"2") == "Ada/hand-in-2.json"
    assert put(uploads, "ada/Hand-in.json", b"3") == "ada/Hand-in-3.json", "one name to Windows"
    assert put(uploads, "Ada/hand-in.json", b"2") == "Ada/hand-in-2.json"
    assert sorted(there(uploads).values()) == [b"1", b"2", b"3"]
    assert (uploads.count, uploads.size) == (3, 3)


def test_a_file_and_a_folder_of_one_name_are_both_kept(uploads: Uploads) -> None:
    assert put(uploads, "Ada", b"1") == "Ada"
    assert put(uploads, "Ada/hand-in.json", b"2") == "Ada-2/hand-in.json"
    assert put(uploads, "Ben/hand-in.json", b"3") == "Ben/hand-in.json"
    assert put(uploads, "Ben", b"4") == "Ben-2"


def test_a_file_keeps_its_date_and_an_impossible_date_does_no_harm(uploads: Uploads) -> None:
    put(uploads, "a", changed=1_600_000_000)
    assert (uploads.files / "a").stat().st_mtime == 1_600_000_000
    for number, changed in enumerate((float("nan"), float("inf"), 1e300, -1e300)):
        put(uploads, f"b{number}", changed=changed)
    assert uploads.count == 5


def test_what_is_not_whole_is_not_among_the_files(uploads: Uploads) -> None:
    arriving = uploads.begin("a.json", 100)
    arriving.write(b"half")
    assert there(uploads) == {}
    arriving.forget()
    assert list(uploads.parts.iterdir()) == []
    assert put(uploads, "a.json") == "a.json"


def test_too_large_is_said_before_and_while_it_comes(uploads: Uploads, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotTakenError, match="It is larger than 100 MB. That is no hand-in of the course."):
        uploads.begin("film.mp4", LARGEST + 1)
    with pytest.raises(NotTakenError, match="It is larger than 4,000 MB. Unpack it"):
        uploads.begin("class.ZIP", 5 * 10**9)
    monkeypatch.setattr(uploads_, "LARGEST", 10)
    arriving = uploads.begin("a.json", 0)
    with pytest.raises(NotTakenError, match="larger"):
        arriving.write(b"x" * 11)


def test_too_many_and_too_much_are_said(uploads: Uploads, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads_, "MOST_BYTES", 10)
    put(uploads, "a", b"x" * 8)
    with pytest.raises(NotTakenError, match="Begin anew with the others"):
        uploads.begin("b", 3)
    monkeypatch.setattr(uploads_, "MOST_FILES", 1)
    with pytest.raises(NotTakenError, match="one too many: 1 files"):
        uploads.begin("b", 1)


def test_a_full_disk_is_said(uploads: Uploads, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=150 * 10**6))
    with pytest.raises(NotTakenError, match="There is no room for it: 150 MB"):
        uploads.begin("a", 1)


def test_a_disk_that_does_not_take_it_is_said(uploads: Uploads, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(NotTakenError, match="It could not be copied: No space left on device"):
        put(uploads, "a")
    assert list(uploads.parts.iterdir()) == []
    assert uploads.count == 0


def test_the_store_of_a_collector_would_hide_all_the_others(uploads: Uploads) -> None:
    with pytest.raises(NotTakenError, match="Drop the hand-ins"):
        uploads.begin(".collect.sqlite")
    assert put(uploads, "old/.collect.sqlite") == "old/.collect.sqlite"


def test_emptied_it_is_as_at_the_start(uploads: Uploads) -> None:
    put(uploads, "a/b")
    uploads.empty()
    assert there(uploads) == {}
    assert (uploads.count, uploads.size) == (0, 0)
    assert put(uploads, "a/b") == "a/b"
