"""Bounds are read in many forms, an open end too."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import course
from course.questions.judge import State, judge
from course.questions.kinds.base import Read
from course.questions.spec import find
from tests.questions.samples import sample

if TYPE_CHECKING:
    from course.case import Case

LIMITS, BOUNDS = find("3.3"), sample("bounds")


@pytest.mark.parametrize(
    "answer",
    [(0, 4000), [0, 4000], {"low": 0, "high": 4000}, ("0", "4,000"), (0.0, 4000.0), np.array([0, 4000]),
     pd.Series({"low": 0, "high": 4000}), pd.Interval(0, 4000), pd.DataFrame({"low": [0], "high": [4000]}),
     "0 to 4000", "From 0 to 4,000", "0–4000", "0 - 4000", "between 0 and 4000", np.array([[0, 4000]]), [(0, 4000)],
     pd.Series([pd.Interval(0, 4000)]), pd.arrays.IntervalArray.from_breaks([0, 4000]), pd.array([0, 4000], dtype="Int64"),
     np.array([0, 4000], dtype="float32"), (np.float32(0.0), "4k"), {"low": 0, "high": 4000}.values()],
)  # fmt: skip
def test_bounds_in_many_forms(answer: object) -> None:
    assert judge(LIMITS, answer).state is State.RIGHT


def test_the_result_of_adding_up_is_read_as_bounds(case: Case) -> None:
    land_force = case.troops[case.troops["mention"] == "m7"]
    assert judge(LIMITS, course.add_up(land_force)).state is State.RIGHT
    assert judge(LIMITS, course.bounds(land_force)).state is State.RIGHT


@pytest.mark.parametrize("open_end", [None, pd.NA, "no limit", float("inf"), "not stated"])
def test_an_open_end_is_read(open_end: object) -> None:
    assert judge(LIMITS, (0, open_end)).understood == "from 0 to no limit"


@pytest.mark.parametrize("ends", [(0, float("-inf")), (float("inf"), 4000)])
def test_an_end_in_the_wrong_infinity_is_told(ends: tuple[float, float]) -> None:
    assert "it cannot be" in judge(LIMITS, ends).message


@pytest.mark.parametrize(
    "answer", [4000, (0,), (0, 1, 2), {0, 4000}, {"low": 0}, "0 to 4000 to 1", None, (0, "many"), (date(2022, 2, 2), 1)]
)
def test_what_is_no_pair_of_ends_is_told(answer: object) -> None:
    assert judge(LIMITS, answer).state is State.UNCLEAR


def test_ends_in_the_wrong_order_are_told() -> None:
    assert "The low end, 4,000, comes after the high end, 0. Swap them?" in judge(LIMITS, (4000, 0)).message


@settings(max_examples=2_000, deadline=None)
@given(low=st.integers(0, 20), high=st.none() | st.integers(0, 20))
def test_bounds_are_right_only_with_both_ends(low: int, high: int | None) -> None:
    assert (judge(BOUNDS, (low, high)).state is State.RIGHT) == ((low, high) == (5, None))


def test_a_result_that_lacks_an_end_is_open_there() -> None:
    total = type("Total", (), {"low": 5})()
    assert BOUNDS.kind.read(total) == Read((5, None))


def test_a_blank_is_an_open_end_of_the_kind_itself() -> None:
    assert BOUNDS.kind.need((5, None)) == BOUNDS.kind.need((5, pd.NA)) == (5, None)
