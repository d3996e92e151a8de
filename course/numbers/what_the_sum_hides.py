"""What does the sum hide? Some mentions, their sum, and what is wrong about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from course.figures.chart import Chart, source_of
from course.numbers.add_up import Total, add_up, in_one_unit
from course.numbers.bounds import bounds
from course.numbers.hedges import DEFAULT_CLOSENESS, Reading
from course.numbers.how_many import SUM, range_picture
from course.numbers.mentions import MOST_ROWS, first, mentions, of_unit

if TYPE_CHECKING:
    from course.case import Case

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
    rows, others = mentions(case), ""
    if not isinstance(case, pd.DataFrame):
        rows = rows.dropna(subset="number")
    if unit or not isinstance(case, pd.DataFrame):
        rows, others = of_unit(rows, unit)
    total = add_up(rows, reading, closeness)
    ranges, _ = in_one_unit(bounds(rows, reading, closeness))
    in_unit, apart = of_unit(ranges)
    drawn, left = first(in_unit, MOST_ROWS - 1)
    question = f"What does the sum hide? {total.said}" if total.bounds else "These mentions have no sum"
    picture = range_picture(with_sum(drawn, total), question)
    said = [in_words(total, len(rows), reading), *filter(None, (others or apart, left))]
    return Chart(picture, "\n".join(said), _table(rows, total), source_of(rows, case, rows.attrs["table"]))


def with_sum(ranges: pd.DataFrame, total: Total) -> pd.DataFrame:
    """Return the ranges with one more row, the sum, where there is one; its status is `sum`."""
    ranges = ranges.astype({"status": "string"})
    if total.bounds is None:
        return ranges
    row = {
        "label": "Sum",
        "status": SUM,
        "number": total.low,
        "low": total.low,
        "high": pd.NA if total.high is None else total.high,
        "unit": total.unit,
        "paragraph": 0,
        "wording": "",
    }
    is_whole = isinstance(total.low, int) and isinstance(total.high, int | None)
    ends = dict.fromkeys(("number", "low", "high"), "Int64" if is_whole else "Float64")
    types = {**{name: ranges[name].dtype for name in row}, **ends}
    return pd.concat([ranges, pd.DataFrame([row]).astype(types)], ignore_index=True)


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


def _table(mentions: pd.DataFrame, total: Total) -> pd.DataFrame:
    """Return a row a mention and a column an objection, marked where the objection is about the mention."""
    table = mentions[["label", "paragraph", "wording"]].rename(columns={"label": "mention"}).reset_index(drop=True)
    names = list(mentions["mention"])
    for kind in dict.fromkeys(objection.kind for objection in total.objections):
        about = {name for objection in total.objections if objection.kind == kind for name in objection.mentions}
        table.insert(len(table.columns) - 2, kind, [MARK if name in about else "" for name in names])
    return table
