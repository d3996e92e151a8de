"""A day is read in many forms, unless its day and its month could be mixed up."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.questions.judge import State, judge
from tests.questions.samples import sample

DATE = sample("date")


@settings(max_examples=2_000, deadline=None)
@given(day=st.dates(), form=st.sampled_from([str, datetime.fromisoformat, pd.Timestamp, "{:%d %B %Y}".format]))
def test_a_date_is_right_in_every_form_and_only_if_it_is_the_day(day: date, form: Any) -> None:
    if day.year >= 1700 and day.year < 2200:
        given_day = form(day.isoformat()) if form in (datetime.fromisoformat, pd.Timestamp) else form(day)
        assert (judge(DATE, given_day).state is State.RIGHT) == (day == date(2022, 2, 2))


@pytest.mark.parametrize(
    "answer",
    ["2022-02-02", "2022-2-2", " “2022-02-02” ", "2 February 2022", "2 feb 2022", "Feb 2, 2022", "Wednesday, 2 February 2022",
     "February 2nd, 2022", "2.2.2022", "02/02/2022", date(2022, 2, 2), datetime(2022, 2, 2, 20, 15), pd.Timestamp("2022-02-02"),
     np.datetime64("2022-02-02"), [date(2022, 2, 2)], pd.Series([pd.Timestamp("2022-02-02")]), "2022-02-02T20:15:00"],
)  # fmt: skip
def test_a_date_in_many_forms(answer: object) -> None:
    assert judge(DATE, answer).state is State.RIGHT


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("3/2/2022", "could be mixed up"),
        ("2022-02-30", "not a day of the calendar"),
        ("31 Foo 2022", "not a day of the calendar"),
        ("Wednesday", "I cannot read “Wednesday” as a day"),
        (20220202, "You gave a number"),
        (True, "You gave True or False"),
    ],
)
def test_what_is_no_date_is_told(answer: object, said: str) -> None:
    verdict = judge(DATE, answer)
    assert verdict.state is State.UNCLEAR
    assert said in verdict.message


def test_a_date_that_had_to_be_guessed_is_said() -> None:
    assert judge(DATE, "Feb 3 2022").understood == "3 February 2022. I read “Feb 3 2022” as 3 February 2022."


@pytest.mark.parametrize("blank", [pd.NaT, None, pd.NA, "not stated", np.datetime64("NaT")])
def test_that_a_date_is_not_stated(blank: object) -> None:
    assert judge(DATE, blank).understood.startswith("not stated")
