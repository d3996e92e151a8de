"""What stands in the columns of one row goes together."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest

from course.teach.pack.rows import digest, rows
from tests.teach.pack.sheets import said, sheet

DAY, LATER = pd.Timestamp("2021-08-24"), pd.Timestamp("2021-08-26")
AFTER = "2021-08-26 is after the last day on which the report can have been written, 2021-08-25."
WRITTEN = (date(2021, 8, 24), date(2021, 8, 25))


@pytest.mark.parametrize(
    ("table", "row", "sentences"),
    [
        ("counts", {"voice": "own voice"}, []),
        ("counts", {"voice": "unnamed source"}, []),
        ("counts", {"voice": "named source", "source": "club"}, []),
        ("counts", {"voice": "own voice", "source": "club"}, ["source: the report's own voice has no source."]),
        ("events", {"voice": "named source"}, ["source: a named source needs a name."]),
        ("counts", {"voice": "unnamed source", "source": "club"},
         ["source: a source that is not named has no name. Leave it blank, or write that the source is named."]),
        ("troops", {"overlaps_with": "m1"}, ["overlap: fill both overlaps_with and overlap, or leave both blank."]),
        ("counts", {"measure": "strength"}, ["measure: a number has a measure, and a blank has none."]),
        ("counts", {"number": 5, "number_to": 5}, ["number_to: 5 is not above the lower number, 5."]),
        ("counts", {"number_to": 5}, ["number: a range has a lower number too."]),
        ("counts", {"proposed": True},
         ["proposed: this row is proposed. Read its paragraph, mend the row, and leave this blank."]),
        ("counts", {"proposed": False}, []),
        ("statements", {"mode": "asserted", "also": "denied;dinied;denied", "why": "So."},
         ["also: 'dinied' is not a mode. Did you mean 'denied'?", "also: 'denied;dinied;denied' names a mode twice."]),
        ("statements", {"mode": "asserted", "also": "asserted"},
         ["also: 'asserted' is the mode of the row already.",
          "why: where `also` names a mode, a sentence has to say why."]),
        ("events", {"start": DAY}, ["date_word: a day stands here, and the report has no word for it: leave it blank."]),
        ("events", {"start": LATER, "end": DAY, "date_word": "soon"}, ["end: 2021-08-24 is before the start, 2021-08-26."]),
        ("events", {"start": LATER, "end": LATER, "date_word": "soon"}, []),
        ("statements", {"start": LATER, "date_word": "soon"},
         [f"start: {AFTER} What was said was said before."]),
        ("actors", {"role": "TODO: say what they do"},
         ["role: 'TODO: say what they do' is left over from a pattern. Write what the report says, or delete the row."]),
        ("actors", {"actor": "example-2"},
         ["actor: 'example-2' is left over from a pattern. Write what the report says, or delete the row."]),
        ("actors", {"role": "gives an example to others"}, []),
    ],
)  # fmt: skip
def test_what_does_not_go_together_is_told(table: str, row: dict[str, Any], sentences: list[str]) -> None:
    assert said(rows(sheet(table, row), WRITTEN, "")) == [f"{table}.csv, row 2, {sentence}" for sentence in sentences]


def test_a_cell_that_is_not_as_declared_is_held_against_nothing() -> None:
    row = {"voice": "own voice", "source": "clob"}
    assert said(rows(sheet("counts", row, bad=[(0, "source")]), None, "")) == []


def test_a_paragraph_that_is_not_written_yet_is_told() -> None:
    assert said(digest({1: "It is told.", 2: "TODO"})) == ["digest.md: paragraph 2 is not written yet: 'TODO'."]
