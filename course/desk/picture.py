"""What a coding comes to: the range of each row as a figure, and in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.desk.checks import at_odds
from course.desk.rows import counts
from course.numbers.bounds import bounded
from course.numbers.how_many import range_in_words, range_picture
from course.numbers.mentions import counted, first, of_unit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from course.desk.coding import Row
    from course.figures.figure import Picture
    from course.numbers.hedges import Reading


def picture(rows: Sequence[Row], reading: Reading, closeness: float) -> Picture | None:
    """Return the ranges of the rows whose status is chosen, in the unit that most have; None where there is none."""
    whole = [row for row in rows if row.cell("status") and row.cell("unit") and not at_odds(row)]
    if not whole:
        return None
    drawn, _ = first(bounded(of_unit(counts(whole))[0], reading, closeness))
    return range_picture(drawn, f"{counted(drawn).question} What the words allow, {reading} reading")


def undrawn(rows: Sequence[Row]) -> tuple[int, str]:
    """Return how many rows have no status or unit yet, and a sentence on those that are in another unit."""
    whole = [row for row in rows if row.cell("status") and row.cell("unit") and not at_odds(row)]
    said = of_unit(counts(whole), in_code=False)[1] if whole else ""
    return len(rows) - len(whole), said


def ranges(rows: Sequence[Row], reading: Reading, closeness: float) -> Mapping[str, str]:
    """Return the range of each row in words, by its key; nothing for one whose number and hedge do not go together."""
    sound = [row for row in rows if not at_odds(row)]
    if not sound:
        return {}
    return {row["mention"]: range_in_words(row) for row in bounded(counts(sound), reading, closeness)}
