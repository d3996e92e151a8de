"""The rows of some codings: those on which coders differ first, then those that do not count, then the same ones."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import IntEnum
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pandas as pd

from course.coders.answers import Gap

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from course.coders.answers import Answers

LETTERS = 80
"""How long what a row is about can be in a sentence."""


class Kind(IntEnum):
    """How the answers in a row are to each other, in the order in which rows are shown."""

    DIFFER = 0
    LEFT_OUT = 1
    SAME = 2


SAID = {Kind.DIFFER: "they differ", Kind.LEFT_OUT: "left out", Kind.SAME: "the same"}


@dataclass(frozen=True)
class Line:
    """A row that some coders have: its short name, what it is about, where it is told, and what each answered."""

    key: str
    about: str
    paragraph: str
    wording: str
    given: tuple[Any, ...]
    kind: Kind

    @property
    def note(self) -> str:
        """The short name and the paragraph, as far as there are any."""
        return " · ".join([self.key, *([f"¶{self.paragraph}"] if self.paragraph else [])])


def lines(answers: Answers, counted: Collection[Gap]) -> list[Line]:
    """Return the rows, those that differ first; a gap is an answer where it is counted, and else none."""
    found = []
    for key, given in zip(answers.keys, answers.given, strict=True):
        has = next(each for each in answers.codings if key in each.column.index)
        evidence = has.evidence(key) or {"paragraph": "", "wording": ""}
        found.append(Line(key, has.about(key), **evidence, given=given, kind=_kind(given, counted)))
    return sorted(found, key=lambda line: line.kind)


def _kind(given: Sequence[Any], counted: Collection[Gap]) -> Kind:
    answered = [value for value in given if not isinstance(value, Gap) or value in counted]
    if len(answered) < 2:  # noqa: PLR2004 - one answer is the same as nothing
        return Kind.LEFT_OUT
    return Kind.DIFFER if len(set(answered)) > 1 else Kind.SAME


def mixed_up(found: Sequence[Line], counted: Collection[Gap]) -> list[tuple[Any, Any, int]]:
    """Return the answers that are beside each other in several rows, with how many: the most frequent first."""
    pairs: Counter[tuple[Any, Any]] = Counter()
    for line in found:
        answered = {str(value): value for value in line.given if not isinstance(value, Gap) or value in counted}
        pairs.update(combinations([answered[said] for said in sorted(answered)], 2))
    return [(one, other, number) for (one, other), number in pairs.most_common() if number > 1]


def table(answers: Answers, found: Sequence[Line]) -> pd.DataFrame:
    """Return the rows as a table: what each coder answered, whether they differ, and what the row rests on."""
    columns: dict[str, list[Any]] = {"row": [line.key for line in found]}
    columns |= {
        coder: [answers.said(line.given[place]) for line in found] for place, coder in enumerate(answers.coders)
    }
    columns |= {"agree": [SAID[line.kind] for line in found], "about": [line.about for line in found]}
    if any(line.wording for line in found):
        columns |= {"paragraph": [line.paragraph for line in found], "wording": [line.wording for line in found]}
    return pd.DataFrame({name: pd.Series(column, dtype="string") for name, column in columns.items()})
