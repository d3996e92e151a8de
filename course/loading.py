"""Load a case: its tables, its digest, and what it says of itself."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from course import content, fingerprints, names, vocabulary
from course.case import Case
from course.content import ContentError
from course.schema import PARAGRAPH, TABLES, coded, schema
from course.tables import check_foreign_keys, read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    import pandas as pd

DEFAULT_CASE = "macron-biden-call"
GLOSSARY, TERM = "glossary.csv", ("term", "meaning")
"""Words of the report that need a meaning, where the case explains some."""
PACKAGE, CODINGS = "datapackage.json", "codings"
"""What a case, and a coding of it, declares of itself; and the folder with one folder a coder."""


def _declared(package: Mapping[str, Any], schema_of: Callable[[str], dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return the path and the schema of each table that a package names; raise a ContentError where one is none."""
    named = _named(package)
    if not named:
        message = f'{PACKAGE}: \'resources\' names no table. One is needed, such as {{"name": "counts"}}.'
        raise ContentError(message)
    found = {}
    for table, resource in named.items():
        if table not in TABLES:
            message = f"{PACKAGE}: {table!r} is not a table of a case. {content.did_you_mean(table, TABLES)}"
            raise ContentError(message)
        path = resource.get("path", f"{table}.csv")
        if not isinstance(path, str):
            message = f"{PACKAGE}: the path of the table {table!r} is not the name of a file, such as {table}.csv."
            raise ContentError(message)
        found[table] = {"name": table, "path": path, "schema": schema_of(table)}
    return {table: found[table] for table in TABLES if table in found}


def _named(package: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    resources = package.get("resources")
    tables = [each for each in resources if isinstance(each, dict)] if isinstance(resources, list) else []
    return {str(each.get("name")): each for each in tables}


def _read(
    folder: Path, declared: Mapping[str, Mapping[str, Any]], digest: Mapping[int, str], case: str
) -> dict[str, pd.DataFrame]:
    """Return some tables; raise a ContentError where a row of one rests on a paragraph that is not there."""
    tables = {table: read_table(folder, resource, case) for table, resource in declared.items()}
    for table, rows in tables.items():
        for position, paragraph in enumerate(rows[PARAGRAPH]):
            if paragraph not in digest:
                message = (
                    f"{table}.csv, row {position + 2}, {PARAGRAPH}: the digest has no paragraph {paragraph}, "
                    f"only 1 to {len(digest)}."
                )
                raise ContentError(message)
    return tables


def _coding(
    folder: Path, digest: Mapping[int, str], case: str
) -> tuple[dict[str, pd.DataFrame], dict[str, dict[str, Any]]]:
    """Return the tables of a coder, and their schemas, by what they are called beside ours."""
    try:
        declared = _declared(content.read_json(folder / PACKAGE), coded)
        schemas = {f"{folder.name}/{table}": resource["schema"] for table, resource in declared.items()}
        return _read(folder, declared, digest, case), schemas
    except ContentError as error:
        message = f"{CODINGS}/{folder.name}/{error}"
        raise ContentError(message) from None


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
        There is no such case, or its files are not as its `datapackage.json` declares; the message says
        in which file, row and column, and what would be right.
    """
    folder = content.case_folder(name)
    package = content.read_json(folder / PACKAGE)
    called, title = str(package.get("name", folder.name)), str(package.get("title", folder.name))
    vocabulary.remember(called, vocabulary.read_own(folder))
    declared = _declared(package, schema)
    digest = content.read_digest(folder)
    tables = _read(folder, declared, digest, called)
    check_foreign_keys(tables, list(declared.values()))
    codings = {place.name: _coding(place, digest, called) for place in coders(folder)}
    loaded = Case(called, title, digest, tables, _written(package))
    loaded.coded = {coder: rows for coder, (rows, _) in codings.items()}
    loaded.written_why = str(package["written"].get("why", "")) if loaded.written else ""
    loaded.fingerprints = fingerprints.read(folder)
    if (folder / GLOSSARY).is_file():
        loaded.glossary = {row["term"]: row["meaning"] for row in content.read_rows(folder / GLOSSARY, TERM)}
    schemas = {table: resource["schema"] for table, resource in declared.items()}
    for coder, (rows, others) in codings.items():
        tables |= {f"{coder}/{table}": frame for table, frame in rows.items()}
        schemas |= others
    loaded.names = names.names(tables, schemas)
    _narrow(tables, loaded.names.vocabularies)
    names.remember(called, loaded.names)
    return loaded


def _narrow(tables: Mapping[str, pd.DataFrame], vocabularies: Mapping[tuple[str, str], str]) -> None:
    """Leave in the categories of each column the words that the case uses, in the order of the vocabulary.

    Else who counts or groups the rows would meet each word that other reports need, with a zero.
    """
    columns = [
        (tables[table], column, name) for (table, column), name in vocabularies.items() if column in tables[table]
    ]
    used: dict[str, set[str]] = {}
    for rows, column, name in columns:
        used.setdefault(name, set()).update(rows[column].dropna())
    for rows, column, name in columns:
        rows[column] = rows[column].cat.set_categories([w for w in rows[column].cat.categories if w in used[name]])


def coders(folder: Path) -> list[Path]:
    """Return the folder of each coder of a case, in alphabetical order."""
    return sorted(file.parent for file in (folder / CODINGS).glob(f"*/{PACKAGE}"))


def _written(package: Mapping[str, Any]) -> tuple[date, date] | None:
    """Return the days between which the report was written; raise a ContentError where they are not two in order."""
    if "written" not in package:
        return None
    try:
        first, last = (date.fromisoformat(package["written"][end]) for end in ("start", "end"))
    except (KeyError, TypeError, ValueError):
        message = "datapackage.json: 'written' needs a 'start' and an 'end', each a day such as 2022-02-02."
        raise ContentError(message) from None
    if first > last:
        message = f"datapackage.json: 'written' starts on {first}, after its end on {last}."
        raise ContentError(message)
    return first, last
