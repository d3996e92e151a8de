"""Numbers and phrases in a text, as a report or a learner writes them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from course.wording import find_numbers, phrases, read_hedge, read_numbers, read_values, says

if TYPE_CHECKING:
    from course.finder.numerals import Value


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("4,000", [4000]),
        ("4000 soldiers", [4000]),
        ("4 000", [4000]),
        ("4\u202f000", [4000]),
        ("4.000", [4000]),
        ("4'000", [4000]),
        ("4k", [4000]),
        ("4 thousand", [4000]),
        ("Four thousand", [4000]),
        ("a hundred thousand", [100_000]),
        ("one hundred and twenty thousand five hundred", [120_500]),
        ("100,000 and 4,000", [100_000, 4000]),
        ("from 2022 1,000", [2022, 1000]),
        ("600-kilometre", [600]),
        ("twenty-one of nine", [21, 9]),
        ("tens of thousands", []),
        ("none at all", []),
        ("¶17", [17]),
    ],
)
def test_a_number_is_read_however_it_is_spelled(text: str, numbers: list[int]) -> None:
    assert read_numbers(text) == numbers


@pytest.mark.parametrize(
    ("wording", "hedges"),
    [
        ("more than 100,000 heavily armed", {100_000: "more than"}),
        ("nearly 3,000 extra", {3_000: "nearly"}),
        ("up to 1,000 or 4,000", {1_000: "up to", 4_000: "bare"}),
        ("nine ministers", {9: "bare"}),
        ("600-kilometre border", {600: "bare"}),
        ("no more than twelve", {12: "up to"}),
        ("around 1990", {1990: "about"}),
        ("20 to 30 million", {20: "bare", 30_000_000: "between", 20_000_000: "between"}),
        ("at least nine", {9: "at least"}),
        ("some 2.5 metres", {Decimal("2.5"): "about"}),
        ("nearly a third of it", {Fraction(1, 3): "nearly", Fraction("0.3333"): "nearly"}),
        ("someone", {}),
        ("tens of thousands", {}),
    ],
)
def test_numbers_and_their_hedges_are_read_from_a_wording(wording: str, hedges: dict[Value, str]) -> None:
    assert set(read_values(wording)) == set(hedges)
    assert {number: read_hedge(wording, number) for number in hedges} == hedges


def test_a_number_has_its_place() -> None:
    text = "nearly three thousand, up to 4,000"
    assert [text[number.start : number.end] for number in find_numbers(text)] == ["three thousand", "4,000"]


def test_a_very_long_text_is_read_at_once() -> None:
    assert len(read_numbers("a hundred and " * 2_000)) == 2_000
    assert read_numbers("1" * 20_000) == []


def test_a_phrase_is_whole_words() -> None:
    assert says("Not Stated.", "not stated")
    assert not says("blankets", "blank")
    assert phrases("statuses")["present"][:2] == ["present", "in place"]
