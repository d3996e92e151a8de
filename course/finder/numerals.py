"""Numbers as they are written, in digits or in words, whatever they stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache, reduce

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
    found = [_from_words(match) for match in _in_words().finditer(text)]
    taken = {place for each in found for place in range(each.start, each.end)}
    found += [_from_digits(match) for match in _in_digits().finditer(text) if match.start() not in taken]
    return sorted(found, key=lambda each: each.start)


def whole(value: Value) -> Value:
    """Return a value as an int where it is one."""
    return int(value) if value == int(value) else value


@cache
def _in_words() -> re.Pattern[str]:
    """Return the pattern of numbers in words; it is a large one, made when the first text is read."""
    small = rf"(?:(?:{'|'.join(TENS)})(?:{_GAP}(?:{'|'.join(WORDS[1:10])}))?|{'|'.join(reversed(WORDS[:-1]))})"
    below = rf"(?:(?:a{_GAP}hundred|{small}(?:{_GAP}hundred)?)(?:(?<=hundred){_GAP}(?:and{_GAP})?{small})?)"
    big = "|".join(BIG)
    times = rf"(?:{below}|an?)"
    return re.compile(
        r"(?<!\w)(?:"
        rf"(?P<part>half|(?:an?|one|two|three){_GAP}(?:half|quarters?|thirds?){_GAP}of){_GAP}an?{_GAP}(?P<of>{big}|dozen|hundred)"
        rf"|(?P<and_half>{small}){_GAP}and{_GAP}a{_GAP}half(?:{_GAP}(?P<halved>{big}))?"
        rf"|(?P<times>{times}){_GAP}(?P<scale>{big})(?:(?P<half>{_GAP}and{_GAP}a{_GAP}half\b)"
        rf"|{_GAP}(?P<more>{below}){_GAP}thousand(?!s))?(?:{_GAP}(?:and{_GAP})?(?P<rest>{below}))?"
        rf"|(?P<dozens>{small}|an?){_GAP}dozen"
        rf"|(?P<only>{below}))(?!\w)(?!-(?:{ORDINALS}|{'|'.join(PARTS)})s?\b)",
        re.IGNORECASE,
    )


@cache
def _in_digits() -> re.Pattern[str]:
    scale = "|".join(word for word in SCALES if len(word) > 2)  # noqa: PLR2004 - shorter ones need no gap
    return re.compile(
        r"(?<!\d)(?<!\d[.,])(?P<whole>[1-9]\d{0,2}(?P<mark>[,.'’ \u00a0\u202f])\d{3}(?:(?P=mark)\d{3})*|\d{1,15})"  # noqa: RUF001
        r"(?P<decimals>\.\d{1,9})?(?!\d)(?![.,]\d)"
        rf"(?:[\s-]?(?P<scale>{scale})(?!\w)|\s?(?P<short>k|mn|bn|tn)(?!\w))?",
        re.IGNORECASE,
    )


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
