"""The cells of a file are what the library for CSV reads, row by row, and a row of another width is told."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.cells import FEW, LOOKED_AT, Column, _laid, is_even, read
from course.content import ContentError

if TYPE_CHECKING:
    from pathlib import Path

ROWS = st.lists(st.tuples(*[st.text(st.sampled_from("ab1,;\"'\n\r \té"), max_size=4)] * 3), min_size=1, max_size=8)


def rows_of(columns: list[Column], size: int) -> list[list[str]]:
    return [[column[row] for column in columns] for row in range(size)]


@given(
    rows=ROWS, end=st.sampled_from(["\n", "\r\n", "\r"]), quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
)
def test_each_cell_is_what_the_library_for_csv_reads(rows: list[tuple[str, str, str]], end: str, quoting: int) -> None:
    text = StringIO(newline="")
    csv.writer(text, lineterminator=end, quoting=quoting).writerows([("x", "y", "z"), *rows])  # type: ignore[arg-type]
    found = _laid(text.getvalue())
    header, *wanted = csv.reader(StringIO(text.getvalue(), newline=""))
    assert found.header == header
    assert rows_of(found.columns, len(wanted)) == [[*row, "", "", ""][:3] for row in wanted]
    assert found.off == {place: len(row) for place, row in enumerate(wanted) if len(row) != 3 or not any(row)}


SIGNS = st.text(st.sampled_from('ab,"\n é'), max_size=60)


@given(text=SIGNS, times=st.sampled_from([1, 3]))
def test_what_is_even_at_a_glance_is_what_the_library_for_csv_reads_without_a_fault(text: str, times: int) -> None:
    table = f"x,y\n{text * times}"
    if not is_even(table.encode(), 2):
        return
    rows = list(csv.reader(StringIO(table, newline=""), strict=True))
    assert all(len(row) == 2 and any(row) for row in rows)


@pytest.mark.parametrize(
    ("row", "even"),
    [
        ("one,two three", True),
        ('"one, two","a ""word"" in it"', True),
        ('"one\ntwo",three', True),
        ("one two three", False),
        ("one,two,three", False),
        ('one "two",three', False),
        ('"one" two,three', False),
        ('"one,two three', False),
        ("", False),
        (",", False),
        ('"",""', False),
    ],
)
def test_a_glance_tells_which_rows_need_a_closer_look(row: str, even: bool) -> None:  # noqa: FBT001 - a parameter
    assert is_even(f"first,second\n{row}\nfirst,second\n".encode(), 2) is even


@pytest.mark.parametrize("last", ["7,8\n", "7,8", '"7\n",8\n', "7\n", "7,8,9\n", "\n", '7,a"b\n'])
def test_a_large_table_is_read_as_a_small_one(last: str) -> None:
    text = "x,y\n" + "first,second\n" * (FEW + 1) + last
    found = _laid(text)
    wanted = list(csv.reader(StringIO(text, newline="")))[1:]
    assert rows_of(found.columns, len(wanted)) == [[*row, "", ""][:2] for row in wanted]
    assert found.off == {place: len(row) for place, row in enumerate(wanted) if len(row) != 2 or not any(row)}


def test_a_text_stands_once_however_often_it_is_there() -> None:
    column = Column.of(["a", "", "b", "a"])
    assert column.distinct == ["a", "", "b"]
    assert [column[row] for row in range(4)] == ["a", "", "b", "a"]
    assert column.where({""}) == [1]
    assert column.each([10, 0, 20], int).tolist() == [10, 0, 20, 10]


@pytest.mark.parametrize(
    ("text", "cells", "off"),
    [
        ("x,y\n1,2\n3\n4,5,6\n7,8\n", [["1", "2"], ["3", ""], ["4", "5"], ["7", "8"]], {1: 1, 2: 3}),
        ("x,y\n\n1,2\n,\n", [["", ""], ["1", "2"], ["", ""]], {0: 0, 2: 2}),
        ("x\n\n1\n", [[""], ["1"]], {0: 0}),
        ("x,y\n", [], {}),
        ("x,x\n1,2\n", [["1", "2"]], {}),
        ('x,y\n"a ""b"" c",d"e\n', [['a "b" c', 'd"e']], {}),
        ("x,y\n1, 2\nNA,nan\n007,1e5\n", [["1", " 2"], ["NA", "nan"], ["007", "1e5"]], {}),
        ("x,y\na\0b,c\n", [["a\N{REPLACEMENT CHARACTER}b", "c"]], {}),
    ],
)
def test_a_row_of_another_width_is_told_and_filled_or_cut(
    text: str, cells: list[list[str]], off: dict[int, int]
) -> None:
    found = _laid(text)
    assert rows_of(found.columns, len(cells)) == cells
    assert found.off == off


def test_the_first_rows_are_kept_as_they_stand(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("\ufeffx,y\n" + "1\n" * 30, encoding="utf-8")
    found = read(tmp_path / "a.csv")
    assert found.header == ["x", "y"]
    assert found.first == [["1"]] * LOOKED_AT


def test_what_is_no_table_says_in_which_row(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('x,y\n1,2\n"3"4,5\n', encoding="utf-8")
    with pytest.raises(ContentError, match=r"in row 3: something follows a closing quotation mark"):
        read(tmp_path / "a.csv")
