"""The labels of the map: the name of a place with the counts there, and lines to what it names.

Labels are placed once, with all counts, so that nothing jumps when some are hidden.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

import numpy as np

from course.figures.parts import cut, sign
from course.figures.style import ACCENT, INK, colours
from course.map.boxes import Box, box_of, placed
from course.map.geometry import Area, Areas, inside_of
from course.map.outlines import countries, drawn
from course.map.spots import AROUND, BORDER, EDGES, LAND, NAME, POINT
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from course.map.geometry import Path, Point
    from course.map.spots import Mention, Spot

DOT = (6.0, 6.0)
"""Half of the room that the mark of a point takes, in pixels."""
BEHIND = (15.0, 22.0, 30.0, 40.0)
"""How far behind its edge a country can be pointed at, in pixels."""
NEAR = 11.0
"""What is nearer to a label needs no line from it, in pixels."""
NAME_LETTERS, OWNER_LETTERS, SIZE_LETTERS, LINES = 26, 16, 34, 4
MOST = 40
"""How many places have a name on the map."""
ORDER = (LAND, POINT, NAME, BORDER, AROUND)
"""Whose label is placed first."""


@dataclass(frozen=True)
class Label:
    """The label of a place: where it stands, and the lines from it to what it names."""

    spot: Spot
    box: Box
    lines: tuple[Path, ...] = ()

    def shown(self, statuses: Collection[str], chosen: str = "") -> bool:
        """Return whether it is on the map when counts of these statuses are, and one place is lit."""
        return self.spot.precise or self.spot.place == chosen or bool(self.spot.shown(statuses))

    def annotation(self, statuses: Collection[str], chosen: str = "") -> dict[str, Any]:
        """Return it as plotly's annotation, with the counts of these statuses."""
        lit = self.spot.place == chosen
        tag = "b" if self.spot.precise and self.spot.drawn != NAME else "i"
        lines = [f"<{tag}>{escape(cut(self.spot.name, NAME_LETTERS), quote=False)}</{tag}>"]
        for status, text in _lines_of(self.spot.shown(statuses)):
            lines.append(f"{sign_of(status)} {escape(text, quote=False)}" if status else text)
        return {
            "x": round(self.box.middle[0], 1),
            "y": round(self.box.middle[1], 1),
            "text": "<br>".join(lines),
            "showarrow": False,
            "font": {"size": 12, "color": INK},
            "bgcolor": "#ffffff" if lit else "rgba(255,255,255,0.75)",
            "bordercolor": ACCENT if lit else "rgba(255,255,255,0)",
            "borderwidth": 2,
            "borderpad": 1,
        }


def labels(spots: Sequence[Spot]) -> list[Label]:
    """Return the labels that find room: names alone first, for they are small and have their place; then the others.

    Where there are too many places for all to have one, those with a count and then the first of the table have it.
    """
    named = sorted(spots, key=lambda it: not it.mentions)[:MOST]
    taken = [Box(spot.dot, DOT) for spot in named if spot.dot]
    found: list[tuple[Spot, Box]] = []
    for spot in sorted(named, key=lambda it: (_quiet(it), bool(it.mentions), not it.precise, ORDER.index(it.drawn))):
        if box := _box(spot, taken, found):
            taken.append(box)
            found.append((spot, box))
    boxes = [box for _, box in found]
    return [Label(spot, box, tuple(_lines(spot, box, boxes))) for spot, box in found]


def _box(spot: Spot, taken: list[Box], found: list[tuple[Spot, Box]]) -> Box | None:
    """Return where the label of a place stands.

    That of a border or an area around a country stands on land beside it, that of a mark where a line can go from it to
    the mark, and no label on the line of another; where there is no such room anywhere that is free.
    """
    if not spot.at:
        return None
    lines, frame = _longest(spot), spot.frame
    near = frame.moved_inside(spot.at, box_of(lines, spot.at).half)
    fits = _beside(spot) if spot.encircled else _clear(spot, found)
    return placed(lines, near, frame, taken, fits) or placed(lines, near, frame, taken)


