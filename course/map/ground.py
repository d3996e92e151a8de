"""What a map is drawn of, as traces: land, named states, Crimea on its own, lines, bands, circles, dots, leaders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course.figures.figure import Trace, scatter
from course.figures.parts import NO_AXIS, evidence, hover, in_style, says, sign
from course.figures.style import ACCENT, CARD, EDGE, INK, LAND, NAMED, ORANGE, RING, SEA, SOFT_INK
from course.map.atlas import AROUND, GLYPHS
from course.map.geometry import clockwise
from course.map.labels import sign_of
from course.map.outlines import CRIMEA, EAST_WEST, SOUTH_NORTH, in_frame, outlines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.map.atlas import Force, Spot
    from course.map.geometry import Path
    from course.map.labels import Label

BAND, LIT = "rgba(204,75,22,0.28)", "rgba(0,53,202,0.14)"
HEIGHT = 572
LINE = 20
"""Pixels for a line of the key."""
DASHED = "Dashed line: a border, or a state that something is “around”. It has no point."
ABOUT_CRIMEA = (
    "Outlines: Natural Earth. Crimea is drawn apart: Russia has controlled it since 2014, the UN General Assembly "
    "counts it as part of Ukraine."
)


def lines_trace(paths: Iterable[Path], name: str, **style: Any) -> Trace:  # noqa: ANN401 - what plotly takes
    """Return lines or rings as one trace, in whole kilometres."""
    x: list[int | None] = []
    y: list[int | None] = []
    for path in paths:
        x += [*(round(point[0]) for point in path), None]
        y += [*(round(point[1]) for point in path), None]
    return scatter(x=x, y=y, mode="lines", hoverinfo="skip", name=name, **style)


def land(spots: list[Spot]) -> list[Trace]:
    """Return the land, and the states that are named."""
    named = {iso for spot in spots for iso in spot.states if spot.precision not in AROUND}
    thin = {"width": 1, "color": EDGE}
    return [
        lines_trace(
            (ring for iso, each in outlines().items() if (iso in named) is wanted for ring in in_frame(each.rings)),
            name,
            fill="toself",
            fillcolor=colour,
            line=thin,
        )
        for name, wanted, colour in (("land", False, LAND), ("named", True, NAMED))
    ]


def crimea() -> Trace:
    """Return Crimea, which is given to neither state; it is drawn above the bands, so that none of them takes it."""
    line = {"width": 1, "color": SOFT_INK, "dash": "dot"}
    return lines_trace(outlines()[CRIMEA].rings, "Crimea", fill="toself", fillcolor=LAND, line=line)


def borders(spots: list[Spot]) -> Trace:
    """Return the dashed outlines of what is named as a border or an area around one state."""
    rings = {spot.states: spot.rings for spot in spots if spot.encircled}
    return lines_trace(
        (ring for each in rings.values() for ring in each),
        "borders and areas",
        line={"width": 2, "color": ORANGE, "dash": "dash"},
    )


def bands(spots: list[Spot], width: float) -> list[Trace]:
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


def circles(spots: list[Spot]) -> Trace:
    """Return the circle of each place that has one: the smallest that holds a state, a small one for a town."""
    rings = [ring for spot in spots if spot.precision in ("state", "city") for ring in spot.extent(0)]
    return lines_trace(rings, "circles", line={"width": 1.2, "color": RING, "dash": "dot"})


def lit(spot: Spot | None, width: float) -> list[Trace]:
    """Return one place in a stronger colour: the land, band or circle of it, and what says how precise that is."""
    edges = spot.extent(width) if spot else []
    if spot is None or (spot.precision in AROUND and not width):
        land_of_it: list[Path] = []
    elif spot.precision in AROUND:
        land_of_it = [*edges, *(_holes(spot) if spot.encircled else [])]
    else:
        land_of_it = in_frame(spot.rings) if spot.rings and spot.precision != "city" else edges
    return [
        lines_trace(land_of_it, "lit", fill="toself", fillcolor=LIT, line={"width": 0}),
        lines_trace(edges, "edge of what is lit", line={"width": 3, "color": ACCENT}),
    ]


def _holes(spot: Spot) -> list[Path]:
    """Return the outlines of a place's states, running the other way round than a band's edge."""
    return [ring if clockwise(ring) else ring[::-1] for ring in spot.rings]


def leader_trace(labels: list[Label]) -> Trace:
    """Return the lines from labels to what they name, each with a dot at its end."""
    lines = [line for label in labels for line in label.lines]
    trace = lines_trace(lines, "leaders", line={"width": 1.5, "color": INK})
    dots = {"size": [0, 6, 0] * len(lines), "color": CARD, "opacity": 1, "line": {"width": 1.5, "color": INK}}
    return {**trace, "mode": "lines+markers", "marker": dots}


def point_trace(labels: list[Label]) -> Trace:
    """Return a dot for each town, and for all else a point that is not seen: one hovers over it for the wording."""
    towns = {label.spot.place: label.spot.at for label in labels if label.spot.precision == "city" and label.spot.at}
    found = [(label.spot, towns.get(label.spot.place, label.box.middle)) for label in labels]
    return scatter(
        x=[round(x) for _, (x, _) in found],
        y=[round(y) for _, (_, y) in found],
        mode="markers",
        marker={"size": [9 if spot.precision == "city" else 0.1 for spot, _ in found], "color": INK, "opacity": 1},
        text=[spot.name for spot, _ in found],
        ids=[spot.place for spot, _ in found],
        **hover(says(", ".join([spot.name, *map(_in_words, spot.forces)]), evidence(vars(spot))) for spot, _ in found),
        name="places",
    )


def _in_words(force: Force) -> str:
    return f"{force.owner}: {force.size} ({force.status})"


def layout(title: str, labels: list[dict[str, Any]], key: list[str]) -> dict[str, Any]:
    """Return the layout of the map, as many pixels a kilometre to the east as to the north, with a key below it."""
    axis = {**NO_AXIS, "constrain": "domain"}
    below = {"x": EAST_WEST[0], "y": SOUTH_NORTH[0], "xanchor": "left", "yanchor": "top", "yshift": -4}
    text = {"text": "<br>".join(key), "align": "left", "showarrow": False, "font": {"size": 13, "color": INK}}
    return in_style(
        title,
        height=HEIGHT + LINE * len(key),
        margin={"l": 8, "r": 8, "t": 52, "b": 8 + LINE * len(key)},
        xaxis={**axis, "range": list(EAST_WEST)},
        yaxis={**axis, "range": list(SOUTH_NORTH), "scaleanchor": "x", "scaleratio": 1},
        plot_bgcolor=SEA,
        annotations=[*labels, {**below, **text}],
    )


KEY_OF_LAND = f"{sign(NAMED)} a state that the report names"
"""What the colour of the land means, as HTML."""


def key_of_forces(spots: Iterable[Spot]) -> str:
    """Return what the signs of the statuses mean, as HTML; only of those that occur."""
    found = {force.status for spot in spots for force in spot.forces}
    return f"Forces: {'   '.join(f'{sign_of(status)} {status}' for status in GLYPHS if status in found) or 'none'}"
