"""Contacts: the graph of actors to explore, whole or around one actor, and who of them speaks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from course.figures.explorer import Explorer, Picture, known
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
from course.network.seats import seats
from course.network.words import by_speaker, of_all, of_following, of_number, of_one
from course.page.controls import pick, some_of
from course.say import short_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.case import Case
    from course.network.seats import Line, Seats
    from course.vocabulary import Words

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
    """An explorer of the graph of actors; `contacts` makes one."""

    listens = ("click",)

    def __init__(self, case: Case, its: Seats, settings: Settings) -> None:
        """Build it over the seats and the tables `actors` and `statements` of a case."""
        self._seats = its
        self._said = by_speaker(case)
        self._roles = {row["actor"]: row["role"] for row in case.rows("actors")}
        graph = self._seats.graph
        self._kinds = _counted(self._seats.kinds, (actor.kind for actor in graph.actors.values()))
        self._groups = _counted(self._seats.groups, (relation.group for relation in graph.relations))
        controls = {
            "kinds": some_of("Which kinds of actors?", self._kinds),
            "groups": some_of("Which relations?", self._groups),
            "actor": pick("Follow one actor", {"": "nobody", **{a: self._seats.name(a) for a in self._seats.places}}),
        }
        super().__init__(settings, controls)

    def _checked(self, settings: Settings) -> Settings:
        return replace(
            settings,
            actor=known((settings.actor,), self._seats.places, "actor")[0] if settings.actor else "",
            kinds=known(settings.kinds, self._kinds, "kind of actors here"),
            groups=known(settings.groups, self._groups, "group of relations here"),
        )

    def _on_click(self, mark: str) -> None:
        """Follow the actor whose point was clicked; nobody where it was followed already."""
        if mark in self._seats.places:
            self.set(actor="" if mark == self._settings.actor else mark)

    def _actors(self, settings: Settings) -> list[str]:
        """Return the actors that are shown, in the order of their seats; the one who is followed always is."""
        return [a for a in self._seats.places if self._seats.kind(a) in settings.kinds or a == settings.actor]

    def _shown(self, settings: Settings) -> list[Line]:
        """Return the lines that are shown: of a group that is ticked, with both actors shown."""
        actors = set(self._actors(settings))
        return [
            line for line in self._seats.lines if line.group in settings.groups and {line.one, line.other} <= actors
        ]

    def _picture(self, settings: Settings) -> Picture:
        actors, shown, chosen = self._actors(settings), self._shown(settings), settings.actor
        strong = [line for line in shown if not chosen or line.touches(chosen)]
        near = {chosen, *(end for line in strong for end in (line.one, line.other))}
        focus = Focus(chosen, tuple(actor for actor in actors if chosen and actor not in near))
        voices = {
            SPEAKS: [actor for actor in actors if actor in self._said],
            SILENT: [actor for actor in actors if actor not in self._said],
        }
        traces = [
            *line_traces(self._seats.groups, strong, [line for line in shown if line not in strong]),
            *(key_trace(f"{name} in this report", hollow=name == SILENT) for name in voices),
            *(
                point_trace(self._seats, found, name, hollow=name == SILENT, focus=focus)
                for name, found in voices.items()
            ),
            name_trace(self._seats, actors, focus),
            heading_trace(self._seats, set(map(self._seats.kind, actors))),
        ]
        whom = fitted(short_name(self._seats.name(chosen)), MOST_LETTERS, 1) if chosen else "whom"
        return Picture(traces, layout(f"Who deals with {whom}?", self._seats))

    def _say(self, settings: Settings) -> str:
        if not self._seats.places:
            return "There is no actor to show."
        shown, actor = self._shown(settings), settings.actor
        if actor:
            return "\n".join(of_one(self._seats, actor, self._roles[actor], shown, self._said))
        return "\n".join([*of_all(self._seats, self._actors(settings), shown, self._said), *self._seats.left_out])

    def _say_changed(self, old: Settings, new: Settings) -> str:
        if new.actor != old.actor:
            return of_following(self._seats, new.actor, self._shown(new), speaks=new.actor in self._said)
        before, now = (of_number(self._actors(each), self._shown(each)) for each in (old, new))
        return f"Before: {before}. Now: {now}."


def contacts(
    case: Case, kinds: Iterable[str] | None = None, groups: Iterable[str] | None = None, actor: str = ""
) -> Contacts:
    """Open the graph of actors.

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
    ContentError
        The case lacks one of these tables.
    ValueError
        A kind, a group or the actor is not one of the case.
    """
    case.need("graph of actors", "actors", "relations", "statements")
    its = seats(case)
    given = [its.kinds if kinds is None else kinds, its.groups if groups is None else groups]
    kinds_given, groups_given = ((names,) if isinstance(names, str) else tuple(names) for names in given)
    return Contacts(case, its, Settings(kinds_given, groups_given, actor))


def _counted(words: Words, found: Iterable[str]) -> dict[str, str]:
    """Return what each word is offered as: with how often it occurs, and with what it means."""
    counts = Counter(found)
    return {
        key: f"{row['word']} ({counts[key]}){f': {meaning}' if (meaning := row['meaning']) else ''}"
        for key, row in words.items()
    }
