"""Mentions added up, and what is wrong about the sum."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from course.numbers.bounds import bounded, bounds
from course.numbers.hedges import DEFAULT_CLOSENESS, Bounds, Reading
from course.numbers.mentions import plural, rows_of, units_of
from course.numbers.objections import Objection, objections
from course.say import and_, ends
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course.case import Case
    from course.numbers.mentions import Row


@dataclass(frozen=True)
class Total:
    """The sum of some mentions as bounds, with what is wrong about it.

    Attributes
    ----------
    bounds
        The sum; None where an objection forbids one.
    objections
        What is wrong about it.
    unit
        The unit of the sum.
    notes
        What was done before it was made, in sentences: what was changed from one unit into another.
    """

    bounds: Bounds | None
    objections: tuple[Objection, ...]
    unit: str = ""
    notes: tuple[str, ...] = ()

    @property
    def low(self) -> float | None:
        """The sum of the low ends, in its unit; None where there is no sum."""
        return self.bounds.low if self.bounds else None

    @property
    def high(self) -> float | None:
        """The sum of the high ends, in its unit; None where one of them is open, or where there is no sum."""
        return self.bounds.high if self.bounds else None

    @property
    def said(self) -> str:
        """The sum in words."""
        return ends(self.bounds.low, self.bounds.high, self.unit) if self.bounds else "none"

    def __str__(self) -> str:
        """Return the bounds, then a line an objection."""
        wrong = [f"  - {objection.message}" for objection in self.objections]
        why = ["What is wrong about it:" if self.bounds else "Why there is none:", *wrong] if wrong else []
        return "\n".join([f"Sum: {self.said}", *self.notes, *why])

    __repr__ = __str__


def add_up(given: Case | pd.DataFrame, reading: Reading = "strict", closeness: float = DEFAULT_CLOSENESS) -> Total:
    """Add up mentions, and say what is wrong about the sum.

    Parameters
    ----------
    given
        A case, or rows of its table `counts` or `troops`.
    reading, closeness
        As in `bounds_of`.

    Returns
    -------
    Total
        `low` and `high` in the unit that most of the mentions have (`high` is None without a limit) and the
        `objections`. The sum is the plain one: what stands in two mentions counts twice, and an objection says so.
        What makes no sum at all, such as people and euros or rival counts, has none.

    Raises
    ------
    TypeError, ValueError
        As in `bounds`.
    ContentError
        The case has no table of counts.
    """
    if not isinstance(given, pd.DataFrame) and not hasattr(given, "tables"):
        bounds(given)  # says what is needed
    return total_of(*in_one_unit(bounded(rows_of(given), reading, closeness)))


def total_of(ranges: Sequence[Row], notes: tuple[str, ...] = ()) -> Total:
    """Return the sum of mentions that are in one unit, as `in_one_unit` gives them."""
    found = tuple(objections(ranges))
    unit = next(iter(units_of(ranges)), "")
    if any(objection.forbids for objection in found):
        return Total(None, found, unit, notes)
    low, high = (_plain(sum(row[end] or 0 for row in ranges)) for end in ("low", "high"))
    return Total(Bounds(low, None if any(row["high"] is None for row in ranges) else high), found, unit, notes)


def in_one_unit(ranges: Sequence[Row]) -> tuple[Sequence[Row], tuple[str, ...]]:
    """Return mentions of one dimension in the unit that most of them have, and a sentence on what was changed for it.

    Mentions of several dimensions stay as they are.
    """
    units = {unit: vocabulary("units").get(unit, {}) for unit in units_of(ranges)}
    factors = {unit: row.get("factor") for unit, row in units.items()}
    if len(units) < 2 or len({row.get("dimension") for row in units.values()}) > 1 or not all(factors.values()):  # noqa: PLR2004 - one is nothing to change
        return ranges, ()
    [(unit, _)] = Counter(row["unit"] for row in ranges if row["unit"] is not None).most_common(1)
    times = {each: float(factor or 1) / float(factors[unit] or 1) for each, factor in factors.items()}
    changed = [{**row, **_times(row, times.get(row["unit"], 1)), "unit": unit} for row in ranges]
    return changed, (f"{and_(plural(each) for each in units).capitalize()} are added in {plural(unit)}.",)


def _times(row: Row, factor: float) -> Row:
    """Return the numbers of a mention in another unit."""
    if factor == 1:
        return {}
    numbers = {name: row[name] for name in ("number", "number_to", "low", "high")}
    return {name: None if value is None else round(value * factor, 6) for name, value in numbers.items()}


def _plain(value: float) -> float:
    """Return a sum without what floating point has left of it, as a whole number where it is whole."""
    shown = round(float(value), 6) if not isinstance(value, int) else value
    return int(value) if shown == int(value) else shown
