"""The rows of a case in words: a short label of each, and all its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from course.content import did_you_mean
from course.names import NAME_COLUMNS, SEPARATOR
from course.say import NOT_NAMED, NOT_STATED, and_, digits, plain_day, size
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.case import Case
    from course.vocabulary import Row

EVIDENCE = ("paragraph", "wording")
BLANKS = {
    "state": "not tied to one state",
    "hedge": "none: there is no number",
    "measure": "none: there is no number",
    "source": "nobody is named",
    "overlaps_with": "no other mention that we know of",
    "speaker": NOT_NAMED,
    "cue": "none: the paragraph goes on with the speaker before",
    "date_word": "the paragraph has no such word",
    "participants": "nobody is named",
    "mention": "no mention of a count has it",
    "iso": "the report names no state",
    "latitude": "it has no single point",
    "longitude": "it has no single point",
}
"""What a blank means, where it is not simply that the report does not state it."""

SAME = ("force", "thing")
"""Columns that say of what a mention speaks: rows with the same key speak of the same."""
UNLESS_SAID = ("overlap", "also", "why", "number_to", "revises", "rival")
"""Columns of which nothing is said where they are blank."""
CALLED = {
    "force": "other mentions of this force",
    "thing": "other mentions of this",
    "stock_flow": "stock or flow",
    "overlaps_with": "may count the same as",
    "also": "could be read as",
    "from": "who",
    "to": "with whom",
    "iso": "country code",
}
"""What a column is called where its name is not what a person would say."""


class Rows:
    """All rows of a case, each with its table, its key (what stands in its first column) and its evidence."""

    def __init__(self, case: Case) -> None:
        """Read the tables of the case, once."""
        self.of = {table: {str(row[next(iter(row))]): row for row in case.rows(table)} for table in case.tables}
        self._case = case
        self._columns = {table: list(case.table(table).columns) for table in case.tables}
        self._actors = case.actor_names
        self._on: dict[int, dict[str, list[str]]] = {}
        for table, rows in self.of.items():
            for key, row in rows.items():
                self._on.setdefault(int(row["paragraph"]), {}).setdefault(table, []).append(key)

    def on(self, paragraph: int, tables: Iterable[str] = ()) -> dict[str, list[str]]:
        """Return the keys of the rows of some tables, or of all, that rest on a paragraph; no table without one."""
        found = self._on.get(paragraph, {})
        return {table: found[table] for table in tables or self.of if table in found}

    def find(self, name: str, table: str) -> tuple[str, str]:
        """Return the table and the key of one row.

        Parameters
        ----------
        name
            A key, such as `m2`, or a table and a key, such as `places.ukraine`.
        table
            The table that is meant where several have a row of that key.

        Raises
        ------
        ValueError
            There is no such row, or several tables have one and `table` is none of them.
        """
        before, _, after = name.partition(".")
        if after in self.of.get(before, {}):
            return before, after
        found = [each for each, rows in self.of.items() if name in rows]
        if table in found or len(found) == 1:
            return table if table in found else found[0], name
        if found:
            message = f"{name!r} is a row of {' and of '.join(found)}. Say which, as in '{found[0]}.{name}'."
        else:
            keys = self.of.get(table) or [key for rows in self.of.values() for key in rows]
            message = f"There is no row {name!r}. {did_you_mean(name, keys)[:200]}"
        raise ValueError(message)

    def name(self, table: str, key: str) -> str:
        """Return what one row is called: its key, with its table before it where another table has that key too."""
        return key if sum(key in rows for rows in self.of.values()) == 1 else f"{table}.{key}"

    def actor(self, keys: object, blank: str = NOT_NAMED) -> str:
        """Return the name of an actor, of several with semicolons between their keys, or what is said of a blank."""
        return blank if _blank(keys) else and_(self._actors.get(key, key) for key in str(keys).split(SEPARATOR))

    def word(self, vocabulary_name: str, key: object) -> Row:
        """Return a word of a vocabulary as this case has it."""
        return vocabulary(vocabulary_name, self._case.name)[str(key)]

    def label(self, table: str, key: str) -> str:
        """Return what a row is, in a line."""
        row = self.of[table][key]
        match table:
            case "troops" | "counts":
                return f"{row['label']}: {size(row, 'no number')}"
            case "numbers":
                unit = self.word("units", row["unit"])
                one = unit["dimension"] == "date" or row["number"] == 1 or not unit["plural"]
                return f"{row['counts']}: {size(row, '')} ({unit['word' if one else 'plural']})"
            case "statements":
                return f"{self.actor(row['speaker'], 'Speaker not named')}: {row['summary']}"
            case "events":
                return f"{str(row['summary']).rstrip('.')} ({self.word('occurrences', row['occurrence'])['word']})"
            case "relations":
                does = self.word("relations", row["relation"])["word"]
                return f"{self.actor(row['from'])} {does} {self.actor(row['to'])}"
            case _:
                return str(row["name"])

    def in_words(self, table: str, key: str) -> list[tuple[str, str]]:
        """Return what the columns of a row say beyond its key and its label, each by a name and a value in words."""
        row = self.of[table][key]
        left_out = {next(iter(row)), *EVIDENCE, *NAME_COLUMNS, *(each for each in UNLESS_SAID if _blank(row.get(each)))}
        return [
            (CALLED.get(column, column.replace("_", " ")), self._value(table, column, row))
            for column in self._columns[table]
            if column not in left_out
        ]

    def _value(self, table: str, column: str, row: dict[str, Any]) -> str:
        value = row[column]
        if column in SAME:
            others = [each["label"] for each in self.of[table].values() if each[column] == value and each is not row]
            return "; ".join(others) or "it has only this mention"
        if _blank(value):
            return BLANKS.get(column, NOT_STATED)
        names = self._case.names
        if name := names.vocabularies.get((table, column)):
            known = self.word(name, value)
            return f"{known['word']}: {known['meaning']}" if known["meaning"] else known["word"]
        if column == "number":
            return digits(int(value), str(row.get("unit", "")))
        return names.called(table, column, _plain(value, table))


def _blank(value: object) -> bool:
    return bool(pd.isna(value))  # type: ignore[call-overload]


def _plain(value: Any, table: str) -> str:  # noqa: ANN401 - whatever a cell holds
    if isinstance(value, pd.Timestamp):
        return plain_day(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if table == "places" and isinstance(value, float):
        return f"{value:g}°"
    return str(value)
