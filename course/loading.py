"""Load a case: its tables, its digest, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from course import content, fingerprints, names, vocabulary
from course.case import Case
from course.columns import in_order
from course.content import ContentError
from course.problem import Problem, as_problems
from course.schema import TABLES, coded, schema
from course.tables import Sheet, pointed, read_sheet, within

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    import pandas as pd

DEFAULT_CASE = "macron-biden-call"
GLOSSARY, TERM = "glossary.csv", ("term", "meaning")
"""Words of the report that need a meaning, where the case explains some."""
CODEBOOK, RULE = "codebook.csv", ("rule", "about", "paragraph", "wording")
"""What coders of a case have agreed on for hard rows: a rule, the columns that it is about, the row it was made for."""
KEPT = "text.txt"
"""The report's own text, in the folder of a case that may keep it."""
PACKAGE, CODINGS = "datapackage.json", "codings"
"""What a case, and a coding of it, declares of itself; and the folder with one folder a coder."""


@dataclass(frozen=True)
class Reading:
    """A case as far as its files could be read, with all that is wrong in them.

    Attributes
    ----------
    folder, package
        Where it is, and what its `datapackage.json` says.
    case
        The case; a value that is none is blank.
    sheets
        Each table as it was read; those of another coder by `CODER/TABLE`.
    own
        The case's own words, by vocabulary.
    problems
        What is wrong; none in a sound case.
    """

    folder: Path
    package: dict[str, Any]
    case: Case
    sheets: dict[str, Sheet]
    own: dict[str, vocabulary.Words]
    problems: list[Problem]


def load(name: str | Path = DEFAULT_CASE) -> Case:
    """Load a case.

    Parameters
    ----------
    name
        The name of a case that the course ships (see `cases`), or the path of a folder with a
        `datapackage.json`. By default the report that the course is built on.

    Raises
    ------
    ContentError
        There is no such case, or its files are not as its `datapackage.json` declares; the message says, a line a
        problem, in which file, row and column, and what would be right.
    """
    reading = read(content.case_folder(name))
    if reading.problems:
        raise ContentError.of(reading.problems)
    names.remember(reading.case.name, reading.case.names)
    return reading.case


def read(folder: Path) -> Reading:
    """Read a case as far as its files are as declared, and all that is wrong in them.

    Raises
    ------
    ContentError
        Its `datapackage.json` cannot be read.
    """
    package = content.read_json(folder / PACKAGE)
    called, title = str(package.get("name", folder.name)), str(package.get("title", folder.name))
    own, problems = vocabulary.own_of(folder)
    vocabulary.remember(called, own)
    digest, found = content.digest_of(folder)
    problems += found
    declared, found = _declared(package, schema)
    problems += found
    sheets = {table: within(read_sheet(folder, each, called), digest) for table, each in declared.items()}
    for place in coders(folder):
        others, found = _coding(place, digest, called)
        problems += found
        sheets |= {f"{place.name}/{sheet.name}": sheet for sheet in others}
    keys = {table: sheets[table].rows.iloc[:, 0] for table in declared if _is_whole(sheets[table])}
    sheets = {table: pointed(sheet, keys) for table, sheet in sheets.items()}
    problems += [problem for sheet in sheets.values() for problem in sheet.problems]
    tables = {table: sheet.rows for table, sheet in sheets.items()}
    written, found = _written(package)
    problems += found
    case = Case(called, title, digest, {table: tables[table] for table in declared}, written)
    for table in [table for table in tables if table not in declared]:
        coder, _, ours = table.partition("/")
        case.coded.setdefault(coder, {})[ours] = tables[table]
    case.written_why = str(package["written"].get("why", "")) if written else ""
    case.retold, found = _retold(package)
    problems += found
    try:
        case.fingerprints = fingerprints.read(folder)
    except ContentError as error:
        problems += as_problems(error, fingerprints.FILE_NAME)
    case.text, found = _kept(folder, digest, is_sound=all(each.file != content.DIGEST for each in problems))
    problems += found
    terms, found = _lines(folder / GLOSSARY, TERM)
    case.glossary = {row["term"]: row["meaning"] for row in terms}
    rules, more = _lines(folder / CODEBOOK, RULE)
    case.rules = tuple(rules)
    problems += [*found, *more]
    case.names = names.names(tables, {table: sheet.schema for table, sheet in sheets.items()}, case.name)
    _narrow(tables, case.names.vocabularies)
    return Reading(folder, package, case, sheets, own, problems)


def _is_whole(sheet: Sheet) -> bool:
    """Return whether a table could be read at all: to one that could not, every key would point in vain."""
    return sheet.schema["fields"][0]["name"] in sheet.rows and not (sheet.rows.empty and sheet.problems)


