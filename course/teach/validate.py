"""Validate a case: what is wrong, in which file, row and column, and what would be right."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import frictionless
import pandas as pd

from course import case, content
from course.content import ContentError, did_you_mean
from course.fingerprints import FILE_NAME, REMEDY
from course.hedges import hedges, no_hedge
from course.loading import CODINGS, DEFAULT_CASE, PACKAGE, coders, load
from course.schema import coded, schema
from course.tables import records
from course.teach.article import ARTICLE, article, plain, words
from course.vocabulary import vocabulary
from course.wording import read_hedge, read_values

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOST_WORDS = 6
SAID_OF_A_CODING = {
    "by": "say who coded, without a name",
    "rules": "say by what rules",
    "unseen": "say what the coder did not see",
}
"""What a coding says of itself, and why."""


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong in a case: the file, the row as a spreadsheet counts it, the column, a sentence."""

    file: str
    row: int | None
    column: str | None
    message: str

    def __str__(self) -> str:
        """Return the place and the sentence."""
        place = [self.file, f"row {self.row}" if self.row else "", self.column or ""]
        return f"{', '.join(part for part in place if part)}: {self.message}"


def problems(folder: Path) -> list[Problem]:
    """Return all that is wrong in a case, in the order of its files.

    What frictionless finds comes first. Where the tables can be loaded, each row is then held against its
    wording, the digest and the vocabulary, and against the report's text where `COURSE_ARTICLE` gives it.
    """
    try:
        package = content.read_json(folder / "datapackage.json")
    except ContentError as error:
        return [Problem("datapackage.json", None, None, str(error))]
    found = list(_frictionless(folder))
    try:
        loaded = load(folder)
    except ContentError as error:
        # frictionless says the same of most; its own words are kept where it missed it.
        return found or [Problem(folder.name, None, None, str(error))]
    found += _fingerprints(folder, loaded)
    declared = package.get("paragraphs")
    if declared != len(loaded.digest):
        message = f"{len(loaded.digest)} paragraphs, but datapackage.json says {declared}."
        found.append(Problem("digest.md", None, None, message))
    try:
        paragraphs = article() if folder.name == DEFAULT_CASE else None
    except ContentError as error:
        return [*found, Problem(folder.name, None, None, str(error))]
    if paragraphs is not None and len(paragraphs) != len(loaded.digest):
        message = f"the text that {ARTICLE} names has {len(paragraphs)} paragraphs, the digest {len(loaded.digest)}."
        return [*found, Problem(folder.name, None, None, message)]
    for table in loaded.tables:
        found += _wordings(f"{table}.csv", loaded.table(table), paragraphs)
    found += _numbers("troops.csv", loaded.troops)
    found += _numbers("numbers.csv", loaded.numbers)
    found += _voices("troops.csv", loaded.troops)
    found += _troops(loaded.troops)
    found += _voices("events.csv", loaded.events)
    found += _pointing("events.csv", loaded.events, loaded)
    found += _also(loaded.statements)
    found += _days("statements.csv", loaded.statements)
    found += _days("events.csv", loaded.events)
    for place in coders(folder):
        found += _coding(place, loaded, paragraphs)
    return found


def _coding(folder: Path, loaded: case.Case, paragraphs: list[str] | None) -> Iterator[Problem]:
    """Hold what another has coded against the wordings, the vocabulary and our tables."""
    for problem in _of_a_coding(folder, loaded, paragraphs):
        yield replace(problem, file=f"{CODINGS}/{folder.name}/{problem.file}")


def _of_a_coding(folder: Path, loaded: case.Case, paragraphs: list[str] | None) -> Iterator[Problem]:
    package = content.read_json(folder / PACKAGE)
    for key, what in SAID_OF_A_CODING.items():
        if not isinstance(package.get(key), str) or not package[key].strip():
            yield Problem(PACKAGE, None, None, f"{key!r} is missing: {what}.")
    yield from _frictionless(folder, coded)
    for table, rows in loaded.codings[folder.name].items():
        file = f"{table}.csv"
        yield from _wordings(file, rows, paragraphs)
        yield from _pointing(file, rows, loaded)
        if {"number", "hedge"} <= set(rows):
            yield from _numbers(file, rows)
        if {"voice", "source"} <= set(rows):
            yield from _voices(file, rows)
        if "same_as" not in rows:
            yield Problem(file, None, "same_as", "the column is missing: it names the row of ours that is the same.")
            continue
        ours = loaded.table(table)
        where = dict(zip(ours.iloc[:, 0], ours["paragraph"], strict=True))
        for row, name, paragraph in zip(_row_numbers(rows), rows["same_as"], rows["paragraph"], strict=True):
            if where.get(name, paragraph) != paragraph:
                message = f"{name!r} rests on paragraph {where[name]}, this row on {paragraph}."
                yield Problem(file, row, "same_as", message)


