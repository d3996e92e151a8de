"""The rows of a coding as the table `counts`: with the names and keys that a case has, and with types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from course.cells import Column
from course.columns import typed
from course.desk.coding import YES, key_of, split
from course.desk.columns import TABLE, columns
from course.finder.propose import slug
from course.fingerprints import locate
from course.schema import schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from course.desk.coding import Coding, Row


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


def frame(rows: Sequence[Row]) -> pd.DataFrame:
    """Return rows as the table `counts` with its types; what is still open is blank."""
    return _typed(records(rows), TABLE)


def _typed(given: Iterable[Mapping[str, str]], table: str) -> pd.DataFrame:
    every = list(given)
    made: dict[str, pd.Series[Any]] = {}
    for field in schema(table)["fields"]:
        name = field["name"]
        made[name] = typed(Column.of([row.get(name, "") for row in every]), field, "")[0]
    found = pd.DataFrame(made)
    found.attrs = {"table": table}
    return found
