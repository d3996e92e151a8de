"""What the keys in a table stand for: which columns point to rows of which table, and what these rows are called.

All of it comes from the schema that a case declares: its foreign keys, the `items` of a column, its vocabularies.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from course.vocabulary import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

SEPARATOR = ";"
"""What stands between several values in a cell."""
NAME_COLUMNS = ("name", "label")
"""The columns that can say what a row is called."""


@dataclass(frozen=True)
class Names:
    """What the keys in the tables of one case stand for.

    Attributes
    ----------
    rows
        For each table, what the row of a key is called.
    points
        For each table and column that points to rows, the table that these are in.
    several
        The columns, as table and column, with several values in a cell.
    vocabularies
        For each table and column, the vocabulary that its values are words of.
    case
        The name of the case, whose own words are among them.
    """

    rows: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    points: Mapping[tuple[str, str], str] = field(default_factory=dict)
    several: frozenset[tuple[str, str]] = frozenset()
    vocabularies: Mapping[tuple[str, str], str] = field(default_factory=dict)
    case: str = ""

    def parts(self, table: str, column: str, value: str) -> list[str]:
        """Return the values in a cell: one, or several in a column of such."""
        return value.split(SEPARATOR) if (table, column) in self.several else [value]

    def called(self, table: str, column: str, value: str) -> str:
        """Return what a cell says: names in the place of keys that point to rows, words in that of keys of words."""
        if vocabulary := self.vocabularies.get((table, column)):
            return words(vocabulary, self.case).get(value, value)
        names = self.rows.get(self.points.get((table, column), ""), {})
        return ", ".join(names.get(part, part) for part in self.parts(table, column, value))


class Called(Mapping[str, str]):
    """What each key of a table is called; it is looked up in no table before somebody asks."""

    def __init__(self, keys: pd.Series[Any], called: pd.Series[Any]) -> None:
        """Keep the column of keys, and that of names."""
        self._columns = keys, called

    @cached_property
    def _found(self) -> dict[str, str]:
        keys, called = (map(str, column.tolist()) for column in self._columns)
        return dict(zip(keys, called, strict=True))

    def __getitem__(self, key: str) -> str:
        """Return what a key is called."""
        return self._found[key]

    def __iter__(self) -> Iterator[str]:
        """Go through the keys."""
        return iter(self._found)

    def __len__(self) -> int:
        """Return how many keys there are."""
        return len(self._found)


def names(tables: Mapping[str, pd.DataFrame], schemas: Mapping[str, Mapping[str, Any]], case: str = "") -> Names:
    """Return what the keys in some tables stand for, as their schemas declare it."""
    rows, points, vocabularies = {}, {}, {}
    several = set()
    for table, frame in tables.items():
        column = next((name for name in NAME_COLUMNS if name in frame), frame.columns[0])
        rows[table] = Called(frame.iloc[:, 0], frame[column])
        schema = schemas.get(table, {})
        for key in schema.get("foreignKeys", []):
            target = key["reference"].get("resource") or table
            if target in tables:
                points[table, one(key["fields"])] = target
        for each in schema.get("fields", []):
            place = table, each["name"]
            if "items" in each:
                points[place] = each["items"].split(".")[0]
            if SEPARATOR in each.get("constraints", {}).get("pattern", ""):
                several.add(place)
            if "vocabulary" in each:
                vocabularies[place] = each["vocabulary"]
    return Names(rows, points, frozenset(several), vocabularies, case)


def one(columns: str | list[str]) -> str:
    """Return the one column of a foreign key, which Table Schema allows to stand without a list."""
    return columns if isinstance(columns, str) else columns[0]


_KNOWN: dict[str, Names] = {}
"""The names of each case that was loaded, for tables that carry its name only."""


def remember(case: str, known: Names) -> None:
    """Keep the names of a case."""
    _KNOWN[case] = known


def of(frame: pd.DataFrame) -> tuple[Names, str]:
    """Return the names of the case that a frame comes from, and the table; none where it comes from no case."""
    return _KNOWN.get(str(frame.attrs.get("case")), Names()), str(frame.attrs.get("table", ""))
