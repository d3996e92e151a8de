"""The controls of an explorer: the browser's own, for keyboard and screen reader as for the mouse."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import anywidget
import traitlets

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

HERE = Path(__file__).parent


class Control(anywidget.AnyWidget):
    """One labelled control, drawn by `controls.js`; the functions below make one each.

    Its `value` is plain: a string, a list of strings or a whole number.
    """

    _esm = HERE / "controls.js"
    _css = HERE / "controls.css"
    kind = traitlets.Unicode().tag(sync=True)
    label = traitlets.Unicode().tag(sync=True)
    value = traitlets.Any().tag(sync=True)
    options: traitlets.List[list[str]] = traitlets.List().tag(sync=True)
    disabled = traitlets.Bool(default_value=False).tag(sync=True)
    unit = traitlets.Unicode().tag(sync=True)
    least = traitlets.Any().tag(sync=True)
    most = traitlets.Any().tag(sync=True)
    step = traitlets.Int(1).tag(sync=True)
    hint = traitlets.Unicode().tag(sync=True)
    rows = traitlets.Int(3).tag(sync=True)


def one_of(label: str, options: Mapping[str, str]) -> Control:
    """Return radio buttons; the value is the key of the one that is chosen, at first the first."""
    return Control(kind="one", label=label, options=_pairs(options), value=next(iter(options), ""))


def some_of(label: str, options: Mapping[str, str]) -> Control:
    """Return checkboxes; the value is a list of the keys that are ticked, at first none."""
    return Control(kind="some", label=label, options=_pairs(options), value=[])


def pick(label: str, options: Mapping[str, str]) -> Control:
    """Return a list that opens; the value is the key of the one that is picked, at first the first."""
    return Control(kind="pick", label=label, options=_pairs(options), value=next(iter(options), ""))


def slider(label: str, least: int, most: int, unit: str = "", step: int = 1) -> Control:
    """Return a slider; the value is a whole number between its ends, both counted, that it reaches in steps."""
    return Control(kind="slider", label=label, least=least, most=most, unit=unit, step=step, value=least)


def day(label: str, first: date, last: date) -> Control:
    """Return a field for a day; the value is the day in ISO form, such as `2022-02-02`."""
    return Control(kind="day", label=label, least=first.isoformat(), most=last.isoformat(), value=first.isoformat())


def text(label: str, hint: str = "", rows: int = 3) -> Control:
    """Return a field for a text of the learner's own; the value is that text."""
    return Control(kind="text", label=label, hint=hint, rows=rows, value="")


def button(label: str) -> Control:
    """Return a button; the value counts how often it was pressed."""
    return Control(kind="button", label=label, value=0)


def status() -> Control:
    """Return a line of text that a screen reader says when it changes; the value is the text."""
    return Control(kind="status", value="")


def fit() -> Control:
    """Return what takes no room, and has the figure above it fill the width that there is."""
    return Control(kind="fit", value="")


def choose(control: Control, options: Mapping[str, str]) -> None:
    """Give a control other options; what is set and no longer among them goes."""
    control.options = _pairs(options)
    if isinstance(control.value, list):
        control.value = [key for key in control.value if key in options]
    elif control.value not in options:
        control.value = next(iter(options), "")


def _pairs(options: Mapping[str, str] | Iterable[tuple[str, str]]) -> list[list[str]]:
    return [[key, text] for key, text in dict(options).items()]
