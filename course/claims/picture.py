"""The picture of the claim sorter: a line a statement, a column a mode, a dot where it is sorted."""

from __future__ import annotations

from html import escape
from itertools import pairwise
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from course.claims.coding import Claim, by_speaker
from course.claims.who_says import mode_axis
from course.figures.figure import Picture, scatter
from course.figures.parts import BARE_AXIS, across, evidence, hover, in_style, says, small
from course.figures.style import ACCENT, AT_HAND, CARD, GRID, INK, ORANGE
from course.say import short_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from course.figures.figure import Trace
    from course.vocabulary import Words

HEAD, LINE = 132, 26
"""Pixels above the lines, and of one line."""
LEVEL = 7
"""How many headings fit beside one another; more stand at an angle."""
MANY = 60
"""From so many statements on the lines get thinner, and only the first of each speaker has its number."""
LONGEST_NAME = 24
FROM_LEFT = "\u200e"
"""Keeps what follows a name that is written from right to left on its right."""
TITLE_PAD = {"l": 16, "t": 20}
KEY = "● you; the shaded line is the statement at hand<br>&nbsp;"
KEY_COMPARED = "● you &nbsp; ◯ our coding<br>····· both can be defended &nbsp; —— they differ"


def picture(
    claims: Mapping[str, Claim],
    modes: Words,
    placed: Sequence[tuple[str, str]],
    at_hand: str,
    *,
    compared: bool,
) -> Picture:
    """Return the statements that are sorted, each in the column of its mode, and the reference coding if compared.

    Traces: what can be defended (dotted lines), what differs (lines), our coding (rings), the learner's (dots).
    """
    lines = by_speaker(claims.values())
    rows = {claim.name: row for row, claim in enumerate(lines)}
    column = {mode: place for place, mode in enumerate(modes)}
    keys, called = list(modes), [row["word"] for row in modes.values()]
    shown = [(claims[name], rows[name], column[mode]) for name, mode in placed]
    ours = shown if compared else []
    defensible = [place for place in ours if keys[place[2]] in place[0].also]
    different = [place for place in ours if keys[place[2]] not in (*place[0].also, place[0].mode)]
    traces = [
        _joined(defensible, column, "both can be defended", "dot"),
        _joined(different, column, "differ", "solid"),
        _marks("our coding", [(claim, row, column[claim.mode]) for claim, row, _ in ours], called, open_=True),
        _marks("yours", shown, called),
    ]
    return Picture(traces, _layout(lines, called, rows.get(at_hand), compared=compared))


Place = tuple[Claim, int, int]
"""A claim, its line and its column."""


def _joined(places: list[Place], column: dict[str, int], name: str, dash: str) -> Trace:
    return scatter(
        x=[x for claim, _, chosen in places for x in (chosen, column[claim.mode], None)],
        y=[y for _, row, _ in places for y in (row, row, None)],
        name=name,
        mode="lines",
        line={"width": 2, "color": ORANGE, "dash": dash},
        hoverinfo="skip",
    )


def _marks(name: str, places: list[Place], modes: Sequence[str], *, open_: bool = False) -> Trace:
    marker = {"size": 13, "color": ACCENT, "opacity": 1, "line": {"width": 0, "color": ACCENT}}
    if open_:
        marker = {"size": 21, "color": CARD, "opacity": 1, "line": {"width": 2, "color": INK}}
    return scatter(
        x=[chosen for *_, chosen in places],
        y=[row for _, row, _ in places],
        name=name,
        mode="markers",
        marker=marker,
        **hover(
            says(f"{name}: statement {claim.number} is {modes[chosen]}", evidence(vars(claim)))
            for claim, _, chosen in places
        ),
        cliponaxis=False,
    )


def _layout(lines: list[Claim], modes: list[str], at_hand: int | None, *, compared: bool) -> dict[str, Any]:
    count = len(lines)
    height = LINE if count <= MANY else max(4, MANY * LINE // count)
    ticks = [row for row in range(count) if count <= MANY or _is_first(lines, row)]
    return in_style(
        f"How firmly is it said?{small(KEY_COMPARED if compared else KEY, 13)}",
        title={"yref": "container", "y": 1, "yanchor": "top", "pad": TITLE_PAD},
        height=HEAD + height * max(count, 1),
        margin={"t": HEAD - 16, "b": 16, "l": 16, "r": 16},
        xaxis={
            **mode_axis(modes),
            "tickangle": 0 if len(modes) <= LEVEL else -25,
            "tickfont": {"size": 12, "color": INK},
        },
        yaxis={
            "tickvals": ticks,
            "ticktext": [_tick(lines, row, at_hand) for row in ticks],
            "range": [max(count, 1) - 0.5, -0.5],
            "ticklabelstandoff": 8,
            **BARE_AXIS,
        },
        shapes=[*_band(at_hand), *_rules(lines)],
    )


def _is_first(lines: list[Claim], row: int) -> bool:
    """Return whether a line is the first of its speaker."""
    return row == 0 or lines[row - 1].who != lines[row].who


def _tick(lines: list[Claim], row: int, at_hand: int | None) -> str:
    """Return what stands before a line: its number, and on the first line of a speaker who that is."""
    claim = lines[row]
    number = f"<b>{claim.number}</b>" if row == at_hand else str(claim.number)
    if not _is_first(lines, row):
        return number
    who = escape(shorten(short_name(claim.who), LONGEST_NAME, placeholder="…"), quote=False)
    return f"{who}{FROM_LEFT}" if len(lines) > MANY else f"{who}{FROM_LEFT} &nbsp; {number}"


def _band(at_hand: int | None) -> list[dict[str, Any]]:
    """Return the band behind the statement at hand."""
    if at_hand is None:
        return []
    look = {"fillcolor": AT_HAND, "line": {"width": 0}, "layer": "below"}
    return [across("rect", at_hand - 0.5, at_hand + 0.5, **look)]


def _rules(lines: list[Claim]) -> list[dict[str, Any]]:
    """Return a thin line between one speaker and the next."""
    ends = [row + 0.5 for row, (one, other) in enumerate(pairwise(lines)) if one.who != other.who]
    line = {"width": 1, "color": GRID}
    return [across("line", end, end, line=line, layer="below") for end in ends]
