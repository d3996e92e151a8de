"""A coding: each change gives a new one, and what cannot be is told."""

from __future__ import annotations

import pytest

from course.desk.coding import Actor, Coding, Row, key_of, read_number, split

ONE = Row("r1", 1, 0, 13, "More than 100", {"what": "soldiers", "number": "100"})
TWO = Row("r2", 2, 5, 9, "Dozens", {"source": "The police; a Mayor", "rival": "r1", "thing": "r1"})
BOTH = Coding("Ada", (ONE, TWO))


def test_rows_are_in_the_order_of_the_text_and_names_are_not_used_twice() -> None:
    early = Row(BOTH.next_key, 1, 20, 22, "20")
    assert [row.key for row in BOTH.with_row(early).rows] == ["r1", "r3", "r2"]
    assert Coding("Ada").next_key == "r1"
    assert BOTH.without("r1").next_key == "r3"


def test_a_change_leaves_the_coding_before_as_it_was() -> None:
    new = BOTH.changed("r1", "status", "present").changed("r1", "note", "Are they there?")
    assert new.row("r1") == Row("r1", 1, 0, 13, "More than 100", {**ONE.cells, "status": "present"}, "Are they there?")
    assert BOTH.row("r1") == ONE
    assert new.changed("r1", "status", "").changed("r1", "note", "") == BOTH


@pytest.mark.parametrize(
    ("column", "value", "why"),
    [
        ("status", "there", "status: 'there' cannot be chosen there"),
        ("number", "many", "'many' is not a number"),
        ("number", "2 or 3", "is not a number"),
        ("rival", "r9", "rival: 'r9' cannot be chosen"),
        ("rival", "r1", "rival: 'r1' cannot be chosen"),
        ("nothing", "1", "There is no row 'r1' with a column 'nothing'"),
    ],
)
def test_what_a_column_does_not_take_is_told(column: str, value: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        BOTH.changed("r1", column, value)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("4,000", "4000"),
        ("4 000", "4000"),
        ("4.5", "4.5"),
        ("two thousand", "2000"),
        ("007", "007"),
        ("2.5 million", "2500000"),
    ],
)
def test_a_number_is_read_as_people_type_it(typed: str, number: str) -> None:
    assert read_number(typed) == number


def test_a_row_that_goes_is_pointed_to_no_more() -> None:
    assert BOTH.without("r1").rows == (Row("r2", 2, 5, 9, "Dozens", {"source": "The police; a Mayor"}),)


def test_who_is_named_is_known_once_however_it_is_spelled() -> None:
    third = Row("r3", 3, 0, 4, "50", {"whose": "the POLICE"})
    coding = Coding("Ada", (TWO, third), {"the-police": Actor("police", "false")})
    assert coding.names == {"the-police": "The police", "a-mayor": "a Mayor"}
    assert coding.named == {"The police": Actor("police", "false"), "a Mayor": Actor()}
    assert split(" a ;; b;") == ["a", "b"]
    assert key_of("полиция") == key_of("полиция") != key_of("мэр")
    assert key_of("полиция").startswith("actor-")
