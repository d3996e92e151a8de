"""How well the finder reads: its hits and misses on number expressions of several kinds of news."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from course.finder.find import find
from course.finder.lists import rows
from course.teach.count import aligned

HEADS = ("expressions", "how many", "numbers in them", "found", "found rightly", "precision", "recall")
NOTE = (
    "A number is found rightly where its value, the second number of a range, its hedge and its unit are right.\n"
    "Precision: how much of what is found is right. Recall: how many of the numbers are found rightly.\n"
    "The finder was made with the expressions called tuned, and without those held back."
)
Reading = tuple[Fraction | None, Fraction | None, str, str]
"""Number, second number of a range, hedge and unit."""


@dataclass(frozen=True)
class Expression:
    """A number expression: its set, the text, its right readings, and why the finder misses it where it does."""

    set: str
    text: str
    right: tuple[Reading, ...]
    missed: str

    @property
    def found(self) -> tuple[Reading, ...]:
        """What the finder reads."""
        return tuple((_exact(each.value), _exact(each.number_to), each.hedge, each.unit) for each in find(self.text))


def expressions() -> list[Expression]:
    """Return the number expressions; rows of one text that follow each other are its readings."""
    made = []
    for (which, text), some in groupby(rows("expressions"), key=lambda row: (row["set"], row["expression"])):
        same = list(some)
        right = tuple(
            (_exact(row["number"]), _exact(row["number_to"]), row["hedge"], row["unit"]) for row in same if row["hedge"]
        )
        made.append(Expression(which, text, right, same[0]["missed"]))
    return made


def report() -> str:
    """Return precision and recall of the finder for each set of expressions, and what it is known to miss."""
    every = expressions()
    sets = list(dict.fromkeys(each.set for each in every))
    lines = [_scores(name, [each for each in every if each.set == name]) for name in sets]
    missed = [[f"  {each.text}", each.missed] for each in every if each.missed]
    return "\n\n".join([aligned([HEADS, *lines]), NOTE, aligned([["known to be missed", ""], *missed])])


def _scores(name: str, some: list[Expression]) -> list[str]:
    right, found, hits = 0, 0, 0
    for each in some:
        read = each.found
        right, found = right + len(each.right), found + len(read)
        hits += (Counter(each.right) & Counter(read)).total()
    numbers = [f"{number:,}" for number in (len(some), right, found, hits)]
    return [name, *numbers, f"{hits / found:.0%}", f"{hits / right:.0%}"]


def _exact(value: object) -> Fraction | None:
    return None if value is None or value == "" else Fraction(str(value))
