"""The tables of a case, read from CSV with the types that its Table Schema declares."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

import pandas as pd

from course.content import ContentError, did_you_mean
from course.names import one
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Field = dict[str, Any]

HEADER_ROWS = 1
"""Rows are counted as a spreadsheet counts them: the header is row 1, the first record is row 2."""

PATTERNS = {
    "integer": r"[+-]?\d{1,15}",
    "number": r"[+-]?\d+(\.\d+)?",
    "boolean": r"true|false",
    "date": r"\d{4}-\d{2}-\d{2}",
}
EXAMPLES = {
    "integer": "a whole number such as 4000, without separators and of at most 15 digits",
    "number": "a number such as 44.43",
    "boolean": "true or false",
    "date": "a date such as 2022-02-02",
}


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
    path = folder / resource["path"]
    fields: list[Field] = resource["schema"]["fields"]
    raw = _read_strings(path)
    names = [field["name"] for field in fields]
    needed = {field["name"] for field in fields if field.get("constraints", {}).get("required")}
    for name in names:
        if name not in raw.columns and name in needed:
            message = f"{path.name}: the column {name!r} is missing. The header has: {', '.join(raw.columns)}."
            raise ContentError(message)
    for name in raw.columns:
        if name not in names:
            message = f"{path.name}: the column {name!r} is not in the schema. {did_you_mean(str(name), names)}"
            raise ContentError(message)
    return pd.DataFrame(
        {
            field["name"]: _typed(raw.loc[:, field["name"]], field, path.name, case)
            for field in fields
            if field["name"] in raw
        }
    )


def empty(schema: Mapping[str, Any], name: str, case: str = "") -> pd.DataFrame:
    """Return a table with no row, with the columns and the types of its schema."""
    blank = pd.Series([], dtype="string")
    return pd.DataFrame({each["name"]: _typed(blank, each, name, case) for each in schema["fields"]})


def records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a table as dictionaries, in its order."""
    return [{str(column): value for column, value in row.items()} for row in table.to_dict("records")]


def check_foreign_keys(tables: Mapping[str, pd.DataFrame], resources: list[dict[str, Any]]) -> None:
    """Raise a ContentError at the first value that points to a row that is not there."""
    for resource in resources:
        for key in resource["schema"].get("foreignKeys", []):
            column, target = one(key["fields"]), one(key["reference"]["fields"])
            table = key["reference"].get("resource") or resource["name"]
            if table not in tables or column not in tables[resource["name"]]:
                continue  # a case need not have every table, nor a table every column
            values, valid = tables[resource["name"]][column], tables[table][target].dropna()
            known = valid.astype("string")  # a key may be a number
            reject(
                values.notna() & ~values.isin(valid),
                values.astype("string"),
                f"{resource['path']}",
                lambda value, table=table, known=known: f"is not in {table}.csv. {did_you_mean(value, known)}",
            )


def reject(bad: pd.Series[bool], values: pd.Series[Any], file: str, why: Any) -> None:  # noqa: ANN401 - str to str
    """Raise a ContentError for the first value that `bad` marks; `why` says what is wrong with it."""
    if bad.any():
        position = bad.to_numpy().argmax()
        value = values.iloc[position]
        row = position + HEADER_ROWS + 1
        message = f"{file}, row {row}, {values.name}: {value!r} {why(value)}"
        raise ContentError(message)


def _read_strings(path: Path) -> pd.DataFrame:
    try:
        _check_width(path)
        return pd.read_csv(path, dtype="string", keep_default_na=False, na_values=[""], encoding="utf-8-sig")
    except FileNotFoundError:
        message = f"{path.name}: the file is missing from {path.parent}."
    except UnicodeDecodeError as error:
        message = f"{path.name}: byte {error.start} is not UTF-8. Save the file as CSV in UTF-8."
    except IsADirectoryError:
        message = f"{path.name}: this is a folder, not a table."
    except (pd.errors.ParserError, pd.errors.EmptyDataError, csv.Error) as error:
        message = f"{path.name}: this is not a table of comma-separated values ({str(error).strip()})."
    raise ContentError(message)


def _check_width(path: Path) -> None:
    """Raise a ContentError at the first row that has more or fewer values than the header."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        width = len(next(rows, []))
        for number, row in enumerate(rows, start=HEADER_ROWS + 1):
            if len(row) != width:
                what = f"{len(row)} values" if row else "no value"
                message = f"{path.name}, row {number}: this row has {what}, the header has {width} columns."
                raise ContentError(message)


def _typed(values: pd.Series[Any], field: Field, file: str, case: str) -> pd.Series[Any]:
    constraints = field.get("constraints", {})
    if constraints.get("required"):
        missing = values.isna()
        if missing.any():
            row = missing.to_numpy().argmax() + HEADER_ROWS + 1
            message = f"{file}, row {row}, {field['name']}: this must not be blank. {field.get('description', '')}"
            raise ContentError(message)
    if constraints.get("unique"):
        reject(
            values.duplicated() & values.notna(),
            values,
            file,
            lambda _: "is in a row before. Each row needs its own.",
        )
    if "vocabulary" in field or "enum" in constraints:
        allowed = constraints.get("enum") or list(vocabulary(field["vocabulary"], case))
        kind = str(field.get("vocabulary") or field["name"]).replace("_", " ")
        reject(
            values.notna() & ~values.isin(allowed),
            values,
            file,
            lambda value: f"is not among the {kind}. {did_you_mean(value, allowed)}",
        )
        return values.astype(pd.CategoricalDtype(allowed, ordered=True))
    pattern = PATTERNS.get(field["type"]) or constraints.get("pattern")
    if pattern:
        expected = EXAMPLES.get(field["type"], f"text of the form {pattern}")
        bad = values.notna() & ~values.str.fullmatch(pattern).fillna(value=False)
        reject(bad, values, file, lambda _: f"is not {expected}.")
    typed = _converted(values, field["type"])
    reject(values.notna() & typed.isna(), values, file, lambda _: "is not a day of the calendar.")
    if "minimum" in constraints:
        bad = (typed < constraints["minimum"]).fillna(value=False)
        reject(bad, values, file, lambda _: f"is below {constraints['minimum']}.")
    if "maximum" in constraints:
        bad = (typed > constraints["maximum"]).fillna(value=False)
        reject(bad, values, file, lambda _: f"is above {constraints['maximum']}.")
    return typed


def _converted(values: pd.Series[Any], kind: str) -> pd.Series[Any]:
    match kind:
        case "integer":
            return values.astype("Int64")
        case "number":
            return values.astype("Float64")
        case "boolean":
            return values.map({"true": True, "false": False}).astype("boolean")
        case "date":
            return pd.to_datetime(values, format="%Y-%m-%d", errors="coerce")
        case _:
            return values
