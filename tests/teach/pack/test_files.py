"""A file is read however a spreadsheet has saved it, where it is certain how."""

from __future__ import annotations

import pytest

from course.teach.pack.files import decoded, grid

NAMES = ("boat", "number_to", "wording")


@pytest.mark.parametrize(
    ("raw", "text", "mends"),
    [
        ("é".encode(), "é", 0),
        (b"\xef\xbb\xbfa", "a", 1),
        ("é,a".encode("utf-16"), "é,a", 1),
        ("é,a".encode("utf-16-be"), "é,a", 1),
        ("é,a".encode("utf-16-le"), "é,a", 1),
        ("“São” – 5 €".encode("cp1252"), "“São” – 5 €", 1),
        ("São".encode("mac-roman"), None, 0),
        ("Łódź".encode("cp1250"), None, 0),
        ("Ж".encode("cp1251") * 3 + b"\x98", None, 0),
        (b"\xff\xfea", None, 0),
        (b"", "", 0),
    ],
)
def test_a_text_is_decoded_where_its_encoding_is_certain(raw: bytes, text: str | None, mends: int) -> None:
    read, said = decoded(raw)
    assert (read, len(said)) == (text, mends)


@pytest.mark.parametrize(
    ("text", "header", "rows", "numbers"),
    [
        ("boat,wording\na,b\n", ["boat", "wording"], [["a", "b"]], [2]),
        ('boat;wording\r\na;"b;c"\r\n', ["boat", "wording"], [["a", "b;c"]], [2]),
        ("sep=\t\nboat\twording\na\tb\n", ["boat", "wording"], [["a", "b"]], [3]),
        ("Boat , Number To\na,b\n", ["boat", "number_to"], [["a", "b"]], [2]),
        ("boat,wordings\na,b\n", ["boat", "wording"], [["a", "b"]], [2]),
        ("boat,colour\na,b\n", ["boat", "colour"], [["a", "b"]], [2]),
        ("boat,wording,wordings\na,b,c\n", ["boat", "wording", "wordings"], [["a", "b", "c"]], [2]),
        ("boat,,wording,\na,,b,\n,,,\n\nc,,d,\n", ["boat", "wording"], [["a", "b"], ["c", "d"]], [2, 5]),
        ("boat,,wording\na,x,b\n", ["boat", "", "wording"], [["a", "x", "b"]], [2]),
        ("boat,wording\na,b,,\nc\nd,e,f\n", ["boat", "wording"], [["a", "b"], ["c"], ["d", "e", "f"]], [2, 3, 4]),
        ('"boat,wording"\n"a,b"\n', ["boat", "wording"], [["a", "b"]], [2]),
    ],
)
def test_a_table_is_told_apart_and_its_blanks_are_gone(
    text: str, header: list[str], rows: list[list[str]], numbers: list[int]
) -> None:
    read = grid(text, NAMES)
    assert read is not None
    assert (read.header, read.rows, read.numbers) == (header, rows, numbers)
    assert bool(read.mends) == (
        text.splitlines()[1:] != [",".join(row) for row in rows] or read.header != text.splitlines()[0].split(",")
    )


@pytest.mark.parametrize(
    "text", ["", "\n", "name,colour\na,b\n", "My boats,,\nboat,wording,number_to\n", 'boat,"wording\na,b\n']
)
def test_what_cannot_be_told_apart_is_left_alone(text: str) -> None:
    assert grid(text, NAMES) is None
