"""What contacts says: of all actors that are shown, of the one who is followed, and of what a change did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from course.say import MOST_ITEMS, count, first_up, items, listed, verb
from course.vocabulary import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from course.case import Case
    from course.network.seats import Line, Seats

Said = dict[str, list[dict[str, Any]]]
"""The statements of each speaker; those that name none are nobody's, under an empty name."""


def by_speaker(case: Case) -> Said:
    """Return the statements of each speaker, each with the word for its mode."""
    modes, said = words("modes", case.name), dict[str, list[dict[str, Any]]]()
    for row in case.rows("statements"):
        speaker = "" if pd.isna(row["speaker"]) else str(row["speaker"])
        said.setdefault(speaker, []).append({**row, "mode": modes[str(row["mode"])]})
    return said


def of_all(seats: Seats, actors: Sequence[str], lines: Sequence[Line], said: Said) -> list[str]:
    """Return what there is to see when nobody is followed: who speaks, who never does, and what is done to them."""
    if not actors:
        return ["No actor is shown. Tick a kind of actors."]
    speak, silent = ([actor for actor in actors if (actor in said) is wanted] for wanted in (True, False))
    relations = f"{_rows(lines):,} of {count(_rows(seats.lines), 'relation')}"
    does, never = verb(len(speak), "speaks", "speak"), verb(len(silent), "does", "do")
    voices = f"{len(speak)} of these actors {does}, {len(silent)} never {never}."
    shown = [
        f"Shown: {len(actors)} of {count(len(seats.places), 'actor')} and {relations}. {voices}",
        "> Follow one actor to see its own lines: choose it in the list, or click its point.",
    ]
    if speak:
        told = listed((f"{seats.name(actor)} ({len(said[actor])})" for actor in speak), MOST_ITEMS, ", ")
        shown.append(f"They speak (filled points; how many statements, quoted or retold): {told}.")
    if silent:
        shown.append("They are spoken about and never speak (hollow points):")
    for kind in dict.fromkeys(map(seats.kind, silent)):
        names = listed((seats.name(actor) for actor in silent if seats.kind(actor) == kind), MOST_ITEMS, ", ")
        shown.append(f"- {first_up(seats.kinds[kind]['word'])}: {names}.")
    if one_way := [line for line in lines if not line.mutual]:
        number, to_silent = _rows(one_way), _rows(line for line in one_way if line.other not in said)
        done = f"{to_silent:,} of {count(number, 'relation')} with one arrow {verb(number, 'is', 'are')} done"
        shown.append(f"{done} to somebody who never speaks.")
    if "" in said:
        number, every = len(said[""]), sum(map(len, said.values()))
        of = f"{number:,} of the {count(every, 'statement')}"
        shown.append(f"{of} {verb(number, 'names', 'name')} no speaker.")
    return shown


def of_one(seats: Seats, actor: str, role: object, lines: Sequence[Line], said: Said) -> list[str]:
    """Return what there is to see of one actor: what it does, what is done to it, and what it says."""
    name = seats.name(actor)
    own = [line for line in lines if line.touches(actor)]
    does = [line for line in own if line.one == actor and not line.mutual]
    done = [line for line in own if line.one != actor and not line.mutual]
    together = [line for line in own if line.mutual]
    shown = [f"{name} ({seats.kind_word(actor)}){f': {role}' if isinstance(role, str) else ''}."]
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
    return f"You follow {seats.name(actor)}, who {voice}. {own} of {count(len(lines), 'line')} begin or end there."


def of_number(actors: Sequence[str], lines: Sequence[Line]) -> str:
    """Return how much is shown."""
    return f"{count(len(actors), 'actor')} and {count(_rows(lines), 'relation')}"


def _rows(some: Iterable[Line]) -> int:
    """Return how many rows of the table some lines stand for."""
    return sum(len(line.evidence) for line in some)
