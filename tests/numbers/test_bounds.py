"""Hedged numbers to bounds, and what is wrong about a sum."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import course
from course.numbers.hedges import HEDGES, Bounds, Reading, bounds_of
from course.wording import hedge_phrases

if TYPE_CHECKING:
    from course.case import Case
    from course.numbers.add_up import Total


@pytest.mark.parametrize(
    ("hedge", "strict", "usual"),
    [
        ("more than", (1001, None), (1001, 1300)),
        ("nearly", (0, 999), (900, 999)),
        ("up to", (0, 1000), (800, 1000)),
        ("about", (0, None), (900, 1100)),
        ("exactly", (1000, 1000), (1000, 1000)),
        ("bare", (1000, 1000), (1000, 1000)),
        (None, (1000, 1000), (1000, 1000)),
    ],
)
def test_each_hedge_in_both_readings(
    hedge: str | None, strict: tuple[int, int | None], usual: tuple[int, int | None]
) -> None:
    assert bounds_of(1000, hedge, "strict") == Bounds(*strict)
    assert bounds_of(1000, hedge, "usual", 0.1) == Bounds(*usual)


@pytest.mark.parametrize("reading", ["strict", "usual"])
def test_without_a_number(reading: Reading) -> None:
    assert bounds_of(None, None, reading) == Bounds(0, None)
    assert bounds_of(None, "tens of thousands", reading) == Bounds(20_000, 99_999)


def test_the_hedges_are_those_of_the_vocabulary() -> None:
    assert list(hedge_phrases()) == list(HEDGES)


@given(number=st.integers(0, 10**9), hedge=st.sampled_from(HEDGES), closeness=st.floats(0, 0.5))
def test_the_usual_reading_lies_within_the_strict_one(number: int, hedge: str, closeness: float) -> None:
    strict, usual = bounds_of(number, hedge), bounds_of(number, hedge, "usual", closeness)
    assert strict.low <= usual.low
    assert strict.high is None or (usual.high is not None and usual.high <= strict.high)
    assert usual.high is None or usual.low <= usual.high


@given(number=st.integers(1, 10**9), hedge=st.sampled_from(["more than", "nearly", "up to"]))
def test_a_wider_closeness_never_narrows(number: int, hedge: str) -> None:
    near, far = bounds_of(number, hedge, "usual", 0.1), bounds_of(number, hedge, "usual", 0.2)
    assert far.low <= near.low
    assert near.high is not None
    assert far.high is not None
    assert near.high <= far.high


def test_bounds_stand_beside_each_mention(case: Case) -> None:
    ranges = course.bounds(case.troops).set_index("mention")
    assert str(ranges["low"].dtype) == str(ranges["high"].dtype) == "Int64"
    assert ranges.loc["m2", "low"] == 100_001
    assert ranges.loc["m2", "high"] is pd.NA
    assert list(ranges.loc["m9", ["low", "high"]]) == [0, 2_999]
    assert list(ranges.index) == list(case.troops["mention"])


def test_a_border_has_bounds_too(case: Case) -> None:
    border = course.bounds(case.numbers).set_index("item").loc["n3"]
    assert (border["low"], border["high"]) == (600, 600)


def test_settings_that_are_unknown_are_named(case: Case) -> None:
    with pytest.raises(ValueError, match="Did you mean 'strict'"):
        course.bounds(case.troops, "strickt")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="from 0 to 0.5, not 10: 0.1 means 10 %"):
        course.bounds(case.troops, "usual", 10)
    with pytest.raises(ValueError, match="Did you mean 'nearly'"):
        bounds_of(7, "nearli")


def test_a_table_that_is_none_is_refused(case: Case) -> None:
    with pytest.raises(TypeError, match=r"case\.troops, not a int"):
        course.bounds(4)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="no column hedge"):
        course.bounds(case.troops[["number"]])
    with pytest.raises(ValueError, match="no column mention, force"):
        course.add_up(case.troops[["number", "hedge"]])


def total(case: Case, *mentions: str) -> Total:
    return course.add_up(case.troops[case.troops["mention"].isin(mentions)])


def kinds(case: Case, *mentions: str) -> set[str]:
    return {objection.kind for objection in total(case, *mentions).objections}


def test_the_western_sum_is_not_a_number(case: Case) -> None:
    summed = total(case, "m6", "m7", "m9")
    assert (summed.low, summed.high) == (0, 7_999)
    assert kinds(case, "m6", "m7", "m9") == {"ceiling", "mixed status", "flow with stocks", "several owners", "overlap"}


@pytest.mark.parametrize(
    ("kind", "mentions", "about"),
    [
        ("blank", ("m4", "m9"), ("m4",)),
        ("ceiling", ("m6",), ("m6",)),
        ("mixed status", ("m6", "m7"), ("m6", "m7")),
        ("flow with stocks", ("m8", "m9"), ("m9",)),
        ("several owners", ("m2", "m7"), ("m2", "m7")),
        ("overlap", ("m2", "m3"), ("m2", "m3")),
        ("overlap", ("m4", "m6"), ("m4", "m6")),
        ("overlap", ("m7", "m9"), ("m9", "m7")),
    ],
)
def test_each_objection_names_its_mentions(
    case: Case, kind: str, mentions: tuple[str, ...], about: tuple[str, ...]
) -> None:
    found = [objection for objection in total(case, *mentions).objections if objection.kind == kind]
    assert [objection.mentions for objection in found] == [about]
    assert all(objection.message.endswith((".", "?")) for objection in found)


def test_one_counted_force_has_nothing_wrong_about_it(case: Case) -> None:
    assert total(case, "m2").objections == ()
    assert str(total(case, "m2")) == "Sum: at least 100,001, no limit above"


def test_nothing_adds_up_to_zero(case: Case) -> None:
    assert total(case).bounds == Bounds(0, 0)
    assert total(case).objections == ()


def test_a_blank_leaves_the_sum_open(case: Case) -> None:
    assert total(case, "m4", "m7").high is None
    assert "A blank is not a zero" in str(total(case, "m4", "m7"))


@pytest.mark.parametrize("number", ["1,000", float("inf"), 10**20, -5, 2.5, True])
def test_what_is_no_count_is_told_with_its_row(number: object) -> None:
    table = pd.DataFrame({"number": pd.Series([7, number], dtype=object), "hedge": ["bare", "up to"]})
    with pytest.raises(ValueError, match="Row 2 of the table: .* is not a count"):
        course.bounds(table)


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
