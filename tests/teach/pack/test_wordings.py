"""Evidence is short, stands in its paragraph and says the row's number and hedge."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from course.teach.pack.wordings import numbers, wordings
from tests.teach.pack.sheets import said, sheet

TEXT = {1: 'The "fleet" of ninety boats  left on Monday', 2: "Nine boats came back, he said."}


@pytest.mark.parametrize(
    ("paragraph", "wording", "sentences"),
    [
        (1, "“fleet” of ninety boats left", []),
        (2, "Nine boats came back", []),
        (1, "boats left", []),
        (1, "nine", ["counts.csv, row 2, wording: 'nine' does not stand in paragraph 1."]),
        (1, "boats came", ["counts.csv, row 2, wording: 'boats came' does not stand in paragraph 1. It stands in 2."]),
        (1, 'fleet" of ninety boats left on Monday',
         ["counts.csv, row 2, wording: 'fleet\" of ninety boats left on Monday' has 7 words. A wording has at most 6."]),
    ],
)  # fmt: skip
def test_a_wording_is_short_and_stands_in_its_paragraph(paragraph: int, wording: str, sentences: list[str]) -> None:
    assert said(wordings(sheet("counts", {"paragraph": paragraph, "wording": wording}), TEXT)) == sentences


def test_without_the_text_only_its_length_is_held() -> None:
    assert said(wordings(sheet("counts", {"paragraph": 1, "wording": "nowhere"}), None)) == []


@pytest.mark.parametrize(
    ("row", "sentences"),
    [
        ({"number": 9, "hedge": "bare", "wording": "nine boats"}, []),
        ({"number": 9, "hedge": "exactly", "wording": "nine boats"}, []),
        ({"number": 12.5, "hedge": "at least", "wording": "at least 12.5 miles"}, []),
        ({"number": 20, "number_to": 30, "hedge": "between", "wording": "between 20 and 30 boats"}, []),
        ({"number": 20, "number_to": 31, "hedge": "between", "wording": "between 20 and 30 boats"},
         ["row 2, number_to: 31 cannot be read from the wording 'between 20 and 30 boats'."]),
        ({"number": 2_000_000, "hedge": "about", "wording": "about two million euros"}, []),
        ({"hedge": "dozens", "wording": "dozens of boats"}, []),
        ({"hedge": "dozens", "wording": "many boats"}, ["row 2, hedge: 'dozens', but the wording 'many boats' does not say so."]),
        ({"hedge": "about", "wording": "many boats"}, ["row 2, hedge: 'about' stands without a number. Leave it blank."]),
        ({"wording": "nine boats"}, ["row 2, number: this is blank, but the wording has 9: 'nine boats'."]),
        ({"number": 8, "hedge": "bare", "wording": "nine boats"},
         ["row 2, number: 8 cannot be read from the wording 'nine boats'."]),
        ({"number": 9, "hedge": "about", "wording": "nearly nine boats"},
         ["row 2, hedge: 'about', but the wording 'nearly nine boats' says 'nearly'."]),
    ],
)  # fmt: skip
def test_a_number_and_its_hedge_are_those_of_the_wording(row: dict[str, Any], sentences: list[str]) -> None:
    assert said(numbers(sheet("counts", row))) == [f"counts.csv, {sentence}" for sentence in sentences]


def test_another_coder_may_hear_a_hedge_otherwise() -> None:
    ours = sheet("counts", {"number": 9, "hedge": "about", "wording": "nearly nine boats"})
    theirs = replace(ours, rows=ours.rows.assign(same_as="c1"))
    assert [problem.warning for problem in numbers(ours)] == [False]
    assert [problem.warning for problem in numbers(theirs)] == [True]


def test_a_number_where_none_can_be_read_is_a_warning() -> None:
    (problem,) = numbers(sheet("counts", {"number": 8, "hedge": "bare", "wording": "a boat's crew"}))
    assert problem.warning
