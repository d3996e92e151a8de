"""The cells of a CSV file as texts, column by column, and which of its rows are not as wide as its header."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from course.content import ContentError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

LOOKED_AT = 10
"""How many of the first rows are kept as they stand."""
OF_CSV = {
    "unexpected end of data": "a quotation mark is opened and not closed",
    "',' expected after '\"'": "something follows a closing quotation mark",
}
"""What is wrong where the library for CSV says so."""


@dataclass(frozen=True)
class Column:
    """The cells of a column: what stands in it, each text once, and which of these stands in each row.

    So a text is kept, looked at and turned into a value once, in however many rows it stands.
    """

    distinct: list[str]
    codes: NDArray[np.intp]

    @classmethod
    def of(cls, cells: Sequence[str] | NDArray[Any]) -> Column:
        """Return some cells as a column."""
        codes, distinct = pd.factorize(np.array(cells, dtype=object))
        return cls(distinct.tolist(), codes)

    @property
    def blank(self) -> Any:  # noqa: ANN401 - an array
        """Which rows have an empty text."""
        return self.codes == (self.distinct.index("") if "" in self.distinct else -1)

    def __getitem__(self, row: int) -> str:
        """Return what stands in a row."""
        return self.distinct[int(self.codes[row])]

    def each(self, made: Iterable[Any], dtype: Any) -> Any:  # noqa: ANN401 - as numpy takes and gives it
        """Return an array with what was made of the distinct text of each row."""
        return np.array(list(made), dtype=dtype)[self.codes]


@dataclass(frozen=True)
class Cells:
    """What stands in a CSV file.

    Attributes
    ----------
    header
        The names in its first row.
    columns
        The cells below each of them; one that a row has not is an empty text.
    first
        The first rows as they stand.
    off
        By the position of each row that is blank, or has more or fewer values than the header: how many it has.
    """

    header: list[str]
    columns: list[Column]
    first: list[list[str]]
    off: dict[int, int]


def read(path: Path) -> Cells:
    """Return what stands in a CSV file.

    Raises
    ------
    ContentError
        It is no table; the message says why.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        found = _laid(text)
    except FileNotFoundError:
        message = f"the file is missing from {path.parent}."
        if (book := path.with_suffix(".xlsx")).is_file():
            message += f" There is {book.name}: open it in a spreadsheet and save it as CSV (UTF-8)."
    except UnicodeDecodeError as error:
        message = f"byte {error.start} is not UTF-8. Save the file as CSV in UTF-8."
        if path.read_bytes()[:2] == b"PK":
            message = "this is a workbook of a spreadsheet and not CSV. Open it there and save it as CSV (UTF-8)."
    except IsADirectoryError:
        message = "this is a folder, not a table."
    except csv.Error as error:
        why = OF_CSV.get(str(error), str(error))
        message = f"this is not a table of comma-separated values (in row {_readable(text) + 1}: {why})."
    else:
        if any(found.header):
            return found
        message = "this is not a table of comma-separated values (its first row names no column)."
    raise ContentError(message)


def _laid(text: str) -> Cells:
    rows = csv.reader(StringIO(text, newline=""), strict=True)
    header = next(rows, [])
    first: list[list[str]] = []
    off: dict[int, int] = {}
    for position, row in enumerate(rows):
        if position < LOOKED_AT:
            first.append(row)
        if len(row) != len(header) or not any(row):
            off[position] = len(row)
    return Cells(header, _columns(_mended(text) if off else text, len(header)), first, off)


def _mended(text: str) -> str:
    """Return a text in which each row is as wide as the header."""
    mended = StringIO(newline="")
    rows = csv.reader(StringIO(text, newline=""))
    header = next(rows)
    csv.writer(mended).writerows([header, *([*row, *[""] * len(header)][: len(header)] for row in rows)])
    return mended.getvalue()


def _columns(text: str, width: int) -> list[Column]:
    """Return the columns of a text that is known to be a table: pandas reads it much quicker, and is not as strict."""
    if not width:
        return []
    table = pd.read_csv(
        StringIO(text.replace("\0", "\N{REPLACEMENT CHARACTER}")),  # else it would end a cell
        header=0,
        names=range(width),
        index_col=False,
        dtype=object,
        na_filter=False,
        skip_blank_lines=False,
        low_memory=False,
    )
    return [Column.of(table[place].to_numpy()) for place in range(width)]


def _readable(text: str) -> int:
    """Return how many rows of a file, its header among them, can be read before one that cannot."""
    number = 0
    try:
        for _ in csv.reader(StringIO(text, newline=""), strict=True):
            number += 1
    except csv.Error:
        pass
    return number
