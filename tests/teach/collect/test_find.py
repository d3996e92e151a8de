"""Files are found in any nesting, in one order, and what is not read is named."""

from __future__ import annotations

import os
import pickle
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from course.teach.collect import archives, find
from course.teach.collect.find import Found
from course.teach.collect.handed_in import Refused
from tests.teach.collect.made import zipped

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder of a class."""
    made = tmp_path / "class"
    made.mkdir()
    yield made
    archives.close_all()


def write(folder: Path, **files: bytes) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def places(folder: Path) -> list[str]:
    return [each.place for each in find.find(folder)]


def test_all_nestings_are_found_in_one_order(folder: Path) -> None:
    inner = zipped({"c.json": b"3", "b.json": b"2"})
    write(
        folder,
        **{"z.json": b"1", "a/y.json": b"1", "a/b/x.ipynb": b"1", "m.zip": zipped({"q/in.zip": inner, "a.json": b"1"})},
    )
    assert places(folder) == [
        "a/b/x.ipynb",
        "a/y.json",
        "m.zip/a.json",
        "m.zip/q/in.zip/b.json",
        "m.zip/q/in.zip/c.json",
        "z.json",
    ]
    assert places(folder) == places(folder)


def test_what_is_found_is_loaded_in_another_process_too(folder: Path) -> None:
    write(folder, **{"a.json": b"1", "m.zip": zipped({"in.zip": zipped({"b.json": b"22"})})})
    found = pickle.loads(pickle.dumps(list(find.find(folder))))  # noqa: S301 - our own
    archives.close_all()
    assert [find.load(each) for each in found] == [b"1", b"22"]
    assert [each.members for each in found] == [(), ("in.zip", "b.json")]
    assert [each.size for each in found] == [1, 2]


def test_nothing_is_looked_at_before_it_is_asked_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, **{f"{number:03}/x.json": b"1" for number in range(100)})
    seen, real = [], os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: seen.append(path) or real(path))  # type: ignore[func-returns-value]
    assert len(list(islice(find.find(folder), 3))) == 3
    assert len(seen) == 4


def test_the_stamp_changes_with_the_file(folder: Path) -> None:
    def stamps() -> list[str]:
        return [each.stamp for each in find.find(folder) if isinstance(each, Found)]

    write(folder, **{"a.json": b"1", "m.zip": zipped({"b.json": b"1"})})
    before = stamps()
    assert stamps() == before
    write(folder, **{"a.json": b"22", "m.zip": zipped({"b.json": b"2", "c.json": b"1"})})
    after = stamps()
    assert after[0] != before[0]
    assert after[1] != before[1]
    write(folder, **{"m.zip": zipped({"b.json": b"2", "d.json": b"9"})})
    assert stamps()[1] == after[1]


def test_when_a_file_was_changed_is_told(folder: Path) -> None:
    write(folder, **{"a.json": b"1"})
    os.utime(folder / "a.json", (1_800_000_000, 1_800_000_000))
    (only,) = find.find(folder)
    assert isinstance(only, Found)
    assert only.changed == "2027-01-15T08:00:00+00:00"


@pytest.mark.parametrize(
    "name",
    [
        *(
            "__MACOSX/._a.json",
            ".DS_Store",
            "Thumbs.db",
            "desktop.ini",
            "._a.json",
            "~$a.docx",
            "a.json.part",
            ".git/config.json",
        ),
        *(".ipynb_checkpoints/03-checkpoint.ipynb", "__pycache__/a.json", ".course-progress.json.lock"),
        "Task_ada1_attempt_2026-11-20-10-00-00.txt",
    ],
)
def test_what_programs_keep_for_themselves_is_passed_over(folder: Path, name: str) -> None:
    write(folder, **{name: b"1", "m.zip": zipped({name: b"1", f"deep/{name}": b"1", "a.json": b"1"})})
    assert places(folder) == ["m.zip/a.json"]


def test_a_progress_file_is_no_hidden_file(folder: Path) -> None:
    write(folder, **{".course-progress.json": b"1", "Ada/.course-progress-before.json": b"1"})
    assert places(folder) == [".course-progress.json", "Ada/.course-progress-before.json"]


def test_what_a_run_has_written_is_passed_over(folder: Path) -> None:
    write(
        folder,
        **{
            "collected/.collect.sqlite": b"1",
            "collected/answers.csv": b"1",
            "collected/feedback/a.json": b"1",
            "a.json": b"1",
        },
    )
    assert places(folder) == ["a.json"]


def test_one_file_may_be_asked_for(folder: Path) -> None:
    write(folder, **{"a.json": b"1", "m.zip": zipped({"b.json": b"1"})})
    assert places(folder / "a.json") == ["a.json"]
    assert places(folder / "m.zip") == ["m.zip/b.json"]
    assert list(find.find(folder / "nothing")) == [Refused("nothing", find.NOT_THERE)]
    assert list(find.find(folder / "nul\0l")) == [Refused("nul\\u0000l", find.NOT_THERE)]


def test_a_folder_that_cannot_be_opened_is_named_and_the_others_are_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, **{"a/x.json": b"1", "b/x.json": b"1"})
    real = os.scandir

    def scandir(path: Path) -> object:
        if Path(path).name == "a":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert next(find.find(folder)) == Refused("a", "It could not be opened: Permission denied.")
    assert places(folder) == ["a", "b/x.json"]


def test_a_file_that_goes_or_changes_meanwhile_is_named(folder: Path) -> None:
    write(folder, **{"a.json": b"1", "b.json": b"1", "c.json": b"1", "m.zip": zipped({"d.json": b"1"})})
    found = [each for each in find.find(folder) if isinstance(each, Found)]
    (folder / "a.json").unlink()
    (folder / "b.json").unlink()
    (folder / "b.json").symlink_to("/etc/passwd")
    with (folder / "c.json").open("wb") as file:
        file.truncate(21 * 2**20)
    (folder / "m.zip").write_bytes(zipped({"e.json": b"1"}))
    reasons = [each.reason for each in map(find.load, found) if isinstance(each, Refused)]
    assert len(reasons) == 4
    assert reasons[0].startswith("It could not be opened")
    assert "megabytes" in reasons[2]


def test_names_that_look_alike_are_told_apart(folder: Path) -> None:
    write(
        folder,
        **{
            "m.zip": zipped(
                {"a.json": b"1", "/a.json": b"2", "../a.json": b"3", "x/../a.json": b"4", ("y" * 300) + ".json": b"5"}
            )
        },
    )
    found = places(folder)
    assert len(set(found)) == len(found) == 5
    assert "m.zip/a (2).json" in found
    assert found[-1].endswith("….json")
    assert all(".." not in place for place in found)


def test_a_zip_file_has_an_end(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_IN_ALL", 250)
    write(folder, **{"m.zip": zipped({f"{number}.json": b"1" * 100 for number in range(9)}), "z.json": b"1"})
    *found, last, other = find.find(folder)
    assert (len(found), other.place) == (2, "z.json")
    assert last == Refused("m.zip/2.json", archives.FULL)


def test_very_deep_folders_are_followed(folder: Path) -> None:
    deep = folder.joinpath(*["d"] * 300)
    deep.mkdir(parents=True)
    (deep / "a.json").write_bytes(b"1")
    assert places(folder) == ["d/" * 300 + "a.json"]
    write(folder, **{"m.zip": zipped({"d/" * 20_000 + "a.json": b"1"})})
    assert len(places(folder)[1]) < 100
