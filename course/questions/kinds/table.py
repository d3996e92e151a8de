"""A table: rows with a key, compared without regard to their order."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pandas as pd

from course.questions.kinds import differences
from course.questions.kinds.base import Kind, Read, need_keys
from course.questions.kinds.day import read_day
from course.questions.kinds.differences import Rows, rows, said
from course.questions.kinds.number import alike, number_in_words, read_number, whole
from course.questions.kinds.paper_field import PaperField
from course.questions.kinds.scale import NOT_STATED
from course.questions.kinds.tame import Foreign, tame
from course.questions.kinds.text import essence
from course.questions.kinds.value import MOST_ITEMS, items, what_it_is
from course.say import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Self

    from course.page.controls import Control
    from course.page.html import Html

Cell = bool | float | str | date
BLANKS = {"", "no limit", "none", "nan"}
HELP = "Give a DataFrame."


@dataclass(frozen=True)
class Table(Kind[Rows]):
    """A question whose answer is a DataFrame; an answer is its rows by their key.

    Attributes
    ----------
    key
        The name of the column that tells the rows apart.
    columns
        The names of the other columns that are asked for.
    """

    key: str
    columns: tuple[str, ...]

    name = "table"
    in_code = "Give a table (a DataFrame) with the columns that are named here."
    needs = ("key", "columns")
    conditions = ("lacks", "contains", "values")

    @classmethod
    def from_spec(cls, spec: Mapping[str, Any]) -> Self:
        """Want the name of the key column and a list of column names."""
        key, columns = spec["key"], spec["columns"]
        names = [key, *columns] if isinstance(columns, list) and columns else []
        if not names or not all(isinstance(name, str) for name in names) or len(set(names)) != len(names):
            message = "'key' must be the name of a column and 'columns' a list of other columns."
            raise ValueError(message)
        return cls(key, tuple(columns))

    @property
    def head(self) -> tuple[str, ...]:
        """The names of all columns that are asked for, the key first."""
        return (self.key, *self.columns)

    def read(self, value: object) -> Read[Rows] | str:
        """Return the rows by key, of the columns that the question asks for; further columns do no harm."""
        records = _records(value)
        if records and all(column in row for row in records for column in self.head):
            return _read_rows(self.head, ([row[column] for column in self.head] for row in records))
        table = value if records is None else pd.DataFrame(records)
        if isinstance(table, pd.Series) and table.index.name == self.key:
            table = table.to_frame()
        return self._of_frame(table) if isinstance(table, pd.DataFrame) else f"You gave {what_it_is(value)}. {HELP}"

    def _of_frame(self, table: pd.DataFrame) -> Read[Rows] | str:
        if table.index.name == self.key and self.key not in table.columns:
            table = table.reset_index()
        if table.columns.nlevels > 1:
            return "The columns of your table have names of several levels. Give each column one name."
        missing = [column for column in self.head if column not in table.columns]
        if missing:
            has = ", ".join(str(tame(column)) for column in table.columns[:20])
            return f"Your table has no column {' and no column '.join(map(repr, missing))}. It has: {has}."
        if not table.columns.is_unique:
            return "Two columns of your table have the same name. Keep one of them."
        if len(table) > MOST_ITEMS:
            return f"Your table has {len(table):,} rows, far more than are asked for. Have you filtered it?"
        return _read_rows(self.head, table[list(self.head)].itertuples(index=False))

    def same(self, given: Rows, accepted: Rows) -> bool:
        """Compare row by row, cell by cell."""
        return given.keys() == accepted.keys() and all(
            alike(mine, right) for key, cells in given.items() for mine, right in zip(cells, accepted[key], strict=True)
        )

    def gives_away(self, hint: str, accepted: Rows) -> bool:
        """Look for every number of the answer."""
        said = [number_in_words(cell) for cells in accepted.values() for cell in cells if isinstance(cell, float)]
        return bool(said) and all(word in hint for word in said)

    def _check(self, name: str, value: Any) -> None:  # noqa: ANN401
        if name != "values":
            if not isinstance(value, list) or not value:
                message = f"{name!r} needs a list of keys of rows."
                raise ValueError(message)
            return
        if not isinstance(value, dict) or not all(isinstance(by_key, dict) for by_key in value.values()):
            message = "'values' needs a table of columns, each a table of keys and values."
            raise ValueError(message)
        if value:
            need_keys(list(value), self.columns, name)

    def _meets(self, given: Rows, name: str, value: Any) -> bool:  # noqa: ANN401
        if name != "values":
            return all((key in given) == (name == "contains") for key in value)
        return all(
            key in given and alike(given[key][self.columns.index(column)], _cell(cell))
            for column, by_key in value.items()
            for key, cell in by_key.items()
        )

    def _in_words(self, name: str, value: Any) -> str:  # noqa: ANN401
        if name != "values":
            return f"{'with' if name == 'contains' else 'without'} {rows(value)}"
        return ", ".join(
            f"{_printed(cell)} as {column} of row {key}"
            for column, by_key in value.items()
            for key, cell in by_key.items()
        )

    def say(self, given: Rows) -> str:
        """Return how many rows there are and of what."""
        return f"a table of {count(len(given), 'row')} with {', '.join(self.columns)}"

    def keep(self, given: Rows) -> list[dict[str, Any]]:
        """Return a record a row."""
        return [dict(zip(self.head, [key, *map(_kept, cells)], strict=True)) for key, cells in given.items()]

    def nearest(self, given: Rows, accepted: Sequence[Rows]) -> Rows:
        """Return the table that is wanted from which the fewest rows and cells differ."""
        return min(accepted, key=lambda wanted: differences.differences(given, wanted).size)

    def told(self, said: str, given: Rows, wanted: Rows, *, foreseen: bool) -> str:
        """Return what is off in the table; before it what was foreseen, or after it what leads to the table."""
        off = differences.in_words(given, wanted, self.columns)
        return f"{said} {off}".strip() if foreseen else f"{off} One way to the table: {said}"

    def shape(self, accepted: Sequence[Rows]) -> str:
        """Return the columns that are asked for, what they hold, and how many rows, of the shortest table."""
        return differences.shape(min(accepted, key=len), self.head)

    def beside(self, given: Rows, wanted: Rows) -> Html | None:
        """Return the table with what is off marked, beside the shape that is wanted."""
        return differences.beside(given, wanted, self.head)

    def rows(self, accepted: Rows) -> tuple[tuple[str, ...], ...]:
        """Return the head and the rows."""
        return (self.head, *(tuple(map(_printed, row.values())) for row in self.keep(accepted)))

    def controls(self) -> dict[str, Control]:
        """Return none: a table is answered in code."""
        return {}

    def on_paper(self) -> PaperField:
        """Return a table with empty rows."""
        return PaperField(columns=self.head)


def _records(value: object) -> list[dict[Any, Any]] | None:
    """Return the rows of a list of dictionaries, as a table is kept too; None for any other value."""
    many = items(value) if isinstance(value, list) else None
    rows = [{tame(key): tame(cell) for key, cell in row.items()} for row in many or () if isinstance(row, dict)]
    return None if many is None or len(rows) < len(many) else rows


def _read_rows(head: Sequence[str], table: Iterable[Iterable[object]]) -> Read[Rows] | str:
    """Return the rows by the first column, or a sentence on what cannot be read."""
    rows: Rows = {}
    for record in table:
        name, *cells = map(_cell, record)
        if any(isinstance(cell, Foreign) for cell in (name, *cells)):
            return "A cell of your table is neither a number, nor a text, nor a day. Look at each column."
        if said(name) in rows:
            return f"The column {head[0]!r} has {said(name)} twice. One row each is asked for."
        rows[said(name)] = tuple(cells)
    return Read(rows)


def _cell(value: object) -> Cell | Foreign:
    """Return a number as a float, a day as a date, a text without what does not count, a blank as "not stated"."""
    value = tame(value)
    if isinstance(value, str):
        return _of_text(value)
    if isinstance(value, bool | Foreign):
        return value
    if _is_blank(value):
        return NOT_STATED
    if items(value) is not None:
        return Foreign(what_it_is(value))
    found = _number_or_day(value)
    return Foreign(what_it_is(value)) if found is None else found


@lru_cache(maxsize=1024)
def _of_text(text: str) -> Cell:
    """Return what a cell with a text says; a table says most of its words more than once."""
    found, said = _number_or_day(text), essence(text)
    return found if found is not None else NOT_STATED if said in BLANKS else said


def _number_or_day(value: object) -> Cell | None:
    found = (way(value) for way in (read_number, read_day))
    return next((read.answer for read in found if isinstance(read, Read)), None)


def _is_blank(value: object) -> bool:
    """Return whether a cell is empty; in a column of floats a blank is a NaN, and an open end an infinity."""
    return value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and not math.isfinite(value))


def _kept(cell: Cell) -> Any:  # noqa: ANN401 - plain JSON
    if isinstance(cell, float):
        return whole(cell)
    return cell.isoformat() if isinstance(cell, date) else cell


def _printed(cell: object) -> str:
    """Return a cell, as it is kept or as it stands in a spec, as a teacher sees it."""
    if cell == NOT_STATED:
        return "(blank)"
    return str(cell) if isinstance(cell, bool) or not isinstance(cell, int | float) else number_in_words(cell)
