"""What a number is a number of: money, a share, a measure, or a count."""

from __future__ import annotations

from fractions import Fraction

import pytest

from course.finder.measures import is_share, kind_of, measured, shares
from course.finder.numerals import numerals


@pytest.mark.parametrize(
    ("text", "unit", "said"),
    [
        ("for $74 million now", "dollars", "$74 million"),
        ("US$ 5", "dollars", "US$ 5"),
        ("€5 euros", "euros", "€5 euros"),
        ("20 million pounds", "pounds", "20 million pounds"),
        ("500 Swiss francs", "francs", "500 Swiss francs"),
        ("12.5%", "per cent", "12.5%"),
        ("600-kilometre border", "kilometres", "600-kilometre"),
        ("10mm", "millimetres", "10mm"),
        ("40C", "degrees", "40C"),
        ("40 C", "", "40"),
        ("30 pounds-worth", "pounds", "30 pounds"),
        ("20 homes", "", "20"),
    ],
)
def test_the_sign_before_and_the_unit_behind_a_number(text: str, unit: str, said: str) -> None:
    number = numerals(text)[0]
    place = measured(text, number.start, number.end)
    assert (place.unit, text[place.start : place.end]) == (unit, said)


def test_money_is_shown_with_its_unit_and_a_measure_without() -> None:
    assert measured("20 euros", 0, 2).shown == 8
    assert measured("20 hours", 0, 2).shown == 2


def test_a_unit_has_a_kind() -> None:
    assert [kind_of(unit) for unit in ("dollars", "per cent", "share", "hours", "")] == [
        "money", "share", "fraction", "measure", "count",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("one in five voters", [Fraction(1, 5)]),
        ("7 out of 10", [Fraction(7, 10)]),
        ("nine out of every ten", [Fraction(9, 10)]),
        ("3 in 10 days", []),
        ("one job in eight will go, three wins out of four", [Fraction(1, 8), Fraction(3, 4)]),
        ("two men in five boats, one man in five boats", []),
        ("20 in 30 towns", []),
        ("two-thirds, three quarters", [Fraction(2, 3), Fraction(3, 4)]),
        ("a third of voters", [Fraction(1, 3)]),
        ("rose by a third", [Fraction(1, 3)]),
        ("a third man, a third", []),
        ("half the price, half of it", [Fraction(1, 2), Fraction(1, 2)]),
        ("the second half, half an hour, half time", []),
        ("two third places", []),
    ],
)
def test_shares_of_something(text: str, found: list[Fraction]) -> None:
    some = [each for each in shares(text, numerals(text)) if is_share(text, each, hedged=False)]
    assert [each.value for each in some] == found


def test_a_part_with_a_hedge_is_a_share() -> None:
    text = "nearly a third came"
    assert [is_share(text, each, hedged=hedged) for each in shares(text, []) for hedged in (True, False)] == [
        True,
        False,
    ]
