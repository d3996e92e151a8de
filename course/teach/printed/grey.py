"""Figures for a copier that knows no colour: lines that only a colour tells apart get dashes of their own."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")


def in_grey(figure: dict[str, Any]) -> dict[str, Any]:
    """Return a figure whose lines in the legend differ by their dashes, one dash a colour; else as it is.

    Parameters
    ----------
    figure
        The figure as plotly's JSON; it is not changed.
    """
    made = deepcopy(figure)
    named = [trace for trace in made["data"] if _is_line(trace) and trace.get("showlegend", True)]
    dashes: dict[str, str] = {}
    wanted = {str(trace["line"]["color"]): str(trace["line"]["dash"]) for trace in named}
    free = [dash for dash in DASHES if dash not in wanted.values()]
    for colour, dash in wanted.items():
        if dash in dashes.values() and free:
            dashes[colour] = free.pop(0)
        else:
            dashes[colour] = dash
    for trace in made["data"]:
        if _is_line(trace) and (own := dashes.get(str(trace["line"]["color"]))):
            trace["line"]["dash"] = own
    return made


def _is_line(trace: dict[str, Any]) -> bool:
    """Return whether a trace is drawn as a line that has a dash."""
    return trace.get("mode") == "lines" and {"color", "dash"} <= trace.get("line", {}).keys()
