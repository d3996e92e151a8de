"""Read a file of a case however a spreadsheet has saved it, with what has to be said of that."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from io import StringIO
from typing import TYPE_CHECKING

from course.content import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

ZIP = b"PK\x03\x04"
"""What a workbook begins with."""
UTF_16 = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright lines"}
_UNUSUAL = re.compile(
    rb"[\x81\x83\x86-\x90\x98\x9a-\x9f]"
    rb"|[A-Za-z\xc0-\xff][\xa1\xa3\xa5\xa6\xaa\xaf\xb1\xb3\xb6\xb9\xba\xbc-\xbf\xd7\xf7]"
    rb"|[\xa1\xa3\xa5\xa6\xaa\xaf\xb1\xb3\xb6\xb9\xba\xbc-\xbf\xd7\xf7][A-Za-z\xc0-\xff]"
)
"""Bytes that in Windows-1252 are signs that hardly stand in or at a word: they rather tell of another encoding."""
LOOK = " Look at its letters with accents."
_CERTAIN = 0.8
"""How near a column's name is to one of the schema, where that is meant."""


@dataclass(frozen=True)
class Grid:
    """The cells of a file, the row of the file that each row was in, and what was mended to read it."""

    header: list[str]
    rows: list[list[str]]
    numbers: list[int]
    mends: list[str] = field(default_factory=list)


def decoded(raw: bytes) -> tuple[str | None, list[str]]:
    """Return the text of a file and how its encoding was mended; None where it is not certain which one it has."""
    for start, encoding in UTF_16.items():
        if raw.startswith(start):
            return _if_whole(raw, encoding, "UTF-16")
    if b"\x00" in raw:
        return _if_whole(raw, "utf-16-le" if raw[1:2] == b"\x00" else "utf-16-be", "UTF-16")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return (None, []) if _UNUSUAL.search(raw) else _if_whole(raw, "cp1252", "Windows-1252", LOOK)
    return text, ["the byte order mark before the text is gone."] if raw.startswith(b"\xef\xbb\xbf") else []


def _if_whole(raw: bytes, encoding: str, called: str, remedy: str = "") -> tuple[str | None, list[str]]:
    try:
        return raw.decode(encoding).removeprefix("\ufeff"), [f"it was saved in {called}: now in UTF-8.{remedy}"]
    except UnicodeDecodeError:
        return None, []


def grid(text: str, names: Sequence[str]) -> Grid | None:
    """Return the cells of a table whose columns have some of these names; None where they cannot be told apart."""
    mends: list[str] = []
    skipped = 0
    if text[:4].lower() == "sep=":
        text, skipped = text.partition("\n")[2], 1
        mends.append("the line 'sep=' before the header is gone.")
    found = []
    for sign in SEPARATORS:
        rows = _rows(text, sign)
        if rows:
            found.append((sum(_level(name) in {_level(each) for each in names} for name in rows[0]), sign, rows))
    known, sign, rows = max(found, key=lambda each: each[0], default=(0, ",", []))
    if not known and rows and rows[0] and "," in rows[0][0]:
        inner = _rows("\n".join(row[0] for row in rows if row), ",")
        if inner and set(inner[0]) <= set(names):
            known, rows = len(inner[0]), inner
            mends.append("each row stood in one cell: now in its columns.")
    if not known:
        return None
    if sign != ",":
        mends.append(f"{SEPARATORS[sign]} stood between the columns: now commas.")
    return without_blanks(rows, names, mends, skipped)


def _rows(text: str, sign: str) -> list[list[str]]:
    try:
        return list(csv.reader(StringIO(text, newline=""), delimiter=sign, strict=True))
    except csv.Error:
        return []


def without_blanks(rows: list[list[str]], names: Sequence[str], mends: list[str], skipped: int = 0) -> Grid:
    """Return a grid without the blank rows and the nameless blank columns around a table."""
    header, named = _header(rows[0], names)
    mends += named
    kept = [(number, row) for number, row in enumerate(rows[1:], start=2 + skipped) if any(map(str.strip, row))]
    if gone := len(rows) - 1 - len(kept):
        mends.append(f"{gone} blank {'row is' if gone == 1 else 'rows are'} gone.")
    blank = {
        at
        for at, name in enumerate(header)
        if not name and not any(row[at].strip() for _, row in kept if at < len(row))
    }
    if blank:
        mends.append(f"{len(blank)} blank {'column is' if len(blank) == 1 else 'columns are'} gone.")
    width, cut, cells = len(header), 0, []
    for _, row in kept:
        end = len(row)
        while end > width and not row[end - 1].strip():
            end -= 1
        cut += end < len(row)
        cells.append([cell for at, cell in enumerate(row[:end]) if at not in blank])
    if cut:
        mends.append(f"blank cells behind the last column are gone from {cut} {'row' if cut == 1 else 'rows'}.")
    return Grid(
        [name for at, name in enumerate(header) if at not in blank], cells, [number for number, _ in kept], mends
    )


def _header(header: list[str], names: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the names of the columns, spelled as the schema spells them where it is certain which one is meant."""
    new, mends = list(header), []
    for at, name in enumerate(header):
        if name in names or not name.strip():
            new[at] = name.strip()
            continue
        meant = [each for each in names if _level(each) == _level(name)]
        meant = meant or [each for each in names if nearest(_level(name), names, _CERTAIN) == f"Did you mean {each!r}?"]
        if len(meant) == 1 and meant[0] not in new:
            new[at] = meant[0]
            mends.append(f"the column {name!r} is now {meant[0]!r}.")
    return new, mends


def _level(name: str) -> str:
    return re.sub(r"[\s_-]+", "_", name.strip().strip("\ufeff").casefold())
