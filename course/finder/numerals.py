"""Numbers as they are written, in digits or in words, whatever they stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import reduce

Value = int | Decimal | Fraction
"""What a number is worth: a whole number, a decimal as it is printed, or a fraction."""

WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
"""The number words, each at the place of its value."""
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
BIG = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SCALES = {"hundred": 100, "dozen": 12, **BIG, "k": 10**3, "mn": 10**6, "bn": 10**9, "tn": 10**12}
"""What stands behind a number and multiplies it."""
PARTS = {
    part: Fraction(1, place)
    for place, part in enumerate(
        ("half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), start=2
    )
}
"""The parts of a whole, by their words."""
ORDINALS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"

_GAP = r"[\s-]"
_SMALL = rf"(?:(?:{'|'.join(TENS)}){_GAP}(?:{'|'.join(WORDS[1:10])})|{'|'.join(TENS)}|{'|'.join(reversed(WORDS))})"
_BELOW = rf"(?:(?:a|{_SMALL}){_GAP}hundred(?:{_GAP}(?:and{_GAP})?{_SMALL})?|{_SMALL})"
_BIG = "|".join(BIG)
_TIMES = rf"(?:{_BELOW}|an?)"
_IN_WORDS = re.compile(
    r"(?<!\w)(?:"
    rf"(?P<part>half|(?:an?|one|two|three){_GAP}(?:half|quarters?|thirds?){_GAP}of){_GAP}an?{_GAP}(?P<of>{_BIG}|dozen|hundred)"
    rf"|(?P<and_half>{_SMALL}){_GAP}and{_GAP}a{_GAP}half(?:{_GAP}(?P<halved>{_BIG}))?"
    rf"|(?P<times>{_TIMES}){_GAP}(?P<scale>{_BIG})(?:(?P<half>{_GAP}and{_GAP}a{_GAP}half\b)"
    rf"|{_GAP}(?P<more>{_BELOW}){_GAP}thousand(?!s))?(?:{_GAP}(?:and{_GAP})?(?P<rest>{_BELOW}))?"
    rf"|(?P<dozens>{_SMALL}|an?){_GAP}dozen"
    rf"|(?P<only>{_BELOW}))(?!\w)(?!-(?:{ORDINALS}|{'|'.join(PARTS)})s?\b)",
    re.IGNORECASE,
)
_DIGITS = re.compile(
    r"(?<!\d)(?<!\d[.,])(?P<whole>[1-9]\d{0,2}(?P<mark>[,.'’ \u00a0\u202f])\d{3}(?:(?P=mark)\d{3})*|\d{1,15})"  # noqa: RUF001
    r"(?P<decimals>\.\d{1,9})?(?!\d)(?![.,]\d)"
    rf"(?:[\s-]?(?P<scale>{'|'.join(word for word in SCALES if len(word) > 2)})(?!\w)|\s?(?P<short>k|mn|bn|tn)(?!\w))?",  # noqa: PLR2004
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Numeral:
    """A number as it is written: what it is worth, where it stands, and what multiplies it."""

    value: Value
    start: int
    end: int
    scale: int = 1

    def scaled(self, scale: int) -> Numeral:
        """Return the number multiplied, such as the 20 of "20 to 30 million"."""
        return replace(self, value=whole(self.value * scale), scale=scale)


def numerals(text: str) -> list[Numeral]:
    """Return the numbers of a text in its order; one that cannot be read whole, such as `1,2,3`, is left out."""
    found = [_from_words(match) for match in _IN_WORDS.finditer(text)]
    taken = {place for each in found for place in range(each.start, each.end)}
    found += [_from_digits(match) for match in _DIGITS.finditer(text) if match.start() not in taken]
    return sorted(found, key=lambda each: each.start)


def whole(value: Value) -> Value:
    """Return a value as an int where it is one."""
    return int(value) if value == int(value) else value


def _from_digits(match: re.Match[str]) -> Numeral:
    digits = re.sub(r"\D", "", match["whole"])
    value: Value = Decimal(digits + match["decimals"]) if match["decimals"] else int(digits)
    word = match["scale"] or match["short"]
    numeral = Numeral(whole(value), *match.span())
    return numeral.scaled(SCALES[word.lower()]) if word else numeral


def _from_words(match: re.Match[str]) -> Numeral:
    span = match.span()
    if match["part"]:
        times, part = (["one", "half"] if match["part"].lower() == "half" else re.split(_GAP, match["part"].lower()))[
            :2
        ]
        scale = SCALES[match["of"].lower()]
        return Numeral(whole(_below_thousand(times) * PARTS[part.removesuffix("s")] * scale), *span, scale)
    if match["and_half"]:
        half = Numeral(Fraction(2 * _below_thousand(match["and_half"]) + 1, 2), *span)
        return half.scaled(BIG[match["halved"].lower()]) if match["halved"] else half
    if match["scale"]:
        scale = BIG[match["scale"].lower()]
        value = _below_thousand(match["times"]) * scale + (scale // 2 if match["half"] else 0)
        value += _below_thousand(match["more"]) * 1000 if match["more"] else 0
        return Numeral(value + (_below_thousand(match["rest"]) if match["rest"] else 0), *span, scale)
    if match["dozens"]:
        return Numeral(12 * _below_thousand(match["dozens"]), *span, 12)
    return Numeral(_below_thousand(match["only"]), *span)


def _below_thousand(said: str) -> int:
    """Return the value of number words below a thousand; `a` is one."""

    def add(value: int, word: str) -> int:
        if word == "hundred":
            return value * 100
        return value + (TENS.get(word) or (WORDS.index(word) if word in WORDS else int(word != "and")))

    return reduce(add, re.split(rf"{_GAP}+", said.lower()), 0)
