"""Mentions added up, and what is wrong about the sum."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.hedges import hedges
from course.numbers.bounds import bounds, check_table
from course.numbers.hedges import DEFAULT_CLOSENESS, Bounds, Reading
from course.say import and_
from course.tables import records

if TYPE_CHECKING:
    import pandas as pd


COLUMNS = [
    *("mention", "force", "label", "number", "hedge", "status", "measure"),
    *("stock_flow", "whose", "overlaps_with", "overlap"),
]
MIXED = {
    "status": "The report does not say that all these soldiers are in place.",
    "measure": "How many there are, how many can be there and how many are to come do not add up to one number.",
}
"""The columns in which all mentions of a sum have to agree, and what it means where they do not."""


@dataclass(frozen=True)
class Objection:
    """One thing that is wrong about a sum: its kind, a sentence, and the mentions that it is about."""

    kind: str
    message: str
    mentions: tuple[str, ...]


@dataclass(frozen=True)
class Total:
    """The sum of some mentions as bounds, with what is wrong about it."""

    bounds: Bounds
    objections: tuple[Objection, ...]

    @property
    def low(self) -> int:
        """The sum of the low ends, in soldiers."""
        return self.bounds.low

    @property
    def high(self) -> int | None:
        """The sum of the high ends, in soldiers; None where one of them is open."""
        return self.bounds.high

    def __str__(self) -> str:
        """Return the bounds, then a line an objection."""
        wrong = [f"  - {objection.message}" for objection in self.objections]
        return "\n".join([f"Sum: {self.bounds}", *(["What is wrong about it:", *wrong] if wrong else [])])

    __repr__ = __str__


def add_up(mentions: pd.DataFrame, reading: Reading = "strict", closeness: float = DEFAULT_CLOSENESS) -> Total:
    """Add up mentions of forces, and say what is wrong about the sum.

    Parameters
    ----------
    mentions
        Rows of `case.troops`.
    reading, closeness
        As in `bounds_of`.

    Returns
    -------
    Total
        `low` and `high` in soldiers (`high` is None without a limit) and the `objections`. The sum is the
        plain one: soldiers who stand in two mentions count twice, and an objection says so.

    Raises
    ------
    TypeError, ValueError
        As in `bounds`.
    """
    check_table(mentions, COLUMNS)
    ranges = bounds(mentions, reading, closeness)
    high = None if ranges["high"].isna().any() else int(ranges["high"].sum())
    found = [*_blanks(mentions), *_ceilings(mentions), *_mixed(mentions), *_overlaps(mentions)]
    return Total(Bounds(int(ranges["low"].sum()), high), tuple(found))


def _blanks(rows: pd.DataFrame) -> list[Objection]:
    sizes = [key for key, each in hedges().items() if not each.numbers]
    blank = rows[rows["number"].isna() & ~rows["hedge"].isin(sizes)]
    if blank.empty:
        return []
    count = len(blank)
    what = "1 mention has no number" if count == 1 else f"{count} mentions have no number"
    message = f"Blanks: {what}. A blank is not a zero: the sum has no limit above."
    return [Objection("blank", message, tuple(blank["mention"]))]


def _ceilings(rows: pd.DataFrame) -> list[Objection]:
    ceilings = {key: each.word for key, each in hedges().items() if each.is_ceiling}
    ceiling = rows[rows["hedge"].isin(list(ceilings))]
    if ceiling.empty:
        return []
    count = len(ceiling)
    what = "1 number is a ceiling" if count == 1 else f"{count} numbers are ceilings"
    said = and_(f"“{ceilings[key]}”" for key in ceiling["hedge"].unique())
    message = f"Ceiling: {what} ({said}). A ceiling says how many there are at most, not how many there are."
    return [Objection("ceiling", message, tuple(ceiling["mention"]))]


def _mixed(rows: pd.DataFrame) -> list[Objection]:
    found = []
    names = tuple(rows["mention"])
    for column, why in MIXED.items():
        values = sorted(rows[column].dropna().astype(str).unique())
        if len(values) > 1:
            found.append(Objection(f"mixed {column}", f"Mixed {column}: {and_(values)} in one sum. {why}", names))
    if len(set(rows["stock_flow"].dropna())) > 1:
        message = (
            "Flow with stocks: soldiers who are moved are added to soldiers who are there, "
            "like water poured in to the water in a lake."
        )
        found.append(Objection("flow with stocks", message, tuple(rows.loc[rows["stock_flow"] == "flow", "mention"])))
    owners = sorted(str(name).replace("-", " ").title() for name in rows["whose"].dropna().unique())
    if len(owners) > 1:
        message = f"Several owners: forces of {and_(owners)}. Whose number would the sum be?"
        found.append(Objection("several owners", message, names))
    return found


def _overlaps(rows: pd.DataFrame) -> list[Objection]:
    labels = dict(zip(rows["mention"], rows["label"], strict=True))
    found = []
    for force, same in rows.groupby("force", sort=False):
        if len(same) > 1:
            times = len(same)
            message = f"Overlap: {times} mentions speak of one force ({force}). Its soldiers would count {times} times."
            found.append(Objection("overlap", message, tuple(same["mention"])))
    linked = rows[rows["overlaps_with"].isin(rows["mention"]) & (rows["overlap"] != "same")]
    for row in records(linked):
        one, other = labels[row["mention"]], labels[row["overlaps_with"]]
        if row["overlap"] == "part":
            message = f"Overlap: “{one}” are a part of “{other}” and would count twice."
        else:
            message = f"Overlap: “{one}” and “{other}” may share soldiers; the report does not say."
        found.append(Objection("overlap", message, (row["mention"], row["overlaps_with"])))
    return found
