"""The schemas of the tables that a case can have: each stands once, in `data/schema`."""

from __future__ import annotations

from functools import cache
from typing import Any

from course.content import ContentError, cases_folder, did_you_mean, read_json

TABLES = ("actors", "troops", "counts", "numbers", "statements", "events", "relations", "places")
"""The tables that a case can have."""
SAME = "same"
"""What ties rows of several cases, in a file beside their folders."""
CODING = "coding"
"""The columns that a table of another coder has beside those of ours."""
SEVERAL = r"[a-z0-9-]+(;[a-z0-9-]+)*"
"""The keys of some rows in one cell."""
PARAGRAPH = "paragraph"
"""The column that each table has: the paragraph of the digest that a row rests on."""
EVIDENCE = (PARAGRAPH, "wording")


@cache
def schema(table: str) -> dict[str, Any]:
    """Return the Table Schema of a table: `title`, `fields`, `primaryKey`, `foreignKeys`; for nobody to change.

    A field can name the `vocabulary` that its values are words of, and the `items` that several values in a cell are.

    Raises
    ------
    ContentError
        A case has no such table.
    """
    if table not in (*TABLES, CODING, SAME):
        message = f"{table!r} is not a table of a case. {did_you_mean(table, TABLES)}"
        raise ContentError(message)
    return read_json(cases_folder() / "schema" / f"{table}.json")


def coded(table: str) -> dict[str, Any]:
    """Return the Table Schema of a table of another coder: where ours takes one row of a table, it can take several.

    Only the key and the evidence of a row are obligatory, and `same_as` points to a row of ours.
    """
    ours = schema(table)
    key = ours["primaryKey"][0]
    points = {each["fields"]: each["reference"] for each in ours.get("foreignKeys", [])}
    fields = [_lenient(field, points.get(field["name"])) for field in ours["fields"]]
    same, *more = schema(CODING)["fields"]
    return {"fields": [*fields, {**same, "items": f"{table}.{key}"}, *more], "primaryKey": [key]}


def _lenient(field: dict[str, Any], points: dict[str, str] | None) -> dict[str, Any]:
    if field["name"] in EVIDENCE or field.get("constraints", {}).get("unique"):
        return field
    held = {name: value for name, value in field.get("constraints", {}).items() if name != "required"}
    if points is None:
        return {**field, "constraints": held}
    return {**field, "constraints": {**held, "pattern": SEVERAL}, "items": f"{points['resource']}.{points['fields']}"}
