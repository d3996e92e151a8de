"""Hedged numbers as bounds, and what is wrong about adding them up."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
import pandas as pd

from course.content import did_you_mean
from course.tables import records

Reading = Literal["strict", "usual"]
DEFAULT_CLOSENESS = 0.1
LARGEST_CLOSENESS = 0.5
LARGEST_COUNT = 10**15
HEDGES = ("more than", "nearly", "up to", "about", "exactly", "bare", "tens of thousands")


@dataclass(frozen=True)
class Bounds:
    """The least and the most that a wording allows, both counted; a `high` of None means no limit."""

    low: int
    high: int | None

    def __str__(self) -> str:
        """Return the bounds in words, such as `0 to 4,000` or `at least 100,001, no limit above`."""
        if self.high is None:
            return f"at least {self.low:,}, no limit above" if self.low else "0 or more, no limit above"
        return f"{self.low:,} to {self.high:,}" if self.low != self.high else f"{self.low:,}"


@dataclass(frozen=True)
class Objection:
    """One thing that is wrong about a sum: its kind, a sentence, and the mentions that it is about."""

    kind: str
    message: str
    mentions: tuple[str, ...]


@dataclass(frozen=True)
class Total:
    """The sum of some mentions as bounds, with what is wrong about it."""

    bounds: Bounds
    objections: tuple[Objection, ...]

    @property
    def low(self) -> int:
        """The sum of the low ends, in soldiers."""
        return self.bounds.low

    @property
    def high(self) -> int | None:
        """The sum of the high ends, in soldiers; None where one of them is open."""
        return self.bounds.high

    def __str__(self) -> str:
        """Return the bounds, then a line an objection."""
        wrong = [f"  - {objection.message}" for objection in self.objections]
        return "\n".join([f"Sum: {self.bounds}", *(["What is wrong about it:", *wrong] if wrong else [])])

    __repr__ = __str__


def bounds_of(
    number: int | None, hedge: str | None, reading: Reading = "strict", closeness: float = DEFAULT_CLOSENESS
) -> Bounds:
    """Return the bounds of one hedged number.

    The strict reading takes only what the words entail. The usual reading is a convention of this course:
    how near is near is set by `closeness`, and the point is to see how much hangs on it. Behind it stand
    Nouwen (2010) and Blok (2015) on "up to" and "at most", and Cummins, Sauerland and Solt (2012) on "more
    than" with round numbers.

    Parameters
    ----------
    number
        The number as printed, or None where none is stated.
    hedge
        A word of the vocabulary `hedges`, or None.
    reading
        `"strict"` or `"usual"`.
    closeness
        How near "nearly" is taken to be, as a share of the number, from 0 to 0.5.

    Raises
    ------
    ValueError
        The hedge, the reading or the closeness is not one that is known.
    """
    _check_settings(reading, closeness)
    if hedge == "tens of thousands":
        return Bounds(20_000, 99_999)
    if number is None:
        return Bounds(0, None)
    strict = _strict(number, hedge)
    return strict if reading == "strict" else _usual(number, hedge, closeness, strict)


def _strict(number: int, hedge: str | None) -> Bounds:
    match hedge:
        case None | "bare" | "exactly":
            return Bounds(number, number)
        case "more than":
            return Bounds(number + 1, None)
        case "nearly":
            return Bounds(0, max(number - 1, 0))
        case "up to":
            return Bounds(0, number)
        case "about":
            return Bounds(0, None)
        case _:
            message = f"{hedge!r} is not a hedge. {did_you_mean(str(hedge), HEDGES)}"
            raise ValueError(message)


def _usual(number: int, hedge: str | None, closeness: float, strict: Bounds) -> Bounds:
    """Draw the open side of the strict bounds near the number; never beyond them."""
    match hedge:
        case "more than":
            return Bounds(strict.low, max(strict.low, _floor(number * (1 + 3 * closeness))))
        case "nearly":
            high = max(number - 1, 0)
            return Bounds(min(_ceil(number * (1 - closeness)), high), high)
        case "up to":
            return Bounds(_ceil(number * (1 - 2 * closeness)), number)
        case "about":
            return Bounds(_ceil(number * (1 - closeness)), _floor(number * (1 + closeness)))
        case _:
            return strict


def bounds(mentions: pd.DataFrame, reading: Reading = "strict", closeness: float = DEFAULT_CLOSENESS) -> pd.DataFrame:
    """Return the mentions with the columns `low` and `high` beside them.

    Parameters
    ----------
    mentions
        Rows with the columns `number` and `hedge`, such as `case.troops` or `case.numbers`.
    reading, closeness
        As in `bounds_of`.

    Returns
    -------
    pandas.DataFrame
        A copy with two more columns of dtype `Int64`, in the unit of `number`. A `high` of `<NA>` means
        no limit.

    Raises
    ------
    TypeError
        `mentions` is not a DataFrame.
    ValueError
        A column is missing or there twice, a number is not a count, or a hedge, the reading or the closeness
        is not known.
    """
    _check_table(mentions, ["number", "hedge"])
    _check_settings(reading, closeness)
    _check_numbers(mentions)
    each = [
        bounds_of(None if pd.isna(number) else int(number), None if pd.isna(hedge) else str(hedge), reading, closeness)
        for number, hedge in zip(mentions["number"], mentions["hedge"], strict=True)
    ]
    low = pd.array([b.low for b in each], dtype="Int64")
    high = pd.array([pd.NA if b.high is None else b.high for b in each], dtype="Int64")
    return mentions.assign(low=low, high=high)


def add_up(mentions: pd.DataFrame, reading: Reading = "strict", closeness: float = DEFAULT_CLOSENESS) -> Total:
    """Add up mentions of forces, and say what is wrong about the sum.

    Parameters
    ----------
    mentions
        Rows of `case.troops`.
    reading, closeness
        As in `bounds_of`.

    Returns
    -------
    Total
        `low` and `high` in soldiers (`high` is None without a limit) and the `objections`. The sum is the
        plain one: soldiers who stand in two mentions count twice, and an objection says so.

    Raises
    ------
    TypeError, ValueError
        As in `bounds`.
    """
    columns = [
        "mention",
        "force",
        "label",
        "number",
        "hedge",
        "status",
        "stock_flow",
        "whose",
        "overlaps_with",
        "overlap",
    ]
    _check_table(mentions, columns)
    ranges = bounds(mentions, reading, closeness)
    high = None if ranges["high"].isna().any() else int(ranges["high"].sum())
    found = [*_blanks(mentions), *_ceilings(mentions), *_mixed(mentions), *_overlaps(mentions)]
    return Total(Bounds(int(ranges["low"].sum()), high), tuple(found))


def _blanks(rows: pd.DataFrame) -> list[Objection]:
    blank = rows[rows["number"].isna() & (rows["hedge"].isna() | (rows["hedge"] != "tens of thousands"))]
    if blank.empty:
        return []
    count = len(blank)
    what = "1 mention has no number" if count == 1 else f"{count} mentions have no number"
    message = f"Blanks: {what}. A blank is not a zero: the sum has no limit above."
    return [Objection("blank", message, tuple(blank["mention"]))]


def _ceilings(rows: pd.DataFrame) -> list[Objection]:
    ceiling = rows[rows["hedge"] == "up to"]
    if ceiling.empty:
        return []
    count = len(ceiling)
    what = "1 number is a ceiling" if count == 1 else f"{count} numbers are ceilings"
    message = f"Ceiling: {what} (“up to”). A ceiling says how many there are at most, not how many there are."
    return [Objection("ceiling", message, tuple(ceiling["mention"]))]


def _mixed(rows: pd.DataFrame) -> list[Objection]:
    found = []
    names = tuple(rows["mention"])
    statuses = sorted(rows["status"].dropna().astype(str).unique())
    if len(statuses) > 1:
        message = (
            f"Mixed status: {_and(statuses)} in one sum. The report does not say that all these soldiers are in place."
        )
        found.append(Objection("mixed status", message, names))
    if len(set(rows["stock_flow"].dropna())) > 1:
        message = (
            "Flow with stocks: soldiers who are moved are added to soldiers who are there, "
            "like water poured in to the water in a lake."
        )
        found.append(Objection("flow with stocks", message, tuple(rows.loc[rows["stock_flow"] == "flow", "mention"])))
    owners = sorted(str(name).replace("-", " ").title() for name in rows["whose"].dropna().unique())
    if len(owners) > 1:
        message = f"Several owners: forces of {_and(owners)}. Whose number would the sum be?"
        found.append(Objection("several owners", message, names))
    return found


def _overlaps(rows: pd.DataFrame) -> list[Objection]:
    labels = dict(zip(rows["mention"], rows["label"], strict=True))
    found = []
    for force, same in rows.groupby("force", sort=False):
        if len(same) > 1:
            times = len(same)
            message = f"Overlap: {times} mentions speak of one force ({force}). Its soldiers would count {times} times."
            found.append(Objection("overlap", message, tuple(same["mention"])))
    linked = rows[rows["overlaps_with"].isin(rows["mention"]) & (rows["overlap"] != "same")]
    for row in records(linked):
        one, other = labels[row["mention"]], labels[row["overlaps_with"]]
        if row["overlap"] == "part":
            message = f"Overlap: “{one}” are a part of “{other}” and would count twice."
        else:
            message = f"Overlap: “{one}” and “{other}” may share soldiers; the report does not say."
        found.append(Objection("overlap", message, (row["mention"], row["overlaps_with"])))
    return found


def _and(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _check_settings(reading: str, closeness: float) -> None:
    if reading not in get_args(Reading):
        message = f"{reading!r} is not a reading. {did_you_mean(str(reading), get_args(Reading))}"
        raise ValueError(message)
    if not isinstance(closeness, int | float) or not 0 <= closeness <= LARGEST_CLOSENESS:
        message = f"The closeness is a share from 0 to {LARGEST_CLOSENESS}, not {closeness!r}: 0.1 means 10 %."
        raise ValueError(message)


def _check_table(mentions: object, columns: list[str]) -> None:
    if not isinstance(mentions, pd.DataFrame):
        message = f"A table of mentions is needed, such as case.troops, not a {type(mentions).__name__}."
        raise TypeError(message)
    if not mentions.columns.is_unique:
        message = "Two columns of the table have the same name. Keep one of them."
        raise ValueError(message)
    missing = [column for column in columns if column not in mentions.columns]
    if missing:
        message = f"The table has no column {_and(missing)}. Give whole rows of case.troops."
        raise ValueError(message)


def _check_numbers(mentions: pd.DataFrame) -> None:
    for position, (number, hedge) in enumerate(zip(mentions["number"], mentions["hedge"], strict=True), start=1):
        if not pd.isna(hedge) and hedge not in HEDGES:
            message = f"Row {position} of the table: {hedge!r} is not a hedge. {did_you_mean(str(hedge), HEDGES)}"
            raise ValueError(message)
        if not pd.isna(number) and not _is_count(number):
            message = f"Row {position} of the table: {number!r} is not a count. A count is a whole number from 0 on."
            raise ValueError(message)


def _is_count(number: object) -> bool:
    if isinstance(number, bool) or not isinstance(number, int | float | np.integer | np.floating):
        return False
    return bool(0 <= number <= LARGEST_COUNT) and float(number).is_integer()


def _floor(value: float) -> int:
    """Round down, but take 129999.99999999999 for the 130000 that it stands for."""
    return math.floor(round(value, 6))


def _ceil(value: float) -> int:
    return math.ceil(round(value, 6))
