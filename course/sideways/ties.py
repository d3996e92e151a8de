"""What several reports speak of: the rows of their cases that `same.csv`, beside the folders of the cases, ties."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from course import content
from course.content import ContentError, did_you_mean
from course.loading import PACKAGE, load
from course.names import NAME_COLUMNS
from course.numbers.mentions import MOST_ROWS
from course.problem import Problem, told
from course.schema import SAME, schema
from course.tables import HEADER_ROWS, read_sheet, records

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from course.case import Case

FILE = f"{SAME}.csv"
SUMMARY = "summary"
"""The column that says what a row is about, where it has no name."""
COUNT = "mention"
"""The first column of a table of counts: two such tables are of one sort."""


@dataclass(frozen=True)
class Side:
    """A row of a case, as one side of what several reports speak of.

    Attributes
    ----------
    case, table, row
        Where it stands, and what it holds.
    note
        What has no column, in a sentence of ours.
    sum
        Of a part of a sum, what that sum is of; empty where the row speaks of the thing itself.
    """

    case: Case
    table: str
    row: Mapping[str, Any]
    note: str = ""
    sum: str = ""

    @property
    def name(self) -> str:
        """The row's short name."""
        return str(next(iter(self.row.values())))

    @property
    def label(self) -> str:
        """What the row is about."""
        return str(next((self.row[column] for column in (*NAME_COLUMNS, SUMMARY) if column in self.row), self.name))

    @property
    def sort(self) -> str:
        """What sort of row it is: the first column of its table, which all tables of counts have in common."""
        return str(next(iter(self.row)))

    @property
    def came(self) -> str:
        """The first and the last day on which its report can have been written, to put reports in order."""
        return "{}{}".format(*self.case.written) if self.case.written else "unknown"


@dataclass(frozen=True)
class Thing:
    """What several reports speak of: each side in the order of writing, and sums that are held against it."""

    key: str
    sides: tuple[Side, ...]
    sums: Mapping[str, tuple[Side, ...]]

    @property
    def label(self) -> str:
        """What it is, as the report calls it that `same.csv` has first."""
        return self._first.label

    @property
    def is_counted(self) -> bool:
        """Whether it has a number, or a blank where one could stand."""
        return self._first.sort == COUNT

    @property
    def _first(self) -> Side:
        return self.sides[0]

    @property
    def in_order(self) -> tuple[Side, ...]:
        """The sides as their reports came; those whose day is not known stand last."""
        return tuple(sorted(self.sides, key=lambda side: side.came))

    @property
    def titles(self) -> tuple[str, ...]:
        """What the reports are called, in that order: their titles up to a comma where that tells them apart."""
        whole = tuple(side.case.title for side in self.in_order)
        short = tuple(title.partition(",")[0] for title in whole)
        return short if len(set(short)) == len(set(whole)) else whole


def things(folder: str | Path | None = None) -> dict[str, Thing]:
    """Return what the cases in a folder speak of in common, by its key, as their `same.csv` ties it.

    Parameters
    ----------
    folder
        The folder with `same.csv` and the folders of the cases; by default those that the course ships.

    Raises
    ------
    ContentError
        The file or a case is not as it should be; the message says where, and what would be right.
    """
    return _shipped(content.cases_folder()) if folder is None else _sound(Path(folder))


def _sound(folder: Path) -> dict[str, Thing]:
    found, problems = read(folder)
    if problems:
        raise ContentError.of(problems)
    return found


_shipped = cache(_sound)
"""What is shipped does not change while one learns, and is read once."""


