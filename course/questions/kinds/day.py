"""A day of the calendar, or that none is stated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from course.page import controls
from course.questions.kinds.base import ANSWER, Read
from course.questions.kinds.paper_field import Blanks, PaperField
from course.questions.kinds.scale import BLANK, NOT_STATED, WAYS_TO_SAY_NOT_STATED, Scale
from course.questions.kinds.value import clean, says_word, unwrapped, what_it_is

if TYPE_CHECKING:
    from course.page.controls import Control

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
LAST_MONTH = 12
SHORTEST_NAME = 3
HELP = "Give a day as year-month-day, such as 2021-12-31."
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{2}:\d{2}.*)?")
DAY_FIRST = re.compile(r"(?:\w+day,? )?(\d{1,2})(?:st|nd|rd|th)?\.? ([a-z]+)\.?,? (\d{4})", re.IGNORECASE)
MONTH_FIRST = re.compile(r"(?:\w+day,? )?([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", re.IGNORECASE)
NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")


@dataclass(frozen=True)
class Day(Scale):
    """A question whose answer is one day; "not stated" is an answer too."""

    name = "date"

    def read(self, value: object) -> Read[date | str] | str:
        """Return a `datetime.date` or "not stated"."""
        return read_day(value)

    def gives_away(self, hint: str, accepted: date | str) -> bool:
        """Look for the day in words and in ISO form."""
        return says_word(hint, str(accepted)) or says_word(hint, day_in_words(accepted))

    def say(self, given: date | str) -> str:
        """Return the day with its month in words."""
        return day_in_words(given)

    def keep(self, given: date | str) -> str:
        """Return the day in ISO form."""
        return str(given)

    def controls(self) -> dict[str, Control]:
        """Return a field for a day, with a box for "not stated"."""
        return {ANSWER: controls.day("Your answer", blank=BLANK)}

    def on_paper(self) -> PaperField:
        """Return a blank, with a box for "not stated"."""
        return PaperField(blanks=(Blanks(("Day, month, year",), BLANK[1]),))


def day_in_words(day: date | str) -> str:
    """Return a day such as `2 February 2022`."""
    return day if isinstance(day, str) else f"{day.day} {MONTHS[day.month - 1].title()} {day.year}"


def read_day(value: object) -> Read[date | str] | str:
    """Return the day that a value stands for, or a sentence on why it stands for none."""
    inner = unwrapped(value)
    if isinstance(inner, np.datetime64):
        stamp: object = pd.Timestamp(inner)
        inner = stamp
    if inner is None or inner is pd.NaT or inner is pd.NA:
        return Read(NOT_STATED, "I read the blank as “not stated”.")
    if isinstance(inner, date):
        return Read(inner.date() if isinstance(inner, datetime) else inner)
    return _from_text(inner) if isinstance(inner, str) else f"You gave {what_it_is(inner)}. {HELP}"


def _from_text(text: str) -> Read[date | str] | str:
    said = clean(text)
    if said.lower() in WAYS_TO_SAY_NOT_STATED:
        return Read(NOT_STATED)
    if match := ISO.fullmatch(said):
        return _day(int(match[1]), int(match[2]), int(match[3]), said, sure=True)
    if match := DAY_FIRST.fullmatch(said):
        return _day(int(match[3]), _month(match[2]), int(match[1]), said)
    if match := MONTH_FIRST.fullmatch(said):
        return _day(int(match[3]), _month(match[1]), int(match[2]), said)
    if match := NUMBERS.fullmatch(said):
        return _from_numbers(int(match[1]), int(match[2]), int(match[3]), said)
    return f"I cannot read “{said[:40]}” as a day. {HELP}"


def _from_numbers(one: int, other: int, year: int, said: str) -> Read[date | str] | str:
    """Return the day of a date in numbers, unless day and month could be mixed up."""
    if one != other and max(one, other) <= LAST_MONTH:
        return f"In “{said}” the day and the month could be mixed up. {HELP}"
    day, month = (other, one) if other > LAST_MONTH else (one, other)
    return _day(year, month, day, said)


def _month(name: str) -> int:
    """Return the number of a month from its name or the start of it; 0 where it is none."""
    low = name.lower()
    found = [number for number, month in enumerate(MONTHS, start=1) if month.startswith(low)]
    return found[0] if len(low) >= SHORTEST_NAME and found else 0


def _day(year: int, month: int, day: int, said: str, *, sure: bool = False) -> Read[date | str] | str:
    try:
        found = date(year, month, day)
    except ValueError:
        return f"“{said[:40]}” is not a day of the calendar. {HELP}"
    return Read(found, "" if sure else f"I read “{said}” as {day_in_words(found)}.")
