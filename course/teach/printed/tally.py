"""The answers of a class, to be written down by hand and typed in: no names, codes."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LEARNERS = 30
"""How many learners a sheet has rows for."""
COLUMNS = ("code", "question", "answer")


def codes(learners: int = LEARNERS) -> list[str]:
    """Return a code for each learner; the letter keeps a spreadsheet from taking it for a number.

    >>> codes(2)
    ['L01', 'L02']
    """
    return [f"L{number:02}" for number in range(1, learners + 1)]


def to_type_in(questions: Iterable[str], learners: int = LEARNERS) -> str:
    """Return a CSV with a row for each learner and question; its last column is blank."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    every = list(questions)
    writer.writerows((code, question, "") for code in codes(learners) for question in every)
    return out.getvalue()
