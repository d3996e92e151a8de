"""What shows on a page what is kept: questions and notes, which begin anew with it, and cards, which follow it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol
from weakref import WeakSet

from course.page.card import Card

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.page.html import Html


class Shown(Protocol):
    """What shows a part of what is kept."""

    def begin_anew(self) -> None:
        """Show nothing, as if nothing were kept."""


class Watching(Protocol):
    """What shows how a learner stands."""

    def look(self) -> None:
        """Look again: what is kept has changed."""


shown: WeakSet[Shown] = WeakSet()
watching: WeakSet[Watching] = WeakSet()


def card(draw: Callable[[], Html], text: Callable[[], str]) -> Card:
    """Return a card that follows what is kept: it shows what `draw` makes, and where no widget is drawn its `text`."""
    made = Card(draw, text)
    watching.add(made)
    return made


def begin_anew() -> None:
    """Tell all that is shown that nothing is kept any more."""
    for each in list(shown):
        each.begin_anew()
    look()


def look() -> None:
    """Tell all that watches that what is kept has changed."""
    for each in list(watching):
        each.look()
