"""Bounds: the least and the most, either of them open."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import pandas as pd

from course.questions.kinds.base import Read, clean, says_word
from course.questions.kinds.ends import Ends, Pair
from course.questions.kinds.number import NOT_STATED, number_in_words, read_number

if TYPE_CHECKING:
    from collections.abc import Mapping

NO_LIMIT = "no limit"
WAYS_TO_SAY_NO_LIMIT = {NO_LIMIT, "none", "open", "infinity", "inf", "no ceiling", "no floor"}
RESULTS_WITH_ENDS = {"Bounds", "Total"}
"""What `course.add_up` gives; known by name, for the questions do not lean on the tables."""


class Limits(Ends):
    """A question whose answer is a low end and a high end; an end of None has no limit."""

    name = "bounds"
    names = ("low", "high")
    called = ("low end", "high end")
    help = "Give two ends, such as (10, 20), and None for an end without a limit."
    conditions: tuple[str, ...] = ("answer", "low", "high", "low_between", "high_between")

    def read(self, value: object, parts: Mapping[str, Any]) -> Read | str:
        """Return the pair of ends, each a float or None; the result of adding up will do too."""
        if type(value).__name__ in RESULTS_WITH_ENDS:
            value = (getattr(value, "low", None), getattr(value, "high", None))
        return super().read(value, parts)

    def read_end(self, value: object, place: int) -> Read | str:
        """Return a float, or None for an end without a limit."""
        if isinstance(value, float) and math.isinf(value):
            return Read(None) if (value > 0) == (place == 1) else f"it cannot be {value}. {self.help}"
        if value is None or value is pd.NA:
            return Read(None)
        if isinstance(value, str) and clean(value).lower() in WAYS_TO_SAY_NO_LIMIT:
            return Read(None)
        read = read_number(value)
        return Read(None) if isinstance(read, Read) and read.answer == NOT_STATED else read

    def say_end(self, end: float | None) -> str:
        """Return the number, or that there is no limit."""
        return NO_LIMIT if end is None else number_in_words(end)

    def keep(self, given: Pair, parts: Mapping[str, Any]) -> dict[str, float | None]:  # noqa: ARG002
        """Return a table of both ends."""
        return {name: _whole(end) for name, end in zip(self.names, given, strict=True)}

    def gives_away(self, hint: str, accepted: Pair, parts: Mapping[str, Any]) -> bool:  # noqa: ARG002
        """Look for both ends in one hint."""
        return all(says_word(hint, self.say_end(end)) for end in accepted)


def _whole(end: float | None) -> float | None:
    return int(end) if end is not None and end.is_integer() else end
