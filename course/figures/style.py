"""The house style: ink, palette and plotly template of every chart.

A figure is a light card in both of JupyterLab's themes: ink and colours keep their contrast, on screen, on
paper and on a projector. The four colours have a contrast of at least 4.5 to 1 on the card and stay apart for the
common colour-blindnesses; the tests hold both. No colour says anything alone: a word stands beside it.
"""

from __future__ import annotations

import plotly.graph_objects as go

INK = "#1f2328"
SOFT_INK = "#57606a"
GRID = "#d8dee4"
CARD = "#ffffff"
BLUE, ORANGE, GREEN, PURPLE = "#0035ca", "#cc4b16", "#237252", "#80048f"
ACCENT = BLUE

STATUS_COLOURS = {"present": BLUE, "announced": ORANGE, "proposed": GREEN, "capacity": PURPLE}
OCCURRENCE_COLOURS = {"happened": BLUE, "scheduled": ORANGE, "possible": GREEN}
"""What an event is drawn in, by whether it has happened."""
GROUP_COLOURS = {"contact": BLUE, "support": GREEN, "conflict": ORANGE, "troops": PURPLE}
GROUP_DASHES = {"contact": "solid", "support": "dash", "conflict": "solid", "troops": "dot"}
"""What a relation is drawn in, by its group."""

MARK_COLOURS = {**STATUS_COLOURS, "sum": INK}
"""What a range can be drawn in: the colour of its status, or that of a sum."""

BELOW = 20
"""The margin, in pixels, below a figure whose axis stands on top."""
FONT = "'Source Sans 3', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"


def template() -> go.layout.Template:
    """Return the plotly template of the course."""
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
        "title": {"font": {"size": 18, "color": INK}, "x": 0, "xref": "container", "xanchor": "left", "pad": {"l": 16}},
        "paper_bgcolor": CARD,
        "plot_bgcolor": CARD,
        "colorway": list(STATUS_COLOURS.values()),
        "hoverlabel": {"bgcolor": CARD, "bordercolor": INK, "font": {"size": 13, "color": INK}, "align": "left"},
        "margin": {"l": 16, "r": 32, "t": 56, "b": 60},
        "showlegend": False,
        "xaxis": axis,
        "yaxis": axis,
    }
    return go.layout.Template(layout=layout)