def _declared(
    package: Mapping[str, Any], schema_of: Callable[[str], dict[str, Any]]
) -> tuple[dict[str, dict[str, Any]], list[Problem]]:
    """Return the path and the schema of each table that a package names, and what is wrong with the naming."""
    tables = named(package)
    problems = []
    if not tables:
        message = '\'resources\' names no table. One is needed, such as {"name": "counts"}.'
        problems.append(Problem(PACKAGE, None, None, message))
    found = {}
    for table, resource in tables.items():
        path = resource.get("path", f"{table}.csv")
        if table not in TABLES:
            message = f"{table!r} is not a table of a case. {content.did_you_mean(table, TABLES)}"
            problems.append(Problem(PACKAGE, None, None, message))
        elif not isinstance(path, str):
            message = f"the path of the table {table!r} is not the name of a file, such as {table}.csv."
            problems.append(Problem(PACKAGE, None, None, message))
        else:
            found[table] = {"name": table, "path": path, "schema": schema_of(table)}
    return {table: found[table] for table in TABLES if table in found}, problems


def named(package: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return what a package says of each of its tables, by their names."""
    resources = package.get("resources")
    tables = [each for each in resources if isinstance(each, dict)] if isinstance(resources, list) else []
    return {str(each.get("name")): each for each in tables}


def _coding(folder: Path, digest: Mapping[int, str], case: str) -> tuple[list[Sheet], list[Problem]]:
    """Return the tables of a coder, and what is wrong in what they declare; each file with its folder."""
    place = f"{CODINGS}/{folder.name}"
    try:
        declared, problems = _declared(content.read_json(folder / PACKAGE), coded)
    except ContentError as error:
        declared, problems = {}, as_problems(error, PACKAGE)
    sheets = [within(read_sheet(folder, each, case), digest) for each in declared.values()]
    return [_in(place, sheet) for sheet in sheets], [replace(each, file=f"{place}/{each.file}") for each in problems]


def _in(place: str, sheet: Sheet) -> Sheet:
    problems = tuple(replace(each, file=f"{place}/{each.file}") for each in sheet.problems)
    return replace(sheet, file=f"{place}/{sheet.file}", problems=problems)


def _narrow(tables: Mapping[str, pd.DataFrame], vocabularies: Mapping[tuple[str, str], str]) -> None:
    """Leave in the categories of each column the words that the case uses, in the order of the vocabulary.

    Else who counts or groups the rows would meet each word that other reports need, with a zero.
    """
    columns = [
        (tables[table], column, name) for (table, column), name in vocabularies.items() if column in tables[table]
    ]
    used: dict[str, set[int]] = {}
    for rows, column, name in columns:
        words: Any = rows[column].array
        used.setdefault(name, set()).update(np.flatnonzero(np.bincount(words.codes + 1)) - 1)
    narrow: dict[str, pd.CategoricalDtype] = {}
    for rows, column, name in columns:
        words = rows[column].array
        if name not in narrow:
            narrow[name] = in_order(tuple(word for code, word in enumerate(words.categories) if code in used[name]))
        rows[column] = words.astype(narrow[name])


def coders(folder: Path) -> list[Path]:
    """Return the folder of each coder of a case, in alphabetical order."""
    return sorted(file.parent for file in (folder / CODINGS).glob(f"*/{PACKAGE}"))


def _lines(path: Path, columns: tuple[str, ...]) -> tuple[list[dict[str, str]], list[Problem]]:
    """Return the rows of a file that a case can have, none where it has none, and what is wrong in it."""
    try:
        return (content.read_rows(path, columns) if path.is_file() else []), []
    except ContentError as error:
        return [], as_problems(error, path.name)


def _kept(folder: Path, digest: Mapping[int, str], *, is_sound: bool) -> tuple[dict[int, str], list[Problem]]:
    """Return the text that a case keeps, by paragraph, and why it is not to be had where there is such a file."""
    if not (folder / KEPT).is_file():
        return {}, []
    from course.finder.text import read_text  # noqa: PLC0415 - few cases may keep their text

    try:
        paragraphs = read_text(folder / KEPT).paragraphs
    except ContentError as error:
        return {}, [Problem(KEPT, None, None, str(error))]
    if len(paragraphs) == len(digest):
        return dict(zip(digest, paragraphs, strict=True)), []
    message = f"it has {len(paragraphs)} paragraphs, the digest {len(digest)}. One line is one paragraph."
    return {}, [Problem(KEPT, None, None, message)] if is_sound else []  # else the digest is to be mended first


def _retold(package: Mapping[str, Any]) -> tuple[str, list[Problem]]:
    """Return why a case's wordings are those of its digest, nothing where they are the report's, and what is wrong."""
    match package.get("wordings"):
        case None:
            return "", []
        case {"of": "digest", "why": str(why)} if why.strip():
            return why, []
    message = '\'wordings\' says "of": "digest" and a "why". Leave it out where the wordings are the report\'s own.'
    return "", [Problem(PACKAGE, None, None, message)]


def _written(package: Mapping[str, Any]) -> tuple[tuple[date, date] | None, list[Problem]]:
    """Return the days between which the report was written, and what is wrong where they are not two in order."""
    if "written" not in package:
        return None, []
    try:
        first, last = (date.fromisoformat(package["written"][end]) for end in ("start", "end"))
    except (KeyError, TypeError, ValueError):
        message = "'written' needs a 'start' and an 'end', each a day such as 2022-02-02."
        return None, [Problem(PACKAGE, None, None, message)]
    if first > last:
        message = f"'written' starts on {first}, after its end on {last}."
        return None, [Problem(PACKAGE, None, None, message)]
    return (first, last), []
