"""Mend what spreadsheets do to the files of a case: what can be read in one way alone; the old files stay beside."""

from __future__ import annotations

import csv
import shutil
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from course import content, loading
from course.content import DIGEST, DIGEST_LINE, NEARLY_A_LINE, ContentError
from course.names import one
from course.problem import Problem
from course.schema import TABLES, coded, schema
from course.teach.pack import cells, files, workbook
from course.vocabulary import FOLDER, LIKE, OWN, own_of, remember, vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from course.columns import Field
    from course.teach.pack.files import Grid

BEFORE = ".before"
"""What the name of an old file ends with."""


def fix(folder: Path) -> tuple[list[Problem], list[Problem]]:
    """Mend what is safe in the files of a case.

    Returns
    -------
    tuple
        What was mended, and what stays as it is because it can be read in several ways; each as a problem with its
        place.

    Raises
    ------
    ContentError
        Its `datapackage.json` cannot be read.
    """
    said: list[Problem] = []
    doubts: list[Problem] = []
    for file, mend in ((loading.PACKAGE, _as_it_is), (DIGEST, _digest)):
        said += _text(folder / file, mend)
    for path in sorted((folder / FOLDER).glob("*.csv")):
        said += _plain_table(path, f"{FOLDER}/{path.name}", (*OWN, LIKE))
    said += _plain_table(folder / loading.GLOSSARY, loading.GLOSSARY, loading.TERM)
    package = content.read_json(folder / loading.PACKAGE)
    called = str(package.get("name", folder.name))
    remember(called, own_of(folder)[0])
    grids = _grids(folder, package, schema, doubts)
    keys = {table: _keys(grid, schema(table)) for table, (_, grid) in grids.items()}
    for table, (path, grid) in grids.items():
        _table(path, path.name, grid, schema(table), {**keys, "": keys[table]}, called, said, doubts)
    for place in loading.coders(folder):
        start = f"{loading.CODINGS}/{place.name}/"
        said += [_moved(each, start) for each in _text(place / loading.PACKAGE, _as_it_is)]
        try:
            others = _grids(place, content.read_json(place / loading.PACKAGE), coded, doubts, start)
        except ContentError:
            continue  # the loader says it
        for table, (path, grid) in others.items():
            own = {**keys, "": _keys(grid, coded(table))}
            _table(path, start + path.name, grid, coded(table), own, called, said, doubts)
    return said, doubts


def fixable(folder: Path) -> list[Problem]:
    """Return what `fix` would mend; nothing is written into the case."""
    with TemporaryDirectory() as place:
        copy = shutil.copytree(
            folder, Path(place) / folder.name, ignore=shutil.ignore_patterns(f"*{BEFORE}*", "*.ipynb")
        )
        return fix(copy)[0]


def _text(path: Path, mend: Callable[[str], tuple[str, list[tuple[int, str]]]]) -> list[Problem]:
    """Mend the encoding of a text and what a function finds in it, and write it where something was mended."""
    if not path.is_file():
        return []
    text, mends = files.decoded(path.read_bytes())
    if text is None:
        return []
    text, more = mend(text)
    if mends or more:
        _write(path, text)
    of_all = [Problem(path.name, None, None, each) for each in mends]
    return of_all + [Problem(path.name, at, None, each, alike=each) for at, each in more]


def _as_it_is(text: str) -> tuple[str, list[tuple[int, str]]]:
    return text, []


def _digest(text: str) -> tuple[str, list[tuple[int, str]]]:
    """Put each paragraph of a digest on one line that begins with its number and a full stop."""
    lines: list[str] = []
    mends = []
    last, follows = 0, False
    for at, line in enumerate(text.splitlines(), start=1):
        match, near = DIGEST_LINE.match(line), NEARLY_A_LINE.match(line)
        if match:
            last, follows = int(match[1]), True
        elif near and int(near[1]) == last + 1:
            last, follows = last + 1, True
            line = f"{last}. {near[2]}"  # noqa: PLW2901 - the line is what was meant
            mends.append((at, f"the paragraph now begins with '{last}. '."))
        elif follows and line.strip():
            lines[-1] = f"{lines[-1].rstrip()} {line.strip()}"
            mends.append((at, f"this line is now behind the first one of paragraph {last}."))
            continue
        else:
            follows = False
        lines.append(line)
    return "\n".join(lines) + "\n", mends


def _plain_table(path: Path, file: str, columns: tuple[str, ...]) -> list[Problem]:
    """Mend a table without types: how it was saved, and the spaces around its values."""
    doubts: list[Problem] = []
    grid = _grid(path, file, columns, doubts)
    if grid is None:
        return []
    fields = [{"name": name, "type": "string"} for name in grid.header]
    said: list[Problem] = []
    _table(path, file, grid, {"fields": fields, "primaryKey": []}, {}, "", said, doubts)
    return said


