"""A day is read in many forms, unless its day and its month could be mixed up."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.questions.judge import State, judge
from course.questions.kinds.base import Read
from course.questions.kinds.day import WEEKDAYS, read_day
from tests.questions.samples import sample
from tests.questions.wraps import DAYS

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
        ("31 Foo 2022", "“Foo” is no month and no weekday in English"),
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


@pytest.mark.parametrize("blank", [pd.NaT, [None], pd.NA, "not stated", np.datetime64("NaT")])
def test_that_a_date_is_not_stated(blank: object) -> None:
    assert judge(DATE, blank).understood.startswith("not stated")


@pytest.mark.parametrize("wrap", DAYS.values(), ids=DAYS)
@settings(max_examples=20, deadline=None)
@given(day=st.dates(date(2022, 1, 30), date(2022, 2, 4)))
def test_a_day_in_whatever_holds_one_is_that_day(wrap: Any, day: date) -> None:
    assert (judge(DATE, wrap([day])).state is State.RIGHT) == (day == date(2022, 2, 2))
    assert judge(DATE, wrap([date(2022, 2, 2)])).state is State.RIGHT


@pytest.mark.parametrize(
    "said",
    ["Wed 2 Feb 2022", "Wed, 2 Feb 2022", "Wed. 2 Feb. 2022.", "Wednesday 2nd of February 2022", "the 2nd of February, 2022",
     "on Wednesday, February 2, 2022", "2 February 2022 (Wed)", "2-Feb-22", "02-Feb-2022", "2Feb2022", "2 Feb 22", "Feb 2, 22",
     "2022 Feb 2", "2022/02/02", "2022.02.02", "2022/2/2", "20220202", "2022-W05-3", "2022W053", "2022‑02‑02", "2022–02–02",
     "2022−02−02", "2022-02-02.", "2022-02-02 20:15", "2022-02-02T20:15:00Z", "2022-02-02 20:15:00.123+01:00", "02.02.2022 20:15",
     "2 February 2022, 8:15 pm", "2 February 2022 at 20:15", "２０２２-０２-０２", "2\N{NO-BREAK SPACE}February\N{NO-BREAK SPACE}2022",
     "2 Feb\N{SOFT HYPHEN}ruary 2022", "\N{LEFT-TO-RIGHT MARK}2022-02-02"],
)  # fmt: skip
def test_a_day_as_people_and_spreadsheets_write_it(said: str) -> None:
    verdict = judge(DATE, said)
    assert verdict.state is State.RIGHT
    assert verdict.understood.startswith("2 February 2022")


@settings(max_examples=1_000, deadline=None)
@given(
    day=st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    form=st.sampled_from(
        ["%a %d %b %Y", "%A, %d %B %Y", "%d-%b-%Y", "%Y/%m/%d", "%Y%m%d", "%G-W%V-%u", "%d %B %Y (%a)", "%B %d, %Y."]
    ),
)
def test_a_day_that_is_written_is_the_day_that_is_read(day: date, form: str) -> None:
    read = read_day(day.strftime(form))
    assert isinstance(read, Read)
    assert read.answer == day


@settings(max_examples=500, deadline=None)
@given(day=st.dates(date(1900, 1, 1), date(2099, 12, 31)), weekday=st.integers(0, 6))
def test_a_weekday_is_read_only_where_it_fits(day: date, weekday: int) -> None:
    read = read_day(f"{WEEKDAYS[weekday]}, {day:%d %B %Y}")
    assert isinstance(read, Read) == (weekday == day.weekday())


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Thursday, 26 January 2022", "26 January 2022 is a Wednesday. That does not fit “Thursday, 26 January 2022”"),
        ("Thu 2022-01-26", "26 January 2022 is a Wednesday."),
        ("26 janvier 2022", "“janvier” is no month and no weekday in English."),
        ("26. Oktober 2022", "“Oktober” is no month"),
        ("26 de enero de 2022", "is no month and no weekday in English."),
        ("26 février 2022", "“février” is no month"),
        ("26 февраля 2022", "“февраля” is no month"),
        ("Mittwoch, 26 January 2022", "“Mittwoch” is no month and no weekday in English."),
        ("26 January", "“26 January” lacks the year."),
        ("January 2022", "“January 2022” lacks the day."),
        ("26/01/22", "day, month and year could be mixed up"),
        ("2/3/2022", "the day and the month could be mixed up"),
        ("2022-02-30", "not a day of the calendar"),
        ("20220230", "not a day of the calendar"),
        ("26 Jan Feb 2022", "I cannot read"),
        ("26 Jan 20222", "I cannot read"),
        ("26 & Jan 2022", "I cannot read"),
        ("9" * 500, "I cannot read"),
        (pd.Period("2022-02"), "2022-02 is more than one day."),
        (np.datetime64("2022-02"), "2022-02 is more than one day."),
        (np.datetime64(10**17, "Y"), "You gave a time that no calendar has."),
        (timedelta(1), "You gave a span of time."),
        (pd.Interval(1, 2), "You gave an interval."),
        (b"2022-02-02", "You gave bytes."),
    ],
)
def test_what_keeps_a_day_from_being_read_is_named(said: object, told: str) -> None:
    verdict = judge(DATE, said)
    assert verdict.state is State.UNCLEAR
    assert told in verdict.message


@pytest.mark.parametrize("said", ["13.2.2022", "2/13/2022"])
def test_a_number_over_twelve_is_the_day_wherever_it_stands(said: str) -> None:
    read = sample("date").kind.read(said)
    assert read == Read(date(2022, 2, 13), f"I read “{said}” as 13 February 2022.")
