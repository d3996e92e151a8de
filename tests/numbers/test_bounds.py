"""Mentions with their bounds beside them, and tables that are refused with what is wrong and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

import course
from course.numbers.bounds import bounded
from tests.flood import counts, flood
from tests.invented import table

if TYPE_CHECKING:
    from course.case import Case


def test_bounds_stand_beside_each_mention(case: Case) -> None:
    ranges = course.bounds(case.troops).set_index("mention")
    assert str(ranges["low"].dtype) == str(ranges["high"].dtype) == "Int64"
    assert ranges.loc["m2", "low"] == 100_001
    assert ranges.loc["m2", "high"] is pd.NA
    assert list(ranges.loc["m9", ["low", "high"]]) == [0, 2_999]
    assert list(ranges.index) == list(case.troops["mention"])
    assert ranges.attrs == case.troops.attrs | {"blanks": {"low": "no limit", "high": "no limit"}}


def test_a_border_has_bounds_too(case: Case) -> None:
    border = course.bounds(case.numbers).set_index("item").loc["n3"]
    assert (border["low"], border["high"]) == (600, 600)


def test_settings_that_are_unknown_are_named(case: Case) -> None:
    with pytest.raises(ValueError, match="Did you mean 'strict'"):
        course.bounds(case.troops, "strickt")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="from 0 to 0.5, not 10: 0.1 means 10 %"):
        course.bounds(case.troops, "usual", 10)


def test_a_table_that_is_none_is_refused(case: Case) -> None:
    with pytest.raises(TypeError, match=r"case\.troops, not a int"):
        course.bounds(4)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="no column hedge"):
        course.bounds(case.troops[["number"]])


@pytest.mark.parametrize("number", ["1,000", float("inf"), 10**20, -5, 2.5, True])
def test_what_is_no_count_is_told_with_its_row(number: object) -> None:
    table = pd.DataFrame({"number": pd.Series([7, number], dtype=object), "hedge": ["bare", "up to"]})
    with pytest.raises(ValueError, match="Row 2 of the table: .* is not a count"):
        course.bounds(table)


def test_a_truth_is_no_count_also_behind_the_number_that_python_takes_it_for() -> None:
    with pytest.raises(ValueError, match="Row 2 of the table: True is not a count"):
        course.bounds(pd.DataFrame({"number": pd.Series([1, True], dtype=object), "hedge": ["bare", "bare"]}))


def test_nobody_and_very_many_are_counts() -> None:
    table = course.bounds(pd.DataFrame({"number": [0, 10**15], "hedge": ["bare", "bare"]}))
    assert table["low"].tolist() == table["high"].tolist() == [0, 10**15]
    with pytest.raises(ValueError, match="is not a count"):
        course.bounds(pd.DataFrame({"number": [10**15 + 1], "hedge": ["bare"]}))


def test_an_unknown_hedge_is_told_even_without_a_number() -> None:
    table = pd.DataFrame({"number": pd.Series([None], dtype="Int64"), "hedge": ["at mots"]})
    with pytest.raises(ValueError, match="Row 1 of the table: 'at mots' is not a hedge"):
        course.bounds(table)


def test_a_column_that_is_there_twice_is_told(case: Case) -> None:
    twice = pd.concat([case.troops, case.troops[["number"]]], axis=1)
    with pytest.raises(ValueError, match="the same name"):
        course.bounds(twice)


@pytest.mark.parametrize("closeness", ["0.1", None])
def test_a_closeness_that_is_no_number_is_told(case: Case, closeness: Any) -> None:
    with pytest.raises(ValueError, match="a share from 0 to 0.5"):
        course.bounds(case.troops, "usual", closeness)


def test_a_range_has_both_its_ends() -> None:
    rows = {"number": [20, 7], "number_to": pd.array([30, pd.NA], dtype="Int64"), "hedge": ["between", "nearly"]}
    table = course.bounds(pd.DataFrame(rows))
    assert list(zip(table["low"], table["high"], strict=True)) == [(20, 30), (0, 6)]
    with pytest.raises(ValueError, match="Row 1 of the table: 'between' needs two numbers, and there is one: 20"):
        course.bounds(pd.DataFrame({"number": [20], "hedge": ["between"]}))


@pytest.mark.parametrize(
    ("row", "low", "high"),
    [
        ({"number": 12.5, "hedge": "more than", "unit": "per cent"}, 12.5, None),
        ({"number": 12.5, "hedge": "nearly", "unit": "per cent"}, 0, 12.5),
        ({"number": 2, "number_to": 3.5, "hedge": "between", "unit": "kilometres"}, 2, 3.5),
        ({"number": 1_200_000, "hedge": "more than", "unit": "euros"}, 1_200_000, None),
        ({"number": 30, "hedge": "more than", "unit": "people"}, 31, None),
        ({"hedge": "dozens", "unit": "kilometres"}, 24, None),
        ({"unit": "kilometres"}, 0, None),
    ],
)
def test_what_is_measured_has_parts_and_what_is_counted_has_none(
    row: dict[str, Any], low: float, high: float | None
) -> None:
    ranges = course.bounds(table("counts", row))
    assert ranges["low"].iloc[0] == low
    assert (None if pd.isna(ranges["high"].iloc[0]) else ranges["high"].iloc[0]) == high


def test_a_whole_table_has_whole_ends_and_half_a_person_is_no_count() -> None:
    assert str(course.bounds(counts("c1", "c4"))["low"].dtype) == "Int64"
    assert str(course.bounds(counts("c1", "c7"))["low"].dtype) == "Float64"
    with pytest.raises(ValueError, match=r"Row 2 .*: 2\.5 is not a count\. A count is a whole number from 0 on\.$"):
        course.bounds(table("counts", {"number": 2, "unit": "people"}, {"number": 2.5, "unit": "people"}))
    with pytest.raises(ValueError, match=r"Row 1 .*: -2\.5 is not an amount\. An amount is a number from 0 on\.$"):
        course.bounds(pd.DataFrame({"number": [-2.5], "hedge": ["bare"], "unit": ["euros"]}))


def test_what_is_measured_is_shown_whole_where_it_is_and_told_as_it_was_written() -> None:
    whole = course.bounds(table("counts", {"number": 2, "hedge": "more than", "unit": "kilometres"}))
    assert str(whole["low"].dtype) == "Int64"
    with pytest.raises(ValueError, match=r"'between' needs two numbers, and there is one: 2\.5\. Give"):
        course.bounds(pd.DataFrame({"number": [2.5], "hedge": ["between"], "unit": ["kilometres"]}))


def test_a_case_has_bounds_as_its_rows_have() -> None:
    assert list(course.bounds(flood())["mention"]) == list(counts()["mention"])


def test_plain_rows_have_the_same_bounds_as_a_table() -> None:
    blank = {"number_to": None, "unit": None}
    rows = [
        {"number": 1000, "hedge": "nearly", **blank, "mention": "m1"},
        {"number": 7, "hedge": None, **blank, "mention": "m2"},
    ]
    assert bounded(rows) == [{**rows[0], "low": 0, "high": 999}, {**rows[1], "low": 7, "high": 7}]
    assert bounded(rows, "usual")[0] == {**rows[0], "low": 900, "high": 999}
    assert bounded(rows, "usual", 0.2)[0] == {**rows[0], "low": 800, "high": 999}
    with pytest.raises(ValueError, match="Did you mean 'strict'"):
        bounded([], "strickt")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="a share from 0 to 0.5, not 7"):
        bounded([], "usual", 7)
