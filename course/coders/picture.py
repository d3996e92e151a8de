"""The pictures of an agreement: what each coder answered in each row, and what a thousand shuffles give."""

from __future__ import annotations

from html import escape
from itertools import pairwise, permutations
from typing import TYPE_CHECKING, Any

import numpy as np

from course.coders.answers import Gap
from course.coders.differences import SAID, Kind
from course.figures.figure import Picture, scatter
from course.figures.parts import BARE_AXIS, QUIET, across, cut, evidence, hover, in_style, key, says, sign, upright
from course.figures.spans import row_name, rows_height
from course.figures.style import ACCENT, BELOW, CARD, GRID, ORANGE, PALE_INK, SOFT_INK

if TYPE_CHECKING:
    from course.coders.agreement import Agreement
    from course.coders.differences import Line
    from course.figures.figure import Trace

MOST_ROWS = 38
"""How many rows a picture holds that is at most three screens tall."""
LABEL_WIDTH = 34
LETTERS = 64
"""How many letters the answers in a row have room for, all together."""
AROUND = 150
ASIDE = 0.7
"""How much room is beside the first and the last coder, as a multiple of the distance between two."""
COLOURS = {Kind.DIFFER: ORANGE, Kind.SAME: ACCENT, Kind.LEFT_OUT: SOFT_INK}
CHANCE_HEIGHT = 340
HIGHEST = 1.3
"""How tall the axis is, as a multiple of the tallest bar: there is room for words above it."""
ROOM = 0.3
"""How much of the axis words about a share need."""


