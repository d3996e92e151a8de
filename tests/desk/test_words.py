"""What a desk says of a coding, and of two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.desk.desk import Desk
from course.desk.keeping import file_of
from course.desk.words import NO_ROW, NO_TEXT, words
from tests.desk.samples import both, coded, desk, row

if TYPE_CHECKING:
    from pathlib import Path


def test_an_empty_desk_says_what_to_do(tmp_path: Path) -> None:
    assert words(Desk(None, "Ada", tmp_path), "strict", 0.1).startswith(NO_TEXT)
    assert words(desk(tmp_path), "strict", 0.1).startswith(NO_ROW)


def test_rows_are_said_with_what_their_words_allow(tmp_path: Path) -> None:
    at = coded(tmp_path)
    at.finish()
    row(at, 3, "at least 50")
    at.change("r1", "note", "Is it?")
    lines = words(at, "strict", 0.1).split("\n")
    assert lines[0] == "5 rows: 1 with something still open."
    assert "- soldiers (paragraph 2): 0 to 299." in lines
    assert lines[-2:] == ["Not drawn yet: 1 row with no status or unit.", "1 row has a note of doubt."]
    assert "- soldiers (paragraph 2): 270 to 299." in words(at, "usual", 0.1).split("\n")


def test_of_two_codings_each_column_is_counted_and_no_share_is_made_of_few(tmp_path: Path) -> None:
    at = both(tmp_path)
    lines = words(at, "strict", 0.1).split("\n")
    assert lines[0] == "3 rows on the same words. Only Ada: 1. Only Ben: 1."
    assert "- status: the same on 2 of 3 rows." in lines
    assert "- number: the same on 2 of 2 rows." in lines
    assert "A row that only one of you has is in none of these counts." in lines
    assert lines[-1] == "3 rows still to settle."
    for pair in at.to_settle:
        at.settle(pair.key, dict.fromkeys(pair.differs, "past"), "")
    assert words(at, "strict", 0.1).endswith("Every row is settled: save it as a case.")


def test_a_partner_who_is_gone_is_missed(tmp_path: Path) -> None:
    at = both(tmp_path)
    file_of(tmp_path, "Ben").unlink()
    assert words(at, "strict", 0.1).startswith("Your partner's coding is gone from the folder.")
