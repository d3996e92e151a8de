"""The tables of a case, read from CSV with the types that its Table Schema declares."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from course.cells import Column, read
from course.columns import typed
from course.content import ContentError, did_you_mean, nearest
from course.names import SEPARATOR, one
from course.problem import Problem, of_the_first

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from course.columns import Field, Typed

HEADER_ROWS = 1
"""Rows are counted as a spreadsheet counts them: the header is row 1, the first record is row 2."""
DELIMITERS = {";": "semicolons", "\t": "tabs", "|": "upright lines"}
"""What stands between values in a file that is not separated by commas, and what people call it."""
MOST = 200
"""How many keys a value is compared with, to name the nearest."""


@dataclass(frozen=True)
class Sheet:
    """A table as it was read: as far as it is as declared, and what is not.

    Attributes
    ----------
    file, name, schema
        The file, the table that it holds, and the schema of that.
    rows
        The table with its types; a value that is none is blank.
    problems
        What is not as declared.
    bad
        The cells of that, as position and column; all of a row that has too many or too few values.
    """

    file: str
    name: str
    schema: Mapping[str, Any]
    rows: pd.DataFrame
    problems: tuple[Problem, ...] = ()
    bad: frozenset[tuple[int, str]] = frozenset()

    def each(self, *columns: str) -> Iterator[tuple[Any, ...]]:
        """Yield the row number and the values of some columns, of each row where all these are as declared.

        Nothing where the table has not all of them.
        """
        if not set(columns) <= set(self.rows):
            return
        off = {position for position, column in self.bad if column in columns}
        for position, values in enumerate(zip(*(self.rows[column] for column in columns), strict=True)):
            if position not in off:
                yield (position + HEADER_ROWS + 1, *values)


def read_table(folder: Path, resource: Mapping[str, Any], case: str = "") -> pd.DataFrame:
    """Read one table of a case.

    Parameters
    ----------
    folder
        The folder of the case.
    resource
        The `name`, the `path` and the `schema` of the table.
    case
        The name of the case, whose own words are valid too.

    Returns
    -------
    pandas.DataFrame
        One column a field that the file has, in the order of the schema: `string`, `Int64`, `Float64`, `boolean`,
        `datetime64` or, where its values are words of a vocabulary, an ordered `category`.
        A blank is `<NA>` (`NaT` in a date).

    Raises
    ------
    ContentError
        The file, a column, a type or a value is not as declared; with file, row and column.
    """
    sheet = read_sheet(folder, resource, case)
    if sheet.problems:
        raise ContentError.of(sheet.problems)
    return sheet.rows


def read_sheet(folder: Path, resource: Mapping[str, Any], case: str = "") -> Sheet:
    """Read one table of a case as far as it is as declared, with all that is not."""
    file, schema = resource["path"], resource["schema"]
    try:
        cells = read(folder / file)
    except ContentError as error:
        return Sheet(file, resource["name"], schema, empty(schema, case), (Problem(file, None, None, str(error)),))
    header = cells.header
    problems = list(_of_the_header(file, [header, *cells.first], schema["fields"]))
    if not {field["name"] for field in schema["fields"]} & set(header):
        return Sheet(file, resource["name"], schema, empty(schema, case), tuple(problems))
    for position, width in cells.off.items():
        message = f"this row has {f'{width} values' if width else 'no value'}, the header has {len(header)} columns."
        if width == len(header):
            message = "this row is blank. Delete it."
        problems.append(Problem(file, position + HEADER_ROWS + 1, None, message, alike="row"))
    columns = dict(zip(header, cells.columns, strict=True))
    frame: dict[str, Typed] = {}
    bad: set[tuple[int, str]] = set()
    for field in schema["fields"]:
        name = field["name"]
        if name in columns:
            frame[name], faults = typed(columns[name], field, case)
            for positions, why, alike in faults:
                for position in positions:
                    if (position, name) not in bad and position not in cells.off:
                        bad.add((position, name))
                        row, value = position + HEADER_ROWS + 1, columns[name][position]
                        problems.append(_problem(file, row, name, value, why, alike))
    bad |= {(position, name) for position in cells.off for name in frame}
    return Sheet(file, resource["name"], schema, pd.DataFrame(frame), tuple(problems), frozenset(bad))


def empty(schema: Mapping[str, Any], case: str = "") -> pd.DataFrame:
    """Return a table with no row, with the columns and the types of its schema."""
    return pd.DataFrame({each["name"]: typed(Column.of([]), each, case)[0] for each in schema["fields"]})


def records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a table as dictionaries, in its order; a blank is None."""
    names = [str(column) for column in table.columns]
    columns = (plain(column) for _, column in table.items())
    # Much quicker than `to_dict`.
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def plain(column: pd.Series[Any]) -> list[Any]:
    """Return the values of a column as Python has them; a blank is None."""
    values, blank = column.tolist(), column.array.isna()
    return [None if off else value for value, off in zip(values, blank, strict=True)] if blank.any() else values


