"""What a coder has made of a text: rows that stand on words of it, and who is named; each change gives a new coding."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from course.desk.columns import columns
from course.finder.propose import slug
from course.wording import read_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NUMBER = re.compile(r"[0-9]{1,15}(\.[0-9]{1,15})?")
SEPARATORS = re.compile(r"(?<=\d)[,\s](?=\d{3}(?!\d))")
NOTE = "note"
"""What a coder writes beside a row of which they are in doubt."""
YES, NO = "true", "false"


@dataclass(frozen=True)
class Row:
    """A row that stands on words of the text.

    Attributes
    ----------
    key
        Its short name.
    paragraph, start, end
        Where its wording stands: the paragraph, and from which letter of it up to which.
    wording
        At most six words of the text.
    cells
        What is in its columns, as in a file; what is not there is blank.
    note
        What the coder is in doubt of.
    """

    key: str
    paragraph: int
    start: int
    end: int
    wording: str
    cells: Mapping[str, str] = field(default_factory=dict)
    note: str = ""

    def cell(self, column: str) -> str:
        """Return what is in a column; nothing where it is blank."""
        return self.cells.get(column, "")

    @property
    def names(self) -> list[str]:
        """The actors that it names, each once."""
        cells = [self.cell(name) for name, column in columns().items() if column.kind == "names"]
        return list(dict.fromkeys(name for cell in cells for name in split(cell)))


@dataclass(frozen=True)
class Actor:
    """What a coder says of somebody who is named: the kind, and whether they are quoted; blank while not chosen."""

    kind: str = ""
    quoted: str = ""


@dataclass(frozen=True)
class Settled:
    """What a pair has decided on rows of both that speak of the same, or on a row that only one of them has.

    Attributes
    ----------
    cells
        What the columns hold in which they differed.
    is_kept
        Whether the row stays in the coding of both.
    rule
        What a reader does next time in such a case.
    """

    cells: Mapping[str, str] = field(default_factory=dict)
    is_kept: bool = True
    rule: str = ""


@dataclass(frozen=True)
class Coding:
    """What a coder has made of a text.

    Attributes
    ----------
    coder
        What the coder is called.
    rows
        In the order in which they stand in the text.
    actors
        What is said of each who is named, by `key_of` the name.
    retold
        Paragraphs in the coder's own words.
    is_done
        Whether the coder has finished, so that it can be held against that of a partner.
    is_opened
        Whether the coder has seen a partner's; from then on the rows stay as they are.
    settled
        What both decided, by the key of a pair.
    """

    coder: str
    rows: tuple[Row, ...] = ()
    actors: Mapping[str, Actor] = field(default_factory=dict)
    retold: Mapping[int, str] = field(default_factory=dict)
    is_done: bool = False
    is_opened: bool = False
    settled: Mapping[str, Settled] = field(default_factory=dict)

    def row(self, key: str) -> Row | None:
        """Return the row of a short name; None where there is none."""
        return next((row for row in self.rows if row.key == key), None)

    @property
    def next_key(self) -> str:
        """The short name that the next row gets."""
        return f"r{max((int(row.key[1:]) for row in self.rows), default=0) + 1}"

    @property
    def named(self) -> dict[str, Actor]:
        """Everybody whom a row names, as the first one spells it, with what is said of them."""
        return {name: self.actors.get(key, Actor()) for key, name in self.names.items()}

    @property
    def names(self) -> dict[str, str]:
        """Everybody whom a row names, by their short name, as the first row spells it."""
        names: dict[str, str] = {}
        for row in self.rows:
            for name in row.names:
                names.setdefault(key_of(name), name)
        return names

    def with_row(self, row: Row) -> Coding:
        """Return the coding with a row, in the place of one of the same key."""
        others = [each for each in self.rows if each.key != row.key]
        return replace(self, rows=in_order([*others, row]))

    def without(self, key: str) -> Coding:
        """Return the coding without a row, and with a blank wherever another row named it."""
        pointing = [name for name, column in columns().items() if column.kind == "row"]
        rows = [
            replace(row, cells={name: cell for name, cell in row.cells.items() if name not in pointing or cell != key})
            for row in self.rows
            if row.key != key
        ]
        return replace(self, rows=tuple(rows))

    def changed(self, key: str, column: str, value: str) -> Coding:
        """Return the coding with a value in a column of a row, or with a note beside it.

        Raises
        ------
        ValueError
            There is no such row or column, or the column does not take the value.
        """
        row = self.row(key)
        if row is None or (column not in columns() and column != NOTE):
            message = f"There is no row {key!r} with a column {column!r}."
            raise ValueError(message)
        if column == NOTE:
            return self.with_row(replace(row, note=value))
        cells = {**row.cells, column: self._read(row, column, value)}
        return self.with_row(replace(row, cells={name: cell for name, cell in cells.items() if cell}))

    def _read(self, row: Row, column: str, value: str) -> str:
        kind = columns()[column].kind
        value = " ".join(value.split())
        others = {each.key for each in self.rows} - {row.key}
        if kind == "number" and value:
            return read_number(value)
        if (kind == "menu" and value and value not in columns()[column].meanings) or (
            kind == "row" and value and value not in others
        ):
            message = f"{columns()[column].label}: {value!r} cannot be chosen there."
            raise ValueError(message)
        return "; ".join(split(value)) if kind == "names" else value


def key_of(name: str) -> str:
    """Return the short name of an actor: two spellings that differ in capitals or signs are one."""
    return slug(name) or f"actor-{sha256(name.encode()).hexdigest()[:6]}"


def in_order(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return rows in the order in which their words stand in the text."""
    return tuple(sorted(rows, key=lambda row: (row.paragraph, row.start, row.end, int(row.key[1:]))))


def split(cell: str) -> list[str]:
    """Return the names in a cell, between which there are semicolons."""
    return [name for each in cell.split(";") if (name := " ".join(each.split()))]


def read_number(value: str) -> str:
    """Return a number as a file has it, from digits with or without separators or from words.

    Raises
    ------
    ValueError
        It is no number, or more than one.
    """
    plain = SEPARATORS.sub("", value)
    if NUMBER.fullmatch(plain):
        return plain
    found: list[Any] = read_values(value)
    if len(found) != 1 or not NUMBER.fullmatch(str(found[0])):
        message = f"{value!r} is not a number, such as 4000. Leave it blank where the text gives none."
        raise ValueError(message)
    return str(found[0])
