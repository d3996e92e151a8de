"""A slider with a label, for keyboard and screen reader as for the mouse."""

from __future__ import annotations

from pathlib import Path

import anywidget
import traitlets

HERE = Path(__file__).parent


class Slider(anywidget.AnyWidget):
    """A whole number between two ends; `slider.js` draws it."""

    _esm = HERE / "slider.js"
    _css = HERE / "slider.css"
    label = traitlets.Unicode().tag(sync=True)
    unit = traitlets.Unicode().tag(sync=True)
    least = traitlets.Int(0).tag(sync=True)
    most = traitlets.Int(100).tag(sync=True)
    value = traitlets.Int(0).tag(sync=True)
    disabled = traitlets.Bool(default_value=False).tag(sync=True)
