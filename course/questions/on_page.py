"""What shows on a page what is kept: questions and notes, which begin anew with it, and cards, which follow it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol
from weakref import WeakSet

from IPython import get_ipython

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
_told_in: set[tuple[str, int]] = set()
"""The sentences that were said, each with the cell that ran."""


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


def say_once_a_cell(sentence: str) -> None:
    """Say what a learner is to know; cards that look again as a learner goes on do not say it again."""
    shell = get_ipython()
    cell = (sentence, shell.execution_count if shell else len(_told_in))
    if cell not in _told_in:
        _told_in.add(cell)
        print(sentence)  # noqa: T201 - what a learner is to know
