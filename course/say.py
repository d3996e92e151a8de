"""What all sentences are built with: lists, counts, sizes, names and days in words."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

import pandas as pd

from course import content
from course.hedges import hedges, no_hedge
from course.vocabulary import Words, kept, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

NOT_STATED = content.NOT_STATED
NOT_NAMED = "not named"
NO_LIMIT = "no limit"
NO_NUMBER = "no number"
YEAR = "calendar year"
"""The unit of a number that is a year."""
MOST_ITEMS = 20
"""How many items of a list are said one by one."""
LARGE = ((10**9, "billion"), (10**6, "million"))
"""How large sums of money are said."""
DECIMALS = 6


def and_(words: Iterable[str]) -> str:
    """Return words with commas between them and an "and" before the last."""
    *most, last = list(words) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def listed(words: Iterable[str], most: int, comma: str = "; ", more: str = "and ") -> str:
    """Return some words, and how many more there are where there are more than `most`."""
    every = list(words)
    rest = [f"{more}{len(every) - most} more"] if len(every) > most else []
    return comma.join([*every[:most], *rest])


def items(some: Iterable[str], number: int = 0) -> list[str]:
    """Return lines of a list, a dash before each; a line says how many more there are where there are many.

    Where the `number` of all is given, only those that are said are asked for.
    """
    first = list(islice(some, MOST_ITEMS) if number else some)
    more = (number or len(first)) - MOST_ITEMS
    return [f"- {line}" for line in [*first[:MOST_ITEMS], *[f"and {more} more"] * (more > 0)]]


def left_out(every: int, most: int, what: str, rule: str) -> list[str]:
    """Return a line that says which of very many things are drawn and how many are not; none where all are.

    >>> left_out(1200, 40, "event", "that the table has first")
    ['Drawn: the 40 events that the table has first. 1,160 more are left out.']
    """
    more = every - most
    left = f"{more:,} more {verb(more, 'is', 'are')} left out"
    return [f"Drawn: the {count(most, what)} {rule}. {left}."] if more > 0 else []


def count(number: int, what: str, none: str = "") -> str:
    """Return a number with what is counted, such as `1 row` or `4 rows`; for none `0 rows`, or `none` and one."""
    if not number and none:
        return f"{none} {what}"
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def first_up(said: str) -> str:
    """Return what is said with a capital letter at its start; the rest stays as it is."""
    return said[:1].upper() + said[1:]


def verb(number: int, one: str, many: str) -> str:
    """Return the form of a verb that fits a number."""
    return one if number == 1 else many


def digits(number: float, unit: str = "") -> str:
    """Return a number with commas between its thousands and the sign of its unit, such as `4,000` or `€1.2 million`.

    A year has no commas.
    """
    if unit == YEAR:
        return _plain(number).replace(",", "")
    row = _units().get(unit, {})
    before, after = row.get("sign_before", ""), row.get("sign_after", "")
    for size, word in LARGE:
        # Money is said in millions where no digit is lost by it.
        if before and number >= size and round(round(number / size, 3) * size) == number:
            return f"{before}{_plain(number / size)} {word}"
    return f"{before}{_plain(number)}{after}"


def ends(low: float, high: float | None, unit: str = "") -> str:
    """Return a range as a person says it, such as `0 to 4,000`, `2 to 3 kilometres` or `at least 31, no limit above`.

    The unit of what is counted one by one is not said, for what is counted is said elsewhere.
    """
    row = _units().get(unit, {})
    bare = row.get("whole", "yes") == "yes" or row["sign_before"] or row["sign_after"]
    after = "" if bare else f" {row['plural'] or row['word']}"
    if high is None:
        return f"at least {digits(low, unit)}{after}, no limit above" if low else "0 or more, no limit above"
    return f"{digits(low, unit)}{'' if low == high else f' to {digits(high, unit)}'}{after}"


def _plain(number: float) -> str:
    return f"{number:,.{DECIMALS}f}".rstrip("0").rstrip(".") if number % 1 else f"{int(number):,}"


@kept
def _units() -> Words:
    return vocabulary("units")


def plain_day(day: date) -> str:
    """Return a day such as `2 February 2022`."""
    return f"{day.day} {day:%B %Y}"


def size(row: Mapping[str, Any], blank: str = NOT_STATED) -> str:
    """Return the number of a mention with its hedge, such as `up to 4,000`; or what is said of a blank."""
    known = hedges().get(str(row["hedge"])) or hedges()[no_hedge()]
    if pd.isna(row["number"]):
        return blank if known.numbers else known.say()
    end = row.get("number_to")
    return known.say(digits(row["number"], unit := str(row.get("unit", ""))), "" if pd.isna(end) else digits(end, unit))


def amount(row: Mapping[str, Any]) -> str:
    """Return the number of a mention with what is counted: `hundreds of people` or `about €1 billion (savings)`."""
    what = str(row["what"])
    if pd.isna(row["number"]) and pd.isna(row["hedge"]):
        return f"{what} ({NO_NUMBER})"
    unit = _units().get(str(row["unit"]), {})
    if unit.get("whole", "yes") == "yes":
        of = " of" if pd.notna(row["hedge"]) and hedges()[str(row["hedge"])].of else ""
        return f"{size(row)}{of} {what}"
    signed = unit["sign_before"] or unit["sign_after"]
    return f"{size(row)}{'' if signed else ' ' + (unit['plural'] or unit['word'])} ({what})"


def short_name(name: str) -> str:
    """Return what stands in brackets at the end of a name, such as VJTF, or the name where there are none."""
    return name.rsplit(" (", 1)[1].removesuffix(")") if name.endswith(")") and " (" in name else name


def short_day(day: date, year: int = 0) -> str:
    """Return a day such as `Wed 2 Feb 2022`, without its year where that is the year given."""
    said = f"{day:%a} {day.day} {day:%b}"
    return said if day.year == year else f"{said} {day.year}"


def long_day(day: date) -> str:
    """Return a day such as `Wednesday, 2 February 2022`."""
    return f"{day:%A}, {day.day} {day:%B %Y}"
