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
    from collections.abc import Container, Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

LOOKED_AT = 10
"""How many of the first rows are kept as they stand."""
FEW = 500
"""Up to so many rows are laid into columns as they are; of more, pandas' parser makes columns much quicker."""
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
        if isinstance(cells, np.ndarray):
            codes, distinct = pd.factorize(cells)
            return cls(distinct.tolist(), codes)
        places: dict[str, int] = {}
        found = np.array([places.setdefault(cell, len(places)) for cell in cells], dtype=np.intp)
        return cls(list(places), found)

    def where(self, some: Container[str]) -> list[int]:
        """Return the rows in which some texts stand."""
        return np.flatnonzero(self.each((text in some for text in self.distinct), bool)).tolist()

    def again(self) -> list[int]:
        """Return the rows whose text is in a row before; an empty text is nowhere before."""
        first = np.unique(self.codes, return_index=True)[1]
        later = np.ones(len(self.codes), dtype=bool)
        later[first] = False
        return [row for row in np.flatnonzero(later).tolist() if self[row]]

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
    header = next(csv.reader(StringIO(text, newline=""), strict=True), [])
    text = text.replace("\0", "\N{REPLACEMENT CHARACTER}")  # else it would end a cell in pandas' parser
    rows = csv.reader(StringIO(text, newline=""), strict=True)
    next(rows, None)
    width = len(header)
    few: list[list[str]] = []
    off: dict[int, int] = {}
    for position, row in enumerate(rows):
        if position <= FEW:
            few.append(row)
        if len(row) != width or not any(row):
            off[position] = len(row)
    if len(few) <= FEW:
        wide = [[*row, *[""] * width][:width] for row in few]
        columns = [Column.of(list(cells)) for cells in zip(*wide, strict=True)] if few else [Column.of([])] * width
    else:
        columns = _columns(_mended(text) if off else text, width)
    return Cells(header, columns, few[:LOOKED_AT], off)


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
        StringIO(text),
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
