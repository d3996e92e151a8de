"""An explorer: controls, a figure that they change, and words on what the figure shows and what a change did."""

from __future__ import annotations

import sys
from abc import ABC, abstractmethod
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import ipywidgets as widgets
import plotly.graph_objects as go

from course.content import did_you_mean
from course.figures.chart import PLOTLY, figure_json, lines_html
from course.figures.old_controls import fit, status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from course.figures.old_controls import Control

S = TypeVar("S")
"""The settings of an explorer: a frozen dataclass of plain values."""
SLOW_GRAMMAR = "rfc3987_syntax"
"""What plotly's first figure imports by way of nbformat and jsonschema: it compiles a grammar of web addresses for some
seconds, and nothing here checks a web address."""
CONTROLS = {"flex": "1 1 300px", "min_width": "280px"}
PICTURE = {"flex": "2 1 420px", "min_width": "380px", "overflow": "hidden"}
ROW = {"flex_flow": "row wrap", "align_items": "flex-start"}


@dataclass(frozen=True)
class Picture:
    """What a figure is to show: always the same number of traces, each with the same keys."""

    traces: list[go.Scatter]
    layout: dict[str, Any]


class Explorer(ABC, Generic[S]):
    """What all explorers share; each is a file of its own.

    A setting is a field of the settings and, under the same name, a control. Whatever a learner does, or `set`
    from code, goes one way: new settings, checked, then shown by controls, figure and words at once.

    Attributes
    ----------
    widget
        What the page shows.
    figure
        The figure, or None where the explorer has none.
    """

    def __init__(self, settings: S, controls: Mapping[str, Control]) -> None:
        """Build the page, show `settings`, and listen to the controls."""
        self._settings = self._checked(settings)
        self._controls = dict(controls)
        self._showing = False
        self._words = widgets.HTML()
        self._changed = status()
        self.figure: Any = self._figure()
        self.widget = self._laid_out()
        self._show(self._settings)
        for control in self._controls.values():
            control.observe(self._on_control, names="value")

    @abstractmethod
    def _checked(self, settings: S) -> S:
        """Return the settings in their normal form; raise a ValueError at what is not known."""

    @abstractmethod
    def _picture(self, settings: S) -> Picture | None:
        """Return what the figure shows; None where the explorer has no figure."""

    @abstractmethod
    def _say(self, settings: S) -> str:
        """Return what there is to see: a first line, then more lines; after a dash an item."""

    @abstractmethod
    def _say_changed(self, old: S, new: S) -> str:
        """Return in a sentence or two what a change of the settings did."""

    @property
    def settings(self) -> S:
        """What is set now."""
        return self._settings

    @property
    def words(self) -> str:
        """What the page says of what is set, without markup."""
        return self._say(self._settings)

    @property
    def changed(self) -> str:
        """What the last change did, in words; empty on a fresh page."""
        return str(self._changed.value)

    def set(self, **changes: Any) -> None:  # noqa: ANN401 - the settings say which
        """Set some of the settings from code; the others stay.

        Raises
        ------
        TypeError
            There is no setting of that name.
        ValueError
            A value is not one that is known; nothing is changed then.
        """
        names = asdict(self._settings)  # type: ignore[call-overload]
        for name in changes:
            if name not in names:
                message = f"There is no setting {name!r}. {did_you_mean(name, names)}"
                raise TypeError(message)
        self._change(replace(self._settings, **changes))  # type: ignore[type-var]

    def _change(self, new: S) -> None:
        new = self._checked(new)
        old, self._settings = self._settings, new
        self._show(new)
        self._changed.value = "" if old == new else self._say_changed(old, new)

    def _on_control(self, _: object) -> None:
        if not self._showing:
            values = {name: control.value for name, control in self._controls.items()}
            self._change(self._from_controls(values))

    def _show(self, settings: S) -> None:
        """Bring controls, figure and words to `settings`, in one step."""
        self._showing = True
        try:
            for name, value in self._to_controls(settings).items():
                self._controls[name].value = value
            self._show_also(settings)
        finally:
            self._showing = False
        if self.figure is not None and (picture := self._picture(settings)):
            _draw(self.figure, picture)
        self._words.value = self._html(settings)

    def _show_also(self, settings: S) -> None:
        """Bring to `settings` what only this explorer has."""

    def _to_controls(self, settings: S) -> dict[str, Any]:
        """Return the value of each control; a tuple is a list there."""
        values = asdict(settings)  # type: ignore[call-overload]
        return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}

    def _from_controls(self, values: dict[str, Any]) -> S:
        """Return the settings that the controls show; a list is a tuple there."""
        plain = {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
        return replace(self._settings, **plain)  # type: ignore[type-var]

    def _figure(self) -> go.FigureWidget | None:
        with _without(SLOW_GRAMMAR):
            figure = go.FigureWidget()
        figure._config = {"displayModeBar": False, "responsive": True}  # noqa: SLF001 - plotly has no public way
        return figure

    def _laid_out(self) -> widgets.Widget:
        """Return the page: the controls beside the figure, or above it where there is no room, and the words below."""
        controls = widgets.VBox(self._left(), layout=CONTROLS)
        if self.figure is None:
            return widgets.VBox([controls, self._changed, self._words])
        picture = widgets.VBox([self.figure, fit()], layout=PICTURE)
        return widgets.VBox([widgets.HBox([controls, picture], layout=ROW), self._changed, self._words])

    def _left(self) -> list[widgets.Widget]:
        """Return what stands beside the figure, from top to bottom."""
        return list(self._controls.values())

    def _html(self, settings: S) -> str:
        """Return what the page says below the figure."""
        said = lines_html(self._say(settings))
        return f"<div style='max-width:52em;line-height:1.5;font-size:14px'>{said}</div>"

    def _still(self, settings: S) -> str:
        """Return what a page with no kernel says below the figure."""
        return self._html(settings)

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        """Return the widget, and beside it a still figure and the words for a page with no kernel."""
        still: dict[str, Any] = {"text/plain": self.words, "text/html": self._still(self._settings)}
        if self.figure is not None:
            still[PLOTLY] = figure_json(self.figure)
        return {**self.widget._repr_mimebundle_(), **still}


def known(given: Iterable[str] | str, valid: Iterable[str], what: str) -> tuple[str, ...]:
    """Return what is given in the order of what is valid, each once.

    Raises
    ------
    ValueError
        One is not valid; the message names the nearest.
    """
    names = list(valid)
    wanted = [given] if isinstance(given, str) else list(given)
    for name in wanted:
        if name not in names:
            message = f"There is no {what} {name!r}. {did_you_mean(str(name), names)}"
            raise ValueError(message)
    return tuple(name for name in names if name in wanted)


@contextmanager
def _without(module: str) -> Iterator[None]:
    """Do something as if an optional package were not installed."""
    if module in sys.modules:
        yield
        return
    sys.modules[module] = None  # type: ignore[assignment]  # how Python says that there is none
    try:
        yield
    finally:
        del sys.modules[module]


def _draw(figure: go.FigureWidget, picture: Picture) -> None:
    """Bring a figure to what it is to show, in one update: values change, traces stay."""
    with figure.batch_update():
        if not figure.data:
            figure.add_traces(picture.traces)
        else:
            for old, new in zip(figure.data, picture.traces, strict=True):
                old.update(new.to_plotly_json(), overwrite=True)
        figure.update_layout(picture.layout, overwrite=True)
    # plotly tells the page of a change, but a page that is opened anew asks these two, which it brings up to date
    # only where the figure is shown by itself.
    figure._widget_data = deepcopy(figure._data)  # noqa: SLF001 - plotly has no public way
    figure._widget_layout = deepcopy(figure._layout_obj._props)  # noqa: SLF001
