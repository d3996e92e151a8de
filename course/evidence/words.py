"""What the evidence reader lists and says: of tables, a paragraph, a row, and all of it on a page with no kernel."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

import pandas as pd

from course.page import html
from course.say import count, left_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from course.evidence.rows import Rows

MOST_SAID = 12
"""How many rows of a table are told one by one."""
MOST_LISTED, MOST_PRINTED = 400, 40
"""How many rows the list has, and how many stand below a paragraph on a page with no kernel."""
TO_DO = "Choose a row, and its paragraph lights up. Choose a paragraph, and its rows of all tables light up."


def listing(rows: Rows, paragraphs: Iterable[int], tables: Sequence[str], lit: int = 0) -> list[list[Any]]:
    """Return the rows of one table in its order, or of several by paragraph and table, for `Reader.groups`.

    Of very many rows the first, and those of the paragraph that is lit.
    """
    if len(tables) == 1:
        [table] = tables
        first = list(islice(rows.of[table], MOST_LISTED))
        more = [key for key in rows.on(lit, tables).get(table, ())[:MOST_LISTED] if key not in set(first)]
        return [["", [_item(rows, table, key) for key in [*first, *more]]]]
    groups, left = [], MOST_LISTED
    for number in paragraphs:
        for table, keys in rows.on(number, tables).items() if left > 0 or number == lit else ():
            shown = keys[: MOST_LISTED if number == lit else max(left, 0)]
            left -= len(shown)
            groups.append([f"¶{number} · {table}", [_item(rows, table, key) for key in shown]])
    return [group for group in groups if group[1]]


def _item(rows: Rows, table: str, key: str) -> list[Any]:
    row = rows.of[table][key]
    return [f"{table}.{key}", rows.label(table, key), str(row["wording"]), int(row["paragraph"])]


def of_tables(rows: Rows, tables: Iterable[str], name: str, paragraphs: int) -> str:
    """Return how many rows some tables have, and what can be done with them."""
    used = [int(row["paragraph"]) for table in tables for row in rows.of[table].values()]
    said = f"{name}: {count(len(used), 'row', 'no')} from {len(set(used)):,} of {count(paragraphs, 'paragraph')}."
    more = left_out(len(used), MOST_LISTED, "row", "that come first, and those of the paragraph that is lit")
    return "\n".join([said, f"> {TO_DO}", *more])


def of_row(rows: Rows, table: str, key: str) -> str:
    """Return what a row rests on, and who says so."""
    row = rows.of[table][key]
    first = f"Row {key} of {table} rests on paragraph {row['paragraph']}: “{row['wording']}”."
    return f"{first}\nWho says so? {_who_says(rows, table, key)}\n{_became(rows, int(row['paragraph']))}"


def of_paragraph(rows: Rows, paragraph: int) -> str:
    """Return which rows of which tables rest on a paragraph."""
    return "\n".join([_became(rows, paragraph), *(_told(rows, *item) for item in rows.on(paragraph).items())])


def still(rows: Rows, digest: Mapping[int, str], tables: Iterable[str]) -> html.Html:
    """Return a digest as HTML, with the rows of some tables under each paragraph."""
    names = list(tables)
    return html.passage(digest, {number: _rests_on(rows, number, names) for number in digest})


def _rests_on(rows: Rows, number: int, tables: list[str]) -> list[str]:
    found = [(table, key) for table, keys in rows.on(number, tables).items() for key in keys]
    said = [
        html.join(f"{table}: {rows.label(table, key)} ", html.quote(str(rows.of[table][key]["wording"])))
        for table, key in found[:MOST_PRINTED]
    ]
    more = len(found) - MOST_PRINTED
    return [*said, *([f"and {more:,} more"] if more > 0 else [])]


def _became(rows: Rows, paragraph: int) -> str:
    found = rows.on(paragraph)
    if not found:
        return f"No row rests on paragraph {paragraph}."
    all_rows, tables = count(sum(map(len, found.values())), "row"), count(len(found), "table")
    return f"Paragraph {paragraph} became {all_rows} in {tables}."


def _told(rows: Rows, table: str, keys: list[str]) -> str:
    said = [rows.label(table, key).rstrip(".") for key in keys[:MOST_SAID]]
    more = [f"and {len(keys) - MOST_SAID} more"] if len(keys) > MOST_SAID else []
    return f"- {table}: {'; '.join([*said, *more])}."


def _who_says(rows: Rows, table: str, key: str) -> str:
    row = rows.of[table][key]
    match table:
        case "statements":
            channel = "" if pd.isna(row["channel"]) else f" ({rows.word('channels', row['channel'])['word']})"
            return f"{rows.actor(row['speaker'], 'The speaker is not named')}{channel}."
        case "troops" | "counts" | "events":
            if not pd.isna(row["source"]):
                return f"The report names somebody: {rows.actor(row['source'])}."
            return "Not stated." if pd.isna(row["voice"]) else rows.word("voices", row["voice"])["meaning"]
        case _:
            return f"The table {table} has no column for that. Read the paragraph."
