"""Files come into a teacher's folder all or not at all, and nothing of theirs is written over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.content import ContentError
from course.teach.export.folder import write

if TYPE_CHECKING:
    from pathlib import Path

FILES = {"a.txt": "One.\n", "source/b/b.txt": "Zwölf.\n"}


def test_all_is_written_and_told_and_other_files_stay(tmp_path: Path) -> None:
    out = tmp_path / "new" / "folder"
    assert list(write(out, FILES)) == [f"{out / 'a.txt'}: written", f"{out / 'source/b/b.txt'}: written"]
    assert (out / "source/b/b.txt").read_bytes() == "Zwölf.\n".encode()
    (out / "mine.txt").write_text("mine")
    (out / "a.txt").unlink()
    assert list(write(out, FILES)) == [f"{out / 'a.txt'}: written", f"{out}: 1 file as before"]
    assert (out / "mine.txt").read_text() == "mine"


def test_a_file_with_another_text_stops_all_and_is_named(tmp_path: Path) -> None:
    (tmp_path / "source" / "b").mkdir(parents=True)
    (tmp_path / "source" / "b" / "b.txt").write_text("mine")
    with pytest.raises(
        ContentError, match=r"other files of these names: source/b/b.txt\. Nothing was written\. Name an"
    ):
        list(write(tmp_path, FILES))
    assert not (tmp_path / "a.txt").exists()
    assert (tmp_path / "source" / "b" / "b.txt").read_text() == "mine"


def test_of_many_such_files_five_are_named(tmp_path: Path) -> None:
    for name in "abcdefg":
        (tmp_path / name).write_text("mine")
    with pytest.raises(ContentError, match="names: a, b, c, d, e and 2 more files"):
        list(write(tmp_path, dict.fromkeys("abcdefg", "ours")))


@pytest.mark.parametrize("in_the_way", ["a.txt/x", "source"])
def test_a_folder_where_a_file_goes_and_a_file_where_a_folder_goes_stop_all(tmp_path: Path, in_the_way: str) -> None:
    place = tmp_path / in_the_way
    place.parent.mkdir(exist_ok=True)
    place.write_text("mine")
    with pytest.raises(ContentError, match="Nothing was written"):
        list(write(tmp_path, FILES))
    assert sorted(each.name for each in tmp_path.rglob("*")) == sorted(in_the_way.split("/"))


def test_a_file_in_the_place_of_the_folder_is_no_folder(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_text("mine")
    with pytest.raises(ContentError, match="Nothing was written"):
        list(write(out, FILES))
    assert out.read_text() == "mine"


def test_a_link_that_leads_nowhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "elsewhere.txt")
    with pytest.raises(ContentError, match=r"names: a\.txt\."):
        list(write(tmp_path, FILES))
    assert not (tmp_path / "elsewhere.txt").exists()
