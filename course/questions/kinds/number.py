"""A number, or that none is stated."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pandas as pd

from course.page import controls
from course.questions.kinds.base import ANSWER, Read
from course.questions.kinds.paper_field import Blanks, PaperField
from course.questions.kinds.scale import BLANK, NOT_STATED, WAYS_TO_SAY_NOT_STATED, Scale
from course.questions.kinds.value import clean, items, says_word, unwrapped, what_it_is
from course.wording import TENS, WORDS

if TYPE_CHECKING:
    from course.page.controls import Control

LARGEST = 10**15
HELP = "Give one number, such as 7 or 2500."


@dataclass(frozen=True)
class Number(Scale):
    """A question whose answer is one number; "not stated" is an answer too."""

    name = "number"

    def read(self, value: object) -> Read[float | str] | str:
        """Return a float or "not stated"."""
        return read_number(value)

    def same(self, given: float | str, accepted: float | str) -> bool:
        """Compare with the tolerance of a float."""
        if isinstance(given, str) or isinstance(accepted, str):
            return given == accepted
        return math.isclose(given, accepted, rel_tol=1e-9, abs_tol=1e-9)

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


def read_number(value: object) -> Read[float | str] | str:
    """Return the number that a value stands for, or a sentence on why it stands for none."""
    inner = unwrapped(value)
    note = "" if inner is value else f"I took the one value in {what_it_is(value)}."
    if inner is None or inner is pd.NA or inner is pd.NaT:
        return Read(NOT_STATED, note or "I read the blank as “not stated”.")
    if isinstance(inner, bool):
        return f"You gave {inner}, which is a yes or a no. {HELP}"
    if isinstance(inner, int | float | Decimal | Fraction):
        return _finite(inner, note)
    if isinstance(inner, str):
        return _from_text(inner)
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


def _from_text(text: str) -> Read[float | str] | str:
    said = clean(text).lower().replace("\N{MINUS SIGN}", "-").rstrip(".")
    if said in WAYS_TO_SAY_NOT_STATED:
        return Read(NOT_STATED)
    if (value := _from_words(said)) is not None:
        return Read(float(value), f"I read “{said}” as {value}.")
    if re.fullmatch(r"\d{1,3}\.\d{3}", said):
        return (
            f"“{said}” could be {said.replace('.', ',')} or a number with three decimals. Write it without the point."
        )
    if re.fullmatch(r"[+-]?\d{1,3}([ ,']\d{3})+(\.\d+)?", said) or re.fullmatch(r"[+-]?\d{1,15}(\.\d{1,9})?", said):
        number = float(re.sub("[ ,']", "", said))
        return Read(number, "" if said.isdigit() else f"I read “{said}” as {number_in_words(number)}.")
    shown = f"“{said[:40]}”" if said else "an empty text"
    return f"I cannot read {shown} as a number. {HELP}"


def _from_words(said: str) -> int | None:
    """Return the number that is written as a word, up to ninety-nine; None where it is none."""
    if said in WORDS:
        return WORDS.index(said)
    ten, _, one = said.replace(" ", "-").partition("-")
    if ten not in TENS or (one and one not in WORDS[1:10]):
        return None
    return TENS[ten] + (WORDS.index(one) if one else 0)
