"""What a learner fills in with a pen, in plain values that the printed pages draw."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Blanks:
    """Some short blanks in a line: the label before each, and the text of a box behind them, or none."""

    labels: tuple[str, ...]
    box: str = ""


@dataclass(frozen=True)
class PaperField:
    """What a learner fills in with a pen; what is empty is not drawn.

    Attributes
    ----------
    do
        What to do, in a sentence.
    unless
        A word; where the prompt says it already, `do` is left out.
    mark
        What stands before each option: `circle`, `box` or `box rank`.
    options
        The texts of what can be chosen or put in order.
    blanks
        Lines of short blanks.
    columns
        The head of a table that has empty rows.
    lines
        How many lines there are to write on.
    """

    do: str = ""
    unless: str = ""
    mark: str = ""
    options: tuple[str, ...] = ()
    blanks: tuple[Blanks, ...] = ()
    columns: tuple[str, ...] = ()
    lines: int = 0
