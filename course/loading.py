"""Load a case: its tables, its digest, and what it says of itself."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from course import content, fingerprints, names
from course.case import TABLES, Case
from course.content import ContentError
from course.tables import check_foreign_keys, read_table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

DEFAULT_CASE = "macron-biden-call"
GLOSSARY, TERM = "glossary.csv", ("term", "meaning")
"""Words of the report that need a meaning, where the case explains some."""
PARAGRAPH = "paragraph"
"""The field that each table has: the paragraph of the digest that a row rests on."""


def _declared(package: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the resource of each table; raise a ContentError where one is missing or lacks a file or fields."""
    resources = package.get("resources")
    tables = [each for each in resources if isinstance(each, dict)] if isinstance(resources, list) else []
    by_name = {str(each.get("name")): each for each in tables}
    for table in TABLES:
        resource = by_name.get(table, {})
        schema = resource.get("schema")
        fields = schema.get("fields") if isinstance(schema, dict) else None
        named = isinstance(fields, list) and all(
            isinstance(field, dict) and {"name", "type"} <= field.keys() for field in fields
        )
        if not isinstance(resource.get("path"), str) or not named:
            message = f"datapackage.json: the table {table!r} is missing, or has no path and no schema with fields."
            raise ContentError(message)
        if PARAGRAPH not in {field["name"] for field in fields or []}:
            message = (
                f"datapackage.json: the table {table!r} has no field {PARAGRAPH!r}. Each row rests on a paragraph."
            )
            raise ContentError(message)
    return by_name


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
    package = content.read_json(folder / "datapackage.json")
    declared = _declared(package)
    digest = content.read_digest(folder)
    tables = {table: read_table(folder, declared[table]) for table in TABLES}
    check_foreign_keys(tables, [declared[table] for table in TABLES])
    for table, rows in tables.items():
        for position, paragraph in enumerate(rows[PARAGRAPH]):
            if paragraph not in digest:
                message = (
                    f"{table}.csv, row {position + 2}, {PARAGRAPH}: the digest has no paragraph {paragraph}, "
                    f"only 1 to {len(digest)}."
                )
                raise ContentError(message)
    called, title = str(package.get("name", folder.name)), str(package.get("title", folder.name))
    loaded = Case(called, title, digest, tables, _written(package))
    loaded.written_why = str(package["written"].get("why", "")) if loaded.written else ""
    loaded.fingerprints = fingerprints.read(folder)
    if (folder / GLOSSARY).is_file():
        loaded.glossary = {row["term"]: row["meaning"] for row in content.read_rows(folder / GLOSSARY, TERM)}
    loaded.names = names.names(tables, {table: declared[table]["schema"] for table in TABLES})
    names.remember(called, loaded.names)
    return loaded


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
