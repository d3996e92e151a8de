"""A small case about a ferry, made of the rows that a test gives: what is tested does not hang on the one report."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pandas as pd

from course import tables
from course.case import Case
from course.schema import TABLES, schema

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

Row = dict[str, Any]
USUAL: dict[str, Row] = {
    "actors": {"kind": "person", "quoted": False},
    "troops": {"status": "present", "stock_flow": "stock", "whose": "crew"},
    "counts": {"what": "boats", "unit": "things", "status": "present", "stock_flow": "stock", "whose": "crew"},
    "numbers": {"unit": "soldiers"},
    "statements": {"mode": "asserted", "form": "reported"},
    "events": {"occurrence": "happened"},
    "relations": {"relation": "talks with"},
    "places": {"precision": "state"},
}
"""What a row has where a test says nothing else; what it is called is its key, such as `s1` of the statements."""
CALLED = ("name", "label", "summary", "force", "thing", "counts")


@cache
def _empty(name: str) -> pd.DataFrame:
    return tables.empty(schema(name))


def table(name: str, *rows: Row) -> pd.DataFrame:
    """Return a table with these rows, with the types of the schema."""
    empty = _empty(name)
    key = empty.columns[0]
    usual = {"paragraph": 1, "wording": "some words", **USUAL[name]}
    filled = []
    for number, row in enumerate(rows, start=1):
        called = row.get(key, f"{name[0]}{number}")
        filled.append({key: called, **dict.fromkeys(CALLED, called), **usual, **row})
        assert set(row) <= set(empty.columns), f"{name} has other columns: {row}"
    made = pd.DataFrame(filled, columns=list(empty.columns)).astype(empty.dtypes.to_dict())
    assert all(made[column].notna().iloc[place] for place, row in enumerate(rows) for column in row if row[column])
    return made


def ferry(written: tuple[date, date] | None = None, **rows: Sequence[Any]) -> Case:
    """Return a case with these rows; a table that is not given is empty."""
    digest = {number: f"Paragraph {number} in our words." for number in range(1, 5)}
    made = {name: table(name, *rows.get(name, [])) for name in TABLES if name in rows or name != "counts"}
    return Case("ferry", "A ferry", digest, made, written)
