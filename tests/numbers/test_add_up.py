"""Mentions added up: the plain sum, and each thing that is wrong about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import course
from course.numbers.add_up import add_up
from course.numbers.bounds import bounds
from course.numbers.hedges import Bounds
from tests.flood import ROWS, counts
from tests.invented import table

if TYPE_CHECKING:
    from course.case import Case
    from course.numbers.add_up import Total


def total(case: Case, *mentions: str) -> Total:
    return course.add_up(case.troops[case.troops["mention"].isin(mentions)])


def kinds(case: Case, *mentions: str) -> set[str]:
    return {objection.kind for objection in total(case, *mentions).objections}


def messages(*rows: dict[str, Any]) -> list[str]:
    """What is wrong about the sum of these mentions of a ferry's crew."""
    return [objection.message for objection in add_up(table("troops", *rows)).objections]


def test_the_western_sum_is_not_a_number(case: Case) -> None:
    summed = total(case, "m6", "m7", "m9")
    assert (summed.low, summed.high) == (0, 7_999)
    assert kinds(case, "m6", "m7", "m9") == {
        "ceiling", "mixed status", "mixed measure", "flow with stocks", "several owners", "overlap",
    }  # fmt: skip


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


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([{"number": 3}, {"number": 4}], []),
        ([{}], ["Blanks: 1 mention has no number. A blank is not a zero: the sum has no limit above."]),
        ([{}, {}], ["Blanks: 2 mentions have no number. A blank is not a zero: the sum has no limit above."]),
        ([{"hedge": "tens of thousands"}], []),
        (
            [{"number": 3, "hedge": "up to"}, {"number": 4, "hedge": "up to"}],
            [
                "Ceiling: 2 numbers are ceilings (“up to”). A ceiling says how many there are at most, not how many there are."
            ],
        ),
        (
            [{"number": 3, "status": "proposed"}, {"number": 4}],
            ["Mixed status: present and proposed in one sum. The report does not say the same of all these soldiers."],
        ),
        (
            [{"number": 3, "measure": "strength"}, {"number": 4, "measure": "target"}, {"number": 5}],
            [
                (
                    "Mixed measure: strength and target in one sum. How many there are and how many are to come do not add "
                    "up to one number."
                )
            ],
        ),
        (
            [{"number": 3, "whose": "old-crew"}, {"number": 4, "whose": "dock"}],
            ["Several owners: soldiers of Dock and Old Crew. Whose number would the sum be?"],
        ),
        (
            [{"number": 3, "force": "hands"}, {"number": 4, "force": "hands"}],
            ["Overlap: “t1” and “t2” speak of the same soldiers, which would count 2 times."],
        ),
        (
            [
                {"number": 3, "label": "Cooks", "overlaps_with": "t2", "overlap": "part"},
                {"number": 4, "label": "Hands"},
            ],
            ["Overlap: “Cooks” is a part of “Hands” and would count twice."],
        ),
        (
            [
                {"number": 3, "label": "Cooks", "overlaps_with": "t2", "overlap": "possible"},
                {"number": 4, "label": "Hands"},
            ],
            ["Overlap: “Cooks” and “Hands” may share some soldiers; the report does not say."],
        ),
        ([{"number": 3, "overlaps_with": "t9", "overlap": "part"}], []),
    ],
)
def test_what_is_wrong_is_told_in_a_sentence_and_nothing_where_nothing_is(
    rows: list[dict[str, Any]], said: list[str]
) -> None:
    assert messages(*rows) == said


def test_the_sum_follows_the_reading() -> None:
    rows = table("troops", {"number": 1000, "hedge": "up to"}, {"number": 100, "hedge": "more than"}, {"number": 5})
    assert add_up(rows).bounds == Bounds(106, None)
    assert add_up(rows, "usual", 0.1).bounds == Bounds(906, 1135)


def test_a_table_that_lacks_a_column_is_refused(case: Case) -> None:
    with pytest.raises(ValueError, match="no column mention, force"):
        add_up(case.troops[["number", "hedge"]])


def test_a_sum_is_in_its_unit_and_there_is_none_of_what_makes_none() -> None:
    assert str(add_up(counts("c6"), "usual")) == "Sum: €1.08 million to €1.32 million"
    none = add_up(counts("c1", "c6"))
    assert (none.bounds, none.low, none.high) == (None, None, None)
    assert str(none).startswith("Sum: none\nWhy there is none:\n  - Different units: ")


def test_units_of_one_dimension_are_changed_into_that_of_most_and_it_is_said() -> None:
    dykes = {"what": "dykes"}
    rows = [
        {"number": 1.5, "unit": "kilometres"},
        {"number": 2, "unit": "kilometres"},
        {"number": 250, "unit": "metres"},
    ]
    total = add_up(table("counts", *({**dykes, **row} for row in rows)))
    assert str(total) == "Sum: 3.75 kilometres\nKilometres and metres are added in kilometres."
    assert total.objections == ()


def test_a_case_is_added_up_whole() -> None:
    assert "Different units" in str(add_up(counts()))


SOME = st.lists(st.sampled_from([row["mention"] for row in ROWS]), min_size=1, unique=True)


@settings(deadline=None)
@given(
    names=SOME, reading=st.sampled_from(["strict", "usual"]), shares=st.lists(st.floats(0, 1), min_size=10, max_size=10)
)
def test_a_sum_holds_every_sum_of_values_within_the_bounds(names: list[str], reading: Any, shares: list[float]) -> None:
    rows = counts(*names)
    total = add_up(rows, reading)
    if total.bounds is None:
        return
    ranges = bounds(rows, reading).astype({"low": float, "high": "Float64"})
    ends = zip(ranges["low"], ranges["high"].fillna(10**9).astype(float), shares, strict=False)
    some = sum(low + share * (high - low) for low, high, share in ends)
    assert total.bounds.low <= some + 1e-6
    assert total.bounds.high is None or some <= total.bounds.high + 1e-6


@settings(deadline=None)
@given(names=SOME)
def test_no_sum_of_mixed_units_of_rivals_or_of_shares_is_ever_given(names: list[str]) -> None:
    rows = counts(*names)
    forbidden = len(set(rows["unit"])) > 1 or {"c9", "c10"} <= set(names) or {"c7", "c8"} <= set(names)
    total = add_up(rows)
    assert (total.bounds is None) is forbidden
    assert bool(total.objections) >= forbidden