def _frictionless(folder: Path, schema_of: Callable[[str], dict[str, Any]] = schema) -> Iterator[Problem]:
    """Hold a case against the Data Package standard, with the schemas that the course has for its tables."""
    package = content.read_json(folder / PACKAGE)
    try:
        resources = [_in_full(folder, each, schema_of, str(package.get("name"))) for each in package["resources"]]
    except (ContentError, OSError, TypeError, KeyError, ValueError):
        return  # the loader says it better
    full = json.loads(json.dumps({**package, "resources": resources}))  # frictionless changes what it is given
    report = frictionless.Package.from_descriptor(full, basepath=str(folder)).validate()
    for error in report.errors:
        yield Problem(PACKAGE, None, None, error.message)
    for task in report.tasks:
        file = Path(task.place).name
        for error in task.errors:
            row = getattr(error, "row_number", None)
            yield Problem(file, row, getattr(error, "field_name", None), error.message)


def _in_full(
    folder: Path, resource: dict[str, Any], schema_of: Callable[[str], dict[str, Any]], name: str
) -> dict[str, Any]:
    """Return a resource with its path, and the schema of the columns that its file has, their values listed."""
    table = schema_of(resource["name"])
    path = resource.get("path", f"{resource['name']}.csv")
    with (folder / path).open(encoding="utf-8-sig", newline="") as lines:
        header = next(csv.reader(lines), [])
    fields = {field["name"]: field for field in table["fields"]}
    full = [
        {**field, "constraints": {**field.get("constraints", {}), "enum": list(vocabulary(field["vocabulary"], name))}}
        if "vocabulary" in field
        else field
        for field in (fields[column] for column in header)
    ]
    return {**resource, "path": path, "schema": {"fields": full, "primaryKey": table["primaryKey"]}}


def _wordings(file: str, rows: pd.DataFrame, paragraphs: list[str] | None) -> Iterator[Problem]:
    for row, wording, paragraph in zip(_row_numbers(rows), rows["wording"], rows["paragraph"], strict=True):
        count = len(words(wording))
        if count > MOST_WORDS:
            message = f"{wording!r} has {count} words. A wording has at most {MOST_WORDS}."
            yield Problem(file, row, "wording", message)
        if paragraphs is not None and plain(wording) not in paragraphs[paragraph - 1]:
            elsewhere = [n for n, text in enumerate(paragraphs, start=1) if plain(wording) in text]
            where = f" It stands in {elsewhere[0]}." if elsewhere else ""
            yield Problem(file, row, "wording", f"{wording!r} does not stand in paragraph {paragraph}.{where}")


def _numbers(file: str, rows: pd.DataFrame) -> Iterator[Problem]:
    columns = zip(_row_numbers(rows), rows["number"], rows["hedge"], rows["wording"], strict=True)
    for row, number, hedge, wording in columns:
        read = read_values(wording)
        if pd.isna(number):
            if not pd.isna(hedge) and (hedge not in hedges() or hedges()[hedge].numbers):
                yield Problem(file, row, "hedge", f"{hedge!r} stands without a number. Leave it blank.")
            if read:
                yield Problem(file, row, "number", f"this is blank, but the wording has {read[0]}: {wording!r}.")
            continue
        if Fraction(str(number)) not in read:
            yield Problem(file, row, "number", f"{number} cannot be read from the wording {wording!r}.")
        said = read_hedge(wording, Fraction(str(number)))
        alone = [key for key, each in hedges().items() if each.family == hedges()[no_hedge()].family]
        if hedge != said and not (said == no_hedge() and hedge in alone):
            yield Problem(file, row, "hedge", f"{hedge!r}, but the wording {wording!r} says {said!r}.")


