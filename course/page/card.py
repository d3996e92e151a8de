"""Cards of a notebook on the page: how it opens and ends, and tiles that lead to others. They follow the learner."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import traitlets

from course.page.html import Html, bar, items, join, muted, paragraph, strong, tag
from course.page.panel import CONTROLS, LIFE, Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

CARD = Path(__file__).parent / "card.js"
SHOW_CODE, HIDE_CODE, RUN_ALL = (
    f"notebook:{name}" for name in ("show-all-cell-code", "hide-all-cell-code", "run-all-cells")
)


class Card(Page):
    """A card that is drawn anew when `look` is called; `card.js` draws it.

    Its links open notebooks beside this one, and its buttons give JupyterLab a command.
    """

    scripts = (CONTROLS, LIFE, CARD)
    html = traitlets.Unicode().tag(sync=True)

    def __init__(self, draw: Callable[[], Html], text: Callable[[], str]) -> None:
        """Show what `draw` makes, and for a page without widgets its `text`."""
        self._draw, self._text = draw, text
        made = draw()
        super().__init__(html=made, printed=made)

    def look(self) -> None:
        """Draw the card anew where something has changed."""
        made = self._draw()
        with self.hold_sync():
            self.html = self.printed = made

    def __str__(self) -> str:
        """Return what it says, as text."""
        return self._text()

    __repr__ = __str__

    def _repr_mimebundle_(self, **kwargs: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        return {**data, "text/plain": str(self), "text/html": self.printed}, metadata


def opening(over: str, head: str, entries: Iterable[str], below: Iterable[str], beside: Iterable[str]) -> Html:
    """Return the card that a notebook opens with.

    Parameters
    ----------
    over, head, entries
        A small line, what the list is, and its entries.
    below, beside
        What stands below the list, and what at the right.
    """
    words = tag("div", _over(over), paragraph(strong(head)), items(entries), *below)
    return _card("start", words, tag("div", *beside, class_="btl-side"))


def ending(over: str, head: str, below: Iterable[str], next_: str) -> Html:
    """Return the card that a notebook ends with, and what leads to the next."""
    return _card("end", tag("div", _over(over), tag("p", head, class_="btl-title"), *below), next_)


def tiles(each: Iterable[Html]) -> Html:
    """Return tiles beside each other."""
    return tag("div", *each, class_="btl-tiles")


def tile(title: str, notebook: str, said: str, state: str = "") -> Html:
    """Return a tile that leads to a notebook; its state is `done`, `here` or nothing."""
    return _leads(notebook, strong(title), tag("span", said), class_=f"btl-tile btl-{state}" if state else "btl-tile")


def go(text: str, notebook: str) -> Html:
    """Return what leads to a notebook, in sight."""
    return _leads(notebook, text, class_="btl-button btl-go")


def to(text: str, notebook: str) -> Html:
    """Return a link to a notebook in a text."""
    return _leads(notebook, text, class_="")


def buttons() -> Html:
    """Return buttons that run all cells, and that show the code and then hide it again."""
    code = {"data-other": HIDE_CODE, "data-word": "Hide the code"}
    each = (_command("▶▶ Run all cells", RUN_ALL), _command("Show the code", SHOW_CODE, **code))
    return tag("div", *each, class_="btl-row")


def _command(text: str, name: str, **more: str) -> Html:
    """Return a button that gives JupyterLab a command."""
    linked = {"data-commandlinker-command": name, "data-commandlinker-args": "{}"}
    return tag("button", text, type="button", **linked, **more)


def gauge(said: str, share: float) -> Html:
    """Return a bar below what it says."""
    return tag("div", said, bar(share), class_="btl-gauge")


def _over(text: str) -> Html:
    return tag("p", muted(text), class_="btl-over")


def _card(kind: str, *parts: str) -> Html:
    return tag("div", tag("div", *parts, class_=f"btl-lesson btl-{kind}"), class_="btl")


def _leads(notebook: str, *parts: str, class_: str) -> Html:
    name = f"{notebook}.ipynb"
    return tag("a", join(*parts), href=name, class_=class_, **{"data-notebook": name})
