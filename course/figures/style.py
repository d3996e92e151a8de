"""The house style: ink, palette and plotly template of every chart.

A figure's JSON has the colours of a light card, for paper and saved pictures. On a screen with a dark theme `in_dark`
puts another colour in the place of each. The colours of the palette have a contrast of at least 4.5 to 1 on either card
and stay apart for the common colour-blindnesses; the tests hold both. Which word is drawn in which of them is in the
vocabularies. No colour says anything alone: a word stands beside it.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from importlib.abc import MetaPathFinder
from typing import Any

from course.vocabulary import vocabulary

INK = "#1f2328"
SOFT_INK = "#57606a"
GRID = "#d8dee4"
CARD = "#ffffff"
BLUE, ORANGE, GREEN, PURPLE = "#0035ca", "#cc4b16", "#237252", "#80048f"
BROWN, PINK, STEEL = "#7a1800", "#c23a99", "#003d57"
PALETTE = {
    "blue": BLUE,
    "orange": ORANGE,
    "green": GREEN,
    "purple": PURPLE,
    "brown": BROWN,
    "pink": PINK,
    "steel": STEEL,
}
"""The colours that a word of a vocabulary can have, by the names that stand there."""
ACCENT = BLUE
PALE_INK, RING = "#9aa4ae", "#8c96a0"
"""The ink of what is not followed, and that of a circle on a map."""
AT_HAND = "#e6edf5"
"""The band behind the line that is at hand."""
SEA, LAND, NAMED, EDGE = "#dbe9f4", "#f6f4ef", "#eadfc4", "#b9b3a6"
"""The sea on a map, land, the land of states that the report names, and the lines between."""

DARK = {
    INK: "var(--btl-ink)",
    SOFT_INK: "var(--btl-soft)",
    GRID: "var(--btl-line)",
    CARD: "var(--btl-card)",
    BLUE: "#6788e9",
    ORANGE: "#e47444",
    GREEN: "#30cf9a",
    PURPLE: "#e283c2",
    BROWN: "#e6cf00",
    PINK: "#f74a6d",
    STEEL: "#adc3f7",
    PALE_INK: "#6c7782",
    RING: "#8c96a0",
    AT_HAND: "#26303d",
    SEA: "#15222e",
    LAND: "#30343a",
    NAMED: "#57503c",
    EDGE: "#77726a",
    # What plotly's own templates draw in, for a figure that a learner makes.
    **dict.fromkeys(("#242424", "#2a3f5f", "#444444", "#000000"), "var(--btl-ink)"),
    "#e5ecf6": "var(--btl-quiet)",
}
"""What stands for each colour in a dark theme."""

EXPRESS = "plotly.express"
BELOW = 20
"""The margin, in pixels, below a figure whose axis stands on top."""
FONT = "'Source Sans 3', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"


def colours(name: str, case: str = "") -> dict[str, str]:
    """Return what each word of a vocabulary is drawn in, by its key; own words of a case as in `vocabulary`."""
    return {key: PALETTE[row["colour"]] for key, row in vocabulary(name, case).items()}


def mark_colours(case: str = "") -> dict[str, str]:
    """Return what a range can be drawn in: the colour of its status, or that of a sum."""
    return {**colours("statuses", case), "sum": INK}


def in_dark() -> str:
    """Return rules of CSS that give a figure, drawn or still, the colours of a dark theme."""
    rules = []
    for light, dark in DARK.items():
        red, green, blue = (int(light[place : place + 2], 16) for place in (1, 3, 5))
        ways = [f"rgb({red}, {green}, {blue})", light]
        for what in ("fill", "stroke"):
            styled = ", ".join(f'[style*="{what}:{gap}{way}"]' for way in ways for gap in ("", " "))
            rules.append(f".btl-figure :is({styled}) {{ {what}: {dark} !important; }}")
    within = "\n".join(f'[data-jp-theme-light="false"] {rule}' for rule in rules)
    return f"@media screen {{\n{within}\n}}"


class _Express(MetaPathFinder):
    """Finds nothing: it sees that plotly express is being loaded, and gives plotly the house style before."""

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> None:  # noqa: ARG002 - Python's
        """Return nothing, whatever is looked for."""
        if fullname == EXPRESS:
            sys.meta_path.remove(self)
            _give_plotly_the_style()


def for_plotly() -> None:
    """Give figures that are made with plotly express the house style, without loading it for who never uses it."""
    if EXPRESS in sys.modules:
        _give_plotly_the_style()
    elif not any(isinstance(finder, _Express) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Express())


def _give_plotly_the_style() -> None:
    templates = import_module("plotly.io").templates
    layout = {name: look for name, look in template()["layout"].items() if name != "showlegend"}
    templates["course"] = {"layout": layout}  # a key to colours is plotly's own here: a legend
    templates.default = "course"


@cache
def template() -> dict[str, Any]:
    """Return the plotly template of the course: one for all figures, for nobody to change."""
    axis = {
        "gridcolor": GRID,
        "linecolor": SOFT_INK,
        "zeroline": False,
        "tickfont": {"size": 13, "color": INK},
        "title": {"font": {"size": 14, "color": INK}},
        "automargin": True,
    }
    layout = {
        "font": {"family": FONT, "size": 14, "color": INK},
        "title": {
            "font": {"size": 18, "color": INK},
            "subtitle": {"font": {"size": 13, "color": INK}},
            "x": 0,
            "xref": "container",
            "xanchor": "left",
            "pad": {"l": 16},
        },
        "paper_bgcolor": CARD,
        "plot_bgcolor": CARD,
        "colorway": [BLUE, PURPLE, ORANGE, GREEN, BROWN, PINK, STEEL],
        "hoverdistance": 30,
        "hoverlabel": {"bgcolor": CARD, "bordercolor": INK, "font": {"size": 13, "color": INK}, "align": "left"},
        "margin": {"l": 16, "r": 32, "t": 56, "b": 60},
        "showlegend": False,
        "xaxis": axis,
        "yaxis": axis,
    }
    return {"layout": layout}
