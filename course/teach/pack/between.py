"""Hold rows against other rows: circles, numbers told twice, another coder's rows, rows of another case, own words."""

from __future__ import annotations

from functools import cache
from numbers import Real
from typing import TYPE_CHECKING, Any

import pandas as pd

from course import content
from course.loading import load
from course.names import one
from course.problem import Problem
from course.teach.pack.wordings import figure
from course.vocabulary import FOLDER, KEY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from course.loading import Reading
    from course.tables import Sheet

COUNTS = ("troops", "counts")
"""The tables of mentions of a count."""


def circles(sheet: Sheet) -> Iterator[Problem]:
    """Yield each row of a table that points, by one of its columns, to itself or on to others and back."""
    columns = {
        one(key["fields"]): one(key["reference"]["fields"])
        for key in sheet.schema.get("foreignKeys", [])
        if (key["reference"].get("resource") or sheet.name) == sheet.name
    }
    for column, key in columns.items():
        steps = {name: (row, to) for row, name, to in sheet.each(key, column) if not pd.isna(to)}
        done: set[str] = set()
        for start in steps:
            path: list[str] = []
            name = start
            while name in steps and name not in done and name not in path:
                path.append(name)
                name = steps[name][1]
            done.update(path)
            if name in path:
                circle = path[path.index(name) :]
                way = " → ".join([*circle, name])
                message = f"this goes round in a circle: {way}. Leave one of them blank."
                if len(circle) == 1:
                    message = f"{name!r} points to itself. Name another row, or leave it blank."
                yield Problem(sheet.file, steps[circle[0]][0], column, message)


def twice(sheets: Mapping[str, Sheet]) -> Iterator[Problem]:
    """Yield each number of the report that is told otherwise in `numbers` than in a table of counts, or not at all."""
    if "numbers" not in sheets:
        return
    numbers = sheets["numbers"]
    shared = ("number", "hedge", "unit", "paragraph")
    for table in (each for each in COUNTS if each in sheets):
        sheet = sheets[table]
        columns = [column for column in shared if column in sheet.rows and column in numbers.rows]
        ours = {name: (row, values) for row, name, *values in sheet.each("mention", *columns)}
        for row, mention, *values in numbers.each("mention", *columns):
            other, theirs = ours.get(mention, (0, values))
            for column, mine, its in zip(columns, values, theirs, strict=True):
                if _said(mine) != _said(its):
                    message = f"{_said(mine)}, but {sheet.file}, row {other}, has {_said(its)} for {mention!r}."
                    yield Problem(numbers.file, row, column, message)
        listed = set(numbers.rows["mention"].dropna()) if "mention" in numbers.rows else set()
        for row, mention, number in sheet.each("mention", "number"):
            if not pd.isna(number) and float(number).is_integer() and mention not in listed:
                message = f"{numbers.file} has no row whose mention is {mention!r}, though it has every number."
                yield Problem(sheet.file, row, "mention", message, warning=True)


def _said(value: Any) -> str:  # noqa: ANN401 - a value of any column
    if pd.isna(value):
        return "a blank"
    return figure(float(value)) if isinstance(value, Real) else str(value)


def coded(sheet: Sheet, ours: Sheet | None) -> Iterator[Problem]:
    """Yield each row of another coder that is the same as a row of ours, and rests on another paragraph."""
    if "same_as" not in sheet.rows:
        yield Problem(sheet.file, None, "same_as", "the column is missing: it names the row of ours that is the same.")
        return
    where = {} if ours is None else {name: at for _, name, at in ours.each(ours.rows.columns[0], "paragraph")}
    for row, name, paragraph in sheet.each("same_as", "paragraph"):
        if where.get(name, paragraph) != paragraph:
            message = f"{name!r} rests on paragraph {where[name]}, this row on {paragraph}."
            yield Problem(sheet.file, row, "same_as", message)


def of_another_case(sheet: Sheet, called: str) -> Iterator[Problem]:
    """Yield each row that a case of the course has too, key and evidence alike: it was left over from a copy."""
    if called in content.cases():
        return
    for name in content.cases():
        theirs = _evidence(name).get(sheet.name, frozenset())
        for row, key, wording in sheet.each(sheet.rows.columns[0], "wording"):
            if (key, wording) in theirs:
                message = f"{key!r} is a row of the case {name!r}. Delete it, or write what this report says."
                yield Problem(sheet.file, row, str(sheet.rows.columns[0]), message, alike=name)


@cache
def _evidence(name: str) -> dict[str, frozenset[tuple[str, str]]]:
    case = load(name)
    tables = {table: case.table(table) for table in case.tables}
    return {table: frozenset(zip(rows.iloc[:, 0], rows["wording"], strict=True)) for table, rows in tables.items()}


def own_words(reading: Reading) -> Iterator[Problem]:
    """Yield each own word of a case that no table of it uses, where all tables could be read."""
    for vocabulary, words in reading.own.items() if not reading.problems else ():
        used = {
            value
            for sheet in reading.sheets.values()
            for field in sheet.schema["fields"]
            if field.get("vocabulary") == vocabulary and field["name"] in sheet.rows
            for value in sheet.rows[field["name"]].dropna().unique()
        }
        for row, word in enumerate(words, start=2):
            if word not in used:
                message = f"no row of a table uses {word!r}. Delete the word, or use it."
                yield Problem(f"{FOLDER}/{vocabulary}.csv", row, KEY, message, warning=True)
