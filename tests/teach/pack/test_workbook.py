"""A workbook is read where the library for it is installed."""

from __future__ import annotations

import re
import shutil
import sys
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

import course
from course.content import ContentError
from course.teach import validate
from course.teach.pack import workbook
from tests.teach.broken.packs import REAL, broken

if TYPE_CHECKING:
    from pathlib import Path

XLSX = {"name": "", "delete": ["counts.csv"], "real": {"counts.xlsx": "counts.xlsx"}}


def test_a_workbook_in_place_of_a_table_becomes_that_table_and_stays(tmp_path: Path) -> None:
    place = broken(XLSX, tmp_path / "pack")
    said = validate.verdict(place, mend=True)
    assert [str(each) for each in said.mended] == ["counts.csv: it was read from the sheet 'counts' of counts.xlsx."]
    assert said.problems == []
    assert (place / "counts.xlsx").read_bytes() == (REAL / "counts.xlsx").read_bytes()
    assert course.load(place).counts["number"].tolist()[3:5] == [12.5, 1_500_000]


def test_a_workbook_under_the_name_of_a_table_is_kept_beside_it(tmp_path: Path) -> None:
    place = broken({"name": "", "real": {"counts.csv": "counts.xlsx"}}, tmp_path / "pack")
    assert validate.verdict(place, mend=True).problems == []
    assert (place / "counts.csv.before").read_bytes() == (REAL / "counts.xlsx").read_bytes()


def test_days_truths_and_numbers_of_a_workbook_are_as_a_table_has_them(tmp_path: Path) -> None:
    book = import_module(workbook.LIBRARY).Workbook()
    book.active.title = "other"
    sheet = book.create_sheet("boats")
    for row in (["boat", "built", "sails", "length"], ["a", date(2021, 8, 24), True, 12.5], ["b", None, False, 3.0]):
        sheet.append(row)
    book.save(tmp_path / "boats.xlsx")
    read = workbook.grid(tmp_path / "boats.xlsx", "boats", ["boat", "built", "sails", "length"])
    assert read.rows == [["a", "2021-08-24", "true", "12.5"], ["b", "", "false", "3"]]


def test_what_is_no_workbook_or_has_no_such_table_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04 and no more")
    with pytest.raises(ContentError, match="this cannot be read as a workbook"):
        workbook.grid(tmp_path / "a.xlsx", "a", ["boat"])
    shutil.copy(REAL / "counts.xlsx", tmp_path / "b.xlsx")
    with pytest.raises(ContentError, match="no sheet has the columns of boats"):
        workbook.grid(tmp_path / "b.xlsx", "boats", ["boat", "sails"])
    monkeypatch.setitem(sys.modules, workbook.LIBRARY, None)
    with pytest.raises(ContentError, match=re.escape("openpyxl, which reads it, is not installed")):
        workbook.grid(tmp_path / "b.xlsx", "counts", ["mention"])
