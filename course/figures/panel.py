"""A panel with a light figure: data and layout as plain JSON, drawn by the plotly script that Python has."""

from __future__ import annotations

import gzip
import json
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import Any, ClassVar

import traitlets

from course.figures.figure import plain
from course.figures.style import in_dark
from course.page.panel import CONTROLS, LIFE, PANEL, PARTS, Panel, Part

FIGURE = Path(__file__).parent / "figure.js"
FASTEST = 1
"""The level of compression: a page waits for the script, and more would take longer than it saves."""


class FigurePanel(Panel):
    """A panel that can have a part of the kind `figure`; `figure.js` draws it."""

    scripts: ClassVar[tuple[Path, ...]] = (CONTROLS, LIFE, PARTS, FIGURE, PANEL)

    @classmethod
    def looks(cls) -> str:
        """Return the style sheet, with what gives figures the colours of a dark theme."""
        return f"{super().looks()}\n{in_dark()}"

    drawn = traitlets.Unicode("{}").tag(sync=True)
    """The picture as JSON text: a saved notebook would have a line for each of its numbers."""
    plotly = traitlets.Unicode().tag(sync=True)
    """The version of plotly, whose script the page asks for."""

    def __init__(self, parts: list[Part], picture: dict[str, Any] | None = None, **state: Any) -> None:  # noqa: ANN401
        """Show some parts, and hand over plotly's script to a page that asks for it."""
        super().__init__(parts, plotly=_version(), drawn=_text(picture or {}), **state)
        self.on_msg(self._hand_over)

    @property
    def picture(self) -> dict[str, Any]:
        """What is drawn: `data` and `layout` as plotly wants them, a `label` in words, and what it `listens` to."""
        drawn: dict[str, Any] = json.loads(self.drawn)
        return drawn

    @picture.setter
    def picture(self, picture: dict[str, Any]) -> None:
        self.drawn = _text(picture)

    def _hand_over(self, _: object, message: dict[str, Any], __: object) -> None:
        if message.get("do") == "plotly":
            self.send({"plotly": self.plotly}, buffers=[_packed()])


def _text(picture: dict[str, Any]) -> str:
    """Return a picture as JSON: it is made plain only where it has values that JSON does not know."""
    write = partial(json.dumps, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    try:
        return write(picture, default=plain)
    except ValueError:  # a blank among numbers
        return write(plain(picture))


@cache
def _version() -> str:
    """Return the version of plotly; it is looked up in files."""
    return version("plotly")


@cache
def _packed() -> bytes:
    """Return plotly's script, packed; it is sent once a page."""
    from plotly.offline import get_plotlyjs  # noqa: PLC0415 - slow, and only a page without the script needs it

    return gzip.compress(get_plotlyjs().encode(), FASTEST)
