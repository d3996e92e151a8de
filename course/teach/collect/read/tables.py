"""Tables that teachers type or export: CSV with commas, semicolons or tabs, in whatever encoding."""

from __future__ import annotations

import csv
from io import StringIO

from course.teach.collect.read.encodings import decoded

DELIMITERS = ",;\t"
BROKEN = "It is not a table in CSV: a cell in it is too long, or a quotation mark is left open."


def rows(data: bytes) -> tuple[list[list[str]], str]:
    """Return the rows of a table without those that are blank, cells without spaces around them; and a note.

    Raises
    ------
    ValueError
        It is no table; with a sentence.
    """
    text, note = decoded(data)
    first, _, rest = text.lstrip().partition("\n")
    if first.lower().startswith("sep=") and len(first.strip()) == len("sep=,"):  # what Excel takes as a hint
        text = rest
        delimiter = first.strip()[-1]
    else:
        delimiter = max(DELIMITERS, key=first.count)
    try:
        every = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
        found = [[cell.strip() for cell in row] for row in every]
    except csv.Error:
        raise ValueError(BROKEN) from None
    return [row for row in found if any(row)], note


def heads(row: list[str]) -> list[str]:
    """Return the names of columns in one form: small letters, one space between words."""
    return [" ".join(cell.replace("_", " ").casefold().split()) for cell in row]
