"""A table: rows with a key, compared without regard to their order."""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd

from course.questions.kinds.base import MOST_ITEMS, Read, items, need_keys, what_it_is
from course.questions.kinds.day import read_day
from course.questions.kinds.number import NOT_STATED, number_in_words, read_number
from course.questions.kinds.tame import Foreign, tame
from course.questions.kinds.text import essence

if TYPE_CHECKING:
    from collections.abc import Mapping

Cell = bool | float | str | date
Rows = dict[str, tuple[Any, ...]]
BLANKS = {"", "no limit", "none", "nan"}
HELP = "Give a DataFrame."


class Table:
    """A question whose answer is a DataFrame; an answer is its rows by their key."""

    name = "table"
    parts: tuple[str, ...] = ("key", "columns")
    conditions: tuple[str, ...] = ("lacks", "contains", "values")

    def check_parts(self, parts: Mapping[str, Any]) -> None:
        """Want the name of the key column and a list of column names."""
        key, columns = parts["key"], parts["columns"]
        names = [key, *columns] if isinstance(columns, list) and columns else []
        if not names or not all(isinstance(name, str) for name in names) or len(set(names)) != len(names):
            message = "'key' must be the name of a column and 'columns' a list of other columns."
            raise ValueError(message)

    def check_condition(self, condition: Mapping[str, Any], parts: Mapping[str, Any]) -> None:
        """Want lists of keys of rows, and values by column and key."""
        for name in {"lacks", "contains"} & condition.keys():
            if not isinstance(condition[name], list) or not condition[name]:
                message = f"{name!r} needs a list of keys of rows."
                raise ValueError(message)
        values = condition.get("values", {})
        if not isinstance(values, dict) or not all(isinstance(by_key, dict) for by_key in values.values()):
            message = "'values' needs a table of columns, each a table of keys and values."
            raise ValueError(message)
        if values:
            need_keys(list(values), parts["columns"], "values")

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
            has = ", ".join(str(tame(column)) for column in table.columns[:20])
            return f"Your table has no column {' and no column '.join(map(repr, missing))}. It has: {has}."
        if not table.columns.is_unique:
            return "Two columns of your table have the same name. Keep one of them."
        if len(table) > MOST_ITEMS:
            return f"Your table has {len(table):,} rows, far more than are asked for. Have you filtered it?"
        return _read_rows(table[[key, *columns]])

    def same(self, given: Rows, accepted: Rows) -> bool:
        """Compare row by row, cell by cell."""
        return given.keys() == accepted.keys() and all(
            _same(mine, right) for key, cells in given.items() for mine, right in zip(cells, accepted[key], strict=True)
        )

    def meets(self, given: Rows, condition: Mapping[str, Any], parts: Mapping[str, Any]) -> bool:
        """Meet rows that are not there, rows that are, or a column's values by key; all given must hold."""
        if any(key in given for key in condition.get("lacks", ())):
            return False
        if not all(key in given for key in condition.get("contains", ())):
            return False
        for column, by_key in condition.get("values", {}).items():
            position = parts["columns"].index(column)
            for key, value in by_key.items():
                if key not in given or not _same(given[key][position], _cell(value)):
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
            if off := [f"{name} ({_said(mine)})" for name, mine, right in pairs if not _same(mine, right)]:
                found.append(f"in row {key} look at {' and '.join(off)}")
        return f"Your table: {'; '.join(sorted(found))}." if found else ""

    def keep(self, given: Rows, parts: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Return a record a row."""
        names = [parts["key"], *parts["columns"]]
        return [dict(zip(names, [key, *map(_kept, cells)], strict=True)) for key, cells in given.items()]

    def gives_away(self, hint: str, accepted: Rows, parts: Mapping[str, Any]) -> bool:  # noqa: ARG002
        """Look for every number of the answer."""
        said = [number_in_words(cell) for cells in accepted.values() for cell in cells if isinstance(cell, float)]
        return bool(said) and all(word in hint for word in said)


def _read_rows(table: pd.DataFrame) -> Read | str:
    """Return the rows by the first column, or a sentence on what cannot be read."""
    rows: Rows = {}
    for record in table.itertuples(index=False):
        name, *cells = (_cell(cell) for cell in record)
        if any(isinstance(cell, Foreign) for cell in (name, *cells)):
            return "A cell of your table holds neither a number, nor a text, nor a day. Look at each column."
        if _said(name) in rows:
            return f"The column {str(table.columns[0])!r} has {_said(name)} twice. One row each is asked for."
        rows[_said(name)] = tuple(cells)
    return Read(rows)


def _cell(value: object) -> Cell | Foreign:
    """Return a number as a float, a day as a date, a text without what does not count, a blank as "not stated"."""
    value = tame(value)
    if isinstance(value, bool | Foreign):
        return value
    if _is_blank(value):
        return NOT_STATED
    if items(value) is not None:
        return Foreign(what_it_is(value))
    for read in (read_number(value), read_day(value)):
        if isinstance(read, Read):
            answer: Cell = read.answer
            return answer
    if not isinstance(value, str):
        return Foreign(what_it_is(value))
    said = essence(value)
    return NOT_STATED if said in BLANKS else said


def _is_blank(value: object) -> bool:
    """Return whether a cell is empty; in a column of floats a blank is a NaN, and an open end an infinity."""
    return value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and not math.isfinite(value))


def _same(mine: object, right: object) -> bool:
    if isinstance(mine, float) and isinstance(right, float):
        return math.isclose(mine, right, rel_tol=1e-9, abs_tol=1e-9)
    return type(mine) is type(right) and mine == right


def _said(cell: object) -> str:
    return number_in_words(cell) if isinstance(cell, float) else str(cell)


def _kept(cell: Cell) -> Any:  # noqa: ANN401 - plain JSON
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell.isoformat() if isinstance(cell, date) else cell


def _rows(keys: list[str]) -> str:
    return f"row {keys[0]} is" if len(keys) == 1 else f"rows {', '.join(keys[:-1])} and {keys[-1]} are"
