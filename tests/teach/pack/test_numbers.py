"""A number as a spreadsheet has written it has one reading, several or none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from course.teach.pack.numbers import is_short, readings, text


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("4000", ["4000"]), ("+5", ["5"]), ("18.0", ["18"]), ("12,5", ["12.5"]), ("12.50", ["12.5"]),
        ("1,234", ["1.234", "1234"]), ("1.234", ["1.234", "1234"]), ("0,123", ["0.123"]), ("-1,234", ["-1234", "-1.234"]),
        ("1,234,567", ["1234567"]), ("1.234.567", ["1234567"]), ("1,234.5", ["1234.5"]), ("1.234,5", ["1234.5"]),
        ("1 234", ["1234"]), ("1'234'567", ["1234567"]), ("1\u202f234,5", ["1234.5"]), ("12,34,567", []),
        ("1,2345", ["1.2345"]), ("about 5", []), ("5 km", []), ("", []), ("1.5E+06", ["1500000"]), ("1,5e6", ["1500000"]),
        ("12 34", []), ("1,234.567.8", []), ("٣", ["3"]),
    ],
)  # fmt: skip
def test_all_readings_of_a_number_are_known(value: str, read: list[str]) -> None:
    assert [text(number) for number in readings(value, [])] == read


@pytest.mark.parametrize(
    ("value", "said", "read"),
    [
        ("1-May", ["1.5"], ["1.5"]), ("May-01", ["1.5", "7"], ["1.5"]), ("05-Jan", ["1.5"], ["1.5"]),
        ("2021-05-01", ["1.5"], ["1.5"]), ("01/05/2021", ["5.1"], ["5.1"]), ("1-May", ["5.1", "1.5"], ["1.5", "5.1"]),
        ("1-May", [], []), ("1-May", ["15"], []),
    ],
)  # fmt: skip
def test_a_number_that_became_a_day_is_one_of_the_wording(value: str, said: list[str], read: list[str]) -> None:
    assert [text(number) for number in readings(value, [Decimal(each) for each in said])] == read


def test_a_power_that_the_wording_does_not_have_can_be_cut_short() -> None:
    assert is_short("1.2E+05", [Decimal(123_456)])
    assert not is_short("1.2E+05", [Decimal(120_000)])
    assert not is_short("120000", [])
