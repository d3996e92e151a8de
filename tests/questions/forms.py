"""The forms in which one and the same answer can come, as strategies of hypothesis."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from hypothesis import strategies as st

from tests.questions.wraps import ANY, DAYS, NUMBERS, TEXTS, WHOLES

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

UNSEEN = [
    *("\N{ZERO WIDTH SPACE}", "\N{SOFT HYPHEN}", "\N{WORD JOINER}", "\N{ZERO WIDTH JOINER}", "\ufeff", "\ufe0f"),
    *("\N{LEFT-TO-RIGHT MARK}", "\N{RIGHT-TO-LEFT EMBEDDING}", "\N{COMBINING GRAPHEME JOINER}", "\x07"),
]
SPACES = [" ", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "\N{THIN SPACE}", "\N{IDEOGRAPHIC SPACE}", "\t", "  "]
AROUND = ["{}", " {} ", "“{}”", "«{}»", "'{}'", "\n{}\n", "\ufeff{}"]
FULL_WIDTH = {code: code + 0xFEE0 for code in range(ord("!"), ord("~") + 1)}
IN_FULL_WIDTH: list[Callable[[str], str]] = [str, str, lambda text: text.translate(FULL_WIDTH)]
NORMAL_FORMS = ["NFC", "NFD"]


@st.composite
def disguised(draw: st.DrawFn, text: str) -> str:
    """The same text with signs that nobody sees, in other widths, spaces and forms, with something around it."""
    for _ in range(draw(st.integers(0, 3))):
        place = draw(st.integers(0, len(text)))
        text = text[:place] + draw(st.sampled_from(UNSEEN)) + text[place:]
    text = draw(st.sampled_from(IN_FULL_WIDTH))(text).replace(" ", draw(st.sampled_from(SPACES)))
    return draw(st.sampled_from(AROUND)).format(unicodedata.normalize(draw(st.sampled_from(NORMAL_FORMS)), text))


def held(values: list[Any]) -> st.SearchStrategy[Any]:
    """The same values in whatever pandas, numpy or Python hold them in."""
    wraps: dict[str, Callable[[list[Any]], object]] = ANY
    if all(isinstance(value, str) for value in values):
        wraps = TEXTS
    elif all(type(value) is int for value in values):
        wraps = WHOLES
    elif all(type(value) is date for value in values):
        wraps = DAYS
    return st.sampled_from(list(wraps.values())).map(lambda wrap: wrap(values))


def decimals(number: float) -> st.SearchStrategy[str]:
    """A number as a text with decimals, after a point or a comma."""
    said = f"{number:.10f}".rstrip("0")
    said = f"{said}0" if said.endswith(".") else said
    return st.sampled_from([said, said.replace(".", ","), said.removeprefix("0")])


@st.composite
def written_share(draw: st.DrawFn, share: Fraction) -> Any:
    """A share as a fraction, in words between two numbers, per cent, a decimal, or a number of some type."""
    part, whole = share.numerator, share.denominator
    times = draw(st.integers(1, 9))
    ways = [
        f"{part * times}{bar}{whole * times}" for bar in ("/", " / ", "\u2044", " of ", " out of ", " in ", " of the ")
    ]
    sign = draw(st.sampled_from(["%", " %", "\N{NARROW NO-BREAK SPACE}%", " per cent", " percent", "pct"]))
    numbers = [share, float(share), np.float32(share), np.float64(share), pd.array([float(share)], dtype="Float64")]
    exact = Decimal(part) / Decimal(whole)
    return draw(
        st.sampled_from([*ways, *numbers, exact])
        | decimals(float(share))
        | decimals(float(share * 100)).map(lambda said: f"{said}{sign}")
    )


DAY_FORMS = [
    # ISO, with and without a time, as Python, databases and the web write it
    *("%Y-%m-%d", "%Y%m%d", "%G-W%V-%u", "%Y-%m-%dT00:00:00", "%Y-%m-%d 00:00:00.000", "%Y-%m-%dT00:00:00Z", "%Y-%m-%d 12:30+02:00"),
    # Excel, LibreOffice and Google Sheets
    *("%d-%b-%y", "%d-%b-%Y", "%Y/%m/%d", "%A, %d %B %Y", "%A, %B %d, %Y", "%d %B %Y", "%B %d, %Y", "%d %b %y", "%d.%b.%Y"),
    # people
    *("%a %d %b %Y", "%a, %d %b %Y", "%a. %d %b. %Y.", "the %d of %B %Y", "on %B %d %Y", "%d %B, %Y", "%d %B %Y (%a)", "%Y %b %d"),
]  # fmt: skip
THINGS_OF_DAYS: list[Callable[[date], Any]] = [
    date.isoformat,
    lambda day: datetime(day.year, day.month, day.day, 20, 15),
    pd.Timestamp,
    np.datetime64,
    lambda day: np.datetime64(day, "s"),
    lambda day: pd.Period(day, "D"),
    lambda day: pd.Timestamp(day, tz="Asia/Tokyo"),
]


@st.composite
def written_day(draw: st.DrawFn, day: date) -> Any:
    """A day as people and spreadsheets write it, or as a value of some type."""
    form = draw(st.sampled_from(DAY_FORMS))
    said = day.strftime(form)
    if draw(st.booleans()):
        said = said.replace("-", draw(st.sampled_from("‐‑‒–—−")))
    return draw(
        st.sampled_from([said, said.upper(), f"{said}."]) | st.sampled_from(THINGS_OF_DAYS).map(lambda make: make(day))
    )


moments = st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1))
scalars_of_pandas = (
    st.sampled_from([pd.NA, pd.NaT, np.nan, np.datetime64("NaT"), np.timedelta64("NaT"), np.ma.masked])
    | st.timedeltas(timedelta(-9999), timedelta(9999)).map(pd.Timedelta)
    | moments.map(pd.Timestamp)
    | st.builds(pd.Period, moments, st.sampled_from(["D", "M", "Y", "h", "W"]))
    | st.builds(lambda low, more: pd.Interval(low, low + more), st.integers(0, 9), st.integers(0, 9))
    | st.builds(lambda make, number: make(number), st.sampled_from(list(NUMBERS.values())), st.integers(0, 100))
    | st.builds(np.timedelta64, st.integers(-99, 99), st.sampled_from(["D", "s", "h", "M", "Y"]))
    | st.builds(np.datetime64, st.integers(-999, 999), st.sampled_from(["D", "s", "M", "Y"]))
    | st.text(max_size=5).map(np.str_)
)
"""Single values as pandas and numpy have them."""
wholes = st.lists(st.integers(0, 99), max_size=4).flatmap(held)
texts = st.lists(st.text(max_size=4).filter(lambda text: "\0" not in text), max_size=4).flatmap(held)
days = st.lists(moments.map(datetime.date), max_size=4).flatmap(held)
arrays = wholes | texts | days | st.lists(scalars_of_pandas, max_size=4).map(lambda held: pd.Series(held, dtype=object))
"""What pandas and numpy hold many values in."""