def _voices(file: str, rows: pd.DataFrame) -> Iterator[Problem]:
    for row, voice, source in zip(_row_numbers(rows), rows["voice"], rows["source"], strict=True):
        named = voice == "named source"
        if named == pd.isna(source):
            message = "a named source needs a name." if named else "the report's own voice has no source."
            yield Problem(file, row, "source", message)


def _troops(troops: pd.DataFrame) -> Iterator[Problem]:
    for row, record in zip(_row_numbers(troops), records(troops), strict=True):
        if pd.isna(record["overlaps_with"]) != pd.isna(record["overlap"]):
            yield Problem("troops.csv", row, "overlap", "fill both overlaps_with and overlap, or leave both blank.")
        if pd.isna(record["measure"]) != pd.isna(record["hedge"]):
            yield Problem("troops.csv", row, "measure", "a number has a measure, and a blank has none.")
        if record["overlaps_with"] == record["mention"]:
            yield Problem("troops.csv", row, "overlaps_with", "a mention does not overlap with itself.")


def _pointing(file: str, rows: pd.DataFrame, loaded: case.Case) -> Iterator[Problem]:
    """Hold the columns that point to rows of a table of ours, one or several in a cell, against that table."""
    names, called = loaded.names, rows.attrs["table"]
    for (table, column), target in names.points.items():
        if table != called or column not in rows:
            continue
        valid = list(loaded.table(target).iloc[:, 0])
        for row, value in zip(_row_numbers(rows), rows[column], strict=True):
            for name in [] if pd.isna(value) else names.parts(table, column, value):
                if name not in valid:
                    yield Problem(file, row, column, f"{name!r} is not in {target}.csv. {did_you_mean(name, valid)}")


def _fingerprints(folder: Path, loaded: case.Case) -> Iterator[Problem]:
    """Hold the fingerprints, where the case has some, against the digest: one for each paragraph, and no other."""
    if not (folder / FILE_NAME).exists():
        return
    for number in sorted(loaded.digest.keys() - loaded.fingerprints.keys()):
        yield Problem(FILE_NAME, None, None, f"paragraph {number} of the digest has no fingerprint. {REMEDY}")
    for number in sorted(loaded.fingerprints.keys() - loaded.digest.keys()):
        yield Problem(FILE_NAME, None, None, f"the digest has no paragraph {number}. {REMEDY}")


def _also(statements: pd.DataFrame) -> Iterator[Problem]:
    """Hold the other modes of a statement against the vocabulary; a case may do without them."""
    modes = vocabulary("modes")
    for row, record in zip(_row_numbers(statements), records(statements), strict=True):
        given = record.get("also", pd.NA)
        others = [] if pd.isna(given) else given.split(";")
        for mode in [mode for mode in others if mode not in modes]:
            yield Problem("statements.csv", row, "also", f"{mode!r} is not a mode. {did_you_mean(mode, modes)}")
        if record["mode"] in others:
            yield Problem("statements.csv", row, "also", f"{record['mode']!r} is the mode of the row already.")
        if len(set(others)) < len(others):
            yield Problem("statements.csv", row, "also", f"{given!r} names a mode twice.")
        if others and pd.isna(record.get("why", pd.NA)):
            yield Problem("statements.csv", row, "why", "where `also` names a mode, a sentence has to say why.")


def _days(file: str, rows: pd.DataFrame) -> Iterator[Problem]:
    columns = (rows[name] for name in ("start", "end", "date_word"))
    for row, start, end, word in zip(_row_numbers(rows), *columns, strict=True):
        if pd.isna(word) and not (pd.isna(start) and pd.isna(end)):
            yield Problem(
                file, row, "date_word", "a day stands here, and the report has no word for it: leave it blank."
            )
        if pd.notna(start) and pd.notna(end) and start > end:
            yield Problem(file, row, "end", f"{end:%Y-%m-%d} is before the start, {start:%Y-%m-%d}.")


def _row_numbers(rows: pd.DataFrame) -> range:
    """Return the rows as a spreadsheet counts them: the header is row 1."""
    return range(2, len(rows) + 2)
