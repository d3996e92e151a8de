"""A number is read in many forms, and what is none is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.questions.judge import State, judge
from course.questions.spec import find
from tests.questions.samples import sample

if TYPE_CHECKING:
    from course.case import Case

NUMBER, NOT_STATED, SEVEN = find("3.1"), find("3.7"), sample("number")


@pytest.mark.parametrize(
    "answer",
    [4, 4.0, "4", " 4 ", "four", "Four", "“4”", "4.0", np.int64(4), np.float64(4), [4], pd.Series([4]), pd.Index([4]),
     np.array([4]), pd.Series([4], dtype="Int64").iloc[0]],
)  # fmt: skip
def test_a_number_in_many_forms(answer: object) -> None:
    assert judge(NUMBER, answer).state is State.RIGHT


@pytest.mark.parametrize("answer", [pd.NA, None, "not stated", "<NA>", pd.Series([pd.NA], dtype="Int64"), "unknown"])
def test_that_a_number_is_not_stated(answer: object) -> None:
    assert judge(NOT_STATED, answer).state is State.RIGHT
    assert judge(NUMBER, answer).state is State.NOT_YET


@pytest.mark.parametrize("said", ["1500", "1,500", "1 500", "1\N{NO-BREAK SPACE}500", "1500.0"])
def test_thousands_are_read(said: str) -> None:
    verdict = judge(NOT_STATED, said)
    assert verdict.understood.startswith("1,500")
    assert "two equal parts" in verdict.message


@pytest.mark.parametrize(
    "answer", [True, "some", "4 or 5", [4, 5], {"a": 4}, float("nan"), float("inf"), 10**400, "9" * 9999, len, object()]
)
def test_what_is_no_number_is_told_in_a_sentence(answer: object) -> None:
    verdict = judge(NUMBER, answer)
    assert verdict.state is State.UNCLEAR
    assert verdict.message.endswith(".")
    assert len(verdict.message) < 200


def test_a_whole_table_for_a_number_is_told(case: Case) -> None:
    assert "You gave a whole table" in judge(NUMBER, case.troops).message


@pytest.mark.parametrize("said", ["\N{MINUS SIGN}4", "-4"])
def test_a_minus_in_either_form(said: str) -> None:
    assert judge(NUMBER, said).understood.startswith("-4")


@pytest.mark.parametrize(
    ("said", "number"), [("4.", "4"), ("twenty-one", "21"), ("Thirty", "30"), ("100'000", "100,000")]
)
def test_more_ways_to_write_a_number(said: str, number: str) -> None:
    assert judge(NUMBER, said).understood.startswith(number)


def test_a_point_between_thousands_is_asked_about() -> None:
    verdict = judge(NUMBER, "100.000")
    assert verdict.state is State.UNCLEAR
    assert "could be 100,000 or a number with three decimals" in verdict.message


@settings(max_examples=2_000, deadline=None)
@given(
    number=st.integers(-(10**12), 10**12), form=st.sampled_from([str, float, "{:,}".format, np.int64, lambda n: [n]])
)
def test_a_number_is_right_in_every_form_and_only_if_it_is_the_number(number: int, form: Any) -> None:
    assert (judge(SEVEN, form(number)).state is State.RIGHT) == (number == 7)
    assert judge(SEVEN, form(7)).state is State.RIGHT
