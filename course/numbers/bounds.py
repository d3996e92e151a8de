"""Mentions with the bounds of their numbers beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from course.hedges import hedge as hedge_of
from course.hedges import no_hedge
from course.numbers.hedges import DEFAULT_CLOSENESS, Bounds, Reading, bounds_of, check_range, check_settings
from course.numbers.mentions import check_table, mentions
from course.say import NO_LIMIT
from course.tables import plain
from course.vocabulary import that, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from course.case import Case
    from course.numbers.mentions import Row

READ = ("number", "hedge", "number_to", "unit")
"""The columns that say what a number allows."""
LARGEST_COUNT = 10**15
FINEST = 10**9
"""In how many steps one of what has parts is measured: more than 12.5 kilometres is 12.500000001 or more."""
SHOWN = 6
"""How many digits behind the point are kept of that."""


def bounds(
    given: Case | pd.DataFrame, reading: Reading = "strict", closeness: float = DEFAULT_CLOSENESS
) -> pd.DataFrame:
    """Return the mentions with the columns `low` and `high` beside them.

    Parameters
    ----------
    given
        A case; or rows with the columns `number` and `hedge`, such as `case.troops`, `case.counts` or `case.numbers`,
        with `number_to` where there are ranges, and with `unit` where something is measured and not counted.
    reading, closeness
        As in `bounds_of`.

    Returns
    -------
    pandas.DataFrame
        A copy with two more columns, in the unit of `number`: of dtype `Int64`, or `Float64` where an end has a part.
        A `high` of `<NA>` means no limit.

    Raises
    ------
    TypeError
        `given` is neither a case nor a DataFrame.
    ValueError
        A column is missing or there twice, a number is not a count, or a hedge, the reading or the closeness
        is not known.
    """
    rows: Any = mentions(given) if hasattr(given, "tables") else given
    check_table(rows, ["number", "hedge"])
    check_settings(reading, closeness)
    columns = (plain(rows[name]) if name in rows else [None] * len(rows) for name in READ)
    found = _each(zip(*columns, strict=True), reading, closeness)
    ends = pd.DataFrame({"low": [each.low for each in found], "high": [each.high for each in found]}, dtype=object)
    dtype = pd.Int64Dtype() if all(isinstance(end, int | None) for end in ends.to_numpy().flat) else pd.Float64Dtype()
    bounded: pd.DataFrame = rows.assign(low=ends["low"].astype(dtype).array, high=ends["high"].astype(dtype).array)
    bounded.attrs |= {"blanks": {"low": NO_LIMIT, "high": NO_LIMIT}}
    return bounded


def bounded(rows: Sequence[Row], reading: Reading = "strict", closeness: float = DEFAULT_CLOSENESS) -> list[Row]:
    """Return mentions in plain values with `low` and `high` in each.

    Raises
    ------
    ValueError
        As in `bounds`.
    """
    check_settings(reading, closeness)
    found = _each(([row[name] for name in READ] for row in rows), reading, closeness)
    return [{**row, "low": each.low, "high": each.high} for row, each in zip(rows, found, strict=True)]


def _each(rows: Iterable[Sequence[Any]], reading: Reading, closeness: float) -> list[Bounds]:
    """Return the bounds of each row; what rows have in common is read once, for a table can be long."""
    measured = set(vocabulary("units")) - that("units", "whole")
    known: dict[tuple[Any, ...], Bounds] = {}
    found = []
    for position, (number, hedge, end, unit) in enumerate(rows, start=1):
        key = (type(number), number, hedge, end, unit in measured)
        if key not in known:
            try:
                known[key] = _bounds(number, hedge, end, reading, closeness, is_measured=unit in measured)
            except ValueError as error:
                message = f"Row {position} of the table: {error}"
                raise ValueError(message) from None
        found.append(known[key])
    return found


def _bounds(  # noqa: PLR0913 - a row and how it is read
    number: Any,  # noqa: ANN401 - whatever a cell holds
    hedge: str | None,
    end: Any,  # noqa: ANN401
    reading: Reading,
    closeness: float,
    *,
    is_measured: bool,
) -> Bounds:
    read = hedge_of(no_hedge() if hedge is None else str(hedge))
    for value in (number, end):
        if value is not None and not _is_count(value, is_measured=is_measured):
            what = "an amount. An amount is a number" if is_measured else "a count. A count is a whole number"
            message = f"{value!r} is not {what} from 0 on."
            raise ValueError(message)
    if number is not None:
        check_range(number, read.key, end)
    steps = FINEST if is_measured and number is not None and read.numbers else 1
    ends = (None if value is None else round(value * steps) for value in (number, end))
    whole, whole_to = ends
    bound = bounds_of(whole, read.key, reading, closeness, whole_to)
    if steps == 1:
        return bound
    low, high = (None if value is None else _shown(value / steps) for value in (bound.low, bound.high))
    return Bounds(low or 0, high)


def _shown(value: float) -> float:
    """Return a number without what the finest step has added, as a whole one where it is whole."""
    shown = round(value, SHOWN)
    return int(shown) if shown == int(shown) else shown


def _is_count(number: object, *, is_measured: bool) -> bool:
    if isinstance(number, bool) or not isinstance(number, int | float | np.integer | np.floating):
        return False
    return bool(0 <= number <= LARGEST_COUNT) and (is_measured or float(number).is_integer())
