"""What does the sum hide? Some mentions, their sum, and what is wrong about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from course.figures.chart import Chart, source_of
from course.numbers.add_up import Total, in_one_unit, total_of
from course.numbers.bounds import bounded
from course.numbers.hedges import DEFAULT_CLOSENESS, Reading
from course.numbers.how_many import SUM, range_picture
from course.numbers.mentions import MOST_ROWS, as_texts, first, of_unit, rows_of, table_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course.case import Case
    from course.numbers.mentions import Row

MARK = "✗"


def what_the_sum_hides(
    case: Case | pd.DataFrame,
    reading: Reading = "strict",
    closeness: float = DEFAULT_CLOSENESS,
    unit: str = "",
) -> Chart:
    """Draw some mentions and their sum, and say what is wrong about adding them.

    Parameters
    ----------
    case
        Rows of a case's table `counts` or `troops`, those that are added; or a case, whose mentions with a number in
        one unit are added.
    reading, closeness
        As in `course.bounds`.
    unit
        The unit of what is added; by default all rows that are given, and of a case the unit that most mentions have.

    Returns
    -------
    Chart
        The ranges with the sum below them; the text says each objection, the table marks which mentions it is
        about. Where there is no sum, none is drawn.

    Raises
    ------
    TypeError, ValueError
        As in `course.bounds`; or no mention is in that unit.
    ContentError
        The case has no table of counts.
    """
    rows: Sequence[Row] = rows_of(case)
    others = ""
    if not isinstance(case, pd.DataFrame):
        rows = [row for row in rows if row["number"] is not None]
    if unit or not isinstance(case, pd.DataFrame):
        rows, others = of_unit(rows, unit)
    ranges, notes = in_one_unit(bounded(rows, reading, closeness))
    total = total_of(ranges, notes)
    in_unit, apart = of_unit(ranges)
    drawn, left = first(in_unit, MOST_ROWS - 1)
    question = f"What does the sum hide? {total.said}" if total.bounds else "These mentions have no sum"
    picture = range_picture(with_sum(drawn, total), question)
    said = [in_words(total, len(rows), reading), *filter(None, (others or apart, left))]
    return Chart(picture, "\n".join(said), _table(rows, total), source_of(rows, case, table_of(case)))


def with_sum(ranges: Sequence[Row], total: Total) -> Sequence[Row]:
    """Return the ranges with one more row, the sum, where there is one; its status is `sum`."""
    if total.bounds is None:
        return ranges
    made = {"label": "Sum", "status": SUM, "number": total.low, "low": total.low, "high": total.high}
    return [*ranges, {**made, "unit": total.unit, "what": None, "paragraph": 0, "wording": ""}]


def in_words(total: Total, count: int, reading: Reading) -> str:
    """Return the sum and what is wrong about it: a line for the sum, then a line an objection after a dash."""
    if not count:
        return "There is nothing to add."
    those = f"{count:,} mention{'s' if count > 1 else ''}"
    if total.bounds:
        lines = [f"Sum of {those}, {reading} reading: {total.said}.", *total.notes]
    else:
        lines = [f"There is no sum of these {those}."]
    if total.objections:
        lines.append("What is wrong about this sum:" if total.bounds else "What is wrong about adding them:")
        lines += [f"- {objection.message}" for objection in total.objections]
    elif count > 1:
        lines.append("Nothing speaks against this sum.")
    return "\n".join(lines)


def _table(rows: Sequence[Row], total: Total) -> pd.DataFrame:
    """Return a row a mention and a column an objection, marked where the objection is about the mention."""
    table: dict[str, Any] = {"mention": as_texts(row["label"] for row in rows)}
    for kind in dict.fromkeys(objection.kind for objection in total.objections):
        about = {name for objection in total.objections if objection.kind == kind for name in objection.mentions}
        table[kind] = [MARK if row["mention"] in about else "" for row in rows]
    table["paragraph"] = pd.array([row["paragraph"] for row in rows], "Int64")
    table["wording"] = as_texts(row["wording"] for row in rows)
    return pd.DataFrame(table)
