"""A number, or that none is stated."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import chain
from typing import TYPE_CHECKING, Any

import pandas as pd

from course.finder.numerals import WORDS, numerals
from course.page import controls
from course.questions.kinds.base import ANSWER, Read
from course.questions.kinds.paper_field import Blanks, PaperField
from course.questions.kinds.scale import BLANK, NOT_STATED, WAYS_TO_SAY_NOT_STATED, Scale
from course.questions.kinds.value import clean, items, says_word, unwrapped, what_it_is

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

    from course.page.controls import Control

LARGEST = 10**15
HELP = "Give one number, such as 7 or 2500."
HELP_WITH_SHARES = "Give one number, such as 0.25, 25 % or 1/4."
DECIMAL = re.compile(r"([+-]?(?=[\d.,])\d{0,15})(?:[.,](\d{1,20}))?(e[+-]?\d{1,2})?")
GROUPS = re.compile(r"([+-]?[1-9]\d{0,2}([ ,.'])\d{3}(?:\2\d{3})*)(?:(?!\2)[.,](\d{1,20}))?")
"""Thousands apart, and decimals behind the other mark."""
EITHER = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")
"""What can be thousands, or three decimals."""
PER_CENT = re.compile(r"(.+?) ?(?:[%\u066a]|per ?cent|pct)")
PART = re.compile(r"(.+?)(?: ?[/\u2044\u2215] ?| (?:out of|of|in) (?:the )?)(.+)")
SMALLEST_PART = 1e-6
"""How far apart, as a part of one, two numbers can be that are the same; no counts, for these are whole."""


@dataclass(frozen=True)
class Number(Scale):
    """A question whose answer is one number; "not stated" is an answer too.

    Attributes
    ----------
    shares
        Whether an answer can be a part of a whole, as it is where one that the spec names is no whole number.
    """

    shares: bool = False

    name = "number"
    in_code = 'Write a number, such as `2500` or `0.25`, or `"not stated"`.'

    @classmethod
    def from_spec(cls, spec: Mapping[str, Any]) -> Self:
        """Look whether all numbers that the spec names are counts."""
        every = [each for item in (*spec["accepted"], *spec["misconception"]) for each in item.values()]
        numbers = chain.from_iterable(each if isinstance(each, list) else [each] for each in every)
        return cls(any(isinstance(number, float) and not number.is_integer() for number in numbers))

    def read(self, value: object) -> Read[float | str] | str:
        """Return a float or "not stated"."""
        return read_number(value, shares=self.shares)

    def same(self, given: float | str, accepted: float | str) -> bool:
        """Compare counts exactly, others with a tolerance."""
        return alike(given, accepted)

    def gives_away(self, hint: str, accepted: float | str) -> bool:
        """Look for the digits and for the word."""
        said = {self.say(accepted), str(self.keep(accepted))}
        if isinstance(accepted, float) and accepted.is_integer() and 1 < accepted < len(WORDS):
            said.add(WORDS[int(accepted)])
        return any(says_word(hint, word) for word in said)

    def say(self, given: float | str) -> str:
        """Return the number with thousands separated."""
        return given if isinstance(given, str) else number_in_words(given)

    def keep(self, given: float | str) -> float | str:
        """Return it as it is, a whole number as one."""
        return given if isinstance(given, str) else whole(given)

    def controls(self) -> dict[str, Control]:
        """Return a field for a number, with a box for "not stated"."""
        return {ANSWER: controls.number("Your answer", BLANK)}

    def on_paper(self) -> PaperField:
        """Return a blank, with a box for "not stated"."""
        return PaperField(blanks=(Blanks(("Answer",), BLANK[1]),))


def whole(number: float) -> float:
    """Return a number as an `int` where it is whole."""
    return int(number) if number.is_integer() else number


def number_in_words(number: float) -> str:
    """Return a number as a reader sees it, with thousands separated."""
    return f"{int(number):,}" if float(number).is_integer() else f"{number:,.6g}"


def alike(one: object, other: object) -> bool:
    """Return whether two values are the same; two numbers, if both are whole, exactly, else as nearly as floats are."""
    if isinstance(one, bool) or not (isinstance(one, int | float) and isinstance(other, int | float)):
        return type(one) is type(other) and one == other
    if isinstance(other, bool):
        return False
    nearly = 0 if float(one).is_integer() and float(other).is_integer() else SMALLEST_PART
    return math.isclose(one, other, rel_tol=nearly, abs_tol=1e-9)


def read_number(value: object, *, shares: bool = False) -> Read[float | str] | str:
    """Return the number that a value stands for, or a sentence on why it stands for none.

    Parameters
    ----------
    value
        A tame value.
    shares
        Whether it can be a part of a whole, such as `7/10`, `7 out of 10` or `70 %`.
    """
    inner = unwrapped(value)
    note = "" if inner is value else f"I took the one value in {what_it_is(value)}."
    if inner is None or inner is pd.NA or inner is pd.NaT:
        return Read(NOT_STATED, note or "I read the blank as “not stated”.")
    if isinstance(inner, bool):
        return f"You gave {inner}, which is a yes or a no. {HELP}"
    if isinstance(inner, int | float | Decimal | Fraction):
        return _finite(inner, note)
    if isinstance(inner, timedelta):
        return Read(inner / timedelta(days=1), "I counted the span of time in days.")
    if isinstance(inner, str):
        return _from_text(inner, shares=shares)
    many = items(inner)
    return f"You gave {what_it_is(inner)}{'' if many is None else f' of {len(many)} values'}. {HELP}"


def _finite(value: float | Decimal | Fraction, note: str) -> Read[float | str] | str:
    try:
        number = float(value)
    except (OverflowError, ValueError):
        number = math.inf
    if math.isnan(number):
        return f"You gave a NaN, which is no number. {HELP}"
    if abs(number) > LARGEST:
        return f"That number is larger than anything in the report. {HELP}"
    return Read(number, note)


def _from_text(text: str, *, shares: bool) -> Read[float | str] | str:
    said = clean(text).lower().rstrip(". ").replace("\N{ARABIC DECIMAL SEPARATOR}", ",")
    shown, help_ = f"“{said[:40]}”" if said else "an empty text", HELP_WITH_SHARES if shares else HELP
    if said in WAYS_TO_SAY_NOT_STATED:
        return Read(NOT_STATED)
    if EITHER.fullmatch(said) and ("," if shares else ".") in said:
        other = "with a point or without any mark" if shares else "without the point"
        return f"{shown} could be {said.replace('.', ',')} or a number with three decimals. Write it {other}."
    number, part = _plain(said, shares=shares), _part(said)
    if part is not None and not shares:
        return f"{shown} says a part of a whole, and that is not asked for. {help_}"
    number = part if number is None else number
    if number is None:
        return f"I cannot read {shown} as a number. {help_}"
    return _finite(number, "" if said.isdigit() else f"I read {shown} as {number_in_words(number)}.")


def _plain(said: str, *, shares: bool) -> float | None:
    """Return the number that is written in digits or in words; None where it is none."""
    if not shares and (match := GROUPS.fullmatch(said)):
        whole_part = re.sub("[ ,.']", "", match[1])
        return float(f"{whole_part}.{match[3] or 0}")
    if match := DECIMAL.fullmatch(said):
        return float(f"{match[1]}.{match[2] or 0}{match[3] or ''}")
    if shares and GROUPS.fullmatch(said):
        return _plain(said, shares=False)
    found = [each for each in numerals(said) if isinstance(each.value, int)]
    return float(found[0].value) if [(each.start, each.end) for each in found] == [(0, len(said))] else None


def _part(said: str) -> float | None:
    """Return the part of a whole that a text says, such as `7 of 10` or `70 %`; None where it says none."""
    match = PER_CENT.fullmatch(said) or PART.fullmatch(said)
    one, other = (match[1], match[2] if match.re is PART else "100") if match else ("", "")
    number, of = (_plain(side.strip(), shares=True) for side in (one, other))
    return number / of if number is not None and of else None
