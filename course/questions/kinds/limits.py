"""Bounds: the least and the most, either of them open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from course.questions.kinds.base import Read, clean, items, says_word, what_it_is
from course.questions.kinds.number import NOT_STATED, number_in_words, read_number

if TYPE_CHECKING:
    from collections.abc import Mapping

Pair = tuple[float | None, float | None]
ENDS = ("low", "high")
NO_LIMIT = "no limit"
WAYS_TO_SAY_NO_LIMIT = {NO_LIMIT, "none", "open", "infinity", "inf", "no ceiling", "no floor"}
RESULTS_WITH_ENDS = {"Bounds", "Total"}
"""What `course.add_up` gives; known by name, for the questions do not lean on the tables."""
HELP = "Give two ends, such as (10, 20), and None for an end without a limit."


class Limits:
    """A question whose answer is a low end and a high end; an end of None has no limit."""

    name = "bounds"
    parts: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ("answer", "low", "high")

    def check_parts(self, parts: Mapping[str, Any]) -> None:
        """Accept: bounds need no parts."""

    def read(self, value: object, parts: Mapping[str, Any]) -> Read | str:  # noqa: ARG002 - the same for all kinds
        """Return the pair of ends; a pair, a dict or anything with `low` and `high` will do."""
        pair = _pair(value)
        if isinstance(pair, str):
            return pair
        ends: list[float | None] = []
        notes = []
        for name, end in zip(ENDS, pair, strict=True):
            read = _end(end)
            if isinstance(read, str):
                return f"The {name} end: {read}"
            ends.append(read.answer)
            notes.append(read.note)
        low, high = ends
        if low is not None and high is not None and low > high:
            return f"The low end, {number_in_words(low)}, is above the high end, {number_in_words(high)}. Swap them?"
        return Read((low, high), " ".join(note for note in notes if note))

    def same(self, given: Pair, accepted: Pair) -> bool:
        """Compare both ends."""
        return given == accepted

    def meets(self, given: Pair, condition: Mapping[str, Any], parts: Mapping[str, Any]) -> bool:
        """Meet both ends, or one of them; all that are given must hold."""
        for position, name in enumerate(ENDS):
            if name in condition:
                end = _end(condition[name])
                if isinstance(end, str) or end.answer != given[position]:
                    return False
        if "answer" not in condition:
            return True
        read = self.read(condition["answer"], parts)
        return isinstance(read, Read) and read.answer == given

    def say(self, given: Pair, parts: Mapping[str, Any]) -> str:  # noqa: ARG002
        """Return both ends in words."""
        low, high = (NO_LIMIT if end is None else number_in_words(end) for end in given)
        return f"from {low} to {high}"

    def keep(self, given: Pair, parts: Mapping[str, Any]) -> dict[str, float | None]:  # noqa: ARG002
        """Return a table of both ends."""
        return {name: _whole(end) for name, end in zip(ENDS, given, strict=True)}

    def gives_away(self, hint: str, accepted: Pair, parts: Mapping[str, Any]) -> bool:  # noqa: ARG002
        """Look for both ends in one hint."""
        said = [NO_LIMIT if end is None else number_in_words(end) for end in accepted]
        return all(says_word(hint, word) for word in said)


def _whole(end: float | None) -> float | None:
    return int(end) if end is not None and end.is_integer() else end


def _pair(value: object) -> tuple[object, object] | str:
    if isinstance(value, pd.DataFrame) and len(value) == 1:
        value = value.iloc[0]
    if isinstance(value, pd.Interval):
        return value.left, value.right
    if isinstance(value, dict | pd.Series) and set(ENDS) <= set(value.keys()):
        return value["low"], value["high"]
    if type(value).__name__ in RESULTS_WITH_ENDS:
        return getattr(value, "low", None), getattr(value, "high", None)
    many = None if isinstance(value, set | frozenset) else items(value)
    if many is None or len(many) != len(ENDS):
        return f"You gave {what_it_is(value)}{'' if many is None else f' of {len(many)}'}. {HELP}"
    return many[0], many[1]


def _end(value: object) -> Read | str:
    if value is None or value is pd.NA:
        return Read(None)
    if isinstance(value, float) and value in {float("inf"), float("-inf")}:
        return Read(None)
    if isinstance(value, str) and clean(value).lower() in WAYS_TO_SAY_NO_LIMIT:
        return Read(None)
    read = read_number(value)
    return Read(None) if isinstance(read, Read) and read.answer == NOT_STATED else read
