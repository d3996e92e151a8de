"""A day of the calendar, or that none is stated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

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
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
PASSED_OVER = {"the", "of", "on"}
LAST_MONTH = 12
SHORTEST_NAME = 3
YEAR, CENTURY = 4, 2000
"""How many digits a year has, and what is added to one of two."""
HELP = "Give a day as year-month-day, such as 2021-12-31."
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
TIME = re.compile(
    r"(?:t|[ ,]+(?:at )?)\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)? ?(?:[ap]m)? ?(?:z|utc|gmt)?(?:[+-]\d\d:?\d\d)?", re.IGNORECASE
)
ISO_BASIC = re.compile(r"[0-9]{8}|[0-9]{4}-?W[0-9]{2}-?[0-9]")
"""A day without dashes, or by its week."""
LETTERS_AND_MARKS = re.compile(r"\w[\w ,./()-]*")
ENDING = re.compile(r"(?<=\d)(?:st|nd|rd|th|er)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Day(Scale):
    """A question whose answer is one day; "not stated" is an answer too."""

    name = "date"
    in_code = 'Write a day, such as `"2021-12-31"`, or `"not stated"`.'

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
    if inner is None or inner is pd.NaT or inner is pd.NA:
        return Read(NOT_STATED, "I read the blank as “not stated”.")
    if isinstance(inner, pd.Period):
        if inner.start_time.date() != inner.end_time.date():
            return f"{inner} is more than one day. {HELP}"
        inner = inner.start_time
    if isinstance(inner, date):
        return Read(inner.date() if isinstance(inner, datetime) else inner)
    return _from_text(inner) if isinstance(inner, str) else f"You gave {what_it_is(inner)}. {HELP}"


def _from_text(text: str) -> Read[date | str] | str:
    said = clean(text).rstrip(". ")
    if said.lower() in WAYS_TO_SAY_NOT_STATED:
        return Read(NOT_STATED)
    bare = said[: match.start()] if (match := TIME.search(said)) and match.end() == len(said) else said
    if match := ISO.fullmatch(bare):
        return _day(said, *map(int, match.groups()), note=False)
    if ISO_BASIC.fullmatch(bare):
        return _from_iso(bare)
    return _from_words(ENDING.sub("", bare), said)


def _from_words(bare: str, said: str) -> Read[date | str] | str:
    """Return the day of a text with a month or a weekday in it, or of three numbers."""
    numbers = re.findall(r"\d+", bare)
    if not numbers or not LETTERS_AND_MARKS.fullmatch(bare):
        return f"I cannot read “{said[:40]}” as a day. {HELP}"
    months, weekdays = [], []
    for word in re.findall(r"[^\W\d_]+", bare):
        if month := _place(word, MONTHS):
            months.append(month)
        elif weekday := _place(word, WEEKDAYS):
            weekdays.append(weekday)
        elif word.lower() not in PASSED_OVER:
            return f"“{word[:40]}” is no month and no weekday in English. {HELP}"
    read = _from_parts(numbers, months, said)
    if isinstance(read, Read) and isinstance(read.answer, date) and weekdays not in ([], [read.answer.isoweekday()]):
        right = WEEKDAYS[read.answer.weekday()].title()
        return (
            f"{day_in_words(read.answer)} is a {right}. That does not fit “{said[:40]}”: which of the two do you mean?"
        )
    return read


def _from_parts(numbers: list[str], months: list[int], said: str) -> Read[date | str] | str:
    """Return the day of the numbers and the months in a text, unless they could be mixed up."""
    year_first = len(numbers[0]) == YEAR
    match len(numbers), len(months):
        case 2, 1:
            day, year = reversed(numbers) if year_first else numbers
            if len(day) < YEAR and len(year) in {2, YEAR}:
                return _day(said, int(year) + (0 if len(year) == YEAR else CENTURY), months[0], int(day))
        case 1, 1:
            return f"“{said[:40]}” lacks {'the day' if year_first else 'the year'}. {HELP}"
        case 3, 0:
            if year_first:
                return _day(said, *map(int, numbers))
            if len(numbers[2]) == YEAR:
                return _from_numbers(said, *map(int, numbers))
            return f"In “{said[:40]}” day, month and year could be mixed up. {HELP}"
    return f"I cannot read “{said[:40]}” as a day. {HELP}"


def _from_numbers(said: str, one: int, other: int, year: int) -> Read[date | str] | str:
    """Return the day of a date in numbers, unless day and month could be mixed up."""
    if one != other and max(one, other) <= LAST_MONTH:
        return f"In “{said}” the day and the month could be mixed up. {HELP}"
    day, month = (other, one) if other > LAST_MONTH else (one, other)
    return _day(said, year, month, day)


def _from_iso(said: str) -> Read[date | str] | str:
    try:
        found = date.fromisoformat(said)
    except ValueError:
        return f"“{said}” is not a day of the calendar. {HELP}"
    return Read(found, f"I read “{said}” as {day_in_words(found)}.")


def _place(name: str, names: tuple[str, ...]) -> int:
    """Return the place of a name from it or the start of it, from 1 on; 0 where it is none."""
    low = name.lower()
    found = [place for place, each in enumerate(names, start=1) if each.startswith(low)]
    return found[0] if len(low) >= SHORTEST_NAME and found else 0


def _day(said: str, year: int, month: int, day: int, *, note: bool = True) -> Read[date | str] | str:
    try:
        found = date(year, month, day)
    except (ValueError, OverflowError):
        return f"“{said[:40]}” is not a day of the calendar. {HELP}"
    return Read(found, f"I read “{said[:40]}” as {day_in_words(found)}." if note else "")
