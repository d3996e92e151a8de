"""What shows on a page what is kept: questions and notes, which begin anew with it, and cards, which follow it."""

from __future__ import annotations

from typing import Protocol
from weakref import WeakSet


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


def begin_anew() -> None:
    """Tell all that is shown that nothing is kept any more."""
    for each in list(shown):
        each.begin_anew()
    look()


def look() -> None:
    """Tell all that watches that what is kept has changed."""
    for each in list(watching):
        each.look()
