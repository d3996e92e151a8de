"""What seats and lines are drawn of, as traces: curves, arrows, points, names, and the headings of the kinds."""

from __future__ import annotations

import math
from dataclasses import dataclass
from html import escape
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from course.figures.figure import Trace, scatter
from course.figures.parts import NO_AXIS, hover, in_style, says
from course.figures.style import CARD, INK, PALE_INK, PALETTE, SOFT_INK
from course.network.seats import STEPS
from course.say import short_name

if TYPE_CHECKING:
    from collections.abc import Collection

    from course.network.seats import Line, Seats
    from course.vocabulary import Row, Words

ROW = 33
"""Pixels from one name to the next: room for two lines."""
AROUND = 118
"""Pixels above and below the circle, for title and legend."""
TOP, BOTTOM, HALF_A_NAME = 62, 48, 8
"""Pixels above and below the drawing, and those by which a name of two lines is higher than its point."""
ROOM = 1.95
"""How far the horizontal axis goes beyond the middle, for the names beside the circle."""
NAME_AT = 0.07
NAME_WIDTH = 15
NAME_LINES = 2
HEADING_WIDTH = 20
STRONG, PALE = {"width": 2.5, "opacity": 1.0}, {"width": 1.2, "opacity": 0.22}
POINT, CHOSEN_POINT = 13, 19
ARROWS = "An arrow points at the one to whom it is done. Two arrows: they do it together."


@dataclass(frozen=True)
class Focus:
    """Whom a picture is about: the one who is chosen, and those who have nothing to do with it."""

    chosen: str = ""
    pale: tuple[str, ...] = ()


NO_FOCUS = Focus()


def line_traces(groups: Words, strong: list[Line], pale: list[Line] | None = None) -> list[Trace]:
    """Return the curves, a trace a group; then the arrows and the middles. Below them the pale ones, if any can be."""
    traces = [] if pale is None else _by_group(groups, pale, "{}, pale", PALE)
    return [*traces, *_by_group(groups, strong, "{}", STRONG), _arrows(groups, strong), _middles(groups, strong)]


def _by_group(groups: Words, some: list[Line], name: str, style: dict[str, float]) -> list[Trace]:
    return [_curves([line for line in some if line.group == key], group, name, style) for key, group in groups.items()]


def _curves(some: list[Line], group: Row, name: str, style: dict[str, float]) -> Trace:
    # One blank point keeps a group without a line in the legend.
    blank: tuple[None, None] = (None, None)
    points = [point for line in some for point in (*line.curve, blank)] or [blank]
    return scatter(
        x=[x for x, _ in points],
        y=[y for _, y in points],
        mode="lines",
        line={
            "width": style["width"],
            "color": PALETTE[group["colour"]],
            "dash": group["dash"],
        },
        opacity=style["opacity"],
        name=name.format(fitted(group["word"], HEADING_WIDTH, 1)),
        showlegend=style is STRONG,
        hoverinfo="skip",
    )


def _arrows(groups: Words, some: list[Line]) -> Trace:
    """Return the heads of the arrows: each is turned by the point before it, which is not drawn."""
    ends = [(line, line.curve[-2], line.curve[-1]) for line in some]
    ends += [(line, line.curve[1], line.curve[0]) for line in some if line.mutual]
    inks = [PALETTE[groups[line.group]["colour"]] for line, *_ in ends for _ in range(2)]
    return scatter(
        x=[x for _, before, tip in ends for x in (before[0], tip[0])],
        y=[y for _, before, tip in ends for y in (before[1], tip[1])],
        mode="markers",
        marker={
            "symbol": "arrow",
            "angleref": "previous",
            "size": [0, 14] * len(ends),
            "standoff": [0, POINT / 2 + 1] * len(ends),
            "color": inks,
            "opacity": 1,
            "line": {"width": 0},
        },
        hoverinfo="skip",
        name="arrows",
        showlegend=False,
    )


