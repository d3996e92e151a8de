"""Tables that are hard to draw (empty, of blanks only, of a thousand rows, of names hard to set), and all the charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

import course
from course.case import Case
from course.teach.kit.notebook import of_a_case

if TYPE_CHECKING:
    from collections.abc import Callable

ALL_CHARTS: list[Callable[[Case], course.charts.Chart]] = [
    getattr(course.charts, name) for name in of_a_case(course.charts)
]
LONG = "the Committee for the Coordination of Everything That Nobody Else Has Coordinated Yet <b>&"
RIGHT_TO_LEFT = "קבוצה מאוד ארוכה עם שם"
THOUSAND = 1000


def changed(case: Case, how: Callable[[str, pd.DataFrame], pd.DataFrame]) -> Case:
    """Return the case with each table changed."""
    return Case(
        "hard", "A hard case", case.digest, {name: how(name, case.table(name)) for name in case.tables}, case.written
    )


def one_row(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """Keep the first row; the actors and places that it points to stay."""
    return table if name in {"actors", "places"} else table.head(1)


def no_row(_: str, table: pd.DataFrame) -> pd.DataFrame:
    return table.head(0)


def blanks(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """Leave blank whatever may be blank."""
    may = {
        "troops": ["number", "hedge", "place", "source", "overlaps_with", "overlap"],
        "statements": ["speaker", "addressee", "channel", "cue", "also", "why", "start", "end", "date_word"],
        "events": ["participants", "place", "start", "end", "date_word"],
        "places": ["latitude", "longitude", "iso"],
        "actors": ["state"],
    }
    table = table.copy()
    for column in may.get(name, []):
        table[column] = pd.Series([None] * len(table), index=table.index).astype(table[column].dtype)
    return table


def thousand_rows(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """Repeat the rows until there are a thousand, each with a key of its own; actors and places stay as they are."""
    if name in {"actors", "places"}:
        return table
    many = pd.concat([table] * (THOUSAND // len(table) + 1), ignore_index=True).head(THOUSAND)
    key = table.columns[0]
    return many.assign(**{key: pd.Series([f"k{n}" for n in range(THOUSAND)], dtype="string")})


def named(name: str) -> Callable[[str, pd.DataFrame], pd.DataFrame]:
    """Give every actor, place, mention and event this name."""

    def how(_: str, table: pd.DataFrame) -> pd.DataFrame:
        texts = [column for column in ("name", "label", "summary", "role") if column in table.columns]
        return table.assign(**{column: pd.Series([name] * len(table), dtype="string") for column in texts})

    return how


HARD = {
    "no row": no_row,
    "one row": one_row,
    "only blanks": blanks,
    "a thousand rows": thousand_rows,
    "long names": named(LONG),
    "names from right to left": named(RIGHT_TO_LEFT),
}
