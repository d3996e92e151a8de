"""What a map is drawn of, as traces: land, countries, parts drawn apart, lines, bands, circles, marks, leaders."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import numpy as np

from course.figures.figure import Trace, scatter
from course.figures.parts import NO_AXIS, cut, evidence, hover, in_style, says, sign
from course.figures.style import ACCENT, CARD, EDGE, INK, LAND, NAMED, ORANGE, RING, SEA, SOFT_INK
from course.map import spots as draws
from course.map.geometry import clockwise
from course.map.labels import NAME_LETTERS, sign_of
from course.map.outlines import countries, drawn, notes
from course.say import listed
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from course.map.atlas import Atlas
    from course.map.geometry import Path, Point
    from course.map.labels import Label
    from course.map.spots import Mention, Spot

BAND, LIT = "rgba(204,75,22,0.28)", "rgba(0,53,202,0.14)"
ABOVE = 60
"""Pixels above and below the map, for the title and a margin."""
LINE = 20
"""Pixels for a line of the key."""
LEAST = 0.7
"""Points of a line that are nearer to each other, in pixels, are drawn as one."""
MOST_ABSENT = 4
CIRCLES = "circles"
DASHED = "Dashed line: a border, or a country that something is “around”. It has no point."
OUTLINED = "Grey line: a country in which the table puts a point of the map."
SOURCE = "Outlines: Natural Earth."


def lines_trace(paths: Iterable[Path], name: str, **style: Any) -> Trace:  # noqa: ANN401 - what plotly takes
    """Return lines or rings as one trace, in tenths of a pixel."""
    found: list[Point] = []
    gaps = []
    for path in paths:
        x, y = path[0]
        found.append((x, y))
        for to_x, to_y in path[1:-1]:
            if (to_x - x) ** 2 + (to_y - y) ** 2 >= LEAST**2:
                found.append((x := to_x, y := to_y))
        found += path[1:][-1:]
        gaps.append(len(found))
        found.append((0.0, 0.0))
    rounded: list[list[float | None]] = np.round(np.reshape(found, (-1, 2)).T, 1).tolist()
    for place in gaps:
        for axis in rounded:
            axis[place] = None
    x_axis, y_axis = rounded
    return scatter(x=x_axis, y=y_axis, mode="lines", hoverinfo="skip", name=name, **style)


def land(atlas: Atlas) -> list[Trace]:
    """Return the land, the countries that are named, and the outline of those that a point in them is coded with."""
    named, around = _coded(atlas, draws.LAND), _coded(atlas, draws.POINT)
    around -= named
    every = {iso: rings for iso, rings in drawn(atlas.frame).items() if iso in countries()}
    looks: tuple[tuple[str, Iterable[str], dict[str, Any]], ...] = (
        ("land", every.keys() - named, {"fill": "toself", "fillcolor": LAND, "line": {"width": 1, "color": EDGE}}),
        ("named", named, {"fill": "toself", "fillcolor": NAMED, "line": {"width": 1, "color": EDGE}}),
        ("outlined", around, {"line": {"width": 1.3, "color": SOFT_INK}}),
    )
    return [
        lines_trace((ring for iso, rings in every.items() if iso in wanted for ring in rings), name, **look)
        for name, wanted, look in looks
    ]


def _coded(atlas: Atlas, drawn_as: str) -> set[str]:
    """Return the codes of the countries of places that are drawn in one way."""
    return {iso for spot in atlas.spots if spot.drawn == drawn_as for iso in spot.states}


def apart(atlas: Atlas) -> Trace:
    """Return the parts that are given to no country; they are drawn above the bands, so that none of them takes one."""
    rings = [ring for iso, each in drawn(atlas.frame).items() if iso not in countries() for ring in each]
    line = {"width": 1, "color": SOFT_INK, "dash": "dot"}
    return lines_trace(rings, "apart", fill="toself", fillcolor=LAND, line=line)


def borders(spots: Sequence[Spot]) -> Trace:
    """Return the dashed outlines of what is named as a border or an area around one country."""
    rings = {spot.states: spot.rings for spot in spots if spot.encircled}
    return lines_trace(
        (ring for each in rings.values() for ring in each),
        "borders and areas",
        line={"width": 2, "color": ORANGE, "dash": "dash"},
    )


def bands(spots: Sequence[Spot], width: float) -> list[Trace]:
    """Return what lies within a distance of these outlines, on the outer side, and the edge of that.

    Each outline is a hole in its band.
    """
    one_each = {spot.states: spot for spot in spots if spot.encircled} if width else {}
    edges = [ring for spot in one_each.values() for ring in spot.extent(width)]
    holes = [ring for spot in one_each.values() for ring in _holes(spot)]
    return [
        lines_trace([*edges, *holes], "band", fill="toself", fillcolor=BAND, line={"width": 0}),
        lines_trace(edges, "edge of the band", line={"width": 1.5, "color": ORANGE}),
    ]


def circles(spots: Sequence[Spot]) -> Trace:
    """Return the circle of each place that has one: the smallest around a country, that of its radius for a point."""
    rings = [ring for spot in spots if spot.precise for ring in spot.extent(0)]
    return lines_trace(rings, CIRCLES, line={"width": 1.2, "color": RING, "dash": "dot"})


def lit(spot: Spot | None, width: float) -> list[Trace]:
    """Return one place in a stronger colour: the land, band or circle of it, and what says how precise that is."""
    edges = spot.extent(width) if spot else []
    if spot is None or (spot.drawn in draws.EDGES and not width):
        land_of_it: list[Path] = []
    elif spot.drawn in draws.EDGES:
        land_of_it = [*edges, *(_holes(spot) if spot.encircled else [])]
    else:
        land_of_it = spot.rings or edges
    return [
        lines_trace(land_of_it, "lit", fill="toself", fillcolor=LIT, line={"width": 0}),
        lines_trace(edges, "edge of what is lit", line={"width": 3, "color": ACCENT}),
    ]


def _holes(spot: Spot) -> list[Path]:
    """Return the outlines of a place's countries, running the other way round than a band's edge."""
    return [ring if clockwise(ring) else ring[::-1] for ring in spot.rings]


def leader_trace(labels: Iterable[Label]) -> Trace:
    """Return the lines from labels to what they name, each with a dot at its end."""
    lines = [line for label in labels for line in label.lines]
    trace = lines_trace(lines, "leaders", line={"width": 1.5, "color": INK})
    dots = {"size": [0, 6, 0] * len(lines), "color": CARD, "opacity": 1, "line": {"width": 1.5, "color": INK}}
    return {**trace, "mode": "lines+markers", "marker": dots}


def point_trace(spots: Iterable[Spot], labels: Sequence[Label]) -> Trace:
    """Return a mark for each point, and for all else a point that is not seen: one hovers over it for the wording."""
    at = {label.spot.place: label.box.middle for label in labels}
    found = [(spot, place) for spot in spots if (place := spot.dot or at.get(spot.place))]
    return scatter(
        x=[round(x, 1) for _, (x, _) in found],
        y=[round(y, 1) for _, (_, y) in found],
        mode="markers",
        marker={
            "size": [9 if spot.dot else 0.1 for spot, _ in found],
            "symbol": [spot.mark for spot, _ in found],
            "color": INK,
            "opacity": 1,
        },
        text=[spot.name for spot, _ in found],
        ids=[spot.place for spot, _ in found],
        **hover(
            says(", ".join([spot.name, *map(_in_words, spot.mentions)]), evidence(vars(spot))) for spot, _ in found
        ),
        name="places",
    )


def _in_words(mention: Mention) -> str:
    return f"{mention.said()} ({vocabulary('statuses')[mention.status]['word']})"


def layout(title: str, atlas: Atlas, labels: list[dict[str, Any]], key: list[str]) -> dict[str, Any]:
    """Return the layout of the map, with what is not on it and a key below it."""
    right, up = atlas.frame.half
    if atlas.absent:
        names = listed((cut(spot.name, NAME_LETTERS) for spot, _ in atlas.absent), MOST_ABSENT, ", ")
        key = [*key, f"Not on the map: {escape(names, quote=False)}."]
    axis = {**NO_AXIS, "constrain": "domain"}
    below = {"x": -right, "y": -up, "xanchor": "left", "yanchor": "top", "yshift": -4}
    text = {"text": "<br>".join(key), "align": "left", "showarrow": False, "font": {"size": 13, "color": INK}}
    return in_style(
        title,
        height=round(2 * up) + ABOVE + LINE * len(key),
        margin={"l": 8, "r": 8, "t": 52, "b": 8 + LINE * len(key)},
        xaxis={**axis, "range": [-right, right]},
        yaxis={**axis, "range": [-up, up], "scaleanchor": "x", "scaleratio": 1},
        plot_bgcolor=SEA,
        annotations=[*labels, {**below, **text}],
    )


KEY_OF_LAND = f"{sign(NAMED)} a country that the report names"
"""What the colour of the land means, as HTML."""


def key_of_counts(spots: Iterable[Spot]) -> str:
    """Return what the signs of the statuses mean, as HTML; only of those that occur."""
    found = {mention.status for spot in spots for mention in spot.mentions}
    signs = (f"{sign_of(key)} {row['word']}" for key, row in vocabulary("statuses").items() if key in found)
    return f"Counts: {'   '.join(signs) or 'none'}"


def key(atlas: Atlas) -> list[str]:
    """Return the lines of the key, as HTML: only of what there is."""
    named = _coded(atlas, draws.LAND)
    dashed = any(spot.encircled for spot in atlas.spots)
    around = bool(_coded(atlas, draws.POINT) - named)
    return [*[KEY_OF_LAND] * bool(named), key_of_counts(atlas.spots), *[DASHED] * dashed, *[OUTLINED] * around]


def of_outlines(atlas: Atlas) -> str:
    """Return where the outlines come from, and what has to be said of those in sight."""
    return " ".join([SOURCE, *notes(atlas.frame)])
