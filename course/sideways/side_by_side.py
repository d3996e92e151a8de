"""Side by side: what several reports say of one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from course.content import did_you_mean
from course.figures.chart import Chart
from course.numbers.hedges import DEFAULT_CLOSENESS, Reading
from course.numbers.how_many import range_in_words
from course.say import and_, listed
from course.sideways.answers import answers, written
from course.sideways.picture import picture
from course.sideways.ranges import SIDE, ranges
from course.sideways.ties import FILE, things
from course.sideways.words import words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from course.sideways.ties import Thing

MOST_TITLES = 5


def side_by_side(
    thing: str = "",
    folder: str | Path | None = None,
    reading: Reading = "strict",
    closeness: float = DEFAULT_CLOSENESS,
) -> Chart:
    """Draw what several reports say of one thing, a line each, in the order in which they were written.

    Parameters
    ----------
    thing
        Its key in `same.csv`, such as `"mission"`; by default the first.
    folder
        A folder with a `same.csv` and the folders of some cases; by default those that the course ships.
    reading, closeness
        How a hedge is read, as in `course.bounds`.

    Returns
    -------
    Chart
        A count is drawn as the range that each report's words allow, then what all of them allow where they are of one
        kind, then the sums that are held against it; a statement or an event as the days on which it can have been.
        The text says what differs, what one report leaves out, and which blanks another fills.

    Raises
    ------
    TypeError, ValueError
        There is no thing of that key, or the reading or the closeness is not one that is known.
    ContentError
        `same.csv` or a case is not as it should be.
    """
    every = things(folder)
    check_thing(thing, every)
    one = every[thing] if thing else next(iter(every.values()))
    drawn = picture(one, reading, closeness)
    return Chart(drawn, words(one, reading, closeness), _table(one, reading, closeness), _caption(one))


def check_thing(thing: object, every: Mapping[str, Thing]) -> None:
    """Raise an error where something is not the key of a thing; an empty text stands for the first one."""
    if not isinstance(thing, str):
        message = (
            f"A thing is named by its key in {FILE}, such as {next(iter(every))!r}, not by a {type(thing).__name__}."
        )
        raise TypeError(message)
    if thing and thing not in every:
        message = f"{FILE} ties nothing as {thing!r}. {did_you_mean(thing, every)}"
        raise ValueError(message)


def _table(thing: Thing, reading: Reading, closeness: float) -> pd.DataFrame:
    """Return a row a report and a column a question, with the range of each number and the evidence."""
    sides = thing.in_order
    table: dict[str, list[Any]] = {
        "report": [side.case.title for side in sides],
        "written": [written(side) for side in sides],
    }
    table |= {answer.asks: [and_(said) if said else pd.NA for said in answer.said] for answer in answers(thing)}
    if thing.is_counted:
        rows = {row[SIDE]: range_in_words(row) for row in ranges(sides, reading, closeness)}
        table["the words allow"] = [rows[place] for place in range(len(sides))]
    table["note"] = [side.note or pd.NA for side in sides]
    for column in ("paragraph", "wording"):
        table[column] = [side.row[column] for side in sides]
    return pd.DataFrame(table)


def _caption(thing: Thing) -> str:
    """Return where the rows come from, and which paragraphs are those of a digest alone."""
    sides = thing.in_order
    rows = "; ".join(f"{side.case.name}, {side.table} {side.name}" for side in sides)
    retold = listed([side.case.title for side in sides if side.case.retold], MOST_TITLES)
    of = f" Paragraph and wording are those of a digest, for we do not have the text: {retold}." if retold else ""
    return f"Source: {thing.key} in {FILE}: {rows}.{of}"
