"""What the files of a case hold, as text."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from course.schema import CODING, schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def table_text(table: str, rows: Iterable[Mapping[str, Any]], *, is_coded: bool = False) -> str:
    """Return the CSV of a table, with each column of its schema; that of a coder has those of a coding too."""
    fields = [*schema(table)["fields"], *(schema(CODING)["fields"] if is_coded else [])]
    return csv_text([field["name"] for field in fields], rows)


def csv_text(columns: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """Return rows as CSV with these columns; what a row does not have is blank."""
    lines = io.StringIO()
    writer = csv.DictWriter(lines, [*columns], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return lines.getvalue()


def json_text(content: Mapping[str, Any]) -> str:
    """Return an object as JSON that people can read."""
    return f"{json.dumps(content, indent=2, ensure_ascii=False)}\n"
