"""What is still open in a coding, and what in it does not go together, in words for the coder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.desk.columns import columns
from course.hedges import hedges
from course.say import and_
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from course.desk.coding import Coding, Row

WITH_A_SIZE = ("hedge", "measure")
"""The columns that a row with a number or a size has, and one without has not."""
NAMED = "named"


def open_columns(row: Row, asked: Collection[str] = ()) -> list[str]:
    """Return the labels of the columns of a row in which something is still to be chosen; of those asked, or of all."""
    return [columns()[name].label for name in open_names(row, asked)]


def open_names(row: Row, asked: Collection[str] = ()) -> list[str]:
    """Return the names of these columns."""
    needs = {name for name, column in columns().items() if column.is_needed}
    if row.cell("number") or row.cell("hedge"):
        needs |= {*WITH_A_SIZE}
    if _names_its_source(row):
        needs.add("source")
    needs &= {*asked} if asked else needs
    return [name for name in columns() if name in needs and not row.cell(name)]


def at_odds(row: Row) -> list[str]:
    """Return what in a row does not go together, a sentence each."""
    return list(_at_odds(row))


def _at_odds(row: Row) -> Iterator[str]:
    number, number_to, hedge = (row.cell(name) for name in ("number", "number_to", "hedge"))
    if hedge and not number and hedges()[hedge].numbers:
        yield f"The hedge “{columns()['hedge'].said(hedge)}” needs a number. Has the text one?"
    if row.cell("measure") and not (number or hedge):
        yield "A measure says what a number says. Here is no number: leave the measure blank."
    if number_to and (not number or float(number_to) <= float(number)):
        yield "The second number of a range is the larger one."
    if row.cell("source") and not _names_its_source(row):
        yield "The row has a source, but its voice names none. Which of the two is right?"
    if bool(row.cell("overlaps_with")) != bool(row.cell("overlap")):
        yield "An overlap has another row and a word for how the two overlap: choose both, or none."


def _names_its_source(row: Row) -> bool:
    voice = vocabulary("voices").get(row.cell("voice"))
    return voice is not None and voice["source"] == NAMED


def faults(coding: Coding, everybody: Coding | None = None, asked: Collection[str] = ()) -> list[str]:
    """Return why a coding is not whole yet, a sentence a row or an actor; nothing where it is.

    `everybody` names those who are named beside the coding, as in that of a partner. Where only some columns are asked,
    others can be blank, and nobody has to be told of.
    """
    if not coding.rows:
        return ["There is no row yet. Select words of the text first."]
    found = []
    for row in coding.rows:
        missing = open_columns(row, asked)
        needs = [f"choose {and_(missing)}."] if missing else []
        found += [f"“{row.wording}” (¶{row.paragraph}): {said}" for said in (*needs, *at_odds(row))]
    for name, actor in (everybody or coding).named.items():
        if not asked and not (actor.kind and actor.quoted):
            found.append(f"{name}: say what kind of actor it is, and whether its words are quoted.")
    return found
