"""A range of days, from the first to the last that it can be, both counted."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd

from course.questions.kinds.base import Read, clean, items, what_it_is
from course.questions.kinds.day import day_in_words, read_day
from course.questions.kinds.number import NOT_STATED

if TYPE_CHECKING:
    from collections.abc import Mapping

Span = tuple[date, date]
ENDS = ("start", "end")
HELP = "Give the first and the last day, such as ('2021-12-30', '2021-12-31')."


class Days:
    """A question whose answer is a first and a last day."""

    name = "dates"
    parts: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ("answer", "start", "end")

    def check_parts(self, parts: Mapping[str, Any]) -> None:
        """Accept: dates need no parts."""

    def read(self, value: object, parts: Mapping[str, Any]) -> Read | str:  # noqa: ARG002 - the same for all kinds
        """Return both days; a pair, a dict, an interval or a text such as `2021-12-30/2021-12-31` will do."""
        pair = _pair(value)
        if isinstance(pair, str):
            return pair
        days: list[date] = []
        notes = []
        for name, end in zip(ENDS, pair, strict=True):
            read = read_day(end)
            if isinstance(read, str):
                return f"The {name}: {read}"
            if read.answer == NOT_STATED:
                return f"The {name} is blank. {HELP}"
            days.append(read.answer)
            notes.append(read.note)
        first, last = days
        if first > last:
            return f"The first day, {day_in_words(first)}, is after the last, {day_in_words(last)}. Swap them?"
        return Read((first, last), " ".join(note for note in notes if note))

    def same(self, given: Span, accepted: Span) -> bool:
        """Compare both days."""
        return given == accepted

    def meets(self, given: Span, condition: Mapping[str, Any], parts: Mapping[str, Any]) -> bool:
        """Meet both days, or one of them; all that are given must hold."""
        for position, name in enumerate(ENDS):
            if name in condition:
                read = read_day(condition[name])
                if isinstance(read, str) or read.answer != given[position]:
                    return False
        if "answer" not in condition:
            return True
        whole = self.read(condition["answer"], parts)
        return isinstance(whole, Read) and whole.answer == given

    def say(self, given: Span, parts: Mapping[str, Any]) -> str:  # noqa: ARG002
        """Return both days in words."""
        return f"from {day_in_words(given[0])} to {day_in_words(given[1])}"

    def keep(self, given: Span, parts: Mapping[str, Any]) -> dict[str, str]:  # noqa: ARG002
        """Return both days in ISO form."""
        return {name: day.isoformat() for name, day in zip(ENDS, given, strict=True)}

    def gives_away(self, hint: str, accepted: Span, parts: Mapping[str, Any]) -> bool:  # noqa: ARG002
        """Look for both days in one hint, in words or in ISO form."""
        return all(day_in_words(day) in hint or day.isoformat() in hint for day in accepted)


def _pair(value: object) -> tuple[object, object] | str:
    if isinstance(value, pd.DataFrame) and len(value) == 1:
        value = value.iloc[0]
    if isinstance(value, pd.Interval):
        return value.left, value.right
    if isinstance(value, dict | pd.Series) and set(ENDS) <= set(value.keys()):
        return value["start"], value["end"]
    if isinstance(value, str) and clean(value).count("/") == 1:
        first, last = clean(value).split("/")
        return first, last
    many = None if isinstance(value, set | frozenset) else items(value)
    if many is None or len(many) != len(ENDS):
        return f"You gave {what_it_is(value)}{'' if many is None else f' of {len(many)}'}. {HELP}"
    return many[0], many[1]
