"""The rows of a coder: which row is which, and what it is called."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd

from course import names
from course.content import cases, did_you_mean
from course.names import NAME_COLUMNS, Names
from course.page.frames import is_blank
from course.say import first_up
from course.schema import CODING, EVIDENCE, TABLES, schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ABOUT = ("summary", *NAME_COLUMNS, "what", "wording")
"""The columns that can say what a row is about; the first of them that is there does."""
NUMBERED = ("first", "second", "third", "fourth", "fifth", "sixth")


@dataclass(frozen=True)
class Coding:
    """What one coder answered.

    Attributes
    ----------
    coder
        What the coder is called.
    column
        The answers, by the short name of the row that all codings have for it.
    frame
        The whole rows by the same names; None where only a column is known.
    """

    coder: str
    column: pd.Series[Any]
    frame: pd.DataFrame | None = None

    @cached_property
    def names(self) -> tuple[Names, str]:
        """What keys in the rows stand for, and the table of the rows; nothing where they come from no case."""
        return (Names(), "") if self.frame is None else names.of(self.frame)

    @property
    def categories(self) -> list[str]:
        """The words of a column that has an order, from the least to the most; none of another one."""
        dtype = self.column.dtype
        return list(map(str, dtype.categories)) if isinstance(dtype, pd.CategoricalDtype) and dtype.ordered else []

    def about(self, key: str) -> str:
        """Return what a row is about; nothing where the coder does not say."""
        return next((said for name in ABOUT if (said := self.cell(key, name))), "")

    def evidence(self, key: str) -> dict[str, str] | None:
        """Return paragraph and wording of a row, or None where it has none."""
        found = {name: self.cell(key, name) for name in EVIDENCE}
        return found if all(found.values()) else None

    def cell(self, key: str, name: str) -> str:
        """Return a cell of a row as text; nothing where there is none."""
        if self.frame is None or name not in self.frame or key not in self.frame.index:
            return ""
        value: Any = self.frame.loc[key, name]
        return "" if pd.isna(value) else str(value)


def coding(
    given: Sequence[pd.DataFrame | pd.Series[Any]], on: str | None, coders: Sequence[str] | None = None
) -> tuple[Coding, ...]:
    """Return some codings with their rows called alike; `answers` says what is wrong with others."""
    if len(given) < 2:  # noqa: PLR2004 - one coder agrees with nobody
        message = "Two codings are needed at least, such as case.statements and the table of a second coder."
        raise ValueError(message)
    called = _called(given, coders)
    return tuple(_one(each, on, coder) for each, coder in zip(given, called, strict=True))


def _called(given: Sequence[Any], coders: Sequence[str] | None) -> list[str]:
    """Return what the coders are called: as given, by their folder or case, by their column, or by their number."""
    if coders is None:
        found = [_coder(each) for each in given]
        numbered = [*NUMBERED, *(f"{number}th" for number in range(len(NUMBERED) + 1, len(given) + 1))]
        return (
            found
            if all(found) and len(set(found)) == len(found)
            else [f"the {each} coder" for each in numbered[: len(given)]]
        )
    if isinstance(coders, str) or len(coders) != len(given) or len(set(coders)) != len(given):
        message = f"coders={coders!r} is not a name for each of {len(given)} codings, no two alike."
        raise ValueError(message)
    return list(coders)


def _coder(given: pd.DataFrame | pd.Series[Any] | object) -> str:
    if isinstance(given, pd.Series):
        return "" if given.name is None else str(given.name)
    if not isinstance(given, pd.DataFrame):
        return ""
    coder, _, _ = str(given.attrs.get("table", "")).rpartition("/")
    case = str(given.attrs.get("case", ""))
    return coder or ("our coding" if case in cases() else case)


def _one(given: pd.DataFrame | pd.Series[Any], on: str | None, coder: str) -> Coding:
    if isinstance(given, pd.Series):
        return Coding(coder, given.set_axis(_index(given, coder)))
    if not isinstance(given, pd.DataFrame):
        message = f"A coding is a table or a column of one, such as case.statements, not a {type(given).__name__}."
        raise TypeError(message)
    if not given.columns.is_unique:
        message = f"Two columns of {coder} have the same name. Keep one of them."
        raise ValueError(message)
    if on not in given:
        said = (
            f"{first_up(coder)} has no column {on!r}." if on else "Say what is compared: on= and the name of a column."
        )
        message = f"{said} {did_you_mean(str(on or ''), map(str, given.columns))}"
        raise ValueError(message)
    frame = given.set_axis(_keys(given, coder))
    frame.attrs = given.attrs
    return Coding(coder, frame[on], frame)


def _keys(given: pd.DataFrame, coder: str) -> pd.Index[Any]:
    """Return what the rows are called in all codings.

    A table of a case has its key in the first column, and what `same_as` names in its place; a row that is the same
    as none of ours is the coder's alone. Any other table is called by its index.
    """
    same = schema(CODING)["fields"][0]["name"]
    first = given.columns[0] if len(given.columns) else None
    is_of_a_case = first in {schema(table)["primaryKey"][0] for table in TABLES}
    own = _checked(given[first], coder, f"The column {first}") if is_of_a_case else _index(given, coder)
    if same not in given:
        return own
    ours = given[same].astype("string").fillna("")
    return _checked(
        [key or f"{coder}: {mine}" for key, mine in zip(ours, own, strict=True)], coder, f"The column {same}"
    )


def _index(given: pd.DataFrame | pd.Series[Any], coder: str) -> pd.Index[Any]:
    return _checked(given.index, coder, "The index")


def _checked(keys: Iterable[Any], coder: str, what: str) -> pd.Index[Any]:
    """Return names of rows as texts; raise an error where a row has none, or two have the same."""
    found: pd.Index[Any] = pd.Index(["" if is_blank(key) else str(key) for key in keys], dtype=object)
    if "" in found:
        message = f"{what} of {coder} has a blank. Each row needs a short name, by which it meets those of others."
        raise ValueError(message)
    if not found.is_unique:
        twice = found[found.duplicated()][0]
        message = f"{what} of {coder} has {twice!r} twice. Each row needs a short name of its own."
        raise ValueError(message)
    return found
