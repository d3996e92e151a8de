"""Rows in words: which rest on a paragraph, how one is found, its label, and what a blank in it means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from course.evidence.rows import Rows
from tests.invented import ferry

if TYPE_CHECKING:
    from course.case import Case


@pytest.fixture
def rows() -> Rows:
    """The rows of a small case, in which two tables have a row `harbour`."""
    return Rows(
        ferry(
            actors=[{"actor": "ada", "name": "Ada Lee"}, {"actor": "harbour", "name": "the harbour"}],
            troops=[
                {"label": "Deck hands", "number": 4000, "hedge": "up to"},
                {"label": "Cooks", "paragraph": 2, "hedge": "tens of thousands"},
            ],
            numbers=[
                {"counts": "the deck", "number": 4000, "hedge": "nearly"},
                {"counts": "the start", "number": 2022, "hedge": "bare", "unit": "calendar year"},
                {"counts": "the seats", "hedge": "tens of thousands"},
            ],
            statements=[{"summary": "It waits."}, {"speaker": "ada", "summary": "It sails.", "start": "2022-02-02"}],
            events=[{"summary": "It sails.", "occurrence": "possible", "paragraph": 2}],
            relations=[{"from": "ada", "to": "crew", "relation": "leads"}],
            places=[{"place": "harbour", "name": "the old harbour", "latitude": 50.5}],
        )
    )


def test_each_row_has_a_label_and_all_its_columns_in_words(case: Case) -> None:
    rows = Rows(case)
    for table in case.tables:
        for key in rows.of[table]:
            assert rows.label(table, key)
            columns = dict(rows.in_words(table, key))
            told = set(case.table(table).columns) - {
                case.table(table).columns[0],
                "name",
                "label",
                "paragraph",
                "wording",
            }
            assert len(told - {"overlap", "also", "why"}) <= len(columns) <= len(told)
            assert not any("<NA>" in text or "NaT" in text or text == "nan" for text in columns.values())
    assert rows.label("numbers", "n5") == "the year in which France leads the VJTF: 2022 (calendar year)"
    assert dict(rows.in_words("events", "e15"))["participants"].startswith("Jean-Yves Le Drian, nine ministers, Poland")
    assert dict(rows.in_words("statements", "s2"))["could be read as"] == "asserted, intended"
    assert dict(rows.in_words("actors", "macron"))["quoted"] == "yes"
    assert (
        dict(rows.in_words("troops", "m2"))["other mentions of this force"]
        == "Russia's build-up at the border; Russian troops as Russia explains them"
    )
    assert "also" not in dict(rows.in_words("statements", "s1"))
    assert dict(rows.in_words("troops", "m9"))["hedge"] == "nearly: The true count is a little lower than the number."


@pytest.mark.parametrize(
    ("table", "key", "label"),
    [
        ("actors", "ada", "Ada Lee"),
        ("troops", "t1", "Deck hands: up to 4,000"),
        ("troops", "t2", "Cooks: tens of thousands"),
        ("numbers", "n1", "the deck: nearly 4,000 (soldiers)"),
        ("numbers", "n2", "the start: 2022 (calendar year)"),
        ("numbers", "n3", "the seats: tens of thousands (soldiers)"),
        ("statements", "s1", "Speaker not named: It waits."),
        ("statements", "s2", "Ada Lee: It sails."),
        ("events", "e1", "It sails (possible)"),
        ("relations", "r1", "Ada Lee leads crew"),
        ("places", "harbour", "the old harbour"),
    ],
)
def test_a_row_is_told_in_a_line(rows: Rows, table: str, key: str, label: str) -> None:
    assert rows.label(table, key) == label


def test_rows_rest_on_a_paragraph_by_table(rows: Rows) -> None:
    assert rows.on(2) == {"troops": ["t2"], "events": ["e1"]}
    assert rows.on(2, ["events", "places"]) == {"events": ["e1"]}
    assert rows.on(3) == {}


@pytest.mark.parametrize(
    ("name", "table", "found"),
    [
        ("t2", "troops", ("troops", "t2")),
        ("t2", "places", ("troops", "t2")),
        ("harbour", "places", ("places", "harbour")),
        ("actors.harbour", "places", ("actors", "harbour")),
    ],
)
def test_a_row_is_found_by_its_key_and_where_two_have_it_by_its_table(
    rows: Rows, name: str, table: str, found: tuple[str, str]
) -> None:
    assert rows.find(name, table) == found
    assert rows.name("troops", "t2") == "t2"
    assert rows.name("places", "harbour") == "places.harbour"


@pytest.mark.parametrize(
    ("name", "table", "said"),
    [
        ("harbour", "troops", "'harbour' is a row of actors and of places. Say which, as in 'actors.harbour'."),
        ("t3", "places", "There is no row 't3'. Valid are: 'harbour'."),
        ("adda", "all tables", "There is no row 'adda'. Did you mean 'ada'?"),
    ],
)
def test_a_row_that_is_not_clear_is_refused_with_the_nearest(rows: Rows, name: str, table: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        rows.find(name, table)


@pytest.mark.parametrize(
    ("table", "key", "column", "said"),
    [
        ("troops", "t1", "number", "4,000"),
        ("troops", "t1", "may count the same as", "no other mention that we know of"),
        ("troops", "t1", "other mentions of this force", "it has only this mention"),
        ("troops", "t2", "number", "not stated"),
        ("numbers", "n2", "number", "2022"),
        ("statements", "s1", "speaker", "not named"),
        ("statements", "s1", "cue", "none: the paragraph goes on with the speaker before"),
        ("statements", "s2", "start", "2 February 2022"),
        ("places", "harbour", "latitude", "50.5°"),
        ("places", "harbour", "longitude", "it has no single point"),
        ("actors", "ada", "quoted", "no"),
    ],
)
def test_a_column_is_told_in_words_and_a_blank_by_what_it_means(
    rows: Rows, table: str, key: str, column: str, said: str
) -> None:
    assert dict(rows.in_words(table, key))[column] == said
