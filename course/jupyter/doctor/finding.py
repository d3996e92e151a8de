"""One thing that was looked at: how it is, what helps, and how it is mended where that is safe."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

FINE, NOTE, MEND = "fine", "note", "mend"
"""The words for how a thing is: nothing to do, good to know, in the way of the course."""
BY_ITSELF = " (course doctor --fix does it)"


@dataclass(frozen=True)
class Finding:
    """A word for how a thing is, a sentence, what helps, and what mends it where nobody can lose work by that.

    What mends it returns a sentence on what it has done. It deletes nothing.
    """

    word: str
    sentence: str
    fix: str = ""
    mend: Callable[[], str] | None = field(default=None, compare=False)

    def lines(self) -> list[str]:
        """Return a line on what it is, and one on what helps."""
        helps = [f"  fix: {self.fix}{BY_ITSELF if self.mend else ''}"] if self.fix else []
        return [" ".join(line.split("\n")) for line in (f"{self.word}: {self.sentence}", *helps)]


def printable(line: str, encoding: str | None) -> str:
    """Return a line as a console of this encoding can print it, with `?` for each sign that it does not have."""
    encoding = encoding or "ascii"
    return line.encode(encoding, "replace").decode(encoding)
