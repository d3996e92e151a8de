"""Mentions with the bounds of their numbers beside them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from course.content import did_you_mean
from course.numbers.hedges import DEFAULT_CLOSENESS, HEDGES, Reading, bounds_of, check_settings
from course.say import NO_LIMIT, and_

LARGEST_COUNT = 10**15


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
    check_table(mentions, ["number", "hedge"])
    check_settings(reading, closeness)
    _check_numbers(mentions)
    each = [
        bounds_of(None if pd.isna(number) else int(number), None if pd.isna(hedge) else str(hedge), reading, closeness)
        for number, hedge in zip(mentions["number"], mentions["hedge"], strict=True)
    ]
    low = pd.array([b.low for b in each], dtype="Int64")
    high = pd.array([pd.NA if b.high is None else b.high for b in each], dtype="Int64")
    bounded = mentions.assign(low=low, high=high)
    bounded.attrs |= {"blanks": {"low": NO_LIMIT, "high": NO_LIMIT}}
    return bounded


def check_table(mentions: object, columns: list[str]) -> None:
    """Raise an error where this is no table of mentions, or where it lacks a column."""
    if not isinstance(mentions, pd.DataFrame):
        message = f"A table of mentions is needed, such as case.troops, not a {type(mentions).__name__}."
        raise TypeError(message)
    if not mentions.columns.is_unique:
        message = "Two columns of the table have the same name. Keep one of them."
        raise ValueError(message)
    missing = [column for column in columns if column not in mentions.columns]
    if missing:
        message = f"The table has no column {and_(missing)}. Give whole rows of case.troops."
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