def pointed(sheet: Sheet, keys: Mapping[str, pd.Series[Any]]) -> Sheet:
    """Return a sheet that tells too which values point to a row that is not there.

    Parameters
    ----------
    sheet
        The table whose columns point.
    keys
        The first column of each table that the case has; to one that it has not, nothing is held.
    """
    points, several = _pointing(sheet)
    problems: list[Problem] = []
    bad = set(sheet.bad)
    for column, targets in points.items():
        there = [target for target in targets if target in keys]
        if not there or column not in sheet.rows:
            continue  # a case need not have every table, nor a table every column
        said = _said(sheet.rows[column])
        if not said:
            continue
        known = dict.fromkeys(key for target in there for key in _said(keys[target]).values())
        why = _why_not(" or ".join(f"{target}.csv" for target in there), list(known)[:MOST])
        for position, value in said.items():
            if value in known or (position, column) in sheet.bad:
                continue
            for part in value.split(SEPARATOR) if column in several else [value]:
                if part not in known:
                    bad.add((position, column))
                    problems.append(Problem(sheet.file, position + HEADER_ROWS + 1, column, f"{part!r} {why(part)}"))
    return replace(sheet, problems=(*sheet.problems, *problems), bad=frozenset(bad))


def _pointing(sheet: Sheet) -> tuple[dict[str, list[str]], set[str]]:
    """Return the tables that each column which points can point to, and the columns of several keys in a cell."""
    points: dict[str, list[str]] = {}
    several = set()
    for key in sheet.schema.get("foreignKeys", []):
        points.setdefault(one(key["fields"]), []).append(key["reference"].get("resource") or sheet.name)
    for field in sheet.schema["fields"]:
        if "items" in field:
            points[field["name"]] = [field["items"].split(".")[0]]
        if SEPARATOR in field.get("constraints", {}).get("pattern", ""):
            several.add(field["name"])
    return points, several


def _why_not(where: str, known: list[str]) -> Callable[[str], str]:
    return of_the_first(lambda value: f"is not in {where}. {did_you_mean(value, known)}", f"is not in {where}.")


def _said(column: pd.Series[Any]) -> dict[int, str]:
    """Return the values of a column as text, by the position of each that is not blank."""
    there = np.flatnonzero(~column.array.isna())
    return dict(zip(there.tolist(), map(str, column.array[there].tolist()), strict=True))


def _problem(file: str, row: int, column: str, value: str, why: Callable[[str], str], alike: str) -> Problem:  # noqa: PLR0913, PLR0917 - a place, a value and what is said of it
    return Problem(file, row, column, f"{value!r} {why(value)}" if value else why(value), alike=alike)


def _of_the_header(file: str, rows: list[list[str]], fields: list[Field]) -> Iterator[Problem]:
    """Yield what is wrong with the names of the columns: one that is missing, is not known or stands twice."""
    names, header = [field["name"] for field in fields], rows[0]
    if not set(names) & set(header):
        yield Problem(file, 1, None, _no_names(rows, names))
        return
    strange = [name for name in dict.fromkeys(header) if name not in names]
    meant = {nearest(name, names) for name in strange}
    for field in fields:
        name = field["name"]
        needed = field.get("constraints", {}).get("required") and name not in header
        if needed and f"Did you mean {name!r}?" not in meant:
            message = f"the column {name!r} is missing. The header has: {', '.join(header)}."
            yield Problem(file, None, None, message)
    for name in strange:
        said = f"the column {name!r} is not in the schema. {did_you_mean(name, names)}"
        yield Problem(file, None, None, said if name else "a column has no name. Delete it, or name it in row 1.")
    for name in dict.fromkeys(name for name in header if name and header.count(name) > 1):
        yield Problem(file, None, None, f"the column {name!r} is there twice. Delete one.")


def _no_names(rows: list[list[str]], names: list[str]) -> str:
    """Return why the first row of a table has none of the names of its columns."""
    first = rows[0][0]
    if "\x00" in first:
        return "byte 1 is not UTF-8 but UTF-16. Save the file as CSV in UTF-8."
    for number, row in enumerate(rows, start=1):
        if len(set(names) & set(row)) > 1:
            return f"the names of the columns are in row {number}. Delete what is above them."
    for sign, called in DELIMITERS.items():
        if any(set(names) & set("".join(row).split(sign)) for row in rows[:2]):
            return f"{called} are between the columns. Save the file as CSV with commas between them."
    if set(names) & set(first.split(",")):
        return "each row is in one cell. Save the file as CSV with a cell for each column."
    return f"the first row has none of the names of the columns. They are: {', '.join(names)}."


def within(sheet: Sheet, paragraphs: Mapping[int, str]) -> Sheet:
    """Return a sheet that tells too where a row rests on a paragraph that the digest does not have."""
    if not paragraphs or "paragraph" not in sheet.rows:
        return sheet
    strange = set(sheet.rows["paragraph"].array.dropna().unique().tolist()) - set(paragraphs)
    bad = [(row, number) for row, number in sheet.each("paragraph") if number in strange] if strange else []
    why = f"only 1 to {max(paragraphs)}."
    problems = [
        Problem(sheet.file, row, "paragraph", f"the digest has no paragraph {number}, {why}") for row, number in bad
    ]
    off = {(row - HEADER_ROWS - 1, "paragraph") for row, _ in bad}
    return replace(sheet, problems=(*sheet.problems, *problems), bad=sheet.bad | off)
