"""Numbers are read however they are written, and those that cannot be read whole are left out."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.finder.numerals import Value, numerals


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("74 million", [74_000_000]),
        ("12.5", [Decimal("12.5")]),
        ("0.555", [Decimal("0.555")]),
        ("1,234.5 and 1,234", [Decimal("1234.5"), 1234]),
        ("2.5 million", [2_500_000]),
        ("4bn, 3 k and 2mn", [4 * 10**9, 3000, 2 * 10**6]),
        ("half a million, a quarter of a million", [500_000, 250_000]),
        ("three quarters of a billion", [750_000_000]),
        ("two and a half million", [2_500_000]),
        ("two and a half years", [Fraction(5, 2)]),
        ("a million and a half", [1_500_000]),
        ("one million two hundred thousand and five", [1_200_005]),
        ("a dozen, two dozen, half a dozen", [12, 24, 6]),
        ("twenty-first, two-thirds", []),
        ("12,5 and 1.2.3", []),
        ("one hundred and twenty thousand five hundred", [120_500]),
        ("fivefold", []),
    ],
)
def test_a_number_is_read_whole(text: str, values: list[Value]) -> None:
    assert [each.value for each in numerals(text)] == values


def test_a_number_knows_what_multiplies_it() -> None:
    twenty, thirty = numerals("20 to 30 million")
    assert (twenty.scale, thirty.scale) == (1, 10**6)
    assert twenty.scaled(thirty.scale).value == 20_000_000


@given(st.integers(0, 10**15 - 1))
def test_a_whole_number_is_read_with_and_without_commas(number: int) -> None:
    assert [each.value for each in numerals(f"{number:,}; {number}!")] == [number, number]


@given(st.text(alphabet="0123456789., -$€%abdefhilmnorstuvwxyz'’½²", max_size=80))
def test_nothing_breaks_it_and_no_two_numbers_overlap(text: str) -> None:
    at = 0
    for each in numerals(text):
        assert at <= each.start < each.end <= len(text)
        at = each.end
