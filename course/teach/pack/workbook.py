"""Read a table from a workbook of a spreadsheet, where the library for it is installed."""

from __future__ import annotations

import datetime as dt
from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from course.content import ContentError
from course.teach.pack import files

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

LIBRARY = "openpyxl"


def grid(path: Path, table: str, names: Sequence[str]) -> files.Grid:
    """Return the cells of a workbook: of its sheet with the name of the table, else of its first one.

    Raises
    ------
    ContentError
        The library is not installed, or the file is no workbook, or it has no table with these columns.
    """
    remedy = "Open it in a spreadsheet and save it as CSV (UTF-8)."
    try:
        library = import_module(LIBRARY)
        book = library.load_workbook(BytesIO(path.read_bytes()), read_only=True, data_only=True)
    except ModuleNotFoundError:
        message = f"this is a workbook, and {LIBRARY}, which reads it, is not installed. {remedy}"
        raise ContentError(message) from None
    except (BadZipFile, KeyError, OSError, ValueError):
        message = f"this cannot be read as a workbook. {remedy}"
        raise ContentError(message) from None
    sheet = book[table] if table in book.sheetnames else book.worksheets[0]
    rows = [[_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    read = (
        files.without_blanks(rows, names, [f"it was read from the sheet {sheet.title!r} of {path.name}."])
        if rows
        else None
    )
    if read is None or not set(read.header) & set(names):
        message = f"no sheet has the columns of {table}. {remedy}"
        raise ContentError(message)
    return read


def _text(value: Any) -> str:  # noqa: ANN401 - what a cell can hold
    """Return a value as CSV has it."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case dt.datetime():
            return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ")
        case float():
            return f"{value:.15g}" if abs(value) < 10**15 else str(value)
        case _:
            return str(value)
