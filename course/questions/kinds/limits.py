"""Bounds: the least and the most, either of them open."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from course.page import controls
from course.questions.kinds.base import ANSWER, Read
from course.questions.kinds.ends import Ends, Pair
from course.questions.kinds.number import alike, number_in_words, read_number, whole
from course.questions.kinds.paper_field import Blanks, PaperField
from course.questions.kinds.value import clean, says_word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.page.controls import Control

NO_LIMIT = "no limit"
OPEN = ("no limit below", "no limit above")
"""Each end without a limit, in words."""
WAYS_TO_SAY_NO_LIMIT = {NO_LIMIT, "none", "open", "infinity", "inf", "no ceiling", "no floor"}
RESULTS_WITH_ENDS = {"Bounds", "Total"}
"""What `course.add_up` gives; known by name, for the questions do not lean on the tables."""


@dataclass(frozen=True)
class Limits(Ends):
    """A question whose answer is a low end and a high end; an end of None has no limit."""

    name = "bounds"
    in_code = "Write the least and the most, such as `(10, 20)`; `None` is an end without a limit."
    names = ("low", "high")
    labels = ("At least", "At most")
    called = ("low end", "high end")
    help = "Give two ends, such as (10, 20), and None for an end without a limit."
    gaps = (" (?:to|and|-) ", r"(?<=\d)-(?=\d)")
    conditions = (ANSWER, "low", "high", "low_between", "high_between")

    def read(self, value: object) -> Read[Pair] | str:
        """Return the pair of ends, each a float or None; the result of adding up will do too."""
        if type(value).__name__ in RESULTS_WITH_ENDS:
            value = (getattr(value, "low", None), getattr(value, "high", None))
        return super().read(value)

    def read_end(self, value: object, place: int) -> Read[float | None] | str:
        """Return a float, or None for an end without a limit."""
        if isinstance(value, float) and math.isinf(value):
            return Read(None) if (value > 0) == (place == 1) else f"it cannot be {value}. {self.help}"
        if value is None or value is pd.NA:
            return Read(None)
        if isinstance(value, str) and clean(value).lower() in WAYS_TO_SAY_NO_LIMIT:
            return Read(None)
        read = read_number(value)
        if isinstance(read, str):
            return read
        return Read(None) if isinstance(read.answer, str) else Read(read.answer, read.note)

    def same_end(self, one: float | None, other: float | None) -> bool:
        """Compare as numbers."""
        return alike(one, other)

    def gives_away(self, hint: str, accepted: Pair) -> bool:
        """Look for both ends in one hint."""
        return all(says_word(hint, self.say_end(end)) for end in accepted)

    def say_end(self, end: float | None) -> str:
        """Return the number, or that there is no limit."""
        return NO_LIMIT if end is None else number_in_words(end)

    def _end_in_words(self, place: int, ends: tuple[Any, ...]) -> str:
        return OPEN[place] if ends == (None,) else super()._end_in_words(place, ends)

    def keep(self, given: Pair) -> dict[str, float | None]:
        """Return a table of both ends."""
        return {name: None if end is None else whole(end) for name, end in zip(self.names, given, strict=True)}

    def controls(self) -> dict[str, Control]:
        """Return two fields for numbers, each with a box for no limit."""
        ends = zip(self.names, self.labels, OPEN, strict=True)
        return {name: controls.number(label, (NO_LIMIT, blank)) for name, label, blank in ends}

    def filled(self, kept: Mapping[str, Any]) -> dict[str, Any]:
        """Return both ends; one without a limit is ticked."""
        return {name: NO_LIMIT if end is None else end for name, end in super().filled(kept).items()}

    def on_paper(self) -> PaperField:
        """Return two blanks, each with a box for no limit."""
        return PaperField(blanks=tuple(Blanks((label,), box) for label, box in zip(self.labels, OPEN, strict=True)))
