"""Sentences are built alike everywhere."""

from __future__ import annotations

from datetime import date
from typing import Any

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


@pytest.mark.parametrize(
    ("number", "unit", "said"),
    [
        (4000, "", "4,000"),
        (1999, "calendar year", "1999"),
        (12.5, "per cent", "12.5%"),
        (1_200_000, "euros", "€1.2 million"),
        (1_234_567, "euros", "€1,234,567"),
        (3_000_000_000, "dollars", "$3 billion"),
        (950_000, "pounds", "£950,000"),
        (1_200_000, "people", "1,200,000"),
        (0.1 + 0.2, "kilometres", "0.3"),
        (1234.5, "", "1,234.5"),
    ],
)
def test_a_number_has_the_signs_of_its_unit_and_loses_no_digit(number: float, unit: str, said: str) -> None:
    assert say.digits(number, unit) == said


@pytest.mark.parametrize(
    ("low", "high", "unit", "said"),
    [
        (2, 3.5, "kilometres", "2 to 3.5 kilometres"),
        (12.5, 12.5, "per cent", "12.5%"),
        (31, None, "people", "at least 31, no limit above"),
        (2, None, "hectares", "at least 2 hectares, no limit above"),
        (0, None, "euros", "0 or more, no limit above"),
        (1000, 2000, "things", "1,000 to 2,000"),
    ],
)
def test_a_range_is_said_in_its_unit(low: float, high: float | None, unit: str, said: str) -> None:
    assert say.ends(low, high, unit) == said


@pytest.mark.parametrize(
    ("number", "hedge", "unit", "what", "said"),
    [
        (386, "at least", "people", "people dead", "at least 386 people dead"),
        (pd.NA, "hundreds", "people", "people", "hundreds of people"),
        (pd.NA, "several", "things", "homes", "several homes"),
        (1_000_000_000, "about", "euros", "savings", "about €1 billion (savings)"),
        (2, "about", "per cent", "share of its jobs", "about 2% (share of its jobs)"),
        (90, "up to", "millimetres", "rain", "up to 90 millimetres (rain)"),
        (pd.NA, pd.NA, "things", "homes", "homes (no number)"),
    ],
)
def test_an_amount_has_what_is_counted(number: Any, hedge: Any, unit: str, what: str, said: str) -> None:
    assert say.amount({"number": number, "hedge": hedge, "unit": unit, "what": what}) == said


def test_of_very_many_items_only_those_that_are_said_are_asked_for() -> None:
    asked: list[int] = []

    def item(number: int) -> str:
        asked.append(number)
        return f"item {number}"

    some = map(item, range(1000))
    said = say.items(some, 1000)
    assert said == say.items([f"item {number}" for number in range(1000)])
    assert said[-1] == f"- and {1000 - say.MOST_ITEMS} more"
    assert len(asked) == say.MOST_ITEMS
    assert say.items(["one", "two"], 2) == say.items(["one", "two"]) == ["- one", "- two"]
