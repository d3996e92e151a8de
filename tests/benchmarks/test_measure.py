"""Ours and the peer are measured in turn, the first time is not kept, and what is found is the median of the ratios."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.measure import Found, Part, alternate, found, run
from tests.benchmarks.row import Readings, Row, Sides, Trial, one

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROW = Row("a-row", "ours", "theirs", "s", 1.5)


def side(name: str, values: list[float], called: list[str]) -> Callable[[], Readings]:
    left = iter(values)

    def measure() -> Readings:
        called.append(name)
        return one({ROW.key: next(left)})

    return measure


def test_they_take_turns_and_what_warms_is_not_kept() -> None:
    called: list[str] = []
    pairs = alternate(Sides(side("ours", [9, 1, 2], called), side("peer", [9, 4, 8], called)), 2)
    assert called == ["ours", "peer"] * 3
    assert pairs == [(one({ROW.key: 1}), one({ROW.key: 4})), (one({ROW.key: 2}), one({ROW.key: 8}))]


def test_what_needs_no_warming_is_measured_as_often_as_is_said() -> None:
    called: list[str] = []
    alternate(Sides(side("ours", [1, 2], called)), 2, is_warmed=False)
    assert called == ["ours"] * 2


def test_the_ratio_is_the_median_of_the_rounds_and_not_that_of_the_medians() -> None:
    ours, peer = (1.0, 6.0, 10.0), (1.0, 2.0, 20.0)
    pairs = [(one({ROW.key: mine}), one({ROW.key: other})) for mine, other in zip(ours, peer, strict=True)]
    assert found(ROW, pairs) == Found(ROW, (Part("", 6, 2, 1),), 3)


def test_a_row_without_a_peer_has_no_ratio_and_its_goal_is_for_ours() -> None:
    it = found(ROW, [(one({ROW.key: 3}), {})])
    assert it.parts == (Part("", 3, None, None),)
    assert it.middle == 3
    assert not it.is_reached


def test_what_is_found_has_the_digits_of_the_table_so_that_it_is_judged_the_same_when_it_is_read() -> None:
    it = found(ROW, [(one({ROW.key: 1.50449}), one({ROW.key: 1}))])
    assert it.parts == (Part("", 1.5, 1, 1.5),)
    assert it.is_reached


@pytest.mark.parametrize(
    ("worst", "ratios", "is_reached"),
    [
        (None, (1.0, 1.5), True),
        (None, (1.0, 1.6), False),
        (2.0, (1.0, 1.4, 2.0), True),
        (2.0, (1.0, 1.4, 2.1), False),
        (2.0, (1.0, 1.6, 2.0), False),
    ],
)
def test_a_goal_is_for_each_part_or_for_the_middle_and_the_most(
    worst: float | None,
    ratios: tuple[float, ...],
    is_reached: bool,  # noqa: FBT001 - as the table has it
) -> None:
    row = Row("a-row", "ours", "theirs", "s", 1.5, worst=worst)
    parts = tuple(Part(str(place), ratio, 1, ratio) for place, ratio in enumerate(ratios))
    it = Found(row, parts, 7)
    assert it.is_reached is is_reached
    assert it.worst == (str(len(ratios) - 1), max(ratios))


def test_a_limit_is_for_ours_though_there_is_a_peer() -> None:
    row = Row("a-row", "ours", "theirs", "s", 0.3, is_limit=True)
    assert Found(row, (Part("", 0.2, 0.1, 2),), 7).is_reached
    assert not Found(row, (Part("", 0.4, 0.8, 0.5),), 7).is_reached


def test_a_trial_is_cleared_away_when_it_has_measured() -> None:
    told: list[str] = []

    @contextmanager
    def sides() -> Iterator[Sides]:
        yield Sides(lambda: one({ROW.key: 2}), lambda: one({ROW.key: 1}))
        told.append("cleared")

    [it] = run(Trial((ROW,), sides), 3)
    assert (it.row, it.rounds, it.middle) == (ROW, 3, 2)
    assert told == ["cleared"]
