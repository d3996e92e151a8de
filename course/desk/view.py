"""What the page shows of a desk, as plain values. The text itself is not among them: it goes as a message."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course.desk.checks import at_odds, open_columns, open_names
from course.desk.coding import Actor
from course.desk.columns import columns
from course.desk.keeping import END
from course.desk.picture import ranges
from course.desk.rows import label
from course.say import and_
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from course.desk.coding import Coding, Row
    from course.desk.desk import Desk
    from course.desk.pair import Pair
    from course.numbers.hedges import Reading

OTHER_WORDS = 40


def form(asked: Collection[str] = ()) -> list[dict[str, Any]]:
    """Return the columns of a row as the page draws them: those asked in sight, others for whoever wants more."""
    every = [column.to_json() for column in columns().values()]
    return [{**column, "isMore": column["name"] not in asked} for column in every] if asked else every


def shown(desk: Desk, chosen: str, reading: Reading, closeness: float) -> dict[str, Any]:
    """Return what the page shows; of a partner's coding only whose it is, before both have broken the seal."""
    coding = desk.coding
    row = coding.row(chosen)
    theirs = desk.partner
    allowed = ranges(coding.rows, reading, closeness)
    every = [(each.key, each.coding.coder) for each in desk.partners]
    return {
        "title": desk.report.title if desk.report else "",
        "coder": desk.coder,
        "folder": desk.folder.name,
        "file": f"{desk.folder.name}/{desk.file_name}",
        "end": END,
        "mayBeKept": bool(desk.report and desk.report.may_be_kept),
        "hasText": desk.report is not None,
        "rows": [_row(each, allowed.get(each.key, ""), desk.asked) for each in coding.rows],
        "chosen": _chosen(row, coding.rows, desk.asked) if row else None,
        "actors": _actors(desk.everybody),
        "retold": {str(number): said for number, said in coding.retold.items()},
        "canUndo": desk.can_undo,
        "canRedo": desk.can_redo,
        "isDone": coding.is_done,
        "isOpened": coding.is_opened,
        "partners": every,
        "partner": theirs.key if theirs else "",
        "partnerIsDone": bool(theirs and theirs.coding.is_done),
        "unread": desk.unread,
        "pairs": [_pair(each, desk) for each in desk.pairs],
    }


def kinds() -> dict[str, str]:
    """Return the kinds of actors that can be chosen."""
    return {"": "choose …", **{key: row["word"] for key, row in vocabulary("kinds").items()}}


def _actors(everybody: Coding) -> list[list[str]]:
    """Return who is named: the short name, the name, the kind, and whether they are quoted."""
    known = {key: everybody.actors.get(key, Actor()) for key in everybody.names}
    return [[key, name, known[key].kind, known[key].quoted] for key, name in everybody.names.items()]


def _row(row: Row, allowed: str, asked: Collection[str]) -> dict[str, Any]:
    missing = open_columns(row, asked)
    open_ = f"open: {and_(missing)}" if missing else ""
    return {
        "key": row.key,
        "paragraph": row.paragraph,
        "wording": row.wording,
        "allowed": allowed,
        "open": " ".join(each for each in (open_, *at_odds(row)) if each),
        "note": row.note,
    }


def _chosen(row: Row, every: Sequence[Row], asked: Collection[str]) -> dict[str, Any]:
    """Return the row whose columns are in the form; another row can be pointed to, never itself."""
    others = [[each.key, f"¶{each.paragraph} {label(each)[:OTHER_WORDS]}"] for each in every if each.key != row.key]
    pointing = [name for name, column in columns().items() if column.kind == "row"]
    return {
        "key": row.key,
        "wording": row.wording,
        "paragraph": row.paragraph,
        "values": {name: row.cell(name) for name in columns()},
        "note": row.note,
        "open": open_names(row, asked),
        "options": {name: [["", "no other row"], *others] for name in pointing},
    }


def _pair(pair: Pair, desk: Desk) -> dict[str, Any]:
    """Return two rows that speak of the same, with what each says where they differ, and what was settled."""
    theirs = desk.partner
    names = [desk.coder, theirs.coding.coder if theirs else ""]
    said = desk.coding.settled.get(pair.key)
    lines = []
    for name in pair.differs:
        column = columns()[name]
        both = [each.cell(name) if each else "" for each in (pair.mine, pair.theirs)]
        lines.append(
            {
                "name": name,
                "label": column.label,
                "both": both,
                "said": [column.said(cell) or "blank" for cell in both],
                "settled": said.cells.get(name, "") if said else None,
                "others": [[key, column.said(key)] for key in column.meanings if key not in both],
            }
        )
    notes = [each.note for each in (pair.mine, pair.theirs) if each and each.note]
    return {
        "key": pair.key,
        "paragraph": pair.row.paragraph,
        "wordings": list(dict.fromkeys(each.wording for each in (pair.mine, pair.theirs) if each)),
        "only": "" if not pair.is_alone else names[0 if pair.mine else 1],
        "lines": lines,
        "notes": notes,
        "isSettled": said is not None,
        "isKept": said.is_kept if said else True,
        "rule": said.rule if said else "",
    }
