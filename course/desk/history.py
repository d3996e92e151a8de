"""What was done at a desk, step by step, so that each step can be undone and done again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.desk.coding import Coding

MOST_STEPS = 200


@dataclass(frozen=True)
class History:
    """A coding, with those before it and those that were undone; each step gives a new history."""

    now: Coding
    before: tuple[Coding, ...] = ()
    after: tuple[Coding, ...] = ()

    def do(self, new: Coding) -> History:
        """Return the history after a step; one that changes nothing is none."""
        return self if new == self.now else History(new, (*self.before, self.now)[-MOST_STEPS:])

    def undo(self) -> History:
        """Return the history with the last step undone; the same where there is none."""
        if not self.before:
            return self
        return History(self.before[-1], self.before[:-1], (self.now, *self.after))

    def redo(self) -> History:
        """Return the history with the step done again that was undone last; the same where there is none."""
        if not self.after:
            return self
        return History(self.after[0], (*self.before, self.now), self.after[1:])

    def closed(self) -> History:
        """Return the history with nothing to undo: what a partner has seen stays."""
        return replace(self, before=(), after=())
