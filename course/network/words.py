"""What contacts says: of all actors that are shown, of the one who is followed, and of what a change did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from course.say import items, verb
from course.tables import records

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from course.network.seats import Line, Seats

Said = dict[str, list[dict[str, Any]]]
"""The statements of each speaker; those that name none are nobody's, under an empty name."""


def by_speaker(statements: pd.DataFrame) -> Said:
    """Return the statements of each speaker."""
    said: Said = {}
    for row in records(statements):
        said.setdefault("" if pd.isna(row["speaker"]) else str(row["speaker"]), []).append(row)
    return said


def of_all(seats: Seats, actors: Sequence[str], lines: Sequence[Line], said: Said) -> list[str]:
    """Return what there is to see when nobody is followed: who speaks, who never does, and what is done to them."""
    if not actors:
        return ["No actor is shown. Tick a kind of actors."]
    speak, silent = ([actor for actor in actors if (actor in said) is wanted] for wanted in (True, False))
    relations = f"{_rows(lines)} of {_rows(seats.lines)} relations"
    does, never = verb(len(speak), "speaks", "speak"), verb(len(silent), "does", "do")
    voices = f"{len(speak)} of these actors {does}, {len(silent)} never {never}."
    shown = [
        f"Shown: {len(actors)} of {len(seats.places)} actors and {relations}. {voices}",
        "> Follow one actor to see its own lines: choose it in the list, or click its point.",
    ]
    if speak:
        told = ", ".join(f"{seats.name(actor)} ({len(said[actor])})" for actor in speak)
        shown.append(f"They speak (filled points; how many statements, quoted or retold): {told}.")
    if silent:
        shown.append("They are spoken about and never speak (hollow points):")
    for kind in dict.fromkeys(map(seats.kind, silent)):
        names = ", ".join(seats.name(actor) for actor in silent if seats.kind(actor) == kind)
        shown.append(f"- {kind.capitalize()}: {names}.")
    if one_way := [line for line in lines if not line.mutual]:
        to_silent = f"{_rows(line for line in one_way if line.other not in said)} of {_rows(one_way)}"
        shown.append(f"{to_silent} relations with one arrow are done to somebody who never speaks.")
    if "" in said:
        shown.append(f"{len(said[''])} of the {sum(map(len, said.values()))} statements name no speaker.")
    return shown


def of_one(seats: Seats, actor: str, role: object, lines: Sequence[Line], said: Said) -> list[str]:
    """Return what there is to see of one actor: what it does, what is done to it, and what it says."""
    name = seats.name(actor)
    own = [line for line in lines if line.touches(actor)]
    does = [line for line in own if line.one == actor and not line.mutual]
    done = [line for line in own if line.one != actor and not line.mutual]
    together = [line for line in own if line.mutual]
    shown = [f"{name} ({seats.kind(actor)}){f': {role}' if isinstance(role, str) else ''}."]
    shown += _listed(f"What {name} does", does)
    shown += _listed(f"What is done to {name}", done)
    if together:
        shown += _listed(f"What {name} and another do together", together)
    if hidden := sum(line.touches(actor) for line in seats.lines) - len(own):
        shown.append(f"Lines of {name} that are hidden, for a box is not ticked: {hidden}.")
    statements = [f"{row['summary']} ({row['mode']}, ¶{row['paragraph']})" for row in said.get(actor, [])]
    if not statements:
        return [*shown, f"What {name} says: nothing in this report. No statement is given as its own."]
    return [*shown, f"What {name} says ({len(statements)}):", *items(statements)]


def _listed(heading: str, some: list[Line]) -> list[str]:
    if not some:
        return [f"{heading}: nothing that is shown."]
    own = [f"{line.sentence} ({'; '.join(line.proof)})" for line in some]
    return [f"{heading} ({len(some)}):", *items(own)]


def of_following(seats: Seats, actor: str, lines: Sequence[Line], *, speaks: bool) -> str:
    """Return whom one follows now, and how many of the lines are its own."""
    if not actor:
        return "You follow nobody now: all lines are equally strong."
    own = sum(line.touches(actor) for line in lines)
    voice = f"{'speaks' if speaks else 'never speaks'} in this report"
    return f"You follow {seats.name(actor)}, who {voice}. {own} of {len(lines)} lines begin or end there."


def of_number(actors: Sequence[str], lines: Sequence[Line]) -> str:
    """Return how much is shown."""
    return f"{len(actors)} actors and {_rows(lines)} relations"


def _rows(some: Iterable[Line]) -> int:
    """Return how many rows of the table some lines stand for."""
    return sum(len(line.evidence) for line in some)
