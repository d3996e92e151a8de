"""Small sheets about a boat race, made of the rows that a test gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from course import tables
from course.schema import schema
from course.tables import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.problem import Problem


def sheet(name: str, *rows: dict[str, Any], bad: Iterable[tuple[int, str]] = ()) -> Sheet:
    """Return a sheet of a table with these rows, what they do not say blank; the cells in `bad` are not as declared."""
    empty = tables.empty(schema(name))
    frame = pd.DataFrame(list(rows), columns=list(empty.columns)).astype(empty.dtypes.to_dict())
    return Sheet(f"{name}.csv", name, schema(name), frame, bad=frozenset(bad))


def said(problems: Iterable[Problem]) -> list[str]:
    """Return what problems say."""
    return [str(problem) for problem in problems]
