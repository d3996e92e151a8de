"""Each number of a text that counts something is found with what belongs to it, and nothing half."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.finder.find import find
from course.finder.nouns import MOST_WORDS
from course.hedges import hedges
from course.teach.finder import expressions

FLOOD = (
    "At least nine people drowned on 14 July 2021, the agency said. Between 20 and 30 are missing; dozens of homes were "
    "lost. Repairs may cost $74 million, a third of the budget, in 2022. The river rose 3.5 metres or more."
)


def test_a_text_is_read_in_its_order_with_all_that_belongs_to_each_number() -> None:
    found = [(each.value, each.number_to, each.hedge, each.unit, each.noun, each.wording) for each in find(FLOOD)]
    assert found == [
        (9, None, "at least", "", "people", "At least nine people"),
        (20, 30, "between", "", "", "Between 20 and 30"),
        (None, None, "dozens", "", "homes", "dozens of homes"),
        (74_000_000, None, "bare", "dollars", "", "$74 million"),
        (Fraction(1, 3), None, "bare", "share", "budget", "a third of the budget"),
        (Decimal("3.5"), None, "at least", "metres", "", "3.5 metres or more"),
    ]
    assert [each.kind for each in find(FLOOD)] == ["count", "count", "count", "money", "fraction", "measure"]


def test_the_words_of_a_hedge_have_their_places() -> None:
    loose = [[FLOOD[start:end] for start, end in each.loose] for each in find(FLOOD)]
    assert loose == [["At least"], ["Between", "and"], ["dozens"], [], [], ["or more"]]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("rose from 12 to 15 patients", [(12, None), (15, None)]),
        ("from 12 to 15 patients came", [(12, 15)]),
        ("fell from 15 to 12", [(15, None), (12, None)]),
        ("15 to 12", []),
        ("2-1 and 20-30", []),
        ("20-30 people", [(20, 30)]),
        ("won 1-3 games", []),
        ("two or three, 20 or 90", [(2, 3), (20, None), (90, None)]),
        ("20 to 30 million", [(20_000_000, 30_000_000)]),
        ("900 to 1 million", [(900, 1_000_000)]),
        ("$5m to €7m", [(5_000_000, None), (7_000_000, None)]),
        ("5 per cent to 7 per cent", [(5, 7)]),
    ],
)
def test_two_numbers_are_a_range_or_two_or_a_score(text: str, values: list[tuple[int, int | None]]) -> None:
    assert [(each.value, each.number_to) for each in find(text)] == values


def test_the_first_number_of_a_change_has_the_unit_of_the_second() -> None:
    found = find("dipped from 6.1 to 5.9 per cent")
    assert [(each.value, each.unit) for each in found] == [(Decimal("6.1"), "per cent"), (Decimal("5.9"), "per cent")]


@pytest.mark.parametrize(
    ("text", "noun", "wording"),
    [
        ("hundreds of millions of pounds of damage", "damage", "hundreds of millions of pounds of"),
        ("up 0.3% month on month", "", "0.3%"),
        ("the €2.5bn fund", "", "€2.5bn"),
        ("5 nautical miles of water", "water", "5 nautical miles of water"),
    ],
)
def test_what_is_counted_stands_behind_the_unit(text: str, noun: str, wording: str) -> None:
    assert [(each.noun, each.wording) for each in find(text)] == [(noun, wording)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("a 100m race", []),
        ("100m people", [100_000_000]),
        ("£5m", [5_000_000]),
        ("5½ hours", []),
        ("a quarter of a million, half a million", [250_000, 500_000]),
        ("half an hour, half a loaf", [Fraction(1, 2)]),
        ("12,5 per cent", []),
        ("x12 and 12x", []),
        ("(12)", [12]),
    ],
)
def test_what_cannot_be_read_whole_is_not_read(text: str, values: list[int]) -> None:
    assert [each.value for each in find(text)] == values


PIECES = "20|1,200|3.5|$|€|%|million|a|half|of|one|in|five|between|and|to|-|–|or|more|at|least|up|dozens|5m"
ANY_TEXT = st.one_of(
    st.text(max_size=120),
    st.lists(st.sampled_from([each.text for each in expressions()]), max_size=4).map(" ".join),
    st.lists(st.sampled_from(PIECES.split("|")), max_size=14).map(" ".join),
)  # fmt: skip


@given(ANY_TEXT)
def test_whatever_a_text_is_what_is_found_stands_in_it_in_order_and_apart(text: str) -> None:
    at = 0
    for each in find(text):
        assert at <= each.start < each.end <= len(text)
        at = each.end
        assert each.wording in text
        assert 1 <= len(each.wording.split()) <= MOST_WORDS
        assert each.noun in text
        assert each.hedge in hedges()
        assert (each.value is None) == (hedges()[each.hedge].numbers == 0)
        assert (each.number_to is not None) == (hedges()[each.hedge].numbers == 2)
        assert each.number_to is None or (each.value is not None and each.value < each.number_to)
        assert all(0 <= start < end <= len(text) for start, end in each.loose)


SAID = [(phrase, each.key) for each in hedges().values() if each.numbers == 1 for phrase in each.phrases]


@given(st.integers(2, 10**9), st.sampled_from(SAID))
def test_a_number_that_is_said_with_a_hedge_is_read_with_it(number: int, said: tuple[str, str]) -> None:
    phrase, hedge = said
    assert [(each.value, each.hedge) for each in find(f"They saw {phrase} {number:,} boats.")] == [(number, hedge)]
