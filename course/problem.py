"""What is wrong in a case: where it stands and what would be right, one by one and many told as few."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_ROWS = 5
"""How many rows of the same fault are named."""
MOST_OF_A_COLUMN = 50
"""How many different faults of one column are told."""
MOST_OF_A_CASE = 20
"""How many faults an error of the loader tells."""
PLACE = re.compile(
    r"(?P<file>[\w./-]+\.\w+)(?:, (?:row|line) (?P<row>\d+))?(?:, (?P<column>[\w ]+))?: (?P<message>.+)", re.DOTALL
)


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong in a case.

    Attributes
    ----------
    file, row, column
        Where: the file, the row as a spreadsheet counts it (of a text the line) and the column, as far as known.
    message
        What is wrong and what would be right, in a sentence.
    warning
        Whether it can be meant so: nothing hangs on it.
    alike
        What is the same in faults that are told once; by default the message.
    rows
        Where the same fault is, this row among them, in a problem that stands for several.
    """

    file: str
    row: int | None
    column: str | None
    message: str
    warning: bool = False
    alike: str = ""
    rows: tuple[int, ...] = ()

    @property
    def place(self) -> str:
        """Where it is, such as `troops.csv, row 4, status`."""
        counted = "line" if self.file.endswith((".md", ".txt", ".json")) else "row"
        return ", ".join(part for part in (self.file, f"{counted} {self.row}" if self.row else "", self.column) if part)

    def __str__(self) -> str:
        """Return the place and the sentence, and where else it is so."""
        others = [str(row) for row in self.rows if row != self.row]
        if not others:
            return f"{self.place}: {self.message}"
        more = f" and {len(others) - MOST_ROWS} more" if len(others) > MOST_ROWS else ""
        also = f"So in {len(self.rows)} rows: also {', '.join(others[:MOST_ROWS])}{more}."
        return f"{self.place}: {self.message} {also}"

    def as_data(self) -> dict[str, Any]:
        """Return what a program is told."""
        rows = list(self.rows) or ([self.row] if self.row else [])
        kind = "warning" if self.warning else "problem"
        return {"kind": kind, "file": self.file, "rows": rows, "column": self.column, "message": self.message}


def told(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems by file and row, warnings behind, with the same fault of a column told once."""
    groups: dict[tuple[object, ...], list[Problem]] = {}
    for each in sorted(problems, key=lambda each: (each.warning, each.file, each.row or 0)):
        groups.setdefault((each.warning, each.file, each.column, each.alike or each.message), []).append(each)
    columns: dict[tuple[object, ...], list[Problem]] = {}
    for (*column, _), same in groups.items():
        rows = tuple(dict.fromkeys(each.row for each in same if each.row))
        columns.setdefault(tuple(column), []).append(replace(same[0], rows=rows))
    some = [each for column in columns.values() for each in _some(column)]
    return sorted(some, key=lambda each: (each.warning, each.file, each.row or 0))


def _some(faults: list[Problem]) -> Iterator[Problem]:
    """Yield the first faults of a column, and one that says how many more it has."""
    yield from faults[:MOST_OF_A_COLUMN]
    if rest := faults[MOST_OF_A_COLUMN:]:
        rows = tuple(sorted({row for each in rest for row in each.rows}))
        message = f"{len(rest)} more values are not as they should be."
        yield replace(rest[0], message=message, rows=rows)


def in_lines(problems: Iterable[Problem]) -> str:
    """Return what an error says of problems: a line each, and how many more there are."""
    lines = [str(each) for each in told(problems)]
    more = len(lines) - MOST_OF_A_CASE
    rest = [f"And {more} more. All of them: course validate"] if more > 0 else []
    return "\n".join([*lines[:MOST_OF_A_CASE], *rest])


def as_problems(error: Exception, file: str) -> list[Problem]:
    """Return what an error tells: its problems, or its sentence, about `file` where it names none."""
    if known := getattr(error, "problems", ()):
        return list(known)
    if match := PLACE.fullmatch(str(error)):
        row = int(match["row"]) if match["row"] else None
        return [Problem(match["file"], row, match["column"], match["message"])]
    return [Problem(file, None, None, str(error))]
