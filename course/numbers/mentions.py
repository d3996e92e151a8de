"""The mentions of counts of any case: its table of counts and that of forces as one table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from course import names
from course.content import ContentError, did_you_mean
from course.say import and_, count, first_up, left_out, listed
from course.schema import schema
from course.tables import empty
from course.vocabulary import vocabulary, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.case import Case

COUNTS, TROOPS = "counts", "troops"
THING = {TROOPS: "force"}
"""What the column `thing` is called in a table that has another name for it."""
NEEDED = (
    *("mention", "thing", "label", "number", "hedge", "status", "measure"),
    *("stock_flow", "whose", "overlaps_with", "overlap", "paragraph", "wording"),
)
"""The columns that a row of a case has, whatever it counts."""
MOST_ROWS = 38
"""How many rows a picture holds that is at most three screens tall."""
MOST_UNITS = 5


@dataclass(frozen=True)
class Counted:
    """What some mentions of one unit count, in words.

    Attributes
    ----------
    noun
        What is counted, for several of them: `soldiers`, `homes`, or the unit where several things are counted in it.
    axis
        What stands at an axis of them.
    question
        What a chart of them asks.
    """

    noun: str
    axis: str
    question: str


def mentions(given: Case | pd.DataFrame) -> pd.DataFrame:
    """Return the mentions of a case, or those in rows of a table of it, with the columns of `counts`.

    Parameters
    ----------
    given
        A case, whose mentions in `counts` and in `troops` are taken together; or rows of one of the two tables.

    Returns
    -------
    pandas.DataFrame
        A row a mention in the order of the tables. A mention in `troops` counts what the schema says that its number
        is in. Columns that the table does not have are blank.

    Raises
    ------
    ContentError
        The case has neither of the two tables.
    ValueError
        A column is missing or there twice.
    """
    if isinstance(given, pd.DataFrame):
        return _as_counts(given)
    tables = [name for name in (COUNTS, TROOPS) if name in given.tables]
    if not tables:
        message = f"{given.name} has no table of counts, so there is nothing to add up."
        raise ContentError(message)
    every = [_as_counts(given.table(name)) for name in tables]
    together = every[0] if len(every) == 1 else pd.concat(every, ignore_index=True)
    together.attrs = {"case": given.name, "table": " and ".join(tables)}
    return _whole(together)


def check_table(rows: object, columns: Iterable[str]) -> None:
    """Raise an error where this is no table of mentions, or where it lacks a column."""
    if not isinstance(rows, pd.DataFrame):
        message = f"A table of mentions is needed, such as case.troops, not a {type(rows).__name__}."
        raise TypeError(message)
    if not rows.columns.is_unique:
        message = "Two columns of the table have the same name. Keep one of them."
        raise ValueError(message)
    missing = [column for column in columns if column not in rows.columns]
    if missing:
        whole = rows.attrs.get("table") or (COUNTS if {"unit", "thing"} & set(rows) else TROOPS)
        message = f"The table has no column {and_(missing)}. Give whole rows of case.{whole}."
        raise ValueError(message)


def of_unit(rows: pd.DataFrame, unit: str = "", *, in_code: bool = True) -> tuple[pd.DataFrame, str]:
    """Return the mentions in one unit, by default in the one that most have, and a sentence on those in others.

    In code it says how to choose them; an explorer has a control for that.

    Raises
    ------
    ValueError
        No mention is in that unit.
    """
    sizes = rows["unit"].value_counts(sort=False)
    known = [str(each) for each, size in sizes[sizes > 0].sort_values(ascending=False, kind="stable").items() if size]
    if unit and unit not in known:
        message = f"No mention is in {unit!r}. {did_you_mean(unit, known)}"
        raise ValueError(message)
    if len(known) < 2:  # noqa: PLR2004 - one unit is nothing to choose
        return rows, ""
    chosen, called_ = unit or known[0], units_of(rows)
    others = [each for each in known if each != chosen]
    left = listed([f"{called_[each]} ({count(int(sizes[each]), 'mention')})" for each in others], MOST_UNITS)
    said = f"Drawn: {called_[chosen]}. An axis has one unit, so these are not drawn: {left}."
    return rows[rows["unit"] == chosen], f"{said} Choose them with unit={others[0]!r}." if in_code else said


def units_of(rows: pd.DataFrame) -> dict[str, str]:
    """Return the units of some mentions in the order in which they come, each with what is counted in it."""
    units = [unit for unit in rows["unit"].dropna().unique() if unit]
    return {str(unit): counted(rows[rows["unit"] == unit]).axis for unit in units}


def first(rows: pd.DataFrame, most: int = MOST_ROWS) -> tuple[pd.DataFrame, str]:
    """Return the mentions that a picture can hold, the first ones, and a sentence on those that are left out."""
    return rows.head(most), " ".join(left_out(len(rows), most, "mention", "that the table has first"))


def counted(rows: pd.DataFrame) -> Counted:
    """Return what some mentions of one unit count, in words; nothing in particular where there is none."""
    whats = [str(what) for what in rows["what"].dropna().unique()]
    first_unit = next((str(unit) for unit in rows["unit"].dropna() if unit), "")
    if not first_unit:
        return Counted("", "", "How many?")
    unit, is_whole = plural(first_unit), vocabulary("units").get(first_unit, {}).get("whole") == "yes"
    noun = whats[0] if len(whats) == 1 else unit
    if is_whole:
        return Counted(noun, noun, f"How many {noun}?")
    if len(whats) == 1:
        return Counted(noun, f"{noun}, in {unit}", f"{first_up(noun)}: how much?")
    return Counted(noun, unit, f"How much, in {unit}?")


def plural(unit: object) -> str:
    """Return what several of a unit are called."""
    row = vocabulary("units").get(str(unit), {})
    return row.get("plural") or row.get("word") or str(unit)


def called(name: str, key: object) -> str:
    """Return the word of a vocabulary for a key, or the key where it is none of it."""
    return words(name).get(str(key), str(key))


def in_words_of(name: str, keys: pd.Series[Any]) -> pd.Series[Any]:
    """Return the words of a vocabulary for some keys, as a column; a key that is none of it stays."""
    plain = keys.astype("string").reset_index(drop=True)
    return plain.map(words(name)).astype("string").fillna(plain)


def owners(rows: pd.DataFrame) -> list[str]:
    """Return whose the mentions are: names of the case, in the order of the alphabet."""
    known = names.of(rows)[0].rows.get("actors", {})
    keys = rows["whose"].dropna().astype(str).unique()
    return sorted(known.get(key) or key.replace("-", " ").title() for key in keys)


def mentions_of(number: int, noun: str) -> str:
    """Return how many mentions there are of what is counted."""
    return count(number, "mention") + (f" of {noun}" if noun else "")


def _as_counts(rows: pd.DataFrame) -> pd.DataFrame:
    table = COUNTS if {"unit", "thing"} & set(rows) else TROOPS
    thing = THING.get(table, "thing")
    needed = [thing if column == "thing" else column for column in NEEDED]
    check_table(rows, [*needed, *(("what", "unit") if table == COUNTS else ())])
    made = rows.rename(columns={thing: "thing"})
    if table == TROOPS:
        number = next(field for field in schema(TROOPS)["fields"] if field["name"] == "number")
        made = made.assign(what=plural(number["unit"]), unit=number["unit"])
    blank = empty(schema(COUNTS), COUNTS)
    for column in blank.columns.difference(made.columns):
        made[column] = pd.Series([None] * len(made), index=made.index, dtype=object).astype(blank[column].dtype)
    made = made.astype({"what": "string", "unit": "string"})
    made.attrs = {"table": table, **rows.attrs}
    return _whole(made)


def _whole(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with whole numbers where none has a part."""
    number = rows["number"]
    if pd.api.types.is_float_dtype(number) and not ((number % 1).fillna(0) != 0).any():
        attrs = rows.attrs
        rows = rows.assign(number=number.astype("Int64"))
        rows.attrs = attrs
    return rows
