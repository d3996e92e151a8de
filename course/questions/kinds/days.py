"""A range of days, from the first to the last that it can be, both counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pandas as pd

from course.page import controls
from course.questions.kinds.base import ANSWER, Read
from course.questions.kinds.day import day_in_words, read_day
from course.questions.kinds.ends import Ends, Pair
from course.questions.kinds.paper_field import Blanks, PaperField
from course.questions.kinds.value import items, unwrapped

if TYPE_CHECKING:
    from course.page.controls import Control


@dataclass(frozen=True)
class Days(Ends):
    """A question whose answer is a first and a last day."""

    name = "dates"
    in_code = 'Write the first and the last day, such as `("2021-12-30", "2021-12-31")`.'
    names = ("start", "end")
    labels = ("First day", "Last day")
    called = ("first day", "last day")
    help = "Give the first and the last day, such as ('2021-12-30', '2021-12-31')."
    gaps = (" (?:to|until|till|and|-) ", "/")
    conditions = (ANSWER, "start", "end", "start_between", "end_between")

    def read(self, value: object) -> Read[Pair] | str:
        """Return the pair of days; a period will do too, or a list of all the days."""
        inner = unwrapped(value)
        if isinstance(inner, pd.Period):
            return Read((inner.start_time.date(), inner.end_time.date()))
        many = None if isinstance(value, set | frozenset) else items(value)
        return super().read(value if many is None else _ends_of_all(many) or value)

    def read_end(self, value: object, place: int) -> Read[date] | str:  # noqa: ARG002 - both ends are days
        """Return a `datetime.date`; a blank is none."""
        read = read_day(value)
        if isinstance(read, str):
            return read
        return f"it is blank. {self.help}" if isinstance(read.answer, str) else Read(read.answer, read.note)

    def gives_away(self, hint: str, accepted: Pair) -> bool:
        """Look for both days in one hint, in words or in ISO form."""
        return all(day_in_words(day) in hint or day.isoformat() in hint for day in accepted)

    def say_end(self, end: date) -> str:
        """Return the day with its month in words."""
        return day_in_words(end)

    def keep(self, given: Pair) -> dict[str, str]:
        """Return both days in ISO form."""
        return {name: day.isoformat() for name, day in zip(self.names, given, strict=True)}

    def controls(self) -> dict[str, Control]:
        """Return two fields for days."""
        return {name: controls.day(label) for name, label in zip(self.names, self.labels, strict=True)}

    def on_paper(self) -> PaperField:
        """Return two blanks."""
        return PaperField(blanks=(Blanks(self.labels),))


def _ends_of_all(many: list[object]) -> tuple[date, date] | None:
    """Return the first and the last of more than two days that follow each other."""
    days = [read.answer for read in map(read_day, many) if isinstance(read, Read) and isinstance(read.answer, date)]
    follow = all(after - before == timedelta(days=1) for before, after in pairwise(days))
    return (days[0], days[-1]) if follow and len(days) == len(many) > len(Days.names) else None
