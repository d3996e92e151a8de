"""The other coders of a text: files in the folder, files that are opened, and what comes with a case."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import course
from course.content import ContentError
from course.desk.desk import Desk
from course.desk.keeping import END, file_of
from course.desk.partner import known, take_in
from tests.desk.samples import coded, desk

if TYPE_CHECKING:
    from pathlib import Path


def test_who_has_a_file_in_the_folder_is_known_and_what_is_none_is_told(tmp_path: Path) -> None:
    coded(tmp_path, "Ben")
    (tmp_path / f"broken{END}").write_text("{", encoding="utf-8")
    found, faults = known(desk(tmp_path).place, None)
    assert [each.coding.coder for each in found] == ["Ben"]
    assert [fault.split(",")[0] for fault in faults] == [f"broken{END}"]


def test_a_coding_of_another_text_is_not_taken(tmp_path: Path) -> None:
    other = Desk(None, "Ben", tmp_path / "other")
    other.take_text("A quite other text, with more than six words in it.")
    other.add(1, 0, 5)
    content = file_of(tmp_path / "other", "Ben").read_text(encoding="utf-8")
    with pytest.raises(ContentError, match=r"ben\.json is about another text\. What differs from yours: ¶1, 2 and 3\."):
        take_in(desk(tmp_path / "mine").place, content, "ben.json")
    assert list((tmp_path / "mine").glob(f"*{END}")) == [file_of(tmp_path / "mine", "Ada")]


def test_a_file_that_is_opened_comes_into_the_folder(tmp_path: Path) -> None:
    coded(tmp_path / "ben", "Ben")
    content = file_of(tmp_path / "ben", "Ben").read_text(encoding="utf-8")
    mine = desk(tmp_path / "ada")
    assert take_in(mine.place, content, "from-ben.json") == "Ben"
    assert [each.coding.coder for each in mine.partners] == ["Ben"]


@pytest.mark.parametrize("content", ["", "[]", "{", '{"format": 1}', "null"])
def test_a_file_that_is_none_is_told_and_not_kept(tmp_path: Path, content: str) -> None:
    mine = desk(tmp_path)
    with pytest.raises(ContentError, match=r"x\.json"):
        take_in(mine.place, content, "x.json")
    assert mine.partners == []


def test_ones_own_file_is_not_that_of_a_partner(tmp_path: Path) -> None:
    mine = coded(tmp_path)
    before = file_of(tmp_path, "Ada").read_text(encoding="utf-8")
    changed = json.dumps({**json.loads(before), "rows": []})
    with pytest.raises(ContentError, match="is by Ada, and so is this coding"):
        take_in(mine.place, changed, "Ada.json")
    assert file_of(tmp_path, "Ada").read_text(encoding="utf-8") == before


def test_coders_that_come_with_a_case_are_done_and_name_whom_the_case_names(tmp_path: Path) -> None:
    case = course.load("amber-ferry")
    (partner,) = Desk(case, "Ada", tmp_path).partners
    assert (partner.key, partner.coding.coder, partner.coding.is_done) == ("case:partner", "partner", True)
    assert partner.coding.named["Ida Tolm"].kind == "person"
    assert partner.coding.named["Ida Tolm"].quoted in {"true", "false"}
