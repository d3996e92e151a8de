"""Contacts: who does what to whom, who speaks, and who is only spoken about."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pandas as pd

from course.content import vocabulary
from course.figures.explorer import Explorer, Picture, known
from course.figures.old_controls import pick, some_of
from course.network.graph import graph
from course.network.picture import (
    Focus,
    fitted,
    heading_trace,
    key_trace,
    layout,
    line_traces,
    name_trace,
    point_trace,
)
from course.network.seats import network
from course.say import items, short_name
from course.tables import records

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.case import Case
    from course.network.seats import Line

SPEAKS, SILENT = "speaks", "never speaks"
"""The points of those who speak are filled, of those who never do hollow."""
MOST_LETTERS = 40


@dataclass(frozen=True)
class Settings:
    """What a learner has set: the kinds of actors and the groups of relations shown, and whom to follow."""

    kinds: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    actor: str = ""


class Contacts(Explorer[Settings]):
    """An explorer of the network of actors; `contacts` makes one."""

    def __init__(self, case: Case, settings: Settings) -> None:
        """Build it over the tables `actors`, `relations` and `statements` of a case."""
        self._net = network(case)
        self._statements = records(case.statements)
        self._roles = {row["actor"]: row["role"] for row in records(case.actors)}
        self._speakers = {row["speaker"] for row in self._statements if isinstance(row["speaker"], str)}
        self._kinds = _counted("kinds", map(self._net.kind, self._net.seats))
        self._groups = _counted("relation_groups", (group for *_, group in self._net.links.edges(data="group")))
        controls = {
            "kinds": some_of("Which kinds of actors?", self._kinds),
            "groups": some_of("Which relations?", self._groups),
            "actor": pick("Follow one actor", {"": "nobody", **{a: self._net.name(a) for a in self._net.seats}}),
        }
        super().__init__(settings, controls)
        for trace in self.figure.data:
            if trace.name in (SPEAKS, SILENT):
                trace.on_click(self._on_click)

    def _checked(self, settings: Settings) -> Settings:
        return replace(
            settings,
            actor=known((settings.actor,), self._net.seats, "actor")[0] if settings.actor else "",
            kinds=known(settings.kinds, self._kinds, "kind of actors here"),
            groups=known(settings.groups, self._groups, "group of relations here"),
        )

    def _on_click(self, trace: Any, points: Any, _: object) -> None:  # noqa: ANN401 - plotly's own classes
        """Follow the actor whose point was clicked; nobody where it was followed already."""
        if points.point_inds:
            actor = trace.ids[points.point_inds[0]]
            self.set(actor="" if actor == self._settings.actor else actor)

    def _actors(self, settings: Settings) -> list[str]:
        """Return the actors that are shown, in the order of their seats; the one who is followed always is."""
        return [a for a in self._net.seats if self._net.kind(a) in settings.kinds or a == settings.actor]

    def _shown(self, settings: Settings) -> list[Line]:
        """Return the lines that are shown: of a group that is ticked, with both actors shown."""
        actors = set(self._actors(settings))
        return [line for line in self._net.lines if line.group in settings.groups and {line.one, line.other} <= actors]

    def _picture(self, settings: Settings) -> Picture:
        actors, shown, chosen = self._actors(settings), self._shown(settings), settings.actor
        strong = [line for line in shown if not chosen or line.touches(chosen)]
        near = {chosen, *(end for line in strong for end in (line.one, line.other))}
        focus = Focus(chosen, tuple(actor for actor in actors if chosen and actor not in near))
        voices = {
            SPEAKS: [a for a in actors if a in self._speakers],
            SILENT: [a for a in actors if a not in self._speakers],
        }
        traces = [
            *line_traces(strong, [line for line in shown if line not in strong]),
            *(key_trace(f"{name} in this report", hollow=name == SILENT) for name in voices),
            *(
                point_trace(self._net, found, name, hollow=name == SILENT, focus=focus)
                for name, found in voices.items()
            ),
            name_trace(self._net, actors, focus),
            heading_trace(self._net, set(map(self._net.kind, actors))),
        ]
        whom = fitted(short_name(self._net.name(chosen)), MOST_LETTERS, 1) if chosen else "whom"
        return Picture(traces, layout(f"Who deals with {whom}?", self._net))

    def _say(self, settings: Settings) -> str:
        if not self._net.seats:
            return "There is no actor to show."
        return "\n".join(self._of_one(settings) if settings.actor else self._of_all(settings))

    def _of_all(self, settings: Settings) -> list[str]:
        actors, shown = self._actors(settings), self._shown(settings)
        speak = [actor for actor in actors if actor in self._speakers]
        told = ", ".join(f"{self._net.name(actor)} ({len(self._said_by(actor))})" for actor in speak)
        if not actors:
            return ["No actor is shown. Tick a kind of actors."]
        relations = f"{_rows(shown)} of {_rows(self._net.lines)} relations"
        said = [f"Shown: {len(actors)} of {len(self._net.seats)} actors and {relations}."]
        said[0] += f" {len(speak)} of these actors speak, {len(actors) - len(speak)} never do."
        said.append("Follow one actor to see its own lines: choose it in the list, or click its point.")
        if speak:
            said.append(f"They speak (filled points; how many statements, quoted or retold): {told}.")
        silent = {kind: [a for a in actors if self._net.kind(a) == kind and a not in speak] for kind in settings.kinds}
        if any(silent.values()):
            said.append("They are spoken about and never speak (hollow points):")
            said += [f"- {kind.capitalize()}: {self._names(found)}." for kind, found in silent.items() if found]
        nobody = sum(not isinstance(row["speaker"], str) for row in self._statements)
        one_way = [line for line in shown if not line.mutual]
        to_silent = _rows(line for line in one_way if line.other not in self._speakers)
        if one_way:
            said.append(
                f"{to_silent} of {_rows(one_way)} relations with one arrow are done to somebody who never speaks."
            )
        if nobody:
            said.append(f"{nobody} of the {len(self._statements)} statements name no speaker.")
        return said

    def _of_one(self, settings: Settings) -> list[str]:
        actor, name = settings.actor, self._net.name(settings.actor)
        own = [line for line in self._shown(settings) if line.touches(actor)]
        does = [line for line in own if line.one == actor and not line.mutual]
        done = [line for line in own if line.one != actor and not line.mutual]
        role = self._roles[actor]
        said = [f"{name} ({self._net.kind(actor)}){'' if pd.isna(role) else f': {role}'}."]
        said += self._listed(f"What {name} does", does)
        said += self._listed(f"What is done to {name}", done)
        together = [line for line in own if line.mutual]
        if together:
            said += self._listed(f"What {name} and another do together", together)
        hidden = sum(line.touches(actor) for line in self._net.lines) - len(own)
        if hidden:
            said.append(f"Lines of {name} that are hidden, for a box is not ticked: {hidden}.")
        statements = self._said_by(actor)
        if statements:
            said.append(f"What {name} says ({len(statements)}):")
            said += items([f"{row['summary']} ({row['mode']}, ¶{row['paragraph']})" for row in statements])
        else:
            said.append(f"What {name} says: nothing in this report. No statement is given as its own.")
        return said

    def _listed(self, heading: str, some: list[Line]) -> list[str]:
        if not some:
            return [f"{heading}: nothing that is shown."]
        own = [f"{line.sentence} ({'; '.join(line.proof)})" for line in some]
        return [f"{heading} ({len(some)}):", *items(own)]

    def _say_changed(self, old: Settings, new: Settings) -> str:
        shown = self._shown(new)
        if new.actor != old.actor:
            if not new.actor:
                return "You follow nobody now: all lines are equally strong."
            own = sum(line.touches(new.actor) for line in shown)
            speaks = "speaks in this report" if new.actor in self._speakers else "never speaks in this report"
            return (
                f"You follow {self._net.name(new.actor)}, who {speaks}. {own} of {len(shown)} lines begin or end there."
            )
        before = f"{len(self._actors(old))} actors and {_rows(self._shown(old))} relations"
        return f"Before: {before}. Now: {len(self._actors(new))} actors and {_rows(shown)} relations."

    def _names(self, actors: list[str]) -> str:
        return ", ".join(self._net.name(actor) for actor in actors)

    def _said_by(self, actor: str) -> list[dict[str, Any]]:
        return [row for row in self._statements if isinstance(row["speaker"], str) and row["speaker"] == actor]


def contacts(
    case: Case, kinds: Iterable[str] | None = None, groups: Iterable[str] | None = None, actor: str = ""
) -> Contacts:
    """Open the network of actors.

    Parameters
    ----------
    case
        A case; its tables `actors`, `relations` and `statements` are read.
    kinds
        The kinds of actors that are shown at first, such as `["person", "state"]`; all where none is given.
    groups
        The groups of relations that are shown at first, such as `["conflict"]`; all where none is given.
    actor
        The short name of the actor to follow at first; nobody where it is empty.

    Raises
    ------
    ValueError
        A kind, a group or the actor is not one of the case.
    """
    nodes = graph(case)
    given = [
        [str(kind) for _, kind in nodes.nodes(data="kind")] if kinds is None else kinds,
        [str(group) for *_, group in nodes.edges(data="group")] if groups is None else groups,
    ]
    kinds_given, groups_given = ((names,) if isinstance(names, str) else tuple(names) for names in given)
    return Contacts(case, Settings(kinds_given, groups_given, actor))


def _counted(words: str, found: Iterable[str]) -> dict[str, str]:
    """Return the words of a vocabulary that occur, each with how often and with what it means."""
    counts = Counter(found)
    return {
        word: f"{word} ({counts[word]}): {row['meaning']}" for word, row in vocabulary(words).items() if counts[word]
    }


def _rows(some: Iterable[Line]) -> int:
    """Return how many rows of the table some lines stand for."""
    return sum(len(line.evidence) for line in some)
