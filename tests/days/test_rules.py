"""Date words: the rule of each, and that the rules give what the tables of the case say."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from course.days.rules import Days, resolve
from course.tables import records

if TYPE_CHECKING:
    from course.case import Case

WED, THU = date(2022, 2, 2), date(2022, 2, 3)
EACH_DAY = {"this week", "over the last days"}
"""The words that run up to the day of writing. The tables leave open which of two days that was, and take the later."""


def rows(case: Case) -> list[dict[str, object]]:
    return [row for table in ("statements", "events") for row in records(case.table(table))]


def coded(row: dict[str, object]) -> tuple[date | None, date | None]:
    start, end = (None if pd.isna(row[name]) else row[name].date() for name in ("start", "end"))  # type: ignore[call-overload, attr-defined]
    return start, end


def days(word: str | None, written: date | tuple[date, date], occurrence: object = "happened") -> tuple[object, object]:
    found = resolve(word, written, ahead=occurrence != "happened")
    return found.start, found.end


def with_word(case: Case) -> list[dict[str, object]]:
    return [row for row in rows(case) if not pd.isna(row["date_word"])]  # type: ignore[call-overload]


def test_with_the_days_of_writing_each_word_means_what_the_tables_say(case: Case) -> None:
    assert case.written == (WED, THU)
    for row in with_word(case):
        assert days(str(row["date_word"]), case.written, row.get("occurrence", "happened")) == coded(row), row
    assert len(with_word(case)) == 16


def test_with_one_of_the_two_days_only_what_runs_up_to_it_differs(case: Case) -> None:
    assert case.written is not None
    for written in case.written:
        for row in with_word(case):
            start, end = coded(row)
            expected = (start, written) if row["date_word"] in EACH_DAY else (start, end)
            assert days(str(row["date_word"]), written, row.get("occurrence", "happened")) == expected, row


def test_no_row_without_a_date_word_has_a_date(case: Case) -> None:
    without = [coded(row) for row in rows(case) if pd.isna(row["date_word"])]  # type: ignore[call-overload]
    assert without == [(None, None)] * 19
    assert days(None, WED) == (None, None)


@pytest.mark.parametrize(
    ("word", "written", "occurrence", "start", "end"),
    [
        ("Wednesday", "2022-02-02", "happened", "2022-02-02", "2022-02-02"),
        ("Wednesday", "2022-02-01", "happened", "2022-01-26", "2022-01-26"),
        ("Earlier Wednesday", "2022-02-08", "happened", "2022-02-02", "2022-02-02"),
        ("on  wednesday morning", "2022-02-03", "happened", "2022-02-02", "2022-02-02"),
        ("Thursday", "2022-02-03", "scheduled", "2022-02-03", "2022-02-03"),
        ("Thursday evening", "2022-02-04", "scheduled", "2022-02-10", "2022-02-10"),
        ("Thursday", "2022-02-02", "possible", "2022-02-03", "2022-02-03"),
        ("today", "2022-02-02", "happened", "2022-02-02", "2022-02-02"),
        ("yesterday", "2022-03-01", "happened", "2022-02-28", "2022-02-28"),
        ("tomorrow night", "2022-02-28", "scheduled", "2022-03-01", "2022-03-01"),
        ("this week", "2022-02-02", "happened", "2022-01-31", "2022-02-02"),
        ("this week", "2022-01-31", "happened", "2022-01-31", "2022-01-31"),
        ("later this week", "2022-02-02", "scheduled", "2022-02-02", "2022-02-06"),
        ("last week", "2022-02-02", "happened", "2022-01-24", "2022-01-30"),
        ("next week", "2022-02-02", "scheduled", "2022-02-07", "2022-02-13"),
        ("over the last days", "2022-02-02", "happened", None, "2022-02-02"),
        ("in recent days", "2022-02-02", "happened", None, "2022-02-02"),
        ("in the coming days", "2022-02-02", "possible", "2022-02-02", None),
        ("in 2022", "2022-02-02", "happened", "2022-01-01", "2022-12-31"),
        ("since 2004", "2022-02-02", "happened", "2004-01-01", "2004-12-31"),
        ("15 years", "2022-02-02", "happened", "2007-01-01", "2007-12-31"),
        ("fifteen years ago", "2021-12-31", "happened", "2006-01-01", "2006-12-31"),
    ],
)
def test_the_rule_of_each_word(word: str, written: str, occurrence: str, start: str | None, end: str | None) -> None:
    expected = tuple(None if day is None else date.fromisoformat(day) for day in (start, end))
    assert days(word, date.fromisoformat(written), occurrence) == expected


@pytest.mark.parametrize(
    "word", ["last Wednesday", "soon", "", "in the autumn", "3,000 years", "one or two years", "Wednesdays"]
)
def test_a_word_with_no_rule_has_no_date_and_that_is_said(word: str) -> None:
    found = resolve(word, WED)
    assert (found.start, found.end, found.hangs_on) == (None, None, "nothing")
    assert found.rule == f"We have no rule for “{word}”, so it gets no date."


def test_no_word_is_said() -> None:
    assert resolve(None, WED) == Days(None, None, "There is no date word.")


@pytest.mark.parametrize(
    ("word", "hangs_on"), [("Wednesday", "day"), ("this week", "day"), ("15 years", "year"), ("in 2022", "nothing")]
)
def test_what_a_word_hangs_on(word: str, hangs_on: str) -> None:
    assert resolve(word, WED).hangs_on == hangs_on
    assert resolve(word, WED).rule


def test_two_days_of_writing_give_what_either_allows() -> None:
    assert days("Wednesday", (date(2022, 2, 1), WED)) == (date(2022, 1, 26), WED)
    assert days("15 years", (date(2021, 12, 31), date(2022, 1, 1))) == (date(2006, 1, 1), date(2007, 12, 31))


def test_the_ends_of_the_calendar_break_nothing() -> None:
    assert days("yesterday", date.min) == (None, None)
    assert days("next week", date.max) == (None, None)
    assert days("20 years", date(10, 1, 1)) == (None, None)
