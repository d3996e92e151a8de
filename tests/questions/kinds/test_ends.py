"""Two ends: each is read, compared and said by itself, as bounds or as days."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest

from course.questions.kinds.base import Read
from tests.questions.samples import sample

LIMITS, DAYS = sample("bounds").kind, sample("dates").kind


@pytest.mark.parametrize(
    ("value", "ends"),
    [
        (pd.DataFrame({"low": [1], "other": [9], "high": [2]}), (1, 2)),
        ({"high": 2, "low": 1, "other": 9}, (1, 2)),
        (pd.Interval(1, 2), (1, 2)),
        ([None, None], (None, None)),
        ([3, 3], (3, 3)),
        ([3, None], (3, None)),
    ],
)
def test_two_ends_are_read_from_whatever_holds_them(value: object, ends: tuple[Any, Any]) -> None:
    assert LIMITS.read(value) == Read(ends)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (pd.DataFrame({"low": [1, 2], "high": [2, 3]}), "You gave a whole table. Give two ends"),
        ({1, 2}, "You gave a set. Give two ends"),
        ([1, 2, 3], "You gave a list of 3. Give two ends"),
        ([], "You gave a list of 0."),
        (pd.Series([1]), "You gave a column of 1."),
        ([1, "many"], "The high end: "),
        ([["few"], 1], "The low end: "),
        ([2, 1], "The low end, 2, comes after the high end, 1. Swap them?"),
    ],
)
def test_what_holds_no_two_ends_is_told_with_what_it_is(value: object, said: str) -> None:
    read = LIMITS.read(value)
    assert isinstance(read, str)
    assert read.startswith(said)


def test_the_note_of_each_end_that_had_to_be_guessed_is_told() -> None:
    read = DAYS.read(["31 January 2022", "3 Feb 2022"])
    assert isinstance(read, Read)
    assert read.answer == (date(2022, 1, 31), date(2022, 2, 3))
    first, last = "I read “31 January 2022” as 31 January 2022.", "I read “3 Feb 2022” as 3 February 2022."
    assert read.note == f"{first} {last}"


@pytest.mark.parametrize(
    ("given", "condition", "met"),
    [
        ((5, 9), {"low": 5}, True),
        ((5, 9), {"high": 5}, False),
        ((5, 9), {"low_between": [5, 6]}, True),
        ((5, 9), {"low_between": [6, 9]}, False),
        ((5, 9), {"high_between": [6, 9]}, True),
        ((5, 9), {"low": 5, "high": 8}, False),
        ((0.30000000000000004, 9), {"low": 0.3}, True),
        ((0.30000000000000004, 9.0), {"answer": [0.3, 9]}, True),
        ((5, 9), {"answer": [5, 9.1]}, False),
        ((5, None), {"high": "no limit"}, True),
        ((5, None), {"high_between": [0, 99]}, False),
        ((5, None), {"answer": [5, None]}, True),
        ((5, 9), {"answer": [5, None]}, False),
    ],
)
def test_a_condition_looks_at_the_end_that_it_names(given: Any, condition: dict[str, object], met: bool) -> None:  # noqa: FBT001
    assert LIMITS.meets(given, condition) is met


def test_ends_are_said_in_words() -> None:
    assert LIMITS.say((1000, None)) == "from 1,000 to no limit"
    assert DAYS.say((date(2022, 1, 31), date(2022, 2, 3))) == "from 31 January 2022 to 3 February 2022"
    assert (
        DAYS.condition_in_words({"start_between": ["2022-01-30", "2022-01-31"]})
        == "first day 30 January 2022 to 31 January 2022"
    )
    assert (
        DAYS.condition_in_words({"answer": ["2022-01-30", "2022-01-31"]}) == "from 30 January 2022 to 31 January 2022"
    )
