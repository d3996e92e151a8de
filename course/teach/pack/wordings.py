"""Hold the evidence of rows against the report: is it short, does it stand there, does it say the row's number."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

import pandas as pd

from course.finder.find import find
from course.hedges import hedges, no_hedge
from course.problem import Problem
from course.schema import CODING, schema
from course.teach.article import plain, words
from course.wording import read_hedge, read_values

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from course.finder.numerals import Value
    from course.tables import Sheet

MOST_WORDS = 6


def wordings(sheet: Sheet, paragraphs: Mapping[int, str] | None) -> Iterator[Problem]:
    """Yield each wording that is too long or does not stand in its paragraph, where the report's text is at hand."""
    texts = {number: _level(text) for number, text in (paragraphs or {}).items()}
    stands = cache(lambda wording, number: _stands(wording, texts[number]))
    for row, paragraph, wording in sheet.each("paragraph", "wording"):
        count = len(words(wording))
        if count > MOST_WORDS:
            message = f"{wording!r} has {count} words. A wording has at most {MOST_WORDS}."
            yield Problem(sheet.file, row, "wording", message)
        if paragraph in texts and not stands(wording, paragraph):
            elsewhere = next((number for number in texts if stands(wording, number)), None)
            where = f" It stands in {elsewhere}." if elsewhere else ""
            message = f"{wording!r} does not stand in paragraph {paragraph}.{where}"
            yield Problem(sheet.file, row, "wording", message)


def numbers(sheet: Sheet) -> Iterator[Problem]:
    """Yield each row whose number or hedge is another one than its wording has."""
    upper = [column for column in ("number_to",) if column in sheet.rows]
    others = schema(CODING)["fields"][0]["name"] in sheet.rows
    for row, hedge, wording, *values in sheet.each("hedge", "wording", "number", *upper):
        read = _values(wording)
        if pd.isna(values[0]):
            if not pd.isna(hedge) and hedges()[hedge].numbers:
                message = f"{hedge!r} stands without a number. Leave it blank."
                yield Problem(sheet.file, row, "hedge", message)
            elif not pd.isna(hedge) and hedge not in _sizes(wording):
                message = f"{hedge!r}, but the wording {wording!r} does not say so."
                yield Problem(sheet.file, row, "hedge", message)
            if read:
                message = f"this is blank, but the wording has {figure(read[0])}: {wording!r}."
                yield Problem(sheet.file, row, "number", message)
            continue
        for column, value in zip(("number", *upper), values, strict=True):
            if not pd.isna(value) and Fraction(str(value)) not in read:
                message = f"{figure(Fraction(str(value)))} cannot be read from the wording {wording!r}."
                yield Problem(sheet.file, row, column, message, warning=not read)
        heard = _hedge(wording, Fraction(str(values[0])))
        if not pd.isna(hedge) and hedge != heard and not _is_silent(hedge, heard):
            message = f"{hedge!r}, but the wording {wording!r} says {heard!r}."
            yield Problem(sheet.file, row, "hedge", message, warning=others)  # another coder can hear it otherwise


@cache
def _values(wording: str) -> list[Value]:
    return read_values(wording)


@cache
def _hedge(wording: str, number: Fraction) -> str:
    return read_hedge(wording, number)


@cache
def _sizes(wording: str) -> set[str]:
    """Return the hedges of a wording that need no number, such as dozens."""
    return {each.hedge for each in find(wording) if each.value is None}


def _is_silent(hedge: str, heard: str) -> bool:
    """Return whether a hedge can be meant where none is heard, as where a number is exact."""
    return heard == no_hedge() and hedges()[hedge].family == hedges()[heard].family


def _stands(wording: str, text: str) -> bool:
    """Return whether a wording stands in a text, not as a part of a longer word."""
    return re.search(rf"(?<!\w){re.escape(_level(wording))}(?!\w)", text) is not None


def _level(text: str) -> str:
    """Return a text with straight quotes and single spaces."""
    return " ".join(plain(text).split())


def figure(value: Value | float) -> str:
    """Return a number as a table has it."""
    return str(int(value)) if value == int(value) else str(float(value))