def rows(found: Agreement) -> Picture:
    """Return a line a row and a column a coder, with each answer beside its mark; those that differ first.

    Traces: between two coders who differ, between two who agree, the answers.
    """
    shown, coders = found.lines[:MOST_ROWS], found.answers.coders
    layout = in_style(
        f"Where do they differ? {escape(found.answers.column.replace('_', ' '), quote=False)}",
        f"{key({'differ': 'they differ', 'same': 'the same'}, {'differ': ORANGE, 'same': ACCENT})}"
        f" &nbsp; {sign(SOFT_INK, '○')} no answer, or left out",
        height=rows_height(len(shown), AROUND),
        margin={"t": 110, "b": BELOW},
        xaxis={
            "tickvals": list(range(len(coders))),
            "ticktext": [escape(cut(coder, LETTERS // len(coders)), quote=False) for coder in coders],
            "range": [-ASIDE, len(coders) - 1 + ASIDE],
            "side": "top",
            **BARE_AXIS,
        },
        yaxis={
            "tickvals": list(range(len(shown))),
            "ticktext": [_name(line) for line in shown],
            "range": [len(shown) - 0.4, -0.5],
            "ticklabelstandoff": 8,
            **BARE_AXIS,
        },
        shapes=_rules(shown),
    )
    return Picture([*_links(found, shown), _marks(found, shown)], layout)


def _name(line: Line) -> str:
    note = f"{line.note} · {SAID[line.kind]}" if line.about else SAID[line.kind]
    return row_name(line.about or line.key, escape(note, quote=False), LABEL_WIDTH)


def _links(found: Agreement, shown: list[Line]) -> list[Trace]:
    """Return a line from coder to coder, in one trace where they differ and in another where they agree."""
    ends: dict[bool, list[tuple[float, int]]] = {True: [], False: []}
    for row, line in enumerate(shown):
        if line.kind is not Kind.LEFT_OUT:
            there = [place for place, value in enumerate(line.given) if _counts(found, value)]
            for one, other in pairwise(there):
                ends[line.given[one] == line.given[other]] += [(one, row), (other, row), (np.nan, row)]
    looks = {False: {"width": 4, "color": ORANGE}, True: {"width": 1, "color": PALE_INK, "dash": "dot"}}
    return [
        scatter(
            x=[x if x == x else None for x, _ in ends[equal]],  # noqa: PLR0124 - a NaN ends a line
            y=[y for _, y in ends[equal]],
            name="the same" if equal else "differ",
            mode="lines",
            line=look,
            **QUIET,
        )
        for equal, look in looks.items()
    ]


def _counts(found: Agreement, value: object) -> bool:
    return not isinstance(value, Gap) or value in found.counted


def _marks(found: Agreement, shown: list[Line]) -> Trace:
    answers = found.answers
    cells = [(place, row, line) for row, line in enumerate(shown) for place in range(len(answers.coders))]
    colours = [COLOURS[line.kind] if _counts(found, line.given[place]) else SOFT_INK for place, _, line in cells]
    full = [_counts(found, line.given[place]) and line.kind is not Kind.LEFT_OUT for place, _, line in cells]
    told = [answers.said(line.given[place]) for place, _, line in cells]
    # The words of the first and the last are outside, so that nothing crosses them; those of others are below.
    sides = dict.fromkeys(range(len(answers.coders)), "bottom center")
    sides |= {0: "middle left", len(answers.coders) - 1: "middle right"}
    return scatter(
        x=[place for place, *_ in cells],
        y=[row for _, row, _ in cells],
        ids=[str(at) for at in range(len(cells))],
        name="answers",
        mode="markers+text",
        text=[f" {escape(cut(said, LETTERS // len(answers.coders)), quote=False)} " for said in told],
        textposition=[sides[place] for place, *_ in cells],
        textfont={"size": 13, "color": colours},
        marker={
            "size": 13,
            "opacity": 1,
            "color": [colour if filled else CARD for colour, filled in zip(colours, full, strict=True)],
            "line": {"width": 2, "color": colours},
        },
        **hover(
            says(f"{answers.coders[place]}: {said}", *_evidence(line))
            for (place, _, line), said in zip(cells, told, strict=True)
        ),
        cliponaxis=False,
    )


def _evidence(line: Line) -> list[str]:
    rests = [evidence({"paragraph": line.paragraph, "wording": line.wording})] if line.wording else []
    return [f"{line.key}: {line.about}" if line.about else line.key, *rests]


def _rules(shown: list[Line]) -> list[dict[str, Any]]:
    """Return a thin line between rows that differ, rows that are left out and rows that are the same."""
    ends = [row + 0.55 for row, (one, other) in enumerate(pairwise(shown)) if one.kind != other.kind]
    return [across("line", end, end, line={"width": 1, "color": GRID}, layer="below") for end in ends]


def chance(found: Agreement) -> Picture:
    """Return how many of the shuffles give which share, as bars, beside the share of the coders.

    Traces: the bars, and the words about the share of the coders and about that of chance.
    """
    spread, numbers = np.unique(found.shuffles.round(9), return_counts=True)
    step = float(np.diff(spread).min()) if len(spread) > 1 else 0.02
    tallest = float(numbers.max())
    every = f"of {len(found.shuffles):,} shuffles"
    bars = {
        "type": "bar",
        "x": spread.tolist(),
        "y": numbers.tolist(),
        "width": 0.8 * step,
        "name": "shuffles",
        "marker": {"color": PALE_INK},
        **hover(says(f"{n:,} {every}: {share:.0%} the same") for share, n in zip(spread, numbers, strict=True)),
    }
    told = [(found.share, 1.2, ACCENT, "the coders"), (found.by_chance, 1.08, SOFT_INK, "by chance, on average")]
    marks = scatter(
        x=[share for share, *_ in told],
        y=[height * tallest for _, height, *_ in told],
        ids=[what for *_, what in told],
        name="shares",
        mode="markers+text",
        text=[f" {what}: {share:.0%} " for share, *_, what in told],
        textposition=[_side(share, other) for share, other in permutations([share for share, *_ in told])],
        textfont={"size": 14, "color": [colour for *_, colour, _ in told]},
        marker={"size": 10, "color": [colour for *_, colour, _ in told], "opacity": 1},
        **hover(says(f"{what}: {share:.1%} the same") for share, *_, what in told),
        cliponaxis=False,
    )
    axis = {"fixedrange": True}
    layout = in_style(
        "How far would chance bring them?",
        f"{sign(PALE_INK)} shuffles &nbsp; {sign(ACCENT, '●')} the coders &nbsp; {sign(SOFT_INK, '●')} by chance",
        height=CHANCE_HEIGHT,
        bargap=0,
        xaxis={
            **axis,
            "title": {"text": "share of answers that are the same"},
            "range": [-step / 2, 1.02],
            "tickformat": ".0%",
        },
        yaxis={**axis, "title": {"text": "shuffles"}, "range": [0, HIGHEST * tallest], "nticks": 5},
        shapes=[upright("line", share, share, line={"width": 2, "color": colour}) for share, _, colour, _ in told],
    )
    return Picture([bars, marks], layout)


def _side(share: float, other: float) -> str:
    """Return on which side of a share its words are: on that away from the other share, if there is room."""
    return "middle left" if share > 1 - ROOM or (share > ROOM and share < other) else "middle right"
