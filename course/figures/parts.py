"""What many pictures have in common: a layout in the house style, axes, names of rows, what hovering shows, shapes."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from course.figures.style import SOFT_INK, template

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

QUIET = {"hoverinfo": "skip", "cliponaxis": False}
"""A trace that says nothing where one hovers over it, and is whole at the edge."""
BARE_AXIS = {"showgrid": False, "fixedrange": True}
NO_AXIS = {"visible": False, "fixedrange": True}
AT_THE_TOP = {"yref": "container", "y": 1, "yanchor": "top", "pad": {"l": 16, "t": 12}}
ROOM_FOR_KEY = 84
"""Pixels above a picture whose title has a key below it."""


def in_style(title: str, key: str = "", /, **parts: Any) -> dict[str, Any]:  # noqa: ANN401 - what plotly takes
    """Return a layout in the house style, with a key below the title if there is one.

    The parts are plotly's, and `title` what the title has beside its text.
    """
    if key:
        parts["title"] = {"subtitle": {"text": key}, **AT_THE_TOP, **parts.get("title", {})}
        parts["margin"] = {"t": ROOM_FOR_KEY, **parts.get("margin", {})}
    return {"template": template(), **parts, "title": {"text": title, **parts.get("title", {})}}


def sign(colour: str, glyph: str = "■") -> str:
    """Return a sign in a colour, as HTML."""
    return f'<span style="color:{colour}">{glyph}</span>'


def key(words: Mapping[str, str], colours: Mapping[str, str]) -> str:
    """Return what each colour means: a sign in it, and the words for its kind."""
    return " &nbsp; ".join(f"{sign(colours[kind])} {escape(said, quote=False)}" for kind, said in words.items())


def row_axis(names: Sequence[str], above: float = 0.7, standoff: int = 8) -> dict[str, Any]:
    """Return the vertical axis of rows with names, the first on top, with some room above it, in rows."""
    count = len(names)
    ticks = {"tickvals": list(range(count)), "ticktext": list(names), "ticklabelstandoff": standoff}
    return {**ticks, "range": [count - 0.4, -above], **BARE_AXIS}


def small(html: str, size: int = 12) -> str:
    """Return a note in small grey letters, to stand below a name."""
    return f"<br><span style='font-size:{size}px;color:{SOFT_INK}'>{html}</span>"


def cut(name: str, letters: int) -> str:
    """Return a name of at most so many letters; the end of a longer one is an ellipsis."""
    return name if len(name) <= letters else f"{name[: letters - 1].rstrip()}…"


def hover(texts: Iterable[str]) -> dict[str, Any]:
    """Return the parts of a trace that show a text a point, of `says`, where one hovers over it.

    A click on the point, or Enter, keeps the text below a chart: `figure.js` reads it from `customdata`.
    """
    return {"customdata": list(texts), "hovertemplate": "%{customdata}<extra></extra>"}


def says(what: object, *evidence: str) -> str:
    """Return what a mark is and, on a line each, what it rests on, as HTML."""
    return "<br>".join(escape(str(line), quote=False) for line in (what, *evidence))


def evidence(row: Mapping[str, Any]) -> str:
    """Return paragraph and wording of a row."""
    return f"¶{row['paragraph']} “{row['wording']}”"


def across(kind: str, low: float, high: float, **look: Any) -> dict[str, Any]:  # noqa: ANN401 - what plotly takes
    """Return a shape, `line` or `rect`, that goes over the whole width, from one height to another."""
    return {"type": kind, "xref": "paper", "x0": 0, "x1": 1, "y0": low, "y1": high, **look}


def upright(kind: str, start: Any, end: Any, **look: Any) -> dict[str, Any]:  # noqa: ANN401 - what plotly takes
    """Return a shape below the traces, `line` or `rect`, over the whole height, from one place to another."""
    return {"type": kind, "yref": "paper", "x0": start, "x1": end, "y0": 0, "y1": 1, "layer": "below", **look}
