"""What does the sum hide? Some mentions, their sum, and what is wrong about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from course.figures.chart import Chart, source_of
from course.numbers.add_up import Total, add_up
from course.numbers.bounds import bounds
from course.numbers.hedges import DEFAULT_CLOSENESS, Reading
from course.numbers.how_many import range_picture

if TYPE_CHECKING:
    from course.case import Case

MARK = "✗"


def what_the_sum_hides(
    case: Case | pd.DataFrame, reading: Reading = "strict", closeness: float = DEFAULT_CLOSENESS
) -> Chart:
    """Draw some mentions of a force and their sum, and say what is wrong about adding them.

    Parameters
    ----------
    case
        Rows of a case's table `troops`, those that are added; or a case, whose mentions with a number are
        added.
    reading, closeness
        As in `course.bounds`.

    Returns
    -------
    Chart
        The ranges with the sum below them; the text says each objection, the table marks which mentions it is
        about. The unit is soldiers.

    Raises
    ------
    TypeError, ValueError
        As in `course.bounds`.
    """
    mentions = case if isinstance(case, pd.DataFrame) else case.troops.dropna(subset="number")
    total = add_up(mentions, reading, closeness)
    ranges = with_sum(bounds(mentions, reading, closeness), total)
    picture = range_picture(ranges, f"What does the sum hide? {total.bounds}")
    return Chart(picture, in_words(total, len(mentions), reading), _table(mentions, total), source_of(mentions, case))


def with_sum(ranges: pd.DataFrame, total: Total) -> pd.DataFrame:
    """Return the ranges with one more row, the sum; its status is `sum`."""
    row = {
        "label": "Sum",
        "status": "sum",
        "number": total.low,
        "low": total.low,
        "high": pd.NA if total.high is None else total.high,
        "paragraph": 0,
        "wording": "",
    }
    ranges = ranges.astype({"status": "string"})
    return pd.concat(
        [ranges, pd.DataFrame([row]).astype({name: ranges[name].dtype for name in row})], ignore_index=True
    )


def in_words(total: Total, count: int, reading: Reading) -> str:
    """Return the sum and what is wrong about it: a line for the sum, then a line an objection after a dash."""
    if not count:
        return "There is nothing to add."
    lines = [f"Sum of {count} mention{'s' if count > 1 else ''}, {reading} reading: {total.bounds}."]
    if total.objections:
        lines.append("What is wrong about this sum:")
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
