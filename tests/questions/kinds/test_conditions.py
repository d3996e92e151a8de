"""The conditions of a foreseen answer: which answers meet one, how it is said, and which no answer could ever meet."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.questions.samples import sample

NO_NUMBER = "I cannot read “few” as a number. Give one number, such as 7 or 2500."
NO_DAY = "I cannot read “few” as a day. Give a day as year-month-day, such as 2021-12-31."


@pytest.mark.parametrize(
    ("kind", "condition", "words"),
    [
        ("number", {"answer": 2500}, "2,500"),
        ("number", {"between": [10, 2000]}, "from 10 to 2,000"),
        ("choice", {"answer": "a"}, "“the call”"),
        ("choices", {"contains": ["a"], "lacks": ["b", "c"]}, "with “the call”, without “the speech” and “the meeting”"),
        ("choices", {"answer": ["a", "b"]}, "“the call”; “the speech”"),
        ("order", {"first": "a", "last": "b"}, "“the call” first, “the speech” last"),
        ("order", {"before": ["a", "b"]}, "“the call” before “the speech”"),
        ("order", {"answer": ["b", "a", "c"]}, "“the speech”, then “the call”, then “the meeting”"),
        ("text", {"says": "not"}, "an answer that says “not”"),
        ("text", {"answer": "The Denial"}, "“denial”"),
        ("bounds", {"low": 5, "high": "no limit"}, "at least 5, no limit above"),
        ("bounds", {"high_between": [1000, 2000]}, "at most 1,000 to 2,000"),
        ("bounds", {"answer": [None, 5]}, "from no limit to 5"),
        ("table", {"contains": ["x"], "lacks": ["y", "z"]}, "with row x, without rows y and z"),
        ("table", {"values": {"n": {"x": 1000, "y": "not stated"}}}, "1,000 as n of row x, (blank) as n of row y"),
    ],
)  # fmt: skip
def test_a_condition_in_words(kind: str, condition: dict[str, Any], words: str) -> None:
    sample(kind).kind.check_condition(condition)
    assert sample(kind).kind.condition_in_words(condition) == words


@pytest.mark.parametrize(
    ("kind", "condition", "said"),
    [
        ("number", {"answer": "few"}, NO_NUMBER),
        ("date", {"answer": "few"}, NO_DAY),
        ("choice", {"answer": "d"}, "'answer': 'd' is not a key. Valid are: 'a', 'b', 'c'."),
        ("order", {"answer": ["a"]}, "Each item is needed once: 'a', 'b', 'c'. You gave 1."),
        ("bounds", {"answer": "few"}, "You gave a text. Give two ends, such as (10, 20), and None for an end without a limit."),
        ("bounds", {"low": "few"}, NO_NUMBER),
        ("bounds", {"high": float("-inf")}, "it cannot be -inf. Give two ends, such as (10, 20), and None for an end without a limit."),
        ("bounds", {"low_between": 3}, "'low_between' needs a list of two ends."),
        ("bounds", {"low_between": [5, 3]}, "'low_between' needs two ends, the smaller one first."),
        ("dates", {"end": "few"}, NO_DAY),
        ("dates", {"answer": ["2022-02-02", "few"]}, f"The last day: {NO_DAY}"),
        ("table", {"contains": []}, "'contains' needs a list of keys of rows."),
        ("table", {"lacks": "x"}, "'lacks' needs a list of keys of rows."),
        ("text", {"answer": "?"}, "There is no word in that. Give a word or a few."),
    ],
)  # fmt: skip
def test_a_condition_that_no_answer_can_meet_is_refused_with_a_sentence(
    kind: str, condition: dict[str, Any], said: str
) -> None:
    with pytest.raises(ValueError, match=r".") as told:
        sample(kind).kind.check_condition(condition)
    assert str(told.value) == said


def test_an_end_in_the_infinity_of_its_own_side_can_be_met() -> None:
    sample("bounds").kind.check_condition({"high": float("inf"), "low": float("-inf")})


@pytest.mark.parametrize(
    ("kind", "given", "condition", "met"),
    [
        ("order", ("a", "b", "c"), {"last": "c"}, True),
        ("order", ("a", "b", "c"), {"last": "b"}, False),
        ("order", ("a", "b", "c"), {"last": "a"}, False),
        ("order", ("a", "b", "c"), {"first": "a"}, True),
        ("order", ("a", "b", "c"), {"before": ["a", "c"]}, True),
        ("order", ("a", "b", "c"), {"before": ["c", "a"]}, False),
        ("order", ("a", "b", "c"), {"answer": ["a", "b", "c"]}, True),
        ("order", ("a", "b", "c"), {"answer": ["a", "c", "b"]}, False),
        ("choices", frozenset("ab"), {"answer": ["a", "b"]}, True),
        ("choices", frozenset("ab"), {"answer": ["a"]}, False),
        ("text", "does not say", {"says": "not"}, True),
        ("text", "does not say", {"answer": "not"}, False),
        ("text", "does not say", {"answer": "Does not say."}, True),
        ("dates", (date(2022, 2, 2), date(2022, 2, 3)), {"end": "3 February 2022"}, True),
        ("dates", (date(2022, 2, 2), date(2022, 2, 3)), {"end": "2022-02-02"}, False),
        ("table", {"x": (1.0,)}, {"values": {"n": {"x": 1}}}, True),
        ("table", {"x": (1.0,)}, {"values": {"n": {"x": "1"}}}, True),
        ("table", {"x": (1.0,)}, {"values": {"n": {"x": 2}}}, False),
        ("table", {"x": (1.0,)}, {"values": {"n": {"y": 1}}}, False),
        ("table", {"x": ("not stated",)}, {"values": {"n": {"x": "none"}}}, True),
    ],
)
def test_which_answers_meet_a_condition(kind: str, given: Any, condition: dict[str, Any], *, met: bool) -> None:
    assert sample(kind).kind.meets(given, condition) is met
