"""Tables in CSV, as spreadsheets of all countries write them."""

from __future__ import annotations

import pytest

from course.teach.collect.tables import heads, rows

ROWS = [["code", "answer"], ["L01", "at least 4"]]


@pytest.mark.parametrize(
    "data",
    [
        b"code,answer\nL01,at least 4\n",
        b"code;answer\r\nL01;at least 4\r\n\r\n",
        b"code\tanswer\rL01\tat least 4",
        b'\xef\xbb\xbf"code","answer"\n"L01"," at least 4 "\n,\n',
        b"sep=;\ncode;answer\nL01;at least 4\n",
        "code\tanswer\nL01\tat least 4\n".encode("utf-16"),
    ],
)
def test_rows_are_the_same_however_they_are_written(data: bytes) -> None:
    assert rows(data) == (ROWS, "")


def test_marks_and_line_ends_stay_in_a_cell() -> None:
    assert rows(b'a,b\n"1,\n""2""",3')[0] == [["a", "b"], ['1,\n"2"', "3"]]


def test_a_quotation_mark_without_an_end_is_told() -> None:
    with pytest.raises(ValueError, match="quotation mark is left open"):
        rows(b'a,b\n"' + b"x" * 200_000)


def test_names_of_columns_have_one_form() -> None:
    assert heads([" Full  Name", "SIS_User_ID"]) == ["full name", "sis user id"]
