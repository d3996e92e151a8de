"""Mentions with the bounds of their numbers beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from course.hedges import hedge as hedge_of
from course.hedges import no_hedge
from course.numbers.hedges import DEFAULT_CLOSENESS, Reading, bounds_of, check_range, check_settings
from course.say import NO_LIMIT, and_

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST_COUNT = 10**15


def bounds(mentions: pd.DataFrame, reading: Reading = "strict", closeness: float = DEFAULT_CLOSENESS) -> pd.DataFrame:
    """Return the mentions with the columns `low` and `high` beside them.

    Parameters
    ----------
    mentions
        Rows with the columns `number` and `hedge`, such as `case.troops` or `case.numbers`; and with `number_to` where
        there are ranges.
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
        bounds_of(number, hedge, reading, closeness, number_to) for number, hedge, number_to in _numbers_of(mentions)
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


def _columns(mentions: pd.DataFrame) -> zip[tuple[Any, Any, Any]]:
    ends = mentions["number_to"] if "number_to" in mentions.columns else [None] * len(mentions)
    return zip(mentions["number"], mentions["hedge"], ends, strict=True)


def _numbers_of(mentions: pd.DataFrame) -> Iterator[tuple[int | None, str | None, int | None]]:
    for number, hedge, end in _columns(mentions):
        whole, whole_to = (None if pd.isna(each) else int(each) for each in (number, end))
        yield whole, None if pd.isna(hedge) else str(hedge), whole_to


def _check_numbers(mentions: pd.DataFrame) -> None:
    for position, (number, hedge, end) in enumerate(_columns(mentions), start=1):
        try:
            known = hedge_of(no_hedge() if pd.isna(hedge) else str(hedge))
            for each in (number, end):
                if not pd.isna(each) and not _is_count(each):
                    message = f"{each!r} is not a count. A count is a whole number from 0 on."
                    raise ValueError(message)  # noqa: TRY301 - the row is added below
            if not pd.isna(number):
                check_range(int(number), known.key, None if pd.isna(end) else int(end))
        except ValueError as error:
            message = f"Row {position} of the table: {error}"
            raise ValueError(message) from None


def _is_count(number: object) -> bool:
    if isinstance(number, bool) or not isinstance(number, int | float | np.integer | np.floating):
        return False
    return bool(0 <= number <= LARGEST_COUNT) and float(number).is_integer()
