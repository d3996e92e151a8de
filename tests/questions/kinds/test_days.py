"""A range of days has two ends, both counted."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.questions.judge import State, judge
from tests.questions.samples import sample

DATES = sample("dates")


@settings(max_examples=2_000, deadline=None)
@given(start=st.dates(date(2022, 1, 28), date(2022, 2, 5)), end=st.dates(date(2022, 1, 28), date(2022, 2, 5)))
def test_a_range_of_days_is_right_only_with_both_ends(start: date, end: date) -> None:
    expected = (start, end) == (date(2022, 1, 31), date(2022, 2, 3))
    assert (judge(DATES, (start, end)).state is State.RIGHT) == expected
    assert (judge(DATES, f"{start}/{end}").state is State.RIGHT) == expected


@pytest.mark.parametrize(
    "answer",
    [("2022-01-31", "2022-02-03"), "2022-01-31/2022-02-03", {"start": "2022-01-31", "end": "2022-02-03"},
     [date(2022, 1, 31), "3 February 2022"], pd.Series({"start": "2022-01-31", "end": "2022-02-03"}),
     pd.Interval(pd.Timestamp("2022-01-31"), pd.Timestamp("2022-02-03")), "2022-01-31 to 2022-02-03", "2022-01-31 – 2022-02-03",
     "from 31 January 2022 until Thu 3 Feb 2022", "31.01.2022 - 2022/02/03", pd.date_range("2022-01-31", "2022-02-03"),
     pd.period_range("2022-01-31", "2022-02-03", freq="D"), list(pd.date_range("2022-01-31", "2022-02-03").date),
     np.array(["2022-01-31", "2022-02-03"], dtype="datetime64[D]"), pd.array(["2022-01-31", "2022-02-03"], dtype="string")],
)  # fmt: skip
def test_dates_in_many_forms(answer: object) -> None:
    assert judge(DATES, answer).state is State.RIGHT


def test_a_period_is_all_its_days() -> None:
    week = "from 31 January 2022 to 6 February 2022"
    assert judge(DATES, pd.Period("2022-01-31", "W")).understood == week
    assert judge(DATES, [pd.Period("2022-01-31", "W")]).understood == week
    assert judge(DATES, np.datetime64("2022-02")).understood == "from 1 February 2022 to 28 February 2022"


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (("2022-02-03", "2022-01-31"), "comes after the last day, 31 January 2022. Swap them?"),
        (("2022-02-03", None), "The last day: it is blank."),
        ("2022-02-03", "You gave a text"),
        (("soon", "2022-02-03"), "The first day: I cannot read “soon”"),
        ({"start": "2022-02-03"}, "You gave a dictionary"),
        (pd.to_datetime(["2022-01-31", "2022-02-02", "2022-02-03"]), "You gave an index of 3."),
        ("31 January - 3 February 2022", "The first day: “31 January” lacks the year."),
    ],
)
def test_what_is_no_range_of_dates_is_told(answer: object, said: str) -> None:
    verdict = judge(DATES, answer)
    assert verdict.state is State.UNCLEAR
    assert said in verdict.message
