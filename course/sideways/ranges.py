"""What the numbers of several reports allow: each as a range, what all of them allow, and sums held against them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.hedges import hedges
from course.numbers.add_up import in_one_unit, total_of
from course.numbers.bounds import bounded
from course.numbers.hedges import DEFAULT_CLOSENESS, Bounds, Reading
from course.numbers.mentions import as_count, called

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from course.numbers.mentions import Row
    from course.sideways.ties import Side, Thing

KINDS = {"status": "statuses", "measure": "measures", "stock_flow": "stock_flow", "unit": "units"}
"""What has to be the same where two ranges are to be laid over each other: columns, each with its vocabulary."""
SIDE = "side"
"""The column that says which side of a thing a range belongs to."""


@dataclass(frozen=True)
class Shared:
    """What the numbers of some reports allow together.

    Attributes
    ----------
    bounds
        What all of them allow; None where no number fits all, or where they must not be laid over each other.
    differs
        In what they are not of one kind, where they are not: each column with the words of those that have one.
    sides
        The places of those that have a size.
    """

    bounds: Bounds | None
    differs: dict[str, list[tuple[int, str]]]
    sides: tuple[int, ...]


@dataclass(frozen=True)
class Sum:
    """Some counts of other reports added up, to be held against what a report says.

    Attributes
    ----------
    name, notes
        What the sum is of, and what is noted of it.
    printed
        The sum of the numbers as they are printed; None where a part has none.
    bounds
        What the words allow; None where there is no sum.
    unit
        Its unit.
    """

    name: str
    notes: tuple[str, ...]
    printed: float | None
    bounds: Bounds | None
    unit: str


def ranges(sides: Iterable[Side], reading: Reading = "strict", closeness: float = DEFAULT_CLOSENESS) -> Sequence[Row]:
    """Return the counts of some sides with their bounds, in one unit where that can be; `side` has the place of each.

    Parameters
    ----------
    sides
        Rows of tables of counts.
    reading, closeness
        As in `course.bounds`.
    """
    rows = [as_count(side.row, side.table, side.case.names) for side in sides]
    # A key is one of its case: with its side before it, it is one here, and what pointed to another points to nothing.
    placed = [{**row, SIDE: place, "mention": f"{place}-{row['mention']}"} for place, row in enumerate(rows)]
    return in_one_unit(bounded(placed, reading, closeness))[0]


def shared(rows: Iterable[Row]) -> Shared:
    """Return what some ranges allow together, where they are of one kind, or in what they are not."""
    sized = [row for row in rows if has_size(row)]
    places = tuple(int(row[SIDE]) for row in sized)
    differs = {
        column: [(int(row[SIDE]), called(words, row[column])) for row in sized if row[column] is not None]
        for column, words in KINDS.items()
        if len({row[column] for row in sized if row[column] is not None}) > 1
    }
    if differs or len(places) < 2:  # noqa: PLR2004 - one range is nothing to lay over another
        return Shared(None, differs, places)
    low, high = (
        max(row["low"] for row in sized),
        min((row["high"] for row in sized if row["high"] is not None), default=None),
    )
    return Shared(Bounds(low, high) if high is None or low <= high else None, {}, places)


def has_size(row: Row) -> bool:
    """Return whether a mention has a number, or a size in words."""
    known = hedges().get(str(row["hedge"]))
    return bool(row["number"] is not None or (known and not known.numbers))


def sums(thing: Thing, reading: Reading = "strict", closeness: float = DEFAULT_CLOSENESS) -> list[Sum]:
    """Return the sums that are held against a thing, as `same.csv` puts them together."""
    made = []
    for name, parts in thing.sums.items():
        rows = ranges(parts, reading, closeness)
        total = total_of(rows)
        is_printed = total.bounds is not None and all(row["number"] is not None for row in rows)
        printed = float(sum(row["number"] for row in rows)) if is_printed else None
        made.append(Sum(name, tuple(part.note for part in parts if part.note), printed, total.bounds, total.unit))
    return made


def lies_in(number: float, row: Row) -> bool:
    """Return whether a number is one that a range allows."""
    return bool(row["low"] <= number and (row["high"] is None or number <= row["high"]))
