"""The seats: where the actors of a graph sit on a circle, and the lines between them, a relation each.

A chart and an explorer share them. A seat and a line hang on the whole case alone, never on what is shown of it, so
that nothing jumps when a learner hides a part.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.network.graph import graph
from course.say import left_out
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.case import Case
    from course.network.graph import Graph, Relation
    from course.vocabulary import Words

LEAST_ROWS = 8
TOP = 0.94
"""How far up the first seat is, on a circle of radius 1: a little below the top, so that left and right keep apart."""
MOST_EVEN = 1.35
"""How much longer than half of the list one side may be, so that a kind stays together."""
PULL = 0.45
"""How far a curve leans to the middle of the circle: 0 is a straight line, 1 goes near the middle."""
APART = 0.16
"""How far two curves between the same two actors keep apart."""
STEPS = 12
MOST_EVIDENCE = 4
MOST_ACTORS, MOST_LINES = 75, 400
"""How many can be told apart in a picture of less than three screens."""

Place = tuple[float, float]


@dataclass(frozen=True)
class Line:
    """A relation drawn, as a curve; rows of the table that say the same of the same two share one."""

    one: str
    other: str
    group: str
    mutual: bool
    paragraph: int
    curve: list[Place]
    sentence: str
    evidence: tuple[str, ...]
    """Paragraph and wording of each row of the table."""

    @property
    def proof(self) -> list[str]:
        """The evidence, cut where there is much of it."""
        more = len(self.evidence) - MOST_EVIDENCE
        return [*self.evidence[:MOST_EVIDENCE], *([f"and {more} more"] if more > 0 else [])]

    def touches(self, actor: str) -> bool:
        """Return whether the actor is at one of its ends."""
        return actor in (self.one, self.other)


@dataclass(frozen=True)
class Seats:
    """Where the actors of a graph sit, the headings of their kinds, the rows of a side, and the lines between them."""

    graph: Graph
    kinds: Words
    """The kinds of those who sit here, and the groups of the lines, as the vocabulary has them."""
    groups: Words
    places: dict[str, Place]
    headings: list[tuple[str, Place]]
    rows: int
    lines: list[Line]
    left_out: list[str]
    """What of a very large graph is not here, in words."""

    def name(self, actor: str) -> str:
        """Return the name of an actor in plain words."""
        return self.graph.actors[actor].name

    def proof(self, actor: str) -> str:
        """Return where an actor is named first."""
        return self.graph.actors[actor].proof

    def kind(self, actor: str) -> str:
        """Return the kind of an actor."""
        return self.graph.actors[actor].kind

    def kind_word(self, actor: str) -> str:
        """Return the kind of an actor as people read it."""
        return self.kinds[self.kind(actor)]["word"]


def seats(case: Case) -> Seats:
    """Return the seats of the actors of a case.

    The actors sit kind after kind, by name, down the left side of the circle and then down the right. Seats of one
    side are equally far apart in height, so that no name covers another. Of very many actors those sit here who are in
    most relations.
    """
    every = graph(case)
    made = every.of(sorted(every.actors, key=lambda actor: -every.degrees[actor])[:MOST_ACTORS])
    shown = {actor.kind for actor in made.actors.values()}
    kinds = {kind: row for kind, row in vocabulary("kinds", case.name).items() if kind in shown}
    shown = {relation.group for relation in made.relations}
    groups = {group: row for group, row in vocabulary("relation_groups", case.name).items() if group in shown}
    places, headings, rows = _seated(made, kinds)
    lines = _lines(made, places)
    drawn = sorted(lines, key=lambda line: line.paragraph)[:MOST_LINES] if len(lines) > MOST_LINES else lines
    left = [
        *left_out(len(every.actors), MOST_ACTORS, "actor", "with the most relations"),
        *left_out(len(lines), MOST_LINES, "line", "between them that the report tells first"),
    ]
    return Seats(made, kinds, groups, places, headings, rows, drawn, left)


def _seated(graph: Graph, kinds: Iterable[str]) -> tuple[dict[str, Place], list[tuple[str, Place]], int]:
    """Return the seat of each actor, the headings with their places, and how many rows a side has."""
    rows: list[tuple[str, str]] = []
    for kind in kinds:
        found = [(its.name, actor) for actor, its in graph.actors.items() if its.kind == kind]
        rows += [(kind, ""), *((kind, actor) for _, actor in sorted(found))]
    sides = _sides(rows)
    longest = max(LEAST_ROWS, *(len(side) for side in sides))
    step = 2 * TOP / (longest - 1)
    places: dict[str, Place] = {}
    headings = []
    for side, sign in zip(sides, (-1, 1), strict=True):
        y = step * (len(side) - 1) / 2
        for kind, actor in side:
            place = (round(sign * math.sqrt(max(1 - y * y, 0)), 4), round(y, 4))
            if actor:
                places[actor] = place
            else:
                headings.append((kind, place))
            y -= step
    return places, headings, longest


def _sides(rows: list[tuple[str, str]]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Cut the list in two near its middle: before a kind where that is even enough, else within one."""
    half = len(rows) / 2
    starts = [place for place, (_, actor) in enumerate(rows) if not actor and place]
    cut = min(starts, key=lambda place: abs(place - half), default=0)
    if max(cut, len(rows) - cut) > MOST_EVEN * half and len(rows) > LEAST_ROWS:
        cut = math.ceil(half)
        return rows[:cut], [(rows[cut][0], ""), *rows[cut:]] if rows[cut][1] else rows[cut:]
    return rows[:cut], rows[cut:]


def _lines(graph: Graph, places: dict[str, Place]) -> list[Line]:
    """Return a curve for each relation; relations between the same two lie side by side."""
    found: dict[tuple[str, str, str], list[Relation]] = {}
    for each in graph.relations:
        found.setdefault((each.one, each.other, each.word), []).append(each)
    between: dict[frozenset[str], list[tuple[str, str, str]]] = {}
    for key in found:
        between.setdefault(frozenset(key[:2]), []).append(key)
    made = []
    for key, rows in found.items():
        one, other, relation = key
        beside = between[frozenset((one, other))]
        # The curves of a pair are spread to both sides of its middle, whichever way each of them runs.
        shift = (beside.index(key) - (len(beside) - 1) / 2) * (1 if one <= other else -1)
        curve = _curve(places[one], places[other], shift * APART)
        sentence = f"{graph.actors[one].name} {relation} {graph.actors[other].name}"
        proofs = tuple(each.proof for each in rows)
        its = rows[0]
        made.append(Line(one, other, its.group, its.mutual, its.paragraph, curve, sentence, proofs))
    return made


def _curve(start: Place, end: Place, shift: float) -> list[Place]:
    """Return the points of a curve (a quadratic Bézier) that leans to the middle of the circle."""
    across = (start[1] - end[1], end[0] - start[0])
    length = math.hypot(*across) or 1
    bend = [(start[i] + end[i]) / 2 * (1 - PULL) + 2 * shift * across[i] / length for i in (0, 1)]
    points = []
    for step in range(STEPS + 1):
        t = step / STEPS
        x, y = (start[i] * (1 - t) ** 2 + 2 * bend[i] * t * (1 - t) + end[i] * t**2 for i in (0, 1))
        points.append((round(x, 3), round(y, 3)))
    return points
