"""Two codings of one text held against each other: which rows speak of the same, and in which columns they differ."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from course.desk.coding import NOTE, Row, in_order, split
from course.desk.columns import TABLE, columns, fits, judged
from course.fingerprints import locate
from course.schema import schema

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from course.desk.coding import Settled

SAID = ("what", "whose", "source")
"""What is in words of one's own: a pair settles it too, but no share is made of it."""
PARTNER = "partner"


@dataclass(frozen=True)
class Pair:
    """Rows of two coders that stand on the same words of the text; a row that only one has stands alone.

    Where only some columns were `asked`, the others are not held against each other.
    """

    mine: Row | None
    theirs: Row | None
    asked: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What the pair is called: as my row, or as theirs with a sign of whose it is."""
        return self.mine.key if self.mine else f"{PARTNER}-{self.row.key}"

    @property
    def row(self) -> Row:
        """The row, mine where I have it."""
        row = self.mine or self.theirs
        if row is None:
            message = "A pair has a row at least."
            raise ValueError(message)
        return row

    @property
    def differs(self) -> tuple[str, ...]:
        """The columns in which the two differ; none where only one has the row."""
        if self.mine is None or self.theirs is None:
            return ()
        mine, theirs = self.mine, self.theirs
        held = {*(self.asked or (*judged(), *SAID))}
        return tuple(name for name in columns() if name in held and _alike(mine, name) != _alike(theirs, name))

    @property
    def is_alone(self) -> bool:
        """Whether only one coder has the row."""
        return self.mine is None or self.theirs is None


def _alike(row: Row, column: str) -> object:
    """Return what is compared of a cell: of names and words neither capitals nor an article count."""
    cell = row.cell(column)
    match columns()[column].kind:
        case "number":
            return float(cell) if cell else None
        case "menu":
            return cell
    return {" ".join(name.casefold().removeprefix("the ").split()) for name in split(cell)}


def pairs(mine: Sequence[Row], theirs: Sequence[Row], asked: tuple[str, ...] = ()) -> list[Pair]:
    """Return which rows speak of the same: those whose wordings share most, of those that share a letter.

    In the order of the text, each row in one pair.
    """
    shared = [
        (_same_number(one, other), _shared(one, other), one, other)
        for one in mine
        for other in theirs
        if _shared(one, other)
    ]
    found: list[Pair] = []
    for _, _, one, other in sorted(shared, key=lambda each: (each[0], each[1]), reverse=True):
        if not any(one is pair.mine or other is pair.theirs for pair in found):
            found.append(Pair(one, other, asked))
    found += [Pair(row, None, asked) for row in mine if not any(row is pair.mine for pair in found)]
    found += [Pair(None, row, asked) for row in theirs if not any(row is pair.theirs for pair in found)]
    place = {id(row): at for at, row in enumerate(in_order([pair.row for pair in found]))}
    return sorted(found, key=lambda pair: place[id(pair.row)])


def _shared(one: Row, other: Row) -> int:
    """Return how many letters of the text two wordings share."""
    if one.paragraph != other.paragraph:
        return 0
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _same_number(one: Row, other: Row) -> bool:
    return _alike(one, "number") == _alike(other, "number")


def shares(found: Sequence[Pair]) -> dict[str, tuple[int, int]]:
    """Return for each column in which both coders answered on how many rows they say the same, and of how many."""
    both = [(pair.mine, pair.theirs) for pair in found if pair.mine and pair.theirs]
    told = {}
    asked = next((pair.asked for pair in found), ())
    for name in [name for name in judged() if name in asked or not asked]:
        given = [(mine, theirs) for mine, theirs in both if mine.cell(name) and theirs.cell(name)]
        if given:
            told[name] = (sum(_alike(mine, name) == _alike(theirs, name) for mine, theirs in given), len(given))
    return told


def agreed(found: Sequence[Pair], settled: Mapping[str, Settled]) -> tuple[Row, ...]:
    """Return the rows that two coders have together: as both have them, as they settled it, or else as mine."""
    mine = {pair.mine.key: pair.key for pair in found if pair.mine}
    theirs = {pair.theirs.key: pair.key for pair in found if pair.theirs}
    rows = []
    for pair in found:
        said = settled.get(pair.key)
        if (said is None and pair.mine) or (said is not None and said.is_kept):
            cells = _pointed(pair.row.cells, mine if pair.mine else theirs)
            rows.append(replace(pair.row, key=pair.key, cells={**cells, **(said.cells if said else {})}))
    keys = {row.key: f"r{at}" for at, row in enumerate(rows, start=1)}
    return tuple(
        replace(row, key=keys[row.key], cells=_filled(_pointed(row.cells, keys), keys[row.key])) for row in rows
    )


def still_open(found: Sequence[Pair], settled: Mapping[str, Settled]) -> list[Pair]:
    """Return the pairs that nobody has settled yet and that need it."""
    return [pair for pair in found if (pair.is_alone or pair.differs) and pair.key not in settled]


def of_case(table: pd.DataFrame, text: Mapping[int, str], names: Mapping[str, str]) -> tuple[Row, ...]:
    """Return the rows of a coder that comes with a case, each where its wording stands in the text.

    Parameters
    ----------
    table
        The coder's rows, as `case.codings` has them.
    text
        The text of the report by paragraph; a row whose wording does not stand there is left out.
    names
        What actors are called, by their keys.
    """
    given = [
        {str(name): str(cell) for name, cell in row.items()}
        for row in table.astype("string").fillna("").to_dict("records")
    ]
    key = schema(TABLE)["primaryKey"][0]
    keys: dict[str, str] = {}
    things: dict[str, str] = {}
    rows: list[Row] = []
    for row in given:
        paragraph = int(row["paragraph"])
        if place := locate(text.get(paragraph, ""), row["wording"]):
            at = keys[row[key]] = f"r{len(rows) + 1}"
            first = things.setdefault(row.get("thing", "") or at, at)
            cells = {name: _cell(row.get(name, ""), name, names) for name in columns()}
            cells["thing"] = row[key] if first == at else next(old for old, new in keys.items() if new == first)
            rows.append(Row(at, paragraph, *place, row["wording"], cells, row.get(NOTE, "")))
    return in_order(replace(row, cells=_filled(_pointed(row.cells, keys), row.key)) for row in rows)


def _cell(value: str, column: str, names: Mapping[str, str]) -> str:
    if columns()[column].kind == "names":
        return "; ".join(names.get(key, key.replace("-", " ")) for key in value.split(";") if key)
    if not fits(column, value):
        return ""
    return value.removesuffix(".0") if columns()[column].kind == "number" else value


def _pointed(cells: Mapping[str, str], keys: Mapping[str, str]) -> dict[str, str]:
    """Return cells in which another row has its name among some keys; one that is not among them goes."""
    pointing = {name for name, column in columns().items() if column.kind == "row"}
    return {name: keys.get(cell, "") if name in pointing else cell for name, cell in cells.items()}


def _filled(cells: Mapping[str, str], own: str) -> dict[str, str]:
    """Return cells without those that are blank or name their own row."""
    return {name: cell for name, cell in cells.items() if cell and cell != own}