def _middles(groups: Words, some: list[Line]) -> Trace:
    """Return the middle of each line, where hovering shows what it says."""
    middles = [line.curve[STEPS // 2] for line in some]
    return scatter(
        x=[x for x, _ in middles],
        y=[y for _, y in middles],
        mode="markers",
        marker={"size": 6, "color": [PALETTE[groups[line.group]["colour"]] for line in some]},
        **hover(says(line.sentence, *line.proof) for line in some),
        name="relations",
        showlegend=False,
    )


def point_trace(
    seats: Seats, actors: list[str], name: str = "actors", *, hollow: bool = False, focus: Focus = NO_FOCUS
) -> Trace:
    """Return the points of some actors; `ids` holds their short names."""
    return scatter(
        x=[seats.places[actor][0] for actor in actors],
        y=[seats.places[actor][1] for actor in actors],
        ids=actors,
        mode="markers",
        marker={
            "size": [CHOSEN_POINT if actor == focus.chosen else POINT for actor in actors] or POINT,
            "color": CARD if hollow else [_ink(actor, focus) for actor in actors] or INK,
            "opacity": 1,
            # A pale point is grey, not see-through: no line may shine through it.
            "line": {"width": 2.5, "color": [_ink(actor, focus) for actor in actors] or INK},
        },
        **hover(says(f"{seats.name(actor)} ({seats.kind_word(actor)})", seats.proof(actor)) for actor in actors),
        name=name,
        showlegend=False,
    )


def _ink(actor: str, focus: Focus) -> str:
    return PALE_INK if actor in focus.pale else INK


def key_trace(name: str, *, hollow: bool) -> Trace:
    """Return a line of the legend for a kind of points, which stays the same whoever is in focus."""
    line = {"width": 2.5, "color": INK}
    marker = {"size": POINT, "color": CARD if hollow else INK, "line": line}
    return scatter(x=[None], y=[None], mode="markers", marker=marker, name=name, showlegend=True)


def name_trace(seats: Seats, actors: list[str], focus: Focus = NO_FOCUS) -> Trace:
    """Return the names of some actors beside their seats; a long one is cut, and whole where one hovers."""
    names = {actor: fitted(short_name(seats.name(actor))) for actor in actors}
    return scatter(
        x=[_beside(seats.places[actor][0]) for actor in actors],
        y=[seats.places[actor][1] for actor in actors],
        mode="text",
        text=[f"<b>{name}</b>" if actor == focus.chosen else name for actor, name in names.items()],
        textposition=[_side(seats.places[actor][0]) for actor in actors],
        textfont={"size": 13, "color": [SOFT_INK if actor in focus.pale else INK for actor in actors]},
        hoverinfo="skip",
        name="names",
        showlegend=False,
    )


def heading_trace(seats: Seats, kinds: Collection[str]) -> Trace:
    """Return the names of the kinds, each above its actors."""
    shown = [(kind, place) for kind, place in seats.headings if kind in kinds]
    return scatter(
        x=[_beside(x) for _, (x, _) in shown],
        y=[y for _, (_, y) in shown],
        mode="text",
        text=[fitted(seats.kinds[kind]["word"], HEADING_WIDTH, 1).upper() for kind, _ in shown],
        textposition=[_side(x) for _, (x, _) in shown],
        textfont={"size": 11, "color": SOFT_INK},
        hoverinfo="skip",
        name="kinds",
        showlegend=False,
    )


def _beside(x: float) -> float:
    return round(x + math.copysign(NAME_AT, x), 4)


def _side(x: float) -> str:
    return "middle right" if x > 0 else "middle left"


def fitted(name: str, width: int = NAME_WIDTH, lines_at_most: int = NAME_LINES) -> str:
    """Return a name in a few short lines, as HTML; what does not fit is cut, with an ellipsis."""
    rows = wrap(name, width, max_lines=lines_at_most, placeholder=" …") or [name[: width - 2]]
    return "<br>".join(escape(row, quote=False) for row in rows)


def layout(title: str, seats: Seats) -> dict[str, Any]:
    """Return the layout of the seats: the circle, and a legend below it that does not hide anything when clicked."""
    height = round(AROUND + ROW * seats.rows)
    end = 1 + 2 * HALF_A_NAME / (height - TOP - BOTTOM - 2 * HALF_A_NAME)
    return in_style(
        title,
        title={"subtitle": {"text": ARROWS}},
        height=height,
        margin={"l": 8, "r": 8, "t": TOP, "b": BOTTOM},
        showlegend=True,
        legend={
            "orientation": "h",
            "x": 0,
            "y": 0,
            "yanchor": "top",
            "itemclick": False,
            "itemdoubleclick": False,
            "itemsizing": "trace",
        },
        hovermode="closest",
        hoverdistance=25,
        xaxis={**NO_AXIS, "range": [-ROOM, ROOM]},
        yaxis={**NO_AXIS, "range": [-end, end]},
    )
