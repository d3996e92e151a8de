"""Read a number as a spreadsheet has written it: every reading that it can have, so that none is taken by guess."""

from __future__ import annotations

import re
from calendar import month_abbr
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SPACES = "  \N{NARROW NO-BREAK SPACE}\N{THIN SPACE}'\N{RIGHT SINGLE QUOTATION MARK}"
_GROUPED = re.compile(rf"([+-]?\d{{1,3}})((?:[{SPACES}]\d{{3}})+)([.,]\d+)?")
_PLAIN = re.compile(r"[+-]?\d+")
_ONE_MARK = re.compile(r"([+-]?\d+)([.,])(\d+)")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:(,)\d{3}|(\.)\d{3})(?:(?:\1|\2)\d{3})*")
_BOTH = re.compile(r"[+-]?\d{1,3}(?:(?:,\d{3})+\.\d+|(?:\.\d{3})+,\d+)")
_POWER = re.compile(r"(\d)(?:[.,](\d+))?E\+?(\d{1,2})", re.IGNORECASE)
_MONTHS = "|".join(list(month_abbr)[1:])
_DAY = re.compile(
    rf"(?P<day>\d{{1,2}})[-. ](?P<month>{_MONTHS})|(?P<month_first>{_MONTHS})[-. ](?P<day_after>\d{{1,2}})"
    r"|(?P<day_2>\d{1,2})[./](?P<month_2>\d{1,2})(?:[./]\d{2,4})?|\d{4}-(?P<month_3>\d{2})-(?P<day_3>\d{2})",
    re.IGNORECASE,
)


def readings(value: str, said: Sequence[Decimal]) -> list[Decimal]:
    """Return what a value can mean as a number, the smallest first.

    Parameters
    ----------
    value
        What stands in the cell, such as `1,234`, `1.234,5` or the `1-May` that was 1.5.
    said
        The numbers of the wording of its row: what was made a day can only be one of these.
    """
    if _POWER.fullmatch(value):
        return [Decimal(value.replace(",", "."))]
    if (day := _DAY.fullmatch(value)) and not _ONE_MARK.fullmatch(value):
        return sorted({number for number in said if str(number) in _with_a_point(day)})
    return sorted(set(_written(value)))


def _written(value: str) -> list[Decimal]:
    if grouped := _GROUPED.fullmatch(value):
        whole = grouped[1] + re.sub(r"\D", "", grouped[2])
        return [Decimal(whole + (grouped[3] or "").replace(",", "."))]
    if _PLAIN.fullmatch(value):
        return [Decimal(value)]
    if _BOTH.fullmatch(value):
        mark = max(value.rfind(","), value.rfind("."))
        return [Decimal(re.sub(r"[.,]", "", value[:mark]) + "." + value[mark + 1 :])]
    found = []
    if _THOUSANDS.fullmatch(value) and not value.lstrip("+-").startswith("0"):
        found.append(Decimal(re.sub(r"[.,]", "", value)))
    if one := _ONE_MARK.fullmatch(value):
        found.append(Decimal(f"{one[1]}.{one[3]}"))
    return found


def is_short(value: str, said: Sequence[Decimal]) -> bool:
    """Return whether a value is a power of ten that the wording does not have: it can have been cut short."""
    return _POWER.fullmatch(value) is not None and Decimal(value.replace(",", ".")) not in said


def text(number: Decimal) -> str:
    """Return a number as a table has it: no separators, no needless zeros."""
    return f"{int(number)}" if number == int(number) else f"{number.normalize():f}"


def _with_a_point(match: re.Match[str]) -> set[str]:
    """Return the numbers of which a spreadsheet can have made a day, such as 1.5 and 5.1 of the first of May."""
    names = {name.lower(): number for number, name in enumerate(month_abbr)}
    day = next(int(match[each]) for each in ("day", "day_after", "day_2", "day_3") if match[each])
    month = next(match[each] for each in ("month", "month_first", "month_2", "month_3") if match[each])
    number = names.get(month.lower()) or int(month)
    return {f"{day}.{number}", f"{number}.{day}"}
