"""Sentences are built alike everywhere."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from course import say


@pytest.mark.parametrize(("name", "short"), [("A Long Name (ALN)", "ALN"), ("Nato", "Nato"), ("f(x)", "f(x)")])
def test_a_short_name_is_the_one_in_brackets(name: str, short: str) -> None:
    assert say.short_name(name) == short


@pytest.mark.parametrize(
    ("words", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_an_and_stands_before_the_last(words: list[str], said: str) -> None:
    assert say.and_(words) == said


@pytest.mark.parametrize(
    ("most", "said"), [(4, "a; b; c"), (3, "a; b; c"), (2, "a; b; and 1 more"), (1, "a; and 2 more")]
)
def test_what_a_list_leaves_out_is_counted(most: int, said: str) -> None:
    assert say.listed("abc", most) == said


def test_a_long_list_of_lines_ends_with_how_many_more_there_are() -> None:
    assert say.items(["a", "b"]) == ["- a", "- b"]
    lines = say.items(map(str, range(say.MOST_ITEMS + 3)))
    assert lines[-2:] == [f"- {say.MOST_ITEMS - 1}", "- and 3 more"]


@pytest.mark.parametrize(("number", "said"), [(0, "0 rows"), (1, "1 row"), (2, "2 rows")])
def test_one_is_one_and_all_others_are_many(number: int, said: str) -> None:
    assert say.count(number, "row") == said


def test_what_of_very_many_is_not_drawn_is_counted() -> None:
    assert say.left_out(40, 40, "event", "of this year") == []
    assert say.left_out(41, 40, "event", "of this year") == ["Drawn: the 40 events of this year. 1 more is left out."]


def test_none_can_be_said_in_a_word() -> None:
    assert say.count(0, "row", "no") == "no row"
    assert say.count(3, "row", "no") == "3 rows"


@pytest.mark.parametrize(
    ("number", "hedge", "said"),
    [
        (4000, "up to", "up to 4,000"),
        (600, "bare", "600"),
        (600, pd.NA, "600"),
        (pd.NA, "tens of thousands", "tens of thousands"),
        (pd.NA, pd.NA, "not stated"),
    ],
)
def test_a_size_keeps_its_hedge_and_a_blank_is_no_zero(number: object, hedge: object, said: str) -> None:
    assert say.size({"number": number, "hedge": hedge}) == said


def test_a_day_says_its_year_where_it_is_another_one() -> None:
    day = date(2022, 2, 2)
    assert (say.short_day(day), say.short_day(day, 2022)) == ("Wed 2 Feb 2022", "Wed 2 Feb")
    assert say.long_day(day) == "Wednesday, 2 February 2022"
