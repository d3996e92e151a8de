"""Figures as pictures that stand still: for paper, and for pages that draw no figure."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Literal

import plotly.graph_objects as go
import plotly.io as pio

from course.figures.chart import PLOTLY
from course.figures.saving import need_browser
from course.teach.small_png import small

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import nbformat

WIDTH = 760
"""Pixels: a figure of this width, set into the width of a page, has letters of some 9 points."""
PNG = "image/png"
"""What a solution holds beside a figure: GitHub shows it, nbconvert too, and nbval compares no such picture."""
MADE_FROM = "made_from"
"""What is said of a still: the digest of the figure that it was made from."""

Figure = dict[str, Any]
"""A figure as plotly's JSON."""


def draw(figures: Sequence[Figure], form: Literal["svg", "png"] = "svg") -> list[bytes]:
    """Return each figure as an SVG or a PNG.

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
        files = [Path(folder) / f"{number}.{form}" for number in range(len(made))]
        pio.write_images(made, files, width=WIDTH, height=[figure.layout.height for figure in made])
        return [file.read_bytes() for file in files]


def draw_png(figures: Sequence[Figure]) -> list[bytes]:
    """Return each figure as a PNG of few colours; as `draw`."""
    return [small(picture) for picture in draw(figures, "png")]


def lay(
    notebook: nbformat.NotebookNode,
    stored: nbformat.NotebookNode | None = None,
    draw: Callable[[Sequence[Figure]], list[bytes]] | None = None,
) -> int:
    """Lay a still beside each figure in the outputs of a notebook.

    Parameters
    ----------
    notebook
        What has just been run; it has no stills.
    stored
        The same notebook as it is kept: its stills are taken, each beside the figure that it was made from. So one that
        another browser would draw a little otherwise stays as it is.
    draw
        What makes stills of the other figures; without it they get none.

    Returns
    -------
    int
        How many figures have no still.
    """
    kept = dict(_stills(stored)) if stored else {}
    waiting = []
    for output in _with_figure(notebook):
        key = digest(output["data"][PLOTLY])
        if key in kept:
            _put(output, kept[key], key)
        else:
            waiting.append(output)
    if draw is None:
        return len(waiting)
    for output, still in zip(waiting, draw([output["data"][PLOTLY] for output in waiting]), strict=True):
        _put(output, b64encode(still).decode() + "\n", digest(output["data"][PLOTLY]))
    return 0


def _put(output: dict[str, Any], still: str, key: str) -> None:
    output["data"][PNG] = still
    output["metadata"][PNG] = {MADE_FROM: key}


def _stills(notebook: nbformat.NotebookNode) -> Iterator[tuple[str, str]]:
    """Yield the digest and the still of each figure whose still was made from it."""
    for output in _with_figure(notebook):
        key = digest(output["data"][PLOTLY])
        if PNG in output["data"] and output["metadata"].get(PNG, {}).get(MADE_FROM) == key:
            yield key, output["data"][PNG]


def _with_figure(notebook: nbformat.NotebookNode) -> Iterator[dict[str, Any]]:
    return (output for cell in notebook.cells for output in cell.get("outputs", []) if PLOTLY in output.get("data", {}))


def digest(figure: Figure) -> str:
    """Return by what a still is known to be of a figure."""
    return sha256(json.dumps(figure, sort_keys=True).encode()).hexdigest()[:16]