def _clear(spot: Spot, found: list[tuple[Spot, Box]]) -> Callable[[Box], bool]:
    """Return what tells of a box whether no line from a label to a mark crosses it, nor its own another label."""
    leads = [(box.edge_towards(other.dot), other.dot) for other, box in found if other.dot]

    def clear(box: Box) -> bool:
        own = [(box.edge_towards(spot.dot), spot.dot)] if spot.dot else []
        crossed = any(other.crosses(*line) for line in own for _, other in found)
        return not crossed and not any(box.crosses(*line) for line in leads)

    return clear


def _beside(spot: Spot) -> Callable[[Box], bool]:
    """Return what tells of a box whether it stands on the land of another country than those of a place."""
    every = drawn(spot.frame).items()
    land = Areas([rings for iso, rings in every if iso in countries() and iso not in spot.states])
    return lambda box: all(map(land.hold, (box.middle, *box.corners)))


def _quiet(spot: Spot) -> bool:
    """Return whether a place has no label unless it is lit."""
    return not spot.mentions and not spot.precise


def _longest(spot: Spot) -> list[str]:
    """Return the longest lines that the label of a place can have, without markup."""
    lines = [f"{glyph_of(status)} {text}" for status, text in _lines_of(spot.mentions)]
    return [cut(spot.name, NAME_LETTERS), *lines]


def _lines_of(some: Iterable[Mention]) -> list[tuple[str, str]]:
    """Return status and text of each count: mentions of one thing in one status share a line."""
    groups: dict[tuple[str, str], list[Mention]] = {}
    for each in some:
        groups.setdefault((each.thing, each.status), []).append(each)
    found = []
    for (_, status), same in groups.items():
        # A mention without a number adds none to one that has it: it speaks of the same thing.
        sizes = dict.fromkeys(each.size for each in same if each.has_number) or {same[0].size: None}
        owner = f"{cut(same[0].owner, OWNER_LETTERS)}: " if same[0].owner else ""
        found.append((status, f"{owner}{cut(', '.join(sizes), SIZE_LETTERS)}"))
    more = len(found) - LINES
    return found if more <= 0 else [*found[: LINES - 1], ("", f"and {more + 1} more")]


def glyph_of(status: str) -> str:
    """Return the sign of a status."""
    return vocabulary("statuses")[status]["glyph"] if status else ""


def sign_of(status: str) -> str:
    """Return the sign of a status in its colour, as HTML."""
    return sign(colours("statuses")[status], glyph_of(status))


def _lines(spot: Spot, box: Box, boxes: list[Box]) -> list[Path]:
    """Return the lines from a label to what it names, where that is not below it: to a line, or into each country."""
    if spot.drawn in EDGES:
        targets = [[point for ring in spot.rings for point in ring]]
    elif spot.drawn == LAND and len(spot.known) > 1:
        land = [drawn(spot.frame).get(iso, []) for iso in spot.known]
        return [line for rings in land if (line := _free(spot, box, _behind(rings), boxes, rings))]
    else:
        targets = [[spot.at]] if spot.at else []
    return [line for points in targets if (line := _free(spot, box, points, boxes))]


def _behind(rings: list[Path]) -> list[Point]:
    """Return points a little behind each point of the outline of a country; some are not on its land."""
    found: list[Point] = []
    for ring in rings:
        steps = np.array(inside_of(ring)) - ring
        far = np.maximum(np.hypot(*steps.T), 1e-9)[:, None]
        deep = np.array(BEHIND)
        behind = np.array(ring)[:, None] + steps[:, None] * (deep / far)[:, :, None]
        found += map(tuple, behind[deep < far].tolist())
    return found


def _free(spot: Spot, box: Box, points: list[Point], boxes: list[Box], land: list[Path] | None = None) -> Path | None:
    """Return the line from a label to the nearest point, on some land, that it reaches without crossing another label.

    The nearest are looked at first, for on which side of an outline a point lies takes long to tell.
    """
    wide = [other.grown(NEAR if other == box else NEAR / 3) for other in boxes]
    lines = ([box.edge_towards(point), point] for point in box.nearest(points) if spot.frame.holds(point))
    area = Area(land) if land else None
    return next(
        (
            line
            for line in lines
            if not any(other.covers(line[1]) for other in wide)
            and (area is None or area.holds(line[1]))
            and not any(other.crosses(*line) for other in boxes if other != box)
        ),
        None,
    )
