"""A range of days, from the first to the last that it can be, both counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course.questions.kinds.base import Read, clean
from course.questions.kinds.day import day_in_words, read_day
from course.questions.kinds.ends import Ends, Pair
from course.questions.kinds.number import NOT_STATED

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


class Days(Ends):
    """A question whose answer is a first and a last day."""

    name = "dates"
    names = ("start", "end")
    called = ("first day", "last day")
    help = "Give the first and the last day, such as ('2021-12-30', '2021-12-31')."
    conditions: tuple[str, ...] = ("answer", "start", "end", "start_between", "end_between")

    def read(self, value: object, parts: Mapping[str, Any]) -> Read | str:
        """Return the pair of days; a text such as `2021-12-30/2021-12-31` will do too."""
        if isinstance(value, str) and clean(value).count("/") == 1:
            value = clean(value).split("/")
        return super().read(value, parts)

    def read_end(self, value: object, place: int) -> Read | str:  # noqa: ARG002 - both ends are days
        """Return a `datetime.date`; a blank is none."""
        read = read_day(value)
        return f"it is blank. {self.help}" if isinstance(read, Read) and read.answer == NOT_STATED else read

    def say_end(self, end: date) -> str:
        """Return the day with its month in words."""
        return day_in_words(end)

    def keep(self, given: Pair, parts: Mapping[str, Any]) -> dict[str, str]:  # noqa: ARG002
        """Return both days in ISO form."""
        return {name: day.isoformat() for name, day in zip(self.names, given, strict=True)}

    def gives_away(self, hint: str, accepted: Pair, parts: Mapping[str, Any]) -> bool:  # noqa: ARG002
        """Look for both days in one hint, in words or in ISO form."""
        return all(day_in_words(day) in hint or day.isoformat() in hint for day in accepted)
