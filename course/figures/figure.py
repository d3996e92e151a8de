"""A picture in plain values, as plotly's JSON has them: nothing is checked until somebody asks for a figure."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

if TYPE_CHECKING:
    import plotly.graph_objects as go

AS_IT_IS = frozenset((str, int, bool, type(None)))
"""The types of values of which each is plain: most of a long list is passed on with one look."""
Trace = dict[str, Any]
"""What plotly draws as one: lines, marks or words, with their places and their look."""


def scatter(**parts: Any) -> Trace:  # noqa: ANN401 - what plotly takes
    """Return a trace of lines, marks or words; the parts are those of `plotly.graph_objects.Scatter`."""
    return {"type": "scatter", **parts}


@dataclass(frozen=True)
class Picture:
    """What a figure is to show; an explorer's has always the same number of traces, each with the same keys."""

    traces: list[Trace]
    layout: dict[str, Any]

    @classmethod
    def of(cls, figure: go.Figure) -> Picture:
        """Return what a figure of plotly's shows."""
        drawn = plain(figure)
        return cls(drawn["data"], drawn["layout"])

    @property
    def parts(self) -> dict[str, Any]:
        """Its `data` and `layout`, as they are."""
        return {"data": self.traces, "layout": self.layout}

    def to_json(self) -> dict[str, Any]:
        """Return `data` and `layout` as JSON holds them."""
        drawn: dict[str, Any] = plain(self.parts)
        return drawn

    def to_figure(self) -> go.Figure:
        """Return it as plotly's figure.

        Raises
        ------
        ValueError
            A key or a value is not one of plotly's.
        """
        import plotly.graph_objects as go  # noqa: PLC0415 - slow, and only who asks for a figure needs it

        return go.Figure(data=self.traces, layout=self.layout)


def plain(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return lists for arrays, numbers for those of numpy, None for a blank, and dicts for plotly's objects.

    A trace of plotly's loses its random `uid`.
    """
    if isinstance(value, str | int | None):
        return value
    if isinstance(value, list | tuple):
        return [item if type(item) in AS_IT_IS else plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items() if key != "uid"}
    for way in ("to_plotly_json", "tolist"):
        if hasattr(value, way):
            return plain(getattr(value, way)())
    blank = value is pd.NA or value is pd.NaT or (isinstance(value, float) and not math.isfinite(value))
    return None if blank else value
