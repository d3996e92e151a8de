"""Save a chart as a page that works offline, or as a picture."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Protocol

from course.figures.browsers import BROWSER_VARIABLE, find_browser
from course.page import html

if TYPE_CHECKING:
    from pathlib import Path

    import plotly.graph_objects as go

WIDTH = 1000
SCALE = 2
"""Pixels a point of a PNG, so that it is sharp on a projector."""


class Drawn(Protocol):
    """What can be saved: a figure, and its words as HTML."""

    @property
    def figure(self) -> go.Figure:
        """The plotly figure."""

    def to_html(self) -> html.Html:
        """Return text, caption and table."""


def save(chart: Drawn, path: Path) -> Path:
    """Write a chart to a file, as `Chart.save` says."""
    match path.suffix.lower():
        case ".html":
            figure = chart.figure.to_html(full_html=False, include_plotlyjs=True, config={"displayModeBar": False})
            made = html.document(chart.figure.layout.title.text or "Chart", html.Html(figure), chart.to_html())
            path.write_text(made, encoding="utf-8")
        case ".svg" | ".png":
            _write_picture(chart.figure, path)
        case ending:
            message = f"A chart can be saved as .html, .svg or .png, not as {ending or 'a file without an ending'!r}."
            raise ValueError(message)
    return path


def _write_picture(figure: go.Figure, path: Path) -> None:
    try:
        import kaleido  # noqa: F401, PLC0415 - only who saves pictures needs it
    except ModuleNotFoundError:
        message = "A picture needs kaleido: python -m pip install kaleido. A page needs nothing more: save it as .html."
        raise RuntimeError(message) from None
    need_browser("A picture", "A page needs none: save it as .html.")
    figure.write_image(path, width=WIDTH, height=figure.layout.height, scale=SCALE if path.suffix == ".png" else 1)


def need_browser(what: str, instead: str) -> str:
    """Return the Chromium that pictures are drawn with, and let kaleido know of it.

    Parameters
    ----------
    what, instead
        What needs it, and what works without: the two ends of the message where there is none.

    Raises
    ------
    RuntimeError
        There is none; the message says how to get it.
    """
    browser = find_browser()
    if browser is None:
        message = (
            f"{what} needs a Chromium, or Chrome or Edge: on Debian and Ubuntu, apt-get install chromium. "
            f"Another browser of its kind can be named in {BROWSER_VARIABLE}. {instead}"
        )
        raise RuntimeError(message)
    os.environ.setdefault(BROWSER_VARIABLE, browser)  # where kaleido looks for it
    return browser
