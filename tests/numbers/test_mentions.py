"""Mentions of any case as one table: forces are counts of soldiers, and what is counted is said in its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

from course.content import ContentError
from course.names import Names, remember
from course.numbers.mentions import (
    MOST_ROWS,
    called,
    counted,
    first,
    in_words_of,
    mentions,
    mentions_of,
    of_unit,
    owners,
    rows_of,
    units_of,
)
from course.schema import schema
from tests.flood import counts, flood
from tests.invented import ferry, table

if TYPE_CHECKING:
    from course.case import Case


def test_a_force_is_a_count_of_what_the_schema_says(case: Case) -> None:
    rows = mentions(case)
    assert {field["name"] for field in schema("counts")["fields"]} <= set(rows)
    assert set(rows["unit"]) == set(rows["what"]) == {"soldiers"}
    assert list(rows["thing"]) == list(case.troops["force"])
    assert rows["number"].dtype == "Int64"
    assert rows.attrs == {"case": case.name, "table": "troops"}
    assert rows[["revises", "rival", "number_to"]].isna().all(axis=None)


def test_a_case_with_both_tables_has_both_and_one_with_none_says_so() -> None:
    both = ferry(troops=[{"number": 40}], counts=[{"number": 1.5, "unit": "euros"}])
    rows = mentions(both)
    assert list(rows["unit"]) == ["euros", "soldiers"]
    assert list(rows["number"]) == [1.5, 40]
    assert rows.attrs["table"] == "counts and troops"
    both._tables = {"events": both.events}
    with pytest.raises(ContentError, match="ferry has no table of counts, so there is nothing to add up"):
        mentions(both)


def test_a_table_that_lacks_columns_that_may_be_blank_has_them_blank() -> None:
    rows = table("counts", {"number": 3}).drop(columns=["number_to", "revises", "rival", "place"])
    assert mentions(rows)[["number_to", "revises", "rival", "place"]].isna().all(axis=None)
    with pytest.raises(ValueError, match=r"no column thing and what\. Give whole rows of case\.counts"):
        mentions(rows.drop(columns=["thing", "what"]))


def test_the_unit_that_most_have_is_drawn_and_the_others_are_named() -> None:
    rows = rows_of(flood())
    drawn, said = of_unit(rows)
    assert {row["unit"] for row in drawn} == {"people"}
    assert said == (
        "Drawn: people. An axis has one unit, so these are not drawn: homes (2 mentions); homes without power, in per cent "
        "(2 mentions); damage, in euros (1 mention). Choose them with unit='things'."
    )
    assert not of_unit(rows, in_code=False)[1].endswith("unit='things'.")
    assert [row["mention"] for row in of_unit(rows, "euros")[0]] == ["c6"]
    assert of_unit(drawn)[1] == ""
    with pytest.raises(ValueError, match=r"No mention is in 'euro'\. Did you mean 'euros'"):
        of_unit(rows, "euro")


@pytest.mark.parametrize(
    ("names", "noun", "axis", "question"),
    [
        (("c1", "c3"), "people", "people", "How many people?"),
        (("c4", "c5"), "homes", "homes", "How many homes?"),
        (("c6",), "damage", "damage, in euros", "Damage: how much?"),
        (("c7",), "homes without power", "homes without power, in per cent", "Homes without power: how much?"),
        (("c99",), "", "", "How many?"),
    ],
)
def test_what_is_counted_is_said_as_the_case_says_it(
    names: tuple[str, ...], noun: str, axis: str, question: str
) -> None:
    found = counted(rows_of(counts(*names)))
    assert (found.noun, found.axis, found.question) == (noun, axis, question)


def test_two_things_that_are_measured_in_one_unit_have_the_unit_alone() -> None:
    rows = table("counts", {"unit": "euros", "what": "damage"}, {"unit": "euros", "what": "aid"})
    assert counted(rows_of(rows)).question == "How much, in euros?"
    assert units_of(rows_of(rows)) == {"euros": "euros"}


def test_a_long_table_is_drawn_from_its_beginning_and_says_what_is_left_out() -> None:
    rows = rows_of(counts()) * 100
    drawn, said = first(rows)
    assert len(drawn) == MOST_ROWS
    assert said == "Drawn: the 38 mentions that the table has first. 962 more are left out."
    assert first(drawn)[1] == ""


def test_words_stand_in_the_place_of_keys_and_an_unknown_key_stays() -> None:
    assert called("voices", "own voice") == "own voice"
    assert called("voices", "nobody's") == "nobody's"
    assert list(in_words_of("measures", ["share", None, "x"])) == ["share", pd.NA, "x"]


def test_an_owner_has_the_name_that_the_case_gives() -> None:
    rows = table("counts", {"whose": "eu"}, {"whose": "old-crew"}, {"whose": None})
    assert owners(rows_of(rows)) == ["Eu", "Old Crew"]
    remember("union", Names({"actors": {"eu": "European Union"}}))
    rows.attrs = {"case": "union", "table": "counts"}
    assert owners(rows_of(rows)) == ["European Union", "Old Crew"]


def test_how_many_mentions_there_are_is_said_of_what_they_count() -> None:
    assert mentions_of(1, "homes") == "1 mention of homes"
    assert mentions_of(2, "") == "2 mentions"