def read(folder: Path) -> tuple[dict[str, Thing], list[Problem]]:
    """Return what the cases in a folder speak of in common, and all that is wrong with how they are tied."""
    sheet = read_sheet(folder, {"name": SAME, "path": FILE, "schema": schema(SAME)})
    if sheet.problems:
        return {}, told(sheet.problems)
    problems: list[Problem] = []
    cases: dict[str, Case] = {}
    sides: dict[str, list[Side]] = {}
    lines: dict[str, int] = {}
    rows_of = cache(_rows)
    for at, row in enumerate(records(sheet.rows), start=HEADER_ROWS + 1):
        cell = {column: "" if pd.isna(value) else str(value) for column, value in row.items()}
        some = sides.setdefault(cell["key"], [])
        lines.setdefault(cell["key"], at)
        try:
            case = cases.get(cell["case"]) or _case(folder, cell["case"], at)
            side = _side(case, cell, at, rows_of)
        except ContentError as error:
            problems += error.problems
            continue
        cases[cell["case"]] = case
        if any(
            (side.sum, side.table, side.name, case) == (each.sum, each.table, each.name, each.case) for each in some
        ):
            problems.append(Problem(FILE, at, "row", f"{side.name!r} of {cell['case']!r} is in a row before."))
        some.append(side)
    if not lines:
        problems.append(
            Problem(FILE, None, None, "no row was found. A row has a key, a case, a table and a row of it.")
        )
    found = {key: _thing(key, some) for key, some in sides.items()}
    if not problems:
        problems = [Problem(FILE, lines[key], "key", why) for key, thing in found.items() for why in _wrong(thing)]
    return found, told(problems)


def _thing(key: str, sides: Iterable[Side]) -> Thing:
    sums: dict[str, list[Side]] = {}
    for side in sides:
        sums.setdefault(side.sum, []).append(side)
    return Thing(key, tuple(sums.pop("", ())), {name: tuple(parts) for name, parts in sums.items()})


def _case(folder: Path, name: str, at: int) -> Case:
    """Return a case of a folder; raise a ContentError that tells the line where there is none."""
    beside = sorted(file.parent.name for file in folder.glob(f"*/{PACKAGE}"))
    if name not in beside:
        raise _error(at, "case", f"there is no case {name!r} beside this file. {did_you_mean(name, beside)}")
    try:
        return load(folder / name)
    except ContentError:
        raise _error(at, "case", f"{name!r} is not sound. Run: course validate {folder / name}") from None


def _rows(case: Case, table: str) -> dict[str, dict[str, Any]]:
    """Return the rows of a table by what its first column holds."""
    return {str(next(iter(row.values()))): row for row in case.rows(table)}


def _side(
    case: Case, cell: Mapping[str, str], at: int, rows_of: Callable[[Case, str], dict[str, dict[str, Any]]]
) -> Side:
    """Return the row that a line names; raise a ContentError that tells the line where there is none."""
    table, name = cell["table"], cell["row"]
    if table not in case.tables:
        raise _error(at, "table", f"the case {case.name!r} has no table {table!r}. {did_you_mean(table, case.tables)}")
    rows = rows_of(case, table)
    if name not in rows:
        raise _error(at, "row", f"{name!r} is not in {table} of {case.name!r}. {did_you_mean(name, rows)}")
    return Side(case, table, rows[name], cell.get("note", ""), cell.get("sum", ""))


def _error(at: int, column: str, message: str) -> ContentError:
    return ContentError.of([Problem(FILE, at, column, message)])


def _wrong(thing: Thing) -> list[str]:
    """Return what is wrong with the rows of one key, taken together."""
    sorts = {side.sort for side in thing.sides}
    if len({side.case for side in thing.sides}) < 2:  # noqa: PLR2004 - one report has nothing beside it
        return [f"{thing.key!r} has rows of one case alone. Name the row of another case that speaks of the same."]
    if len(sorts) > 1:
        tables = ", ".join(sorted({side.table for side in thing.sides}))
        return [f"{thing.key!r} has rows of tables that cannot be compared: {tables}."]
    if (rows := len(thing.sides) + len(thing.sums)) > MOST_ROWS - 1:
        return [f"{thing.key!r} has {rows} rows and sums. A picture has room for {MOST_ROWS - 1}."]
    parts = [side for some in thing.sums.values() for side in some]
    if parts and {*sorts, *(side.sort for side in parts)} != {COUNT}:
        return [f"{thing.key!r} has a sum, and not all its rows are counts."]
    return []
