"""The cells of a CSV file as texts, column by column, and which of its rows are not as wide as its header."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from io import BytesIO, StringIO, TextIOWrapper
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from course.content import ContentError

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

LOOKED_AT = 10
"""How many of the first rows are kept as they stand."""
COMMA, LINE_END, QUOTE = b',\n"'
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
        if len(self.distinct) == len(self.codes):
            return []
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
        text = path.read_bytes().decode("utf-8-sig")
        text = text.replace("\r\n", "\n").replace("\r", "\n")
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
    header = next(_rows(text.encode()), [])
    table = text.replace("\0", "\N{REPLACEMENT CHARACTER}").encode()  # else it would end a cell in pandas' parser
    width = len(header)
    few = list(islice(_rows(table), 1, FEW + 2))
    is_large = len(few) > FEW
    off = {} if is_large and is_even(table, width) else _off(table, width)
    if is_large:
        return Cells(header, _columns(_mended(table) if off else table, width), few[:LOOKED_AT], off)
    wide = [[*row, *[""] * width][:width] for row in few]
    columns = [Column.of(list(cells)) for cells in zip(*wide, strict=True)] if few else [Column.of([])] * width
    return Cells(header, columns, few[:LOOKED_AT], off)


def _rows(table: bytes) -> Iterator[list[str]]:
    """Yield the rows of a table, its header first, as the library for CSV reads them."""
    return csv.reader(TextIOWrapper(BytesIO(table), encoding="utf-8", newline=""), strict=True)


def _off(table: bytes, width: int) -> dict[int, int]:
    """Return by the position of each row that is blank, or is not as wide as the header, how many cells it has."""
    rows = islice(_rows(table), 1, None)
    return {position: len(row) for position, row in enumerate(rows) if len(row) != width or not any(row)}


def is_even(table: bytes, width: int) -> bool:
    """Return whether a look at the signs of a table of lines is enough to say that each of its rows is sound.

    Each is as wide as the header and not blank, and quotation marks stand only around cells, or doubled in one. Of what
    is not that plain the library for CSV has to tell.
    """
    signs = np.frombuffer(b"\n" + table + b"\n" * (not table.endswith(b"\n")), dtype=np.uint8)
    at = np.flatnonzero((signs == COMMA) | (signs == LINE_END) | (signs == QUOTE))
    found = signs[at]
    quotes = at[found == QUOTE]
    around = np.concatenate([signs[quotes[::2] - 1], signs[quotes[1::2] + 1]])
    if len(quotes) % 2 or not ((around == COMMA) | (around == LINE_END) | (around == QUOTE)).all():
        return False
    is_inside = np.bitwise_xor.accumulate(found == QUOTE)
    lengths = np.diff(at[(found == LINE_END) & ~is_inside]) - 1
    ends = np.flatnonzero(found[(found != QUOTE) & ~is_inside] == LINE_END)
    # A row that holds no more than commas and a pair of marks a cell may be blank.
    is_plain = 3 * width <= lengths.min() and lengths.max() <= csv.field_size_limit()
    return bool(is_plain and (np.diff(ends) == width).all())


def _mended(table: bytes) -> bytes:
    """Return a table in which each row is as wide as the header."""
    mended = StringIO(newline="")
    rows = _rows(table)
    header = next(rows)
    csv.writer(mended).writerows([header, *([*row, *[""] * len(header)][: len(header)] for row in rows)])
    return mended.getvalue().encode()


def _columns(table: bytes, width: int) -> list[Column]:
    """Return the columns of what is known to be a table: pandas reads it much quicker, and is not as strict."""
    if not width:
        return []
    frame = pd.read_csv(
        BytesIO(table),
        header=0,
        names=range(width),
        index_col=False,
        dtype=object,
        na_filter=False,
        skip_blank_lines=False,
        low_memory=False,
    )
    return [Column.of(frame[place].to_numpy()) for place in range(width)]


def _readable(text: str) -> int:
    """Return how many rows of a file, its header among them, can be read before one that cannot."""
    number = 0
    try:
        for _ in csv.reader(StringIO(text, newline=""), strict=True):
            number += 1
    except csv.Error:
        pass
    return number
