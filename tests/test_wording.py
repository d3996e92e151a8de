"""Numbers and phrases in a text, as a report or a learner writes them."""

from __future__ import annotations

import pytest

from course.wording import find_numbers, phrases, read_numbers, says


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
