"""What the evidence reader lists and says: who says what a row has, and what became of a paragraph."""

from __future__ import annotations

import pytest

from course.evidence.rows import Rows
from course.evidence.words import (
    MOST_LISTED,
    MOST_PRINTED,
    TO_DO,
    listing,
    of_paragraph,
    of_row,
    of_tables,
    still,
)
from tests.invented import ferry


@pytest.fixture
def rows() -> Rows:
    """The rows of a small case: three tables, three paragraphs."""
    return Rows(
        ferry(
            actors=[{"actor": "ada", "name": "Ada <Lee>", "paragraph": 3}],
            troops=[
                {"label": "Cooks", "voice": "own voice"},
                {"label": "Hands", "source": "ada", "paragraph": 3, "number": 40},
            ],
            statements=[{"speaker": "ada", "channel": "speech", "summary": "It waits."}, {"paragraph": 2}],
            events=[{"voice": "named source", "source": "ada", "paragraph": 2}],
        )
    )


def test_one_table_is_listed_in_its_order_and_several_by_paragraph(rows: Rows) -> None:
    assert listing(rows, [1, 2, 3], ["troops"]) == [
        ["", [["troops.t1", "Cooks: no number", "some words", 1], ["troops.t2", "Hands: 40", "some words", 3]]],
    ]
    several = listing(rows, [1, 2, 3, 4], ["actors", "troops", "statements"])
    assert [(heading, [row[0] for row in found]) for heading, found in several] == [
        ("¶1 · troops", ["troops.t1"]),
        ("¶1 · statements", ["statements.s1"]),
        ("¶2 · statements", ["statements.s2"]),
        ("¶3 · actors", ["actors.ada"]),
        ("¶3 · troops", ["troops.t2"]),
    ]
    assert listing(rows, [1], ["places"]) == [["", []]]


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        (["troops"], "It: 2 rows from 2 of 4 paragraphs."),
        (["troops", "statements", "actors"], "It: 5 rows from 3 of 4 paragraphs."),
        (["actors"], "It: 1 row from 1 of 4 paragraphs."),
        (["places"], "It: no row from 0 of 4 paragraphs."),
    ],
)
def test_rows_and_their_paragraphs_are_counted(rows: Rows, tables: list[str], said: str) -> None:
    assert of_tables(rows, tables, "It", 4).split("\n")[0] == said


@pytest.mark.parametrize(
    ("table", "key", "said"),
    [
        ("statements", "s1", "Ada <Lee> (speech)."),
        ("statements", "s2", "The speaker is not named."),
        ("troops", "t1", "The report says it itself and names no source."),
        ("troops", "t2", "The report names somebody: Ada <Lee>."),
        ("events", "e1", "The report names somebody: Ada <Lee>."),
        ("actors", "ada", "The table actors has no column for that. Read the paragraph."),
    ],
)
def test_a_row_has_somebody_who_says_so_or_nobody(rows: Rows, table: str, key: str, said: str) -> None:
    assert f"\nWho says so? {said}\n" in of_row(rows, table, key)


def test_a_row_is_told_with_its_wording_and_its_paragraph(rows: Rows) -> None:
    first, _, last = of_row(rows, "troops", "t2").split("\n")
    assert first == "Row t2 of troops rests on paragraph 3: “some words”."
    assert last == "Paragraph 3 became 2 rows in 2 tables."


def test_a_paragraph_is_told_with_its_rows_and_many_of_them_are_counted(rows: Rows) -> None:
    assert of_paragraph(rows, 1) == (
        "Paragraph 1 became 2 rows in 2 tables.\n- troops: Cooks: no number.\n- statements: Ada <Lee>: It waits."
    )
    assert of_paragraph(rows, 4) == "No row rests on paragraph 4."
    many = Rows(ferry(places=[{"name": f"dock {number}"} for number in range(14)]))
    assert of_paragraph(many, 1).endswith("dock 10; dock 11; and 2 more.")
    twelve = Rows(ferry(places=[{"name": f"dock {number}"} for number in range(12)]))
    assert of_paragraph(twelve, 1).endswith("dock 10; dock 11.")


def test_a_still_has_the_rows_under_each_paragraph(rows: Rows) -> None:
    page = still(rows, {1: "In our words.", 2: "Nothing here.", 3: "The last."}, ["troops", "actors"])
    assert "<li>troops: Cooks: no number <q>some words</q></li>" in page
    assert page.index("The last.") < page.index("<li>actors: Ada &lt;Lee&gt; <q>some words</q></li>")
    assert "It waits" not in page


def test_of_very_many_rows_the_first_are_listed_and_those_of_the_paragraph_that_is_lit() -> None:
    actors = [
        {"actor": f"a{number}", "paragraph": 1 if number < MOST_LISTED else 2} for number in range(MOST_LISTED + 9)
    ]
    many = Rows(ferry(actors=actors))
    for tables in (["actors"], ["actors", "events"]):
        for lit, length in ((0, MOST_LISTED), (2, MOST_LISTED + 9)):
            assert sum(len(found) for _, found in listing(many, [1, 2], tables, lit)) == length
    assert of_tables(many, ["actors"], "Table actors", 4).split("\n") == [
        f"Table actors: {MOST_LISTED + 9} rows from 2 of 4 paragraphs.",
        f"> {TO_DO}",
        f"Drawn: the {MOST_LISTED} rows that come first, and those of the paragraph that is lit. 9 more are left out.",
    ]
    assert str(still(many, {1: "It waits."}, ["actors"])).count("<q") == MOST_PRINTED
