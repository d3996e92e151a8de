"""What a desk says of the coding on it, and of two that are held against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.desk.checks import at_odds, open_columns
from course.desk.columns import columns
from course.desk.pair import shares
from course.desk.picture import ranges, undrawn
from course.desk.rows import label
from course.say import count, items, verb

if TYPE_CHECKING:
    from course.desk.desk import Desk
    from course.numbers.hedges import Reading

NO_TEXT = "There is no text on the desk yet."
NO_ROW = "There is no row yet."
FEW = 10


def words(desk: Desk, reading: Reading, closeness: float) -> str:
    """Return a first line and then more lines; after a dash an item."""
    if desk.report is None:
        return f"{NO_TEXT}\n> Paste one, or open a file."
    rows = desk.coding.rows
    if not rows:
        return f"{NO_ROW}\n> Select words of the text, and press Enter."
    if desk.coding.is_opened:
        return _of_both(desk)
    open_ = sum(bool(open_columns(row, desk.asked) or at_odds(row)) for row in rows)
    head = f"{count(len(rows), 'row')}: {open_ or 'none'} with something still open."
    allowed = ranges(rows, reading, closeness)
    lines = [f"{label(row)}: {allowed[row.key]}." for row in rows if row.key in allowed]
    missing, others = undrawn(rows)
    left = f"Not drawn yet: {count(missing, 'row')} with no status or unit." if missing else ""
    doubts = sum(bool(row.note) for row in rows)
    noted = f"{count(doubts, 'row')} {verb(doubts, 'has', 'have')} a note of doubt." if doubts else ""
    return "\n".join([head, *items(lines), *filter(None, (others, left, noted))])


def _of_both(desk: Desk) -> str:
    """Return how far both agree, column by column, how far chance would bring them, and what is not settled yet."""
    theirs = desk.partner
    if theirs is None:
        return "Your partner's coding is gone from the folder. Put the file back, and look again."
    pairs = desk.pairs
    names = (desk.coder, theirs.coding.coder)
    both = sum(not pair.is_alone for pair in pairs)
    mine = sum(pair.theirs is None for pair in pairs)
    only = len(pairs) - both - mine
    head = f"{count(both, 'row')} on the same words. Only {names[0]}: {mine}. Only {names[1]}: {only}."
    found = shares(pairs)
    if not found:
        return f"{head}\nSo there is nothing that can be compared. Is it the same text?"
    lines = [
        f"{columns()[column].label}: the same on {same} of {count(of, 'row')}." for column, (same, of) in found.items()
    ]
    few = f"With so few rows one more can change much: say “{both - 1} of {both}”, not a share." if both < FEW else ""
    alone = "A row that only one of you has is in none of these counts." if mine or only else ""
    left = len(desk.to_settle)
    to_do = f"{count(left, 'row')} still to settle." if left else "Every row is settled: save it as a case."
    return "\n".join([head, *items(lines), *filter(None, (alone, few, to_do))])
