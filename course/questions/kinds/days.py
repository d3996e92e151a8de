"""A range of days, from the first to the last that it can be, both counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.page import controls
from course.questions.kinds.base import ANSWER, Read
from course.questions.kinds.day import day_in_words, read_day
from course.questions.kinds.ends import Ends, Pair
from course.questions.kinds.paper_field import Blanks, PaperField
from course.questions.kinds.value import clean

if TYPE_CHECKING:
    from datetime import date

    from course.page.controls import Control


@dataclass(frozen=True)
class Days(Ends):
    """A question whose answer is a first and a last day."""

    name = "dates"
    names = ("start", "end")
    labels = ("First day", "Last day")
    called = ("first day", "last day")
    help = "Give the first and the last day, such as ('2021-12-30', '2021-12-31')."
    conditions = (ANSWER, "start", "end", "start_between", "end_between")

    def read(self, value: object) -> Read[Pair] | str:
        """Return the pair of days; a text such as `2021-12-30/2021-12-31` will do too."""
        if isinstance(value, str) and clean(value).count("/") == 1:
            value = clean(value).split("/")
        return super().read(value)

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
