"""Ranges are laid over each other where they are of one kind, and sums are held against them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.numbers.hedges import Bounds
from course.sideways.ranges import Shared, has_size, lies_in, ranges, shared, sums
from course.sideways.ties import things
from tests.changing import change
from tests.sideways.group import two_reports

if TYPE_CHECKING:
    from pathlib import Path


def of(key: str, folder: Path | None = None) -> Shared:
    return shared(ranges(things(folder)[key].in_order))


def test_each_side_has_the_bounds_of_its_own_words() -> None:
    rows = ranges(things()["mission"].in_order, "usual", 0.2)
    assert [(row["side"], row["low"], row["high"]) for row in rows] == [(0, 600, 1000), (1, 800, 1200)]


def test_two_of_one_kind_allow_together_what_both_allow(tmp_path: Path) -> None:
    assert of("homes", two_reports(tmp_path / "a")) == Shared(Bounds(30, 40), {}, (0, 1))
    assert of("land-force").bounds == Bounds(0, 4000)


def test_where_no_number_fits_both_there_is_none() -> None:
    assert of("russian-troops") == Shared(None, {}, (0, 1))


@pytest.mark.parametrize(
    ("old", "new", "differs"),
    [
        ("happened,amount,stock", "expected,amount,stock", {"status": [(0, "happened"), (1, "expected")]}),
        ("happened,amount,stock", "happened,ceiling,stock", {"measure": [(0, "amount"), (1, "ceiling")]}),
        ("happened,amount,stock", "happened,amount,flow", {"stock_flow": [(0, "stock"), (1, "flow")]}),
        ("things,up to", "people,up to", {"unit": [(0, "thing"), (1, "person")]}),
    ],
)
def test_what_is_not_of_one_kind_is_not_laid_over_each_other(
    tmp_path: Path, old: str, new: str, differs: dict[str, list[tuple[int, str]]]
) -> None:
    group = two_reports(tmp_path / "a")
    change(group / "evening/counts.csv", old, new)
    assert of("homes", group) == Shared(None, differs, (0, 1))


def test_one_without_a_size_is_nothing_to_lay_over() -> None:
    assert of("us-in-romania") == Shared(None, {}, (0,))


def test_sizes_in_words_are_sizes_and_blanks_are_none() -> None:
    rows = ranges([*things()["russian-troops"].in_order, *things()["us-in-romania"].in_order])
    assert [has_size(row) for row in rows] == [True, True, True, False]


def test_a_sum_has_its_printed_number_and_its_bounds(tmp_path: Path) -> None:
    (banks,) = sums(things(two_reports(tmp_path / "a"))["homes"], "usual", 0.2)
    assert (banks.name, banks.printed, banks.bounds, banks.unit) == ("Both banks", 35, Bounds(30, 40), "things")
    assert banks.notes == ("The left bank is a guess.",)


def test_the_announced_number_is_none_of_the_sums_that_others_allow() -> None:
    us = things()["us-extra"]
    assert {each.name: each.printed for each in sums(us)} == {
        "New to Romania": 1000,
        "New to Poland and Romania": 2700,
        "New to Poland, Romania and Germany": 3000,
        "New to Europe": 2000,
    }
    near = ranges(us.in_order, "usual", 0.09)[0]
    assert not any(lies_in(each.printed or 0, near) for each in sums(us))


def test_an_open_end_holds_every_number_above() -> None:
    above = ranges(things()["russian-troops"].in_order)[0]
    assert lies_in(10**9, above)
    assert not lies_in(100_000, above)


def test_a_sum_with_a_blank_has_no_printed_number(tmp_path: Path) -> None:
    group = two_reports(tmp_path / "a")
    change(group / "noon/counts.csv", "homes,10,things,bare,happened,amount", "homes,,things,,happened,")
    (banks,) = sums(things(group)["homes"])
    assert (banks.printed, banks.bounds) == (None, Bounds(0, None))
