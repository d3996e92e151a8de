"""The mentions of counts of any case: its table of counts and that of forces as one table."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import pandas as pd

from course import names
from course.content import ContentError, did_you_mean
from course.say import and_, count, first_up, left_out, listed
from course.schema import schema
from course.tables import empty, records
from course.vocabulary import kept, vocabulary, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from course.case import Case
    from course.names import Names

Row = dict[str, Any]
"""A mention in plain values: what its columns hold, by their names; a blank is None."""

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
    every = [_as_counts(given.table(name)) for name in _tables(given)]
    together = every[0] if len(every) == 1 else pd.concat(every, ignore_index=True)
    together.attrs = {"case": given.name, "table": table_of(given)}
    return _whole(together)


def rows_of(given: Case | pd.DataFrame) -> list[Row]:
    """Return the same mentions in plain values, each with the name of its `owner`: much quicker, where they are few.

    Raises
    ------
    ContentError, ValueError
        As in `mentions`.
    """
    if isinstance(given, pd.DataFrame):
        tables, known = {_sort(given): given}, names.of(given)[0]
    else:
        tables, known = {name: given.table(name) for name in _tables(given)}, given.names
    for table, rows in tables.items():
        _check(rows, table)
    made = [as_count(row, table, known) for table, rows in tables.items() for row in records(rows)]
    return _in_whole_numbers(made)


def as_count(row: Mapping[str, Any], table: str, known: Names) -> Row:
    """Return a row of a table of counts, or of forces, as a mention in plain values."""
    owner = row["whose"]
    its = {
        "thing": row[THING.get(table, "thing")],
        "owner": owner and (known.rows.get("actors", {}).get(owner) or str(owner).replace("-", " ").title()),
    }
    return {**_blank(), **row, **its, **(_force() if table == TROOPS else {})}


def table_of(given: Case | pd.DataFrame) -> str:
    """Return the name of the table that mentions come from, of both where a case has two."""
    if isinstance(given, pd.DataFrame):
        return str(given.attrs.get("table") or _sort(given))
    return " and ".join(_tables(given))


def _tables(case: Case) -> list[str]:
    tables = [name for name in (COUNTS, TROOPS) if name in case.tables]
    if not tables:
        message = f"{case.name} has no table of counts, so there is nothing to add up."
        raise ContentError(message)
    return tables


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


def of_unit(rows: Sequence[Row], unit: str = "", *, in_code: bool = True) -> tuple[Sequence[Row], str]:
    """Return the mentions in one unit, by default in the one that most have, and a sentence on those in others.

    In code it says how to choose them; an explorer has a control for that.

    Raises
    ------
    ValueError
        No mention is in that unit.
    """
    sizes = Counter(row["unit"] for row in rows if row["unit"] is not None)
    known = [each for each, _ in sizes.most_common()]
    if unit and unit not in known:
        message = f"No mention is in {unit!r}. {did_you_mean(unit, known)}"
        raise ValueError(message)
    if len(known) < 2:  # noqa: PLR2004 - one unit is nothing to choose
        return rows, ""
    chosen, called_ = unit or known[0], units_of(rows)
    others = [each for each in known if each != chosen]
    left = listed([f"{called_[each]} ({count(sizes[each], 'mention')})" for each in others], MOST_UNITS)
    said = f"Drawn: {called_[chosen]}. An axis has one unit, so these are not drawn: {left}."
    shown = [row for row in rows if row["unit"] == chosen]
    return shown, f"{said} Choose them with unit={others[0]!r}." if in_code else said


def units_of(rows: Iterable[Row]) -> dict[str, str]:
    """Return the units of some mentions in the order in which they come, each with what is counted in it."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        if row["unit"]:
            found.setdefault(row["unit"], []).append(row)
    return {unit: counted(some).axis for unit, some in found.items()}


def first(rows: Sequence[Row], most: int = MOST_ROWS) -> tuple[Sequence[Row], str]:
    """Return the mentions that a picture can hold, the first ones, and a sentence on those that are left out."""
    return rows[:most], " ".join(left_out(len(rows), most, "mention", "that the table has first"))


def counted(rows: Sequence[Row]) -> Counted:
    """Return what some mentions of one unit count, in words; nothing in particular where there is none."""
    whats = list(dict.fromkeys(str(row["what"]) for row in rows if row["what"] is not None))
    first_unit = next((row["unit"] for row in rows if row["unit"]), "")
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


def in_words_of(name: str, keys: Iterable[object]) -> Any:  # noqa: ANN401 - an array of pandas
    """Return the words of a vocabulary for some keys, as a column; a key that is none of it stays."""
    known = words(name)
    return as_texts(known.get(str(key), key) for key in keys)


def as_texts(values: Iterable[Any]) -> Any:  # noqa: ANN401 - an array of pandas
    """Return some texts as a column, in which None is a blank."""
    return pd.array(list(values), dtype="string")


def owners(rows: Iterable[Row]) -> list[str]:
    """Return whose the mentions are: names of the case, in the order of the alphabet."""
    return sorted({row["whose"]: row["owner"] for row in rows if row["whose"] is not None}.values())


def mentions_of(number: int, noun: str) -> str:
    """Return how many mentions there are of what is counted."""
    return count(number, "mention") + (f" of {noun}" if noun else "")


def _sort(rows: pd.DataFrame) -> str:
    """Return which of the two tables some rows are of."""
    return COUNTS if {"unit", "thing"} & set(rows) else TROOPS


def _check(rows: pd.DataFrame, table: str) -> None:
    thing = THING.get(table, "thing")
    needed = [thing if column == "thing" else column for column in NEEDED]
    check_table(rows, [*needed, *(("what", "unit") if table == COUNTS else ())])


def _as_counts(rows: pd.DataFrame) -> pd.DataFrame:
    table = _sort(rows)
    _check(rows, table)
    made = rows.rename(columns={THING.get(table, "thing"): "thing"})
    made = made.assign(**_force()) if table == TROOPS else made
    blank = {name: pd.array([pd.NA] * len(made), dtype) for name, dtype in _types().items() if name not in made}
    texts = {name: made[name].astype("string") for name in ("what", "unit")}
    made = made.assign(**texts, **dict(sorted(blank.items())))
    made.attrs = {"table": table, **rows.attrs}
    return _whole(made)


@kept
def _types() -> dict[str, Any]:
    """Return the type of each column of a table of counts."""
    return {str(name): dtype for name, dtype in empty(schema(COUNTS)).dtypes.items()}


@cache
def _blank() -> Row:
    return {field["name"]: None for field in schema(COUNTS)["fields"] if field["name"] != "thing"}


@kept
def _force() -> Row:
    """Return what a mention of a force counts, and in what."""
    unit = next(field["unit"] for field in schema(TROOPS)["fields"] if field["name"] == "number")
    return {"what": plural(unit), "unit": unit}


def _in_whole_numbers(rows: list[Row]) -> list[Row]:
    """Give the mentions whole numbers where none has a part; return them."""
    floats = [row for row in rows if isinstance(row["number"], float)]
    if all(row["number"].is_integer() for row in floats):
        for row in floats:
            row["number"] = int(row["number"])
    return rows


def _whole(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with whole numbers where none has a part."""
    number = rows["number"]
    if pd.api.types.is_float_dtype(number) and not ((number % 1).fillna(0) != 0).any():
        attrs = rows.attrs
        rows = rows.assign(number=number.astype("Int64"))
        rows.attrs = attrs
    return rows
