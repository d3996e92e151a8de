"""A table beside the one that is wanted: what differs, and what shape is asked for. No wanted value is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any

from course.page import html
from course.questions.kinds.number import alike, number_in_words
from course.questions.kinds.scale import NOT_STATED
from course.say import and_, count, verb

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from course.page.html import Html

Rows = dict[str, tuple[Any, ...]]
MOST_ROWS, MOST_NAMED = 20, 4
"""How many rows are shown, and in how many rows the cells to look at are named."""
KINDS = ((bool, "yes or no"), (str, "text"), (date, "days"))


@dataclass(frozen=True)
class Differences:
    """What is off in a table: the keys of rows that are missing and too many, and the cells of each row that differ."""

    missing: tuple[str, ...]
    extra: tuple[str, ...]
    cells: dict[str, tuple[int, ...]]

    @property
    def size(self) -> int:
        """How many rows and cells are off."""
        return len(self.missing) + len(self.extra) + sum(map(len, self.cells.values()))


def differences(given: Rows, wanted: Rows) -> Differences:
    """Return what is off in a table."""
    off = {
        key: tuple(place for place, pair in enumerate(zip(cells, wanted[key], strict=True)) if not alike(*pair))
        for key, cells in given.items()
        if key in wanted
    }
    return Differences(
        tuple(key for key in wanted if key not in given),
        tuple(key for key in given if key not in wanted),
        {key: places for key, places in off.items() if places},
    )


def in_words(given: Rows, wanted: Rows, columns: Sequence[str]) -> str:
    """Return a sentence on the rows that are missing, too many or different; nothing where nothing is off."""
    off, found = differences(given, wanted), []
    if off.missing:
        found.append(f"{count(len(off.missing), 'row')} {verb(len(off.missing), 'is', 'are')} missing")
    if off.extra:
        found.append(f"{rows(off.extra)} {verb(len(off.extra), 'is', 'are')} too many")
    for key, places in islice(off.cells.items(), MOST_NAMED):
        cells = and_(f"{columns[place]} ({said(given[key][place])})" for place in places)
        found.append(f"in row {key} look at {cells}")
    if (more := len(off.cells) - MOST_NAMED) > 0:
        found.append(f"look at {count(more, 'more row')}")
    return f"Your table: {'; '.join(found)}." if found else ""


def shape(wanted: Rows, head: Sequence[str]) -> str:
    """Return in a sentence what a table is to be like: its columns, what they hold, how many rows."""
    columns = (f"{name} ({held})" for name, held in zip(head, holds(wanted), strict=True))
    return f"Wanted: {count(len(wanted), 'row')} with the columns {and_(columns)}."


def beside(given: Rows, wanted: Rows, head: Sequence[str]) -> Html:
    """Return a table with what is off marked, beside an empty one of the shape that is wanted."""
    off = differences(given, wanted)

    def cell(key: str, place: int) -> str:
        told = said(given[key][place])
        return html.off(told) if place in off.cells.get(key, ()) else told

    body = [
        [html.off(key) if key in off.extra else key, *(cell(key, place) for place in range(len(head) - 1))]
        for key in islice(given, MOST_ROWS)
    ]
    more = [html.paragraph(html.muted(f"and {count(len(given) - MOST_ROWS, 'more row')}"))] * (len(given) > MOST_ROWS)
    mine = html.join(_title("Your table", given), _table(head, holds(given), body), *more)
    empty = _table(head, holds(wanted), [["…"] * len(head)])
    return html.side_by_side(mine, html.join(_title("Wanted", wanted), empty))


def holds(table: Rows) -> list[str]:
    """Return what each column of a table holds, in words, the keys first."""
    keys = [float(key.replace(",", "")) if key.replace(",", "").isdecimal() else key for key in table]
    return [_held(column) for column in [keys, *zip(*table.values(), strict=True)]] if table else []


def said(cell: object) -> str:
    """Return a cell as a learner reads it."""
    return number_in_words(cell) if isinstance(cell, float) else str(cell)


def rows(keys: Sequence[Any]) -> str:
    """Return the names of some rows."""
    return f"{verb(len(keys), 'row', 'rows')} {and_(map(str, keys))}"


def _held(cells: Iterable[object]) -> str:
    given = [cell for cell in cells if cell != NOT_STATED]
    numbers = [cell for cell in given if isinstance(cell, float)]
    found = [word for kind, word in KINDS if any(isinstance(cell, kind) for cell in given)]
    if numbers:
        found.append("whole numbers" if all(number.is_integer() for number in numbers) else "numbers")
    return " and ".join(found) or "blanks"


def _title(name: str, table: Rows) -> Html:
    return html.paragraph(html.strong(name), html.muted(f" · {count(len(table), 'row')}"))


def _table(head: Sequence[str], held: Sequence[str], body: Sequence[Sequence[str]]) -> Html:
    words = held or [""] * len(head)
    tops = [
        html.join(name, html.line_break(), html.muted(html.emphasis(word)))
        for name, word in zip(head, words, strict=True)
    ]
    return html.table(tops, body, labels=1)
