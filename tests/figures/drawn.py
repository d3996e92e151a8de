"""What a figure of one trace draws, as far as it is seen: to hold two figures against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

if TYPE_CHECKING:
    import plotly.graph_objects as go


def drawn(figure: go.Figure) -> dict[str, Any]:
    """Return the marks of a figure with their places and their colour, and what stands beside them."""
    [trace], layout = figure.data, figure.layout
    x, y = ([None if pd.isna(each) else each for each in places] for places in (trace.x, trace.y))
    colour = trace.marker.color
    said = [each.title.text for each in (layout, layout.xaxis, layout.yaxis)]
    return {"type": trace.type, "mode": getattr(trace, "mode", ""), "x": x, "y": y, "colour": colour, "said": said}
