"""Digits and number words that count nothing: days, years, times, ages, scores, and numbers that are names."""

from __future__ import annotations

import calendar
import re
from functools import cache

from course.finder.lists import any_of, words
from course.finder.numerals import ORDINALS, PARTS, SCALES, TENS, WORDS

_MONTHS = [*list(calendar.month_name)[1:], *(f"{name}." for name in calendar.month_abbr[1:]), *calendar.month_abbr[1:]]
_MONTH = rf"(?:{any_of(_MONTHS)}|Sept\.?)(?!\w)"
_WORD = any_of((*WORDS, *TENS))
_NUMBER = rf"(?:\d(?:[\d,.]*\d)?|(?:{_WORD}))(?!\w)"
_AND_MORE = rf"(?: (?:to|or|and) {_NUMBER}(?! \w+s\b))"
_YEAR = r"(?:1[5-9]|20)\d\d"


def uncounted(text: str) -> list[tuple[int, int]]:
    """Return where a text has numbers that count nothing, in no order."""
    found = [match.span("it") for pattern in _patterns() for match in pattern.finditer(text)]
    return found + [match.span() for match in _years().finditer(text) if _is_year(text, match)]


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of what counts nothing, each with the group `it`."""
    exact = (
        # Days: 3 May 2021, 3rd of May, May 3, 2021, March 2020, 2021-05-03, 3.5.2021; and 9/11 or 24/7.
        r"(?<!\w)N[or]s? (?P<it>\d+)\b",
        rf"(?<![\w.,])(?P<it>\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? {_YEAR}\b)?)",
        rf"\b(?P<it>{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?![\w.,]?\d)(?!\w)(?:,? {_YEAR}\b)?|{_MONTH} {_YEAR}\b)",
        r"(?<![\w.,])(?P<it>\d{1,4}(?:[-./]\d{1,4}){2}|\d{1,4}/\d{1,4})(?!\w)",
        # Names: B-52, Covid-19, H5N1, G7, 5G, 21st, 1980s, 65s.
        r"(?P<it>\b[^\W\d_][\w]*-?\d[\w-]*|\b[^\W\d_]+-\d[\w.-]*)",
        r"(?<![\w.,])(?P<it>\d[\d,.]*(?:st|nd|rd|th|s|ers?|G|D)\b)",
        r"(?<![\w.,])(?P<it>\d+[^\W\d_]+\d\w*)",
    )
    whose = any_of(words("whose age"))
    any_case = (
        # Times: 10:30, 9 pm, 0600 GMT, 6 o'clock.
        r"(?<![\w.,])(?P<it>\d{1,2}:\d{2}(?::\d{2})?)(?!\d)",
        r"(?<![\w.,])(?P<it>\d{1,2}(?:[.:]\d{2})?\s?(?:[ap]\.?m\b\.?))",
        rf"\b(?P<it>{_NUMBER}\s?o['’]clock\b)",  # noqa: RUF001 - the curly one is meant
        r"\b(?P<it>\d{4}\s?(?:GMT|UTC|CET|hrs)\b)",
        # Numbers that begin with a zero, such as those of a telephone; and three or more with lines between them.
        r"(?<![\w.,])(?P<it>\+?0\d+(?:[ -]\d+)*)(?![.,]?\d)",
        r"(?<![\w.,])(?P<it>\+?\d+(?:-\d+){2,})",
        # Ages and ranks: a 45-year-old, six months old; Ada Lee, 34, said; a 6.4-magnitude quake.
        rf"(?P<it>\b{_NUMBER}-(?:years?|months?|weeks?|days?)-olds?\b)",
        rf"(?P<it>\b{_NUMBER}[ -](?:magnitude|hundredths?|thousandths?|millionths?)\b)",
        rf"\b(?:{whose}) (?:between|from|over|under|above|below) (?P<it>{_NUMBER}{_AND_MORE}?)(?! of\b)",
        rf"(?P<it>\b{_NUMBER} (?:years?|months?|weeks?|days?) old\b)",
        # Below zero.
        rf"(?:\b(?:minus|below zero) |(?<![\w)])[-−])(?P<it>{_NUMBER}|\d(?:[\d.]*\d)?)",  # noqa: RUF001 - the true minus is meant
        # Labels: Article 5, World War Two, day 10.
        rf"(?<!\w)(?:{any_of(words('label'))}) ?(?P<it>{_NUMBER}{_AND_MORE}?(?:-(?!year|day|hour|month)\w+)?)",
        # One that counts nothing.
        rf"\b(?:{any_of(words('pronoun'))}) (?P<it>one)\b(?!-)(?! (?:{any_of(tuple(SCALES))}|in|out)\b)",
        rf"\b(?P<it>one) (?:{any_of(words('not one'))})\b",
        r"\b(?P<it>one)(?= of (?:the|its|his|her|their|our|my|these|those) (?:most|oldest|\w+est)\b)",
        r"\b(?P<it>one)(?=[,;:!?)]|\.(?!\d)|\s*$|[’'])",  # noqa: RUF001 - the curly one is meant
        # Seconds and thirds that are places in a row.
        rf"\b(?P<it>(?:the|a|an|its|his|her|their|our|my) (?:{ORDINALS})\b(?! of\b))(?!-)",
    )
    ages = (r"\b[A-Z][\w'-]+, (?P<it>\d{1,3})(?=,)",)
    return (*map(re.compile, (*exact, *ages)), *(re.compile(each, re.IGNORECASE) for each in any_case))


@cache
def _years() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w$€£¥.,+-])(?:the )?{_YEAR}(?:s\b|[-–/]\d{{2,4}})?(?![\w%])(?![.,:]\d)")  # noqa: RUF001


def _is_year(text: str, match: re.Match[str]) -> bool:
    """Return whether four digits are a year: after a word such as *in*, or where nothing that is counted comes next."""
    earlier = re.search(r"([\w.]+)\W+$", text[max(0, match.start() - 20) : match.start()])
    if match[0].lower().startswith("the ") or not match[0].isdigit():
        return True
    if earlier and earlier[1].lower() in words("year"):
        return True
    after = re.match(r"[ -](?:of )?([^\W\d_]+)", text[match.end() :])
    if after is None:
        return True
    word = after[1].lower()
    return word in words("end") or not (word.endswith("s") or word in words("several") or word in (*SCALES, *PARTS))
