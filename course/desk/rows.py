"""The rows of a coding as the table `counts`: with the names and keys that a case has, and with types."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from course.columns import PATTERNS
from course.desk.coding import YES, key_of, split
from course.desk.columns import TABLE, columns
from course.finder.propose import slug
from course.fingerprints import locate
from course.names import Names
from course.numbers.mentions import as_count
from course.schema import schema

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from course.desk.coding import Coding, Row
    from course.numbers.mentions import Row as Mention

NUMBERS = ("integer", "number")
"""The types of columns with numbers."""


def records(rows: Sequence[Row]) -> list[dict[str, str]]:
    """Return rows as a file of the table `counts` has them."""
    things = _things(rows)
    return [_record(row, things[row.key]) for row in rows]


def _record(row: Row, thing: str) -> dict[str, str]:
    named = {
        name: ";".join(key_of(each) for each in split(row.cell(name)))
        for name, column in columns().items()
        if column.kind == "names"
    }
    return {
        **row.cells,
        **named,
        "mention": row.key,
        "thing": thing,
        "label": label(row),
        "paragraph": str(row.paragraph),
        "wording": row.wording,
    }


def label(row: Row) -> str:
    """Return what a row is called: as the coder says, or what it counts and where."""
    return row.cell("label") or f"{row.cell('what') or row.wording} (paragraph {row.paragraph})"


def _things(rows: Sequence[Row]) -> dict[str, str]:
    """Return the short name of what each row counts; rows that count the same have the same."""
    same = {row.key: row.cell("thing") for row in rows}
    first = {key: _first(key, same) for key in same}
    names: dict[str, str] = {}
    for row in rows:
        if first[row.key] == row.key:
            wanted = slug(row.cell("what")) or row.key
            names[row.key] = f"{wanted}-{row.key}" if wanted in names.values() else wanted
    return {key: names[first[key]] for key in same}


def _first(key: str, same: Mapping[str, str]) -> str:
    """Return the row that a row counts the same as in the end; of rows in a circle the first by name."""
    seen = [key]
    while (other := same.get(seen[-1], "")) in same:
        if other in seen:
            return min(seen[seen.index(other) :])
        seen.append(other)
    return seen[-1]


def actors(coding: Coding, text: Mapping[int, str]) -> list[dict[str, str]]:
    """Return everybody whom a coding names, as a file of the table `actors` has them."""
    return [_actor(name, coding, next(row for row in coding.rows if name in row.names), text) for name in coding.named]


def _actor(name: str, coding: Coding, row: Row, text: Mapping[int, str]) -> dict[str, str]:
    said = coding.named[name]
    paragraph = next((number for number, each in text.items() if locate(each, name)), row.paragraph)
    place = locate(text.get(paragraph, ""), name)
    return {
        "actor": key_of(name),
        "name": name,
        "kind": said.kind,
        "role": f"named in paragraph {paragraph}",
        "quoted": "true" if said.quoted == YES else "false",
        "paragraph": str(paragraph),
        "wording": text[paragraph][place[0] : place[1]] if place else row.wording,
    }


def counts(rows: Sequence[Row]) -> list[Mention]:
    """Return rows as mentions in plain values; what is still open is blank."""
    kinds = {field["name"]: field["type"] for field in schema(TABLE)["fields"]}
    return [
        as_count({name: _value(cell, kinds.get(name, "string")) for name, cell in row.items()}, TABLE, Names())
        for row in records(rows)
    ]


def _value(cell: str, kind: str) -> Any:  # noqa: ANN401 - as the column declares it
    if kind not in NUMBERS:
        return cell or None
    if not re.fullmatch(PATTERNS[kind], cell):
        return None
    return float(cell) if "." in cell else int(cell)
