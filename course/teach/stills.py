"""Figures as pictures that stand still, for paper."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go
import plotly.io as pio

from course.figures.saving import need_browser

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 760
"""Pixels: a figure of this width, set into the width of a page, has letters of some 9 points."""


def draw(figures: Sequence[dict[str, Any]]) -> list[bytes]:
    """Return each figure, given as plotly's JSON, as an SVG.

    Raises
    ------
    RuntimeError
        There is no Chromium, or no kaleido; the message says how to get it.
    """
    if not figures:
        return []
    need_browser("A picture on a page", "Without it, a table stands in the place of the picture.")
    made = [go.Figure({"data": figure["data"], "layout": figure["layout"]}) for figure in figures]
    with TemporaryDirectory() as folder:
        files = [Path(folder) / f"{number}.svg" for number in range(len(made))]
        pio.write_images(made, files, width=WIDTH, height=[figure.layout.height for figure in made])
        return [file.read_bytes() for file in files]
