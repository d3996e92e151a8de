"""A column has the type of its field; what is not as declared is blank, with why."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from course import columns
from course.cells import Column
from course.columns import typed


def judged(field: dict[str, Any], *values: str) -> tuple[list[Any], list[str]]:
    column, faults = typed(Column.of(values), {"name": "x", **field}, "")
    said: dict[int, str] = {}
    for positions, why, _ in faults:
        for position in positions:
            said.setdefault(position, why(values[position]))
    return [None if pd.isna(each) else each for each in column], [said[each] for each in sorted(said)]


@pytest.mark.parametrize(
    ("field", "values", "read", "said"),
    [
        ({"type": "integer"}, ("4", "4.0", ""), [4, None, None],
         ["is not a whole number such as 4000, without separators and of at most 15 digits."]),
        ({"type": "number", "constraints": {"minimum": -90, "maximum": 90}}, ("44.5", "-91", "91", "1e5"),
         [44.5, None, None, None], ["is below -90.", "is above 90.", "is not a number such as 44.43."]),
        ({"type": "boolean"}, ("true", "TRUE"), [True, None], ["is not true or false."]),
        ({"type": "date"}, ("2022-02-31", "2/3/2022"), [None, None],
         ["is not a day of the calendar.", "is not a date such as 2022-02-02."]),
        ({"type": "string", "constraints": {"pattern": "[a-z]+"}}, ("a", "A"), ["a", "A"],
         ["is not text of the form [a-z]+."]),
        ({"type": "string", "constraints": {"unique": True}}, ("a", "b", "a"), ["a", "b", "a"],
         ["is in a row before. Each row needs its own."]),
        ({"type": "string", "description": "A name.", "constraints": {"required": True}}, ("a", ""), ["a", None],
         ["this must not be blank. A name."]),
        ({"type": "string", "vocabulary": "forms"}, ("quoted", "quotet"), ["quoted", None],
         ["is not among the forms. Did you mean 'quoted'?"]),
    ],
)  # fmt: skip
def test_what_is_not_as_declared_is_blank_and_told(
    field: dict[str, Any], values: tuple[str, ...], read: list[Any], said: list[str]
) -> None:
    assert judged(field, *values) == (read, said)


def test_a_field_may_list_its_words_itself_in_their_order() -> None:
    column, _ = typed(Column.of(["b", "a"]), {"name": "x", "constraints": {"enum": ["b", "a"]}}, "")
    assert list(pd.Series(column).sort_values()) == ["b", "a"]


def test_a_value_is_looked_at_once_however_often_it_stands_there(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[str] = []

    def read(value: str) -> int:
        looked_at.append(value)
        return int(value)

    monkeypatch.setitem(columns.READ, "integer", read)
    column, _ = columns.typed(Column.of(["4", "5", "", "4"] * 100), {"name": "x", "type": "integer"}, "")
    assert len(column) == 400
    assert looked_at == ["4", "5"]
