"""The hedges of the vocabulary: what each is called, how a text says it, and its bounds as rules over the number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.content import ContentError, did_you_mean
from course.vocabulary import kept, vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

RULE = re.compile(r"(?:(?P<base>[nm])(?P<plus>[+-]\d{1,9})?|(?P<fixed>\d{1,15}))")
GAP = re.compile(r"\b(?:n|m|word)\b")
"""Where a number or the word stands in how a hedge is said, such as `word n and m`."""
APART = "…"
"""What stands in a phrase of two parts, such as `between … and …`, for each number."""


@dataclass(frozen=True)
class Rule:
    """A bound as a rule: the number `n`, the second number `m` or 0, and what is added to it."""

    base: str
    plus: int

    def of(self, number: int, number_to: int | None) -> int:
        """Return the bound of a number; never below 0."""
        return max(0, {"n": number, "m": number_to or 0, "": 0}[self.base] + self.plus)


@dataclass(frozen=True)
class Hedge:
    """A hedge of the vocabulary.

    Attributes
    ----------
    key, word, said
        What tables hold, what people read, and how that is said with its numbers, such as `word n and m`.
    phrases, after
        How a text says it before a number, and after one.
    family
        The same for hedges that a writer may take for one another, such as `more than` and `at least`.
    low, high
        The strict bounds; None where the words set no limit.
    usual_high
        The most by a convention of the usual reading, where there is one.
    below, above
        How far the usual reading goes from the number on either side, as a multiple of the closeness; None where the
        bound of that side rests on something else.
    of
        Whether an *of* follows before what is counted, as in `hundreds of people`.
    """

    key: str
    word: str
    said: str
    phrases: tuple[str, ...]
    after: tuple[str, ...]
    family: str
    low: Rule | None
    high: Rule | None
    usual_high: Rule | None
    below: float | None
    above: float | None
    of: bool

    @property
    def numbers(self) -> int:
        """How many numbers it needs: none for a size such as `dozens`, two for a range, else one."""
        return len({"n", "m"} & set(GAP.findall(self.said)))

    @property
    def is_ceiling(self) -> bool:
        """Whether it says only how many there are at most, that number with them."""
        return self.low == Rule("", 0) and self.high == Rule("n", 0)

    @property
    def is_silent(self) -> bool:
        """Whether no phrase says it: a number without a hedge."""
        return not (self.phrases or self.after)

    def say(self, number: str = "", number_to: str = "") -> str:
        """Return the hedge with its numbers, such as `up to 4,000`."""
        filled = {"n": number, "m": number_to, "word": self.word}
        return GAP.sub(lambda gap: filled[gap[0]], self.said)


@kept
def hedges() -> dict[str, Hedge]:
    """Return the hedges of the vocabulary by their keys, in the order of the file.

    Raises
    ------
    ContentError
        A row has a bound that is no rule or a factor that is no number; with its row and column.
    """
    rows = enumerate(vocabulary("hedges").items(), start=2)
    return {key: from_row(key, row, f"hedges.csv, row {number}") for number, (key, row) in rows}


def hedge(key: str) -> Hedge:
    """Return the hedge with a key.

    Raises
    ------
    ValueError
        There is none; the message names the nearest one.
    """
    if key not in hedges():
        message = f"{key!r} is not a hedge. {did_you_mean(key, hedges())}"
        raise ValueError(message)
    return hedges()[key]


def no_hedge() -> str:
    """Return the key of a number that stands alone."""
    return next(key for key, each in hedges().items() if each.is_silent)


def from_row(key: str, row: Mapping[str, str], place: str) -> Hedge:
    """Return the hedge that a row of the vocabulary holds; `place` begins the sentence on what is wrong in it."""
    phrases, after = (tuple(p for p in row[column].split("|") if p) for column in ("phrases", "after"))
    low, high, usual_high = (_rule(row[column], f"{place}, {column}") for column in ("low", "high", "usual_high"))
    below, above = (_factor(row[column], f"{place}, {column}") for column in ("below", "above"))
    word, said, family = row["word"], row["said"], row["family"]
    return Hedge(key, word, said, phrases, after, family, low, high, usual_high, below, above, row["of"] == "yes")


def _rule(text: str, place: str) -> Rule | None:
    if not text:
        return None
    if match := RULE.fullmatch(text):
        return Rule(match["base"] or "", int(match["plus"] or match["fixed"] or 0))
    message = (
        f"{place}: {text!r} is no rule for a bound. Write a whole number, n, m, or one of these with a number added "
        "or taken away, such as n+1; leave it blank where there is no limit."
    )
    raise ContentError(message)


def _factor(text: str, place: str) -> float | None:
    if not text:
        return None
    if re.fullmatch(r"\d(?:\.\d+)?", text):
        return float(text)
    message = f"{place}: {text!r} is no factor of the closeness. Write a number from 0 to 9, such as 1 or 0.5."
    raise ContentError(message)
