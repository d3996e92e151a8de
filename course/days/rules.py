"""Date words of a report as days: what "Wednesday" means hangs on the day on which it was written."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from course.wording import read_numbers

if TYPE_CHECKING:
    from collections.abc import Callable

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ONE_DAY = timedelta(days=1)
DAYS_OF_A_WEEK = 7

_PART = r"(?:early |earlier |late |later )?"
_TIME = r"(?: (?:early |late )?(?:morning|noon|midday|afternoon|evening|night))?"
_WEEKDAY = re.compile(rf"(?:on )?{_PART}(?:on )?({'|'.join(WEEKDAYS)}){_TIME}", re.IGNORECASE)
_NEAR = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_NEAR_DAY = re.compile(rf"{_PART}({'|'.join(_NEAR)}){_TIME}", re.IGNORECASE)
_WEEK = re.compile(rf"{_PART}(last|this|next) week", re.IGNORECASE)
_LAST_DAYS = re.compile(
    r"(?:(?:over|in|during|for) )?(?:the )?(?:last|past|recent)(?: few)? (?:days|weeks)", re.IGNORECASE
)
_NEXT_DAYS = re.compile(
    r"(?:(?:over|in|during) )?(?:the )?(?:coming|next)(?: few)? (?:days|weeks|hours)", re.IGNORECASE
)
_YEAR = re.compile(r"(?:(?:in|since) )?([12]\d{3})", re.IGNORECASE)
_YEARS = re.compile(r"(?:the )?([\w -]{1,40}) years?(?: ago)?", re.IGNORECASE)


@dataclass(frozen=True)
class Days:
    """The days that a date word can mean, both ends counted, with the rule that says so.

    Attributes
    ----------
    start, end
        The first and the last day; a None is an end that the word leaves open. Both None: no date.
    rule
        The rule, in a sentence.
    hangs_on
        What of the day of writing the result hangs on: the `day` itself, only its `year`, or `nothing`.
    """

    start: date | None
    end: date | None
    rule: str
    hangs_on: Literal["day", "year", "nothing"] = "nothing"


def resolve(date_word: str | None, written: date | tuple[date, date], *, ahead: bool = False) -> Days:
    """Return the days that a date word of a report means.

    The rules: a weekday is the last such day on or before the day of writing where something has happened, and
    the next such day on or after it where something is to come. "This week" runs from its Monday to the day of
    writing, or from the day of writing to its Sunday. "Over the last days" has no clear start and ends on the
    day of writing. "In 2022" is that whole year. "15 years" is the whole year that lies so many years before the
    year of writing. Times of the day and words such as "earlier" change nothing. A word with no rule has no
    date: "last Wednesday" is one on purpose, as readers differ on it.

    Parameters
    ----------
    date_word
        The report's own word, such as `"Earlier Wednesday"`; None where there is none.
    written
        The day of writing, or the first and the last day on which the report can have been written: then the
        result runs from the first day that either allows to the last.
    ahead
        Whether it dates something that has not happened; what is possible is taken to lie ahead too.
    """
    if not isinstance(written, tuple):
        return _resolved(date_word, written, ahead=ahead)
    # A later day of writing never gives an earlier date, so the two ends of the time of writing say it all.
    first, last = (_resolved(date_word, day, ahead=ahead) for day in written)
    return replace(last, start=first.start)


def _resolved(date_word: str | None, written: date, *, ahead: bool) -> Days:
    if date_word is None:
        return Days(None, None, "There is no date word.")
    word = " ".join(date_word.split())
    for pattern, rule in RULES:
        if match := pattern.fullmatch(word):
            try:
                days = rule(match[1] if pattern.groups else "", written, ahead)
            except (OverflowError, ValueError):
                days = None  # a year before the first of the calendar, or after its last
            if days:
                return days
    return Days(None, None, f"We have no rule for “{word}”, so it gets no date.")


def _weekday(name: str, written: date, ahead: bool) -> Days:  # noqa: FBT001 - the rules are called alike
    place = [day.lower() for day in WEEKDAYS].index(name.lower())
    if ahead:
        day = written + (place - written.weekday()) % DAYS_OF_A_WEEK * ONE_DAY
        return Days(day, day, f"The next {WEEKDAYS[place]} on or after the day of writing.", "day")
    day = written - (written.weekday() - place) % DAYS_OF_A_WEEK * ONE_DAY
    return Days(day, day, f"The last {WEEKDAYS[place]} on or before the day of writing.", "day")


def _near_day(name: str, written: date, ahead: bool) -> Days:  # noqa: ARG001, FBT001
    away = _NEAR[name.lower()]
    day = written + away * ONE_DAY
    rule = {-1: "The day before the day of writing.", 0: "The day of writing.", 1: "The day after the day of writing."}
    return Days(day, day, rule[away], "day")


def _week(name: str, written: date, ahead: bool) -> Days:  # noqa: FBT001
    monday = written - written.weekday() * ONE_DAY
    sunday = monday + (DAYS_OF_A_WEEK - 1) * ONE_DAY
    week = DAYS_OF_A_WEEK * ONE_DAY
    match name.lower():
        case "last":
            return Days(monday - week, sunday - week, "The week before the day of writing, Monday to Sunday.", "day")
        case "next":
            return Days(monday + week, sunday + week, "The week after the day of writing, Monday to Sunday.", "day")
    if ahead:
        return Days(written, sunday, "From the day of writing to the Sunday of its week.", "day")
    return Days(monday, written, "From the Monday of the week of writing to the day of writing.", "day")


def _last_days(_: str, written: date, ahead: bool) -> Days:  # noqa: ARG001, FBT001
    return Days(None, written, "It ends on the day of writing. Where it starts is not clear.", "day")


def _next_days(_: str, written: date, ahead: bool) -> Days:  # noqa: ARG001, FBT001
    return Days(written, None, "It starts on the day of writing. Where it ends is not clear.", "day")


def _year(digits: str, written: date, ahead: bool) -> Days:  # noqa: ARG001, FBT001
    year = int(digits)
    return Days(date(year, 1, 1), date(year, 12, 31), "Some time in that year: the year is in the report.")


def _years(count: str, written: date, ahead: bool) -> Days | None:  # noqa: ARG001, FBT001
    numbers = read_numbers(count)
    if len(numbers) != 1:
        return None
    year = written.year - numbers[0]
    rule = f"Counted back from the year of writing: {written.year} less {numbers[0]} is {year}."
    return Days(date(year, 1, 1), date(year, 12, 31), rule, "year")


RULES: tuple[tuple[re.Pattern[str], Callable[[str, date, bool], Days | None]], ...] = (
    (_WEEKDAY, _weekday),
    (_NEAR_DAY, _near_day),
    (_WEEK, _week),
    (_LAST_DAYS, _last_days),
    (_NEXT_DAYS, _next_days),
    (_YEAR, _year),
    (_YEARS, _years),
)
"""The wordings that have a rule; the first that fits is taken."""
