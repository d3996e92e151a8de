"""Cells for spreadsheets: nothing is a formula, nothing unseen is left, and a table is whole or the old one."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.teach.collect.given import cells
from course.teach.collect.given.cells import NotWrittenError, Tables, data, text
from tests.teach.collect.filled import FORMULAS

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("value", FORMULAS)
def test_what_a_learner_types_begins_no_formula(value: str) -> None:
    for part in text(value).split(";"):
        assert not part.lstrip().startswith(tuple("=+-@＝＋－＠\t\r"))


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("Ali", "Ali"),
        ("-3", "-3"),
        ("-3,000", "'-3,000"),
        ("a-b; c = d", "a-b; c = d"),
        ("two\nlines", "two\\nlines"),
        ("a\x00b\u202ec\ud800", "a\\u0000b\\u202ec\\ud800"),
        ("علي", "علي"),
        (None, ""),
        (4, "4"),
    ],
)
def test_a_cell_says_what_was_typed(value: object, cell: str) -> None:
    assert text(value) == cell


@given(st.text(st.characters(min_codepoint=1, max_codepoint=0x200), max_size=12))
def test_what_needs_no_care_is_what_care_leaves_as_it_is(value: str) -> None:
    if cells.PLAIN.fullmatch(value):
        assert not cells.UNSEEN.search(value)
        assert cells.FORMULA.sub("'", value) == value


def test_a_cell_has_room_in_a_spreadsheet() -> None:
    assert len(text("x" * 100_000)) < 32_767


@pytest.mark.parametrize(
    "value", [-3, 4.5, -1e30, "=1+1", "a;=1+1", "; -2", "a\x7f\u2028b", [1, -2], {"low": -1}, None]
)
def test_an_answer_stays_the_same_json_and_begins_no_formula(value: object) -> None:
    cell = data(json.dumps(value, ensure_ascii=False))
    assert json.loads(cell) == value
    begins = {part.lstrip()[:1] for part in cell.split(";")}
    assert isinstance(value, int | float) or not begins & set("=+-@")
    assert cell.isprintable()


def test_what_is_no_json_number_begins_no_formula_either() -> None:
    assert data("-Infinity") == "'-Infinity"
    assert data(None) == ""


def test_tables_are_read_back_as_they_were_written(tmp_path: Path) -> None:
    with Tables(tmp_path / "out") as tables:
        tables.write("one.csv", ["a", "b"])
        tables.write("one.csv", ['x,"y"', 3])
        tables.write("two.csv", ["c"])
        assert not list((tmp_path / "out").glob("*.csv")), "nothing is there before it is whole"
        assert tables.close() == [tmp_path / "out" / "one.csv", tmp_path / "out" / "two.csv"]
    raw = (tmp_path / "out" / "one.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfa,b\r\n")
    with (tmp_path / "out" / "one.csv").open(encoding="utf-8-sig", newline="") as lines:
        assert list(csv.reader(lines)) == [["a", "b"], ['x,"y"', "3"]]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["one.csv", "two.csv"]


def test_what_goes_wrong_between_leaves_the_old_table(tmp_path: Path) -> None:
    (tmp_path / "one.csv").write_text("old")

    def fail() -> None:
        with Tables(tmp_path) as tables:
            tables.write("one.csv", ["new"])
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("one.csv", "old")]


def held(name: str) -> Callable[[Path, Path], Path]:
    """What replaces files, but for one that a spreadsheet has open, as Windows does it."""
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if target.name == name:
            raise PermissionError(13, "Permission denied")
        return real(self, target)

    return replace


def test_a_table_that_is_open_in_a_spreadsheet_is_named_and_the_others_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "two.csv").write_text("old")
    monkeypatch.setattr("course.files.HELD", 0)
    monkeypatch.setattr("course.files.patiently", lambda do: do())
    monkeypatch.setattr(Path, "replace", held("two.csv"))
    with Tables(tmp_path) as tables:
        for name in ("one.csv", "two.csv", "three.csv"):
            tables.write(name, ["new"])
        with pytest.raises(NotWrittenError, match=r"^two\.csv: .*Permission denied.*close it and start again") as error:
            tables.close()
    assert [path.name for path in error.value.written] == ["one.csv", "three.csv"]
    assert (tmp_path / "two.csv").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.csv", "three.csv", "two.csv"]


def test_a_folder_that_cannot_be_written_is_told_a_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cells, "in_one_step", refuse)
    with Tables(tmp_path) as tables:
        tables.write("one.csv", ["new"])
        tables.write("one.csv", ["newer"])
        with pytest.raises(NotWrittenError, match=r"^one\.csv: .*No space left"):
            tables.close()
