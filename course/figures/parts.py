"""What many pictures have in common: a layout in the house style, axes, names of rows, what hovering shows, shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course.figures.style import SOFT_INK, template

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

QUIET = {"hoverinfo": "skip", "cliponaxis": False}
"""A trace that says nothing where one hovers over it, and is whole at the edge."""
BARE_AXIS = {"showgrid": False, "fixedrange": True}
NO_AXIS = {"visible": False, "fixedrange": True}


def in_style(title: str, /, **parts: Any) -> dict[str, Any]:  # noqa: ANN401 - what plotly takes
    """Return a layout in the house style; the parts are plotly's, and `title` what the title has beside its text."""
    return {"template": template(), **parts, "title": {"text": title, **parts.get("title", {})}}


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
    """Return the parts of a trace that show a text a point where one hovers over it."""
    return {"customdata": list(texts), "hovertemplate": "%{customdata}<extra></extra>"}


def hover_evidence(found: Iterable[tuple[str, int | str]]) -> dict[str, Any]:
    """Return the parts of a trace that show wording and paragraph of a point where one hovers over it."""
    shown = "¶%{customdata[1]} “%{customdata[0]}”<extra></extra>"
    return {"customdata": [list(each) for each in found], "hovertemplate": shown}


def across(kind: str, low: float, high: float, **look: Any) -> dict[str, Any]:  # noqa: ANN401 - what plotly takes
    """Return a shape, `line` or `rect`, that goes over the whole width, from one height to another."""
    return {"type": kind, "xref": "paper", "x0": 0, "x1": 1, "y0": low, "y1": high, **look}


def upright(kind: str, start: Any, end: Any, **look: Any) -> dict[str, Any]:  # noqa: ANN401 - what plotly takes
    """Return a shape below the traces, `line` or `rect`, over the whole height, from one place to another."""
    return {"type": kind, "yref": "paper", "x0": start, "x1": end, "y0": 0, "y1": 1, "layer": "below", **look}
