"""One hedged number: the least and the most that its words allow, in both readings."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.hedges import hedges
from course.numbers.hedges import Bounds, Reading, bounds_of, how_far, rests_on

WITH_ONE_NUMBER = [key for key, each in hedges().items() if each.numbers == 1]


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
        ("at least", (1000, None), (1000, 1300)),
        ("fewer than", (0, 999), (700, 999)),
        ("only", (1000, 1000), (1000, 1000)),
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


@pytest.mark.parametrize(
    ("hedge", "strict", "usual"),
    [
        ("none", (0, 0), (0, 0)),
        ("a couple", (2, None), (2, 3)),
        ("several", (3, None), (3, 9)),
        ("dozens", (24, None), (24, 99)),
        ("hundreds", (200, None), (200, 999)),
        ("hundreds of thousands", (200_000, 999_999), (200_000, 999_999)),
    ],
)
def test_a_size_needs_no_number(hedge: str, strict: tuple[int, int | None], usual: tuple[int, int | None]) -> None:
    assert bounds_of(None, hedge) == Bounds(*strict)
    assert bounds_of(None, hedge, "usual") == Bounds(*usual)


@pytest.mark.parametrize("reading", ["strict", "usual"])
def test_a_range_goes_from_one_number_to_the_other(reading: Reading) -> None:
    assert bounds_of(20, "between", reading, number_to=30) == Bounds(20, 30)
    assert bounds_of(20, "between", reading, number_to=20) == Bounds(20, 20)
    assert bounds_of(None, "between", reading) == Bounds(0, None)


@pytest.mark.parametrize(
    ("hedge", "number_to", "said"),
    [
        ("between", None, "'between' needs two numbers, and there is one: 20. Give the second as number_to."),
        ("between", 10, "from the smaller number to the larger one, not from 20 to 10."),
        ("nearly", 30, "'nearly' takes one number, and there is a second: 30. Valid are: 'between'."),
    ],
)
def test_a_range_without_two_numbers_in_order_is_told(hedge: str, number_to: int | None, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        bounds_of(20, hedge, number_to=number_to)


@pytest.mark.parametrize(
    ("number", "hedge", "closeness", "usual"),
    [
        (0, "nearly", 0.1, (0, 0)),
        (1, "nearly", 0.1, (0, 0)),
        (0, "more than", 0.1, (1, 1)),
        (100_000, "more than", 0.1, (100_001, 130_000)),
        (10, "nearly", 0, (9, 9)),
        (1000, "up to", 0.5, (0, 1000)),
        (7, "about", 0.1, (7, 7)),
        (15, "about", 0.1, (14, 16)),
        (10**9, "fewer than", 0.3, (10**8, 999_999_999)),
        (3 * 10**8, "about", 0.13, (261_000_000, 339_000_000)),
    ],
)
def test_the_usual_reading_rounds_to_whole_soldiers_within_the_words(
    number: int, hedge: str, closeness: float, usual: tuple[int, int]
) -> None:
    assert bounds_of(number, hedge, "usual", closeness) == Bounds(*usual)


@given(number=st.integers(0, 10**9), hedge=st.sampled_from(WITH_ONE_NUMBER), closeness=st.floats(0, 0.5))
def test_the_usual_reading_lies_within_the_strict_one(number: int, hedge: str, closeness: float) -> None:
    strict, usual = bounds_of(number, hedge), bounds_of(number, hedge, "usual", closeness)
    assert strict.low <= usual.low
    assert strict.high is None or (usual.high is not None and usual.high <= strict.high)
    assert usual.high is None or usual.low <= usual.high


@given(number=st.integers(1, 10**9), hedge=st.sampled_from([key for key in WITH_ONE_NUMBER if key != "about"]))
def test_a_wider_closeness_never_narrows(number: int, hedge: str) -> None:
    near, far = bounds_of(number, hedge, "usual", 0.1), bounds_of(number, hedge, "usual", 0.2)
    assert far.low <= near.low
    assert near.high is not None
    assert far.high is not None
    assert near.high <= far.high


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (0, 4000, "0 to 4,000"),
        (100_001, None, "at least 100,001, no limit above"),
        (0, None, "0 or more, no limit above"),
        (1000, 1000, "1,000"),
        (0, 0, "0"),
    ],
)
def test_bounds_are_said_as_a_person_says_them(low: int, high: int | None, said: str) -> None:
    assert str(Bounds(low, high)) == said


def test_a_hedge_a_reading_or_a_closeness_that_is_unknown_is_told() -> None:
    with pytest.raises(ValueError, match="'nearli' is not a hedge. Did you mean 'nearly'"):
        bounds_of(7, "nearli")
    with pytest.raises(ValueError, match="'usuall' is not a reading. Did you mean 'usual'"):
        bounds_of(None, None, "usuall")  # type: ignore[arg-type]
    for closeness in (-0.1, 0.51):
        with pytest.raises(ValueError, match="a share from 0 to 0.5, not"):
            bounds_of(7, "nearly", "usual", closeness)
    assert bounds_of(10, "nearly", "usual", 0.5) == Bounds(5, 9)


def test_the_usual_reading_tells_how_far_it_goes() -> None:
    said = how_far(0.1)
    assert said.startswith("With a closeness of 10% the usual reading goes this far from the number: “more than” 30%")
    for each in hedges().values():
        factor = int(max(each.below or 0, each.above or 0))
        assert (f"“{each.word}” {factor * 10}%" in said) == (factor > 0)
        if factor:
            bounds = bounds_of(1000, each.key, "usual", 0.1)
            assert max(1000 - bounds.low, (bounds.high or 0) - 1000) == 1000 * factor // 10
    assert how_far(0.1, ["nearly"]).endswith("from the number: “nearly” 10%.")
    assert how_far(0.1, ["exactly"]) == "The usual reading of these numbers does not depend on the closeness."


@pytest.mark.parametrize(
    ("hedge", "reading", "rests"),
    [
        (None, "strict", ("the words", "the words")),
        ("up to", "strict", ("the words", "the words")),
        ("up to", "usual", ("a convention that the closeness moves", "the words")),
        ("at least", "usual", ("the words", "a convention that the closeness moves")),
        ("hundreds", "strict", ("the words", "the words")),
        ("hundreds", "usual", ("the words", "a convention of the usual reading")),
        ("tens of thousands", "strict", ("the words", "a convention of the course")),
    ],
)
def test_each_bound_says_what_it_rests_on(hedge: str | None, reading: Any, rests: tuple[str, str]) -> None:
    assert rests_on(hedge, reading) == rests


def test_what_a_bound_rests_on_is_asked_of_a_hedge_and_a_reading_that_are_known() -> None:
    with pytest.raises(ValueError, match="'atleast' is not a hedge. Did you mean 'at least'?"):
        rests_on("atleast")
    with pytest.raises(ValueError, match="'loose' is not a reading"):
        rests_on("up to", "loose")  # type: ignore[arg-type]


@given(hundreds=st.integers(0, 10**13), percent=st.integers(0, 50))
def test_the_usual_reading_of_any_number_goes_exactly_as_far_as_its_share(hundreds: int, percent: int) -> None:
    wanted = Bounds(hundreds * (100 - percent), hundreds * (100 + percent))
    for closeness in (percent / 100, percent * 0.01, min(percent / 100 + 0.2 - 0.2, 0.5)):
        assert bounds_of(hundreds * 100, "about", "usual", closeness) == wanted


def test_a_count_of_billions_is_not_one_too_low_or_too_high() -> None:
    assert bounds_of(8_655_489_200, "more than", "usual", 0.29).high == 16_185_764_804
    assert bounds_of(83_027_516_700, "about", "usual", 0.36) == Bounds(53_137_610_688, 112_917_422_712)
