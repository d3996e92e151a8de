"""A table: rows with a key, compared without regard to their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from course.questions.kinds.base import MOST_ITEMS, Read, what_it_is
from course.questions.kinds.number import NOT_STATED, number_in_words, read_number

if TYPE_CHECKING:
    from collections.abc import Mapping

Rows = dict[str, tuple[Any, ...]]
HELP = "Give a DataFrame."


class Table:
    """A question whose answer is a DataFrame; an answer is its rows by their key."""

    name = "table"
    parts: tuple[str, ...] = ("key", "columns")
    conditions: tuple[str, ...] = ("lacks", "contains", "values")

    def check_parts(self, parts: Mapping[str, Any]) -> None:
        """Want the name of the key column and a list of column names."""
        key, columns = parts["key"], parts["columns"]
        if not isinstance(key, str) or not isinstance(columns, list) or not columns or key in columns:
            message = "'key' must be the name of a column and 'columns' a list of other columns."
            raise ValueError(message)

    def read(self, value: object, parts: Mapping[str, Any]) -> Read | str:
        """Return the rows by key, of the columns that the question asks for; further columns do no harm."""
        key, columns = parts["key"], parts["columns"]
        table = pd.DataFrame(value) if isinstance(value, list) and all(isinstance(r, dict) for r in value) else value
        if not isinstance(table, pd.DataFrame):
            return f"You gave {what_it_is(value)}. {HELP}"
        if table.index.name == key and key not in table.columns:
            table = table.reset_index()
        missing = [column for column in [key, *columns] if column not in table.columns]
        if missing:
            has = ", ".join(str(column) for column in table.columns[:20])
            return f"Your table has no column {' and no column '.join(map(repr, missing))}. It has: {has}."
        if len(table) > MOST_ITEMS:
            return f"Your table has {len(table):,} rows, far more than are asked for. Have you filtered it?"
        if table[key].duplicated().any():
            return f"The column {key!r} has a value twice. One row each is asked for."
        rows = {
            str(row[0]): tuple(_cell(cell) for cell in row[1:])
            for row in table[[key, *columns]].itertuples(index=False)
        }
        return Read(rows)

    def same(self, given: Rows, accepted: Rows) -> bool:
        """Compare row by row."""
        return given == accepted

    def meets(self, given: Rows, condition: Mapping[str, Any], parts: Mapping[str, Any]) -> bool:
        """Meet rows that are not there, rows that are, or a column's values by key; all given must hold."""
        if any(key in given for key in condition.get("lacks", ())):
            return False
        if not all(key in given for key in condition.get("contains", ())):
            return False
        for column, by_key in condition.get("values", {}).items():
            position = parts["columns"].index(column)
            for key, value in by_key.items():
                if key not in given or given[key][position] != _cell(value):
                    return False
        return True

    def say(self, given: Rows, parts: Mapping[str, Any]) -> str:
        """Return how many rows there are and of what."""
        count = len(given)
        return f"a table of {count} row{'' if count == 1 else 's'} with {', '.join(parts['columns'])}"

    def differences(self, given: Rows, accepted: Rows, parts: Mapping[str, Any]) -> str:
        """Return a sentence on the rows that are missing, extra or different, without the right values."""
        found = []
        if missing := [key for key in accepted if key not in given]:
            found.append(f"{_rows(missing)} missing")
        if extra := [key for key in given if key not in accepted]:
            found.append(f"{_rows(extra)} too many")
        for key in given.keys() & accepted.keys():
            pairs = zip(parts["columns"], given[key], accepted[key], strict=True)
            if off := [f"{name} ({_said(mine)})" for name, mine, right in pairs if mine != right]:
                found.append(f"in row {key} look at {' and '.join(off)}")
        return f"Your table: {'; '.join(sorted(found))}." if found else ""

    def keep(self, given: Rows, parts: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Return a record a row."""
        names = [parts["key"], *parts["columns"]]
        return [dict(zip(names, [key, *cells], strict=True)) for key, cells in given.items()]

    def gives_away(self, hint: str, accepted: Rows, parts: Mapping[str, Any]) -> bool:  # noqa: ARG002
        """Look for every number of the answer."""
        said = [number_in_words(cell) for cells in accepted.values() for cell in cells if isinstance(cell, float)]
        return bool(said) and all(word in hint for word in said)


def _cell(value: object) -> float | str:
    """Return a number as a float, a blank as "not stated", any other value as its text."""
    if isinstance(value, str) and value.strip().lower() != NOT_STATED:
        return value.strip()
    if isinstance(value, float) and value != value:  # noqa: PLR0124 - a NaN in a column of floats is a blank
        return NOT_STATED
    read = read_number(value)
    answer: float | str = read.answer if isinstance(read, Read) else str(type(value).__name__)
    return answer


def _said(cell: float | str) -> str:
    return cell if isinstance(cell, str) else number_in_words(cell)


def _rows(keys: list[str]) -> str:
    return f"row {keys[0]} is" if len(keys) == 1 else f"rows {', '.join(keys[:-1])} and {keys[-1]} are"
