"""The labels of the map: the name of a place with the forces there, and lines to what it names.

Labels are placed once, with all forces, so that nothing jumps when some are hidden.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from course.figures.parts import cut, sign
from course.figures.style import ACCENT, INK, colours
from course.map.atlas import AROUND, GLYPHS, NO_NUMBER
from course.map.boxes import Box, box_of, placed
from course.map.geometry import holds
from course.map.outlines import CRIMEA, circle_around, outlines

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from course.map.atlas import Force, Spot
    from course.map.geometry import Path, Point

DOT = (25.0, 25.0)
"""Half of the room that the dot of a town takes, in kilometres."""
BEHIND = (60.0, 90.0, 120.0, 160.0)
"""How far behind its edge a state can be pointed at, in kilometres."""
PRECISE = ("state", "city")
"""The places whose names are always on the map; others only where a force is, or where they are lit."""
NEAR = 45.0
"""What is nearer to a label needs no line from it, in kilometres."""
NAME_LETTERS, OWNER_LETTERS, FORCE_LINES = 26, 16, 4


@dataclass(frozen=True)
class Label:
    """The label of a place: where it stands, and the lines from it to what it names."""

    spot: Spot
    box: Box
    lines: tuple[Path, ...] = ()

    def shown(self, statuses: Collection[str], chosen: str = "") -> bool:
        """Return whether it is on the map when forces of these statuses are, and one place is lit."""
        spot = self.spot
        return spot.precision in PRECISE or spot.place == chosen or bool(spot.shown_forces(statuses))

    def annotation(self, statuses: Collection[str], chosen: str = "") -> dict[str, Any]:
        """Return it as plotly's annotation, with the forces of these statuses."""
        lit = self.spot.place == chosen
        tag = "b" if self.spot.precision in PRECISE else "i"
        lines = [f"<{tag}>{escape(cut(self.spot.name, NAME_LETTERS), quote=False)}</{tag}>"]
        for status, text in _force_lines(self.spot.shown_forces(statuses)):
            lines.append(f"{sign_of(status)} {escape(text, quote=False)}" if status else text)
        return {
            "x": round(self.box.middle[0]),
            "y": round(self.box.middle[1]),
            "text": "<br>".join(lines),
            "showarrow": False,
            "font": {"size": 12, "color": INK},
            "bgcolor": "#ffffff" if lit else "rgba(255,255,255,0.75)",
            "bordercolor": ACCENT if lit else "rgba(255,255,255,0)",
            "borderwidth": 2,
            "borderpad": 1,
        }


def labels(spots: list[Spot]) -> list[Label]:
    """Return the labels that find room: names alone first, for they are small and have their place; then the others."""
    taken = [Box(spot.at, DOT) for spot in spots if spot.precision == "city" and spot.at]
    kinds = (*PRECISE, "several states", *reversed(AROUND))
    found: list[tuple[Spot, Box]] = []
    for spot in sorted(spots, key=lambda it: (_quiet(it), bool(it.forces), kinds.index(it.precision))):
        box = _box(spot, taken)
        if box:
            taken.append(box)
            found.append((spot, box))
    boxes = [box for _, box in found]
    return [Label(spot, box, tuple(_lines(spot, box, boxes))) for spot, box in found]


def _box(spot: Spot, taken: list[Box]) -> Box | None:
    """Return where the label of a place stands; that of a border or an area around a state on land beside it."""
    if not spot.at:
        return None
    near = box_of(_longest(spot), spot.at).moved_inside.middle
    beside = placed(_longest(spot), near, taken, lambda box: _is_beside(spot, box)) if spot.encircled else None
    return beside or placed(_longest(spot), spot.at, taken)


def _is_beside(spot: Spot, box: Box) -> bool:
    others = [each.rings for iso, each in outlines().items() if iso not in {*spot.states, CRIMEA}]
    return all(any(holds(rings, point) for rings in others) for point in (*box.corners, box.middle))


def _quiet(spot: Spot) -> bool:
    """Return whether a place has no label unless it is lit."""
    return not spot.forces and spot.precision not in PRECISE


def _longest(spot: Spot) -> list[str]:
    """Return the longest lines that the label of a place can have, without markup."""
    lines = [f"{GLYPHS.get(status, '')} {text}" for status, text in _force_lines(spot.forces)]
    return [cut(spot.name, NAME_LETTERS), *lines]


def _force_lines(some: Iterable[Force]) -> list[tuple[str, str]]:
    """Return status and text of each force: mentions of one force in one status share a line."""
    groups: dict[tuple[str, str], list[Force]] = {}
    for each in some:
        groups.setdefault((each.force, each.status), []).append(each)
    found = []
    for (_, status), same in groups.items():
        # A mention without a number adds none to one that has it: it speaks of the same force.
        sizes = dict.fromkeys(each.size for each in same if each.size != NO_NUMBER) or {NO_NUMBER: None}
        found.append((status, f"{cut(same[0].owner, OWNER_LETTERS)}: {', '.join(sizes)}"))
    more = len(found) - FORCE_LINES
    return found if more <= 0 else [*found[: FORCE_LINES - 1], ("", f"and {more + 1} more")]


def sign_of(status: str) -> str:
    """Return the sign of a status in its colour, as HTML."""
    return sign(colours("statuses")[status], GLYPHS[status])


def _lines(spot: Spot, box: Box, boxes: list[Box]) -> list[Path]:
    """Return the lines from a label to what it names, where that is not below it: to a line, or into each state."""
    if spot.precision in AROUND:
        targets = [[point for ring in spot.rings for point in ring]]
    elif spot.precision == "several states":
        targets = [_behind(iso) for iso in spot.states if iso in outlines()]
    else:
        targets = [[spot.at]] if spot.at else []
    return [line for points in targets if (line := _free(box, points, boxes))]


def _behind(iso: str) -> list[Point]:
    """Return points of a state a little behind each point of its outline."""
    points = outlines()[iso].points
    mx, my = circle_around(iso)[0]
    found = []
    for x, y in points:
        far = math.dist((x, y), (mx, my)) or 1
        found += [(x + (mx - x) * deep / far, y + (my - y) * deep / far) for deep in BEHIND if deep < far]
    return found


def _free(box: Box, points: list[Point], boxes: list[Box]) -> Path | None:
    """Return the line from a label to the nearest point that it reaches without crossing another label."""
    wide = [other.grown(NEAR if other == box else NEAR / 3) for other in boxes]
    free = [point for point in points if not any(other.covers(point) for other in wide)]
    lines = [[box.edge_towards(point), point] for point in free]
    lines.sort(key=lambda line: math.dist(*line))
    return next((line for line in lines if not any(other.crosses(*line) for other in boxes if other != box)), None)
