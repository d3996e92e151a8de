"""A place on a scale, of numbers or of days: between two others, or not stated at all."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.questions.samples import sample

NUMBER, DAY = sample("number").kind, sample("date").kind
WEEK = {"between": ["2022-01-31", "2022-02-06"]}


@pytest.mark.parametrize(
    ("kind", "given", "condition", "met"),
    [
        (NUMBER, 10.0, {"between": [10, 20]}, True),
        (NUMBER, 20.0, {"between": [10, 20]}, True),
        (NUMBER, 9.5, {"between": [10, 20]}, False),
        (NUMBER, 20.5, {"between": [10, 20]}, False),
        (NUMBER, "not stated", {"between": [0, 20]}, False),
        (NUMBER, "not stated", {"answer": "unknown"}, True),
        (NUMBER, 10.0, {"answer": "unknown"}, False),
        (DAY, date(2022, 1, 31), WEEK, True),
        (DAY, date(2022, 2, 7), WEEK, False),
        (DAY, "not stated", WEEK, False),
        (DAY, date(2022, 2, 2), {"answer": "2 February 2022"}, True),
    ],
)
def test_both_ends_of_a_range_are_in_it_and_what_is_not_stated_is_in_none(
    kind: Any,
    given: object,
    condition: dict[str, object],
    met: bool,  # noqa: FBT001
) -> None:
    assert kind.meets(given, condition) is met


def test_a_range_is_said_as_its_kind_says_its_ends() -> None:
    assert DAY.condition_in_words(WEEK) == "from 31 January 2022 to 6 February 2022"
    assert NUMBER.condition_in_words({"between": [0, 4000]}) == "from 0 to 4,000"
    assert NUMBER.condition_in_words({"answer": "unknown"}) == "not stated"


@pytest.mark.parametrize(
    ("kind", "ends"),
    [
        (NUMBER, [20, 10]),
        (NUMBER, ["not stated", 10]),
        (NUMBER, ["few", 10]),
        (DAY, ["2022-02-06", "2022-01-31"]),
        (DAY, "2022-02-06"),
    ],
)
def test_a_range_that_no_answer_can_lie_in_is_refused(kind: Any, ends: object) -> None:
    with pytest.raises(ValueError, match="\\.$"):
        kind.check_condition({"between": ends})


def test_a_range_in_a_condition_that_is_none_is_told_by_its_name() -> None:
    for ask in (NUMBER.check_condition, NUMBER.condition_in_words):
        with pytest.raises(ValueError, match=r"^'between' needs a list of two ends\.$"):
            ask({"between": 3})