def _grids(
    folder: Path,
    package: Mapping[str, Any],
    schema_of: Callable[[str], dict[str, Any]],
    doubts: list[Problem],
    start: str = "",
) -> dict[str, tuple[Path, Grid]]:
    """Return the tables that a package names as far as their files can be told apart, each with its path."""
    found = {}
    for table, resource in loading.named(package).items():
        path = resource.get("path", f"{table}.csv")
        if table in TABLES and isinstance(path, str):
            names = [field["name"] for field in schema_of(table)["fields"]]
            if grid := _grid(folder / path, start + path, names, doubts):
                found[table] = (folder / path, grid)
    return found


def _grid(path: Path, file: str, names: list[str] | tuple[str, ...], doubts: list[Problem]) -> Grid | None:
    book = path if path.is_file() and path.read_bytes()[:4] == files.ZIP else path.with_suffix(".xlsx")
    if book == path or (book.is_file() and not path.exists()):
        try:
            return workbook.grid(book, path.stem, names)
        except ContentError as error:
            doubts.append(Problem(book.name, None, None, str(error)))
            return None
    if not path.is_file():
        return None
    text, mends = files.decoded(path.read_bytes())
    if text is None:
        why = "it is not certain in which encoding the file is, so it stays as it is. Save it as CSV in UTF-8."
        doubts.append(Problem(file, None, None, why))
        return None
    grid = files.grid(text, names)
    return grid and files.Grid(grid.header, grid.rows, grid.numbers, [*mends, *grid.mends])


def _keys(grid: Grid, table: Mapping[str, Any]) -> list[str]:
    """Return the keys of the rows of a table, as they are to be."""
    key = table["fields"][0]
    if key["name"] not in grid.header:
        return []
    return cells.own_keys(grid.rows, grid.header.index(key["name"]), key.get("constraints", {}).get("pattern"))


def _table(  # noqa: PLR0913, PLR0917 - one table, with all that is needed to read it and the two lists that it fills
    path: Path,
    file: str,
    grid: Grid,
    table: Mapping[str, Any],
    keys: Mapping[str, list[str]],
    called: str,
    said: list[Problem],
    doubts: list[Problem],
) -> None:
    """Mend the cells of a table, and write it where something was mended."""
    mends = [Problem(file, None, None, each) for each in grid.mends]
    around = {field["name"]: _around(field, table, keys, called) for field in table["fields"]}
    fields = {field["name"]: field for field in table["fields"]}
    own = keys.get("", []) if table["primaryKey"] else []
    rows = [list(row) for row in grid.rows]
    wording = grid.header.index("wording") if "wording" in grid.header else -1
    for position, (number, row) in enumerate(zip(grid.numbers, rows, strict=True)):
        if len(row) != len(grid.header):
            continue
        for at, name in enumerate(grid.header):
            if name not in fields or not row[at]:
                continue
            words, targets = around[name]
            made = cells.mended(
                row[at], fields[name], cells.Around(words, targets, row[wording] if wording >= 0 else "")
            )
            if own and name == table["fields"][0]["name"]:
                made = cells.Cell(own[position], "key")
            if made.doubt:
                doubts.append(Problem(file, number, name, made.doubt))
            if made.value != row[at]:
                mends.append(Problem(file, number, name, _change(row[at], made), alike=_alike(row[at], made)))
                row[at] = made.value
    if mends:
        out = StringIO(newline="")
        csv.writer(out, lineterminator="\n").writerows([grid.header, *rows])
        _write(path, out.getvalue())
        said += mends


def _change(old: str, made: cells.Cell) -> str:
    if made.kind == "signs":
        return f"spaces around it and signs that cannot be seen are gone: {made.value!r}."
    return f"{old!r} is now {made.value!r}." if made.value else f"{old!r} is now a blank."


def _alike(old: str, made: cells.Cell) -> str:
    return f"{old} {made.value}" if made.kind in {"word", "key", "code", "truth"} else made.kind


def _around(
    field: Field, table: Mapping[str, Any], keys: Mapping[str, list[str]], called: str
) -> tuple[dict[str, str], dict[str, str]]:
    """Return the words and the keys that a field can hold, by the ways to write them."""
    words = vocabulary(field["vocabulary"], called) if "vocabulary" in field else {}
    targets = [
        key["reference"].get("resource", "")
        for key in table.get("foreignKeys", [])
        if one(key["fields"]) == field["name"]
    ]
    if "items" in field:
        targets = [field["items"].split(".")[0]]
    ways = {key: (row["word"], row["plural"]) for key, row in words.items()}
    known = {key: () for target in targets for key in keys.get(target, []) if key}
    return cells.by_level(ways), cells.by_level(known)


def _moved(problem: Problem, start: str) -> Problem:
    return Problem(start + problem.file, problem.row, problem.column, problem.message, alike=problem.alike)


def _write(path: Path, text: str) -> None:
    """Write a file; the old one stays beside it, under a name that nothing has."""
    if path.exists():
        number = 1
        while (old := path.with_name(f"{path.name}{BEFORE}{'' if number == 1 else number}")).exists():
            number += 1
        path.rename(old)
    path.write_text(text, encoding="utf-8", newline="")
