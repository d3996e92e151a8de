"""An outline map to draw on: land and borders, the names of countries, and nothing that the report says."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from course.map.atlas import atlas
from course.map.outlines import countries, drawn, notes, seen

if TYPE_CHECKING:
    from course.case import Case
    from course.map.geometry import Path

LEAST_LAND = 2500.0
"""How much of the map a country has to take, in square pixels, to be named on it."""
LETTERS = 'font-size="9" text-anchor="middle" fill="#333"'
DOTTED = ' stroke-dasharray="1.5 2"'
"""How the edge of a part is drawn that is given to no country."""


def svg(case: Case) -> str:
    """Return the outline map of a case as an SVG, in the frame of the course's own map.

    What is given to no country is dotted, as on that map.

    Raises
    ------
    ContentError
        The case has no table of places.
    """
    frame = atlas(case).frame
    right, up = frame.half
    found = drawn(frame)
    shapes = [
        f'<path d="{_path(rings, right, up)}" fill="#fff" stroke="#000" stroke-width="0.8"'
        f"{'' if iso in countries() else DOTTED}/>"
        for iso, rings in sorted(found.items(), key=lambda each: each[0] not in countries())
    ]
    names = [
        f'<text x="{x + right:.1f}" y="{up - y:.1f}" {LETTERS}>{escape(name)}</text>'
        for iso, rings in found.items()
        if iso in countries() and seen(rings) > LEAST_LAND
        for name, (x, y) in [(countries()[iso].name, frame.on_map(countries()[iso].at))]
        if abs(x) < right * 0.94 and abs(y) < up * 0.97
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * right:.0f} {2 * up:.0f}" role="img" '
        f'aria-label="Outline map">{"".join(shapes)}{"".join(names)}</svg>'
    )


def told(case: Case) -> list[str]:
    """Return what has to be said of the outlines of the map."""
    return notes(atlas(case).frame)


def _path(rings: list[Path], right: float, up: float) -> str:
    return "".join(f"M{' '.join(f'{x + right:.1f},{up - y:.1f}' for x, y in ring)}Z" for ring in rings if ring)
