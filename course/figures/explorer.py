"""An explorer: controls, a figure that they change, and words on what the figure shows and what a change did."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from course.content import did_you_mean
from course.figures.chart import FIGURE, show
from course.figures.figure import Picture
from course.figures.panel import FigurePanel
from course.page import html
from course.page.panel import Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import plotly.graph_objects as go

    from course.page.controls import Control
    from course.page.panel import Panel

__all__ = ["CHANGED", "FIGURE", "WORDS", "Explorer", "Picture", "known"]

S = TypeVar("S")
"""The settings of an explorer: a frozen dataclass of plain values."""
WORDS = Part("words", "html", "under")
CHANGED = Part("changed", "status", "left")
"""The parts that most explorers have: the figure, what there is to see, and what the last change did."""


class Explorer(ABC, Generic[S]):
    """What all explorers share; each is a file of its own.

    A setting is a field of the settings and, under the same name, a control. Whatever a learner does, or `set`
    from code, goes one way: new settings, checked, then shown by controls, figure and words at once.

    Attributes
    ----------
    widget
        What the page shows: one panel with all of it.
    listens
        What the figure tells of: `click` on a mark.
    """

    listens: tuple[str, ...] = ()

    def __init__(self, settings: S, controls: Mapping[str, Control]) -> None:
        """Build the page, show `settings`, and listen to the controls."""
        self._settings = self._checked(settings)
        self._controls = dict(controls)
        self.widget = self._panel(self._parts(), self._state(self._settings))
        self.widget.observe(self._on_values, names="values")
        self.widget.on_msg(self._on_message)

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
        return self.widget.html[CHANGED.name]

    @property
    def figure(self) -> go.Figure | None:
        """The figure as it is drawn now, or None where the explorer has none."""
        picture = self._picture(self._settings)
        return picture.to_figure() if picture else None

    def set(self, **changes: Any) -> None:  # noqa: ANN401 - the settings say which
        """Set some of the settings from code; the others stay.

        Raises
        ------
        TypeError
            There is no setting of that name.
        ValueError
            A value is not one that is known; nothing is changed then.
        """
        names = vars(self._settings)
        for name in changes:
            if name not in names:
                message = f"There is no setting {name!r}. {did_you_mean(name, names)}"
                raise TypeError(message)
        self._change(replace(self._settings, **changes))  # type: ignore[type-var]

    def _change(self, new: S) -> None:
        new = self._checked(new)
        old, self._settings = self._settings, new
        self._show("" if old == new else self._say_changed(old, new))

    def _show(self, changed: str) -> None:
        """Bring controls, figure and words to the settings, in one message, with what a change did."""
        state = self._state(self._settings, changed)
        state["values"] = {**self.widget.values, **state["values"]}
        with self.widget.hold_sync():
            for name, value in state.items():
                setattr(self.widget, name, value)

    def _state(self, settings: S, changed: str = "") -> dict[str, Any]:
        """Return what the panel holds while something is set."""
        said = self._say(settings)
        state: dict[str, Any] = {
            "values": self._to_controls(settings),
            "more": self._more(settings),
            "html": {CHANGED.name: changed, WORDS.name: self._html(settings, said), **self._texts(settings)},
            "printed": self._still(settings, said),
        }
        if picture := self._picture(settings):
            label = said.split("\n", 1)[0]
            state["picture"] = {**picture.parts, "label": label, "listens": list(self.listens)}
        return state

    def _on_values(self, change: dict[str, Any]) -> None:
        """Do what a learner did with a control; what Python itself has set is no such thing."""
        old, new = change["old"], change["new"]
        settings = {name: new[name] for name in self._to_controls(self._settings)}
        if settings != self._to_controls(self._settings):
            try:
                self._change(self._from_controls(settings))
            except ValueError as error:
                self._show(str(error))  # such as a day that was emptied: the controls go back to what is set
        for name in new.keys() - settings.keys():
            if new[name] != old.get(name):
                self._on_other(name, new[name])

    def _on_other(self, name: str, value: Any) -> None:  # noqa: ANN401 - whatever the control gives
        """Do what a control asks for that is no setting, such as a button."""

    def _on_message(self, _: object, message: dict[str, Any], __: object) -> None:
        """Do what was done with the figure."""
        if message.get("do") == "click" and message.get("id") is not None:
            self._on_click(str(message["id"]))

    def _on_click(self, mark: str) -> None:
        """Do what a click on a mark asks for."""

    def _to_controls(self, settings: S) -> dict[str, Any]:
        """Return the value of each control; a tuple is a list there."""
        return {name: list(value) if isinstance(value, tuple) else value for name, value in vars(settings).items()}

    def _from_controls(self, values: dict[str, Any]) -> S:
        """Return the settings that the controls show; a list is a tuple there."""
        plain = {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
        return replace(self._settings, **plain)  # type: ignore[type-var]

    def _panel(self, parts: list[Part], state: dict[str, Any]) -> Panel:
        """Return the panel that shows all of it."""
        return FigurePanel(parts, **state)

    def _parts(self) -> list[Part]:
        """Return the parts of the panel, from top to bottom."""
        return [*self._left(), CHANGED, FIGURE, WORDS]

    def _left(self) -> list[Part]:
        """Return the controls, which stand beside the figure, or above it where there is no room."""
        return [Part(name, control) for name, control in self._controls.items()]

    def _more(self, settings: S) -> dict[str, dict[str, Any]]:  # noqa: ARG002 - most have nothing of this
        """Return what of a control is no longer as it was at first, by its name."""
        return {}

    def _texts(self, settings: S) -> dict[str, str]:  # noqa: ARG002 - most have no text but the words
        """Return the text of each part that only this explorer has, by its name."""
        return {}

    def _html(self, settings: S, said: str) -> str:  # noqa: ARG002 - most show what is said
        """Return what the page says below the figure; `said` is what `_say` says."""
        return html.page(html.lines(said))

    def _still(self, settings: S, said: str) -> str:
        """Return what a page with no Python says below the figure; `said` is what `_say` says."""
        return self._html(settings, said)

    def _ipython_display_(self) -> None:
        words = self.words
        show(self.widget, self._picture(self._settings), words, html.printed(self._still(self._settings, words)))


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
