"""A coding in a file: written in one step, read back as it was, and never half read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.content import ContentError
from course.desk.coding import Actor, Coding, Row, Settled
from course.desk.keeping import END, MOST_BYTES, as_text, file_of, of, others, read, write
from course.fingerprints import fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CODING = Coding(
    "Ada",
    (Row("r1", 1, 0, 13, "More than 100", {"number": "100", "hedge": "more than"}, "In doubt"),),
    {"police": Actor("police", "false")},
    {1: "In my words."},
    is_done=True,
    settled={"r1": Settled({"status": "present"}, rule="A rule.")},
)
TEXT = {1: "More than 100 soldiers, who crossed a river."}


def test_what_is_written_is_read(tmp_path: Path) -> None:
    place = file_of(tmp_path / "new", "Ada")
    assert write(place, as_text(CODING, "A title", TEXT)) == ""
    kept = read(place)
    assert kept.coding == CODING
    assert kept.title == "A title"
    assert kept.text == {1: fingerprint(TEXT[1])}


def test_nothing_is_cut_and_a_file_that_was_changed_is_read_again(tmp_path: Path) -> None:
    place = file_of(tmp_path, "Ada")
    rows = tuple(Row(f"r{at}", 1, at, at + 1, "a word", note="long " * 2000) for at in range(1, 150))
    write(place, as_text(Coding("Ada", rows), "", {}))
    assert read(place).coding.rows == rows
    assert read(place) is read(place)
    write(place, as_text(CODING, "", {}))
    assert read(place).coding == CODING


def test_the_text_is_not_in_the_file() -> None:
    said = as_text(CODING, "A title", TEXT)
    assert "crossed" not in said
    assert "More than 100" in said


def test_each_coder_has_a_file_and_sees_those_of_others(tmp_path: Path) -> None:
    for coder in ("Ada", "Ben", "آدا"):
        write(file_of(tmp_path, coder), as_text(Coding(coder), "", {}))
    assert {read(place).coding.coder for place in others(tmp_path, "Ada")} == {"Ben", "آدا"}
    assert all(place.name.endswith(END) for place in others(tmp_path, "Cem"))


def test_where_nothing_can_be_written_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    said = write(tmp_path / "file" / "Ada.coding.json", "x")
    assert said.startswith("It cannot be kept in ")
    assert said.endswith("Your work is on this page only.")


def broken(change: Callable[[dict[str, Any]], None]) -> dict[str, Any]:
    """The content of a file with something changed."""
    content: dict[str, Any] = json.loads(as_text(CODING, "A title", TEXT))
    change(content)
    return content


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content.pop("rows"),
        lambda content: content.update(rows="none"),
        lambda content: content.update(coder=3),
        lambda content: content["rows"].append(content["rows"][0]),
        lambda content: content["rows"][0].update(key="c1"),
        lambda content: content["rows"][0].update(paragraph="one"),
        lambda content: content["rows"][0].update(cells=[1]),
        lambda content: content.update(settled=[]),
        lambda content: content.update(text={"one": {}}),
        lambda content: content.update(actors={"police": "police"}),
    ],
)
def test_a_file_that_was_changed_by_hand_is_told(change: Callable[[dict[str, Any]], None]) -> None:
    with pytest.raises(ContentError, match=r"Ada\.json: this coding is broken"):
        of(broken(change), "Ada.json")


def test_a_newer_or_a_foreign_file_is_told(tmp_path: Path) -> None:
    for content in (broken(lambda content: content.update(format=99)), {"some": "object"}):
        with pytest.raises(ContentError, match="not a coding of the desk, or one of a newer version"):
            of(content, "Ada.json")
    large = tmp_path / f"Ada{END}"
    large.write_bytes(b" " * (MOST_BYTES + 1))
    with pytest.raises(ContentError, match="too large"):
        read(large)
    with pytest.raises(ContentError, match="cannot be read"):
        read(tmp_path / "nothing.json")


def test_words_that_the_course_does_not_know_are_left_blank() -> None:
    kept = of(broken(lambda content: content["rows"][0]["cells"].update(status="unheard of", colour="red")), "Ada.json")
    assert kept.coding.rows == CODING.rows


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from(["rows", "actors", "retold", "settled", "text", "coder", "title", "is_done"]), JSON)
def test_whatever_stands_in_a_file_is_read_or_told(name: str, value: Any) -> None:
    try:
        of(broken(lambda content: content.update({name: value})), "Ada.json")
    except ContentError:
        return
