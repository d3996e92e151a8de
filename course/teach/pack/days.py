"""Read a day as a spreadsheet has written it: every day that it can be, so that none is taken by guess."""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from datetime import date

_MONTHS = {name.lower(): number for names in (month_name, month_abbr) for number, name in enumerate(names) if name} | {
    "sept": 9
}
_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]0{1,2}:00(?::00(?:\.0+)?)?Z?)?")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?: 0{1,2}:00(?::00)?)?")
_SHORT_YEAR = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{2})")
_NAMED = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[-. ]*(?P<month>{_NAME})\.?[-, ]*(?P<year>\d{{4}})"
    rf"|(?P<first>{_NAME})\.?[- ]*(?P<then>\d{{1,2}})(?:st|nd|rd|th)?,?[- ]*(?P<at>\d{{4}})",
    re.IGNORECASE,
)
_SERIAL = re.compile(r"[34]\d{4}(?:\.0+)?")


def readings(value: str) -> list[date]:
    """Return the days that a value can mean, the earliest first; none where it is no day."""
    found: list[date | None] = []
    if match := _YEAR_FIRST.fullmatch(value):
        found = [_day(match[1], match[2], match[3])]
    elif match := _YEAR_LAST.fullmatch(value):
        found = [_day(match[4], match[3], match[1]), _day(match[4], match[1], match[3])]
    elif match := _SHORT_YEAR.fullmatch(value):
        one, two, three = match[1], match[3], match[4]
        found = [
            _day(f"20{year}", month, day)
            for year, month, day in ((three, two, one), (three, one, two), (one.zfill(2), two, three))
        ]
    elif match := _NAMED.fullmatch(value):
        year, month, day = (match[one] or match[other] for one, other in _PAIRS)
        found = [_day(year, str(_MONTHS[month.lower()]), day)]
    return sorted({day for day in found if day})


_PAIRS = (("year", "at"), ("month", "first"), ("day", "then"))


def is_serial(value: str) -> bool:
    """Return whether a value can be the number by which a spreadsheet keeps a day of this century."""
    return _SERIAL.fullmatch(value) is not None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
