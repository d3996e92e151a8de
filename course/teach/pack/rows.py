"""Hold what stands in the columns of one row against each other, as the vocabulary and the schema say it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

from course.content import did_you_mean
from course.problem import Problem
from course.teach.pack.wordings import figure
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from course.tables import Sheet

LEFT_OVER = re.compile(
    r"\b(?:EXAMPLE|TODO|FIXME|TBD|XXX)\b|\A(?:example|todo|fixme|tbd|xxx)(?:[-_ ]?\d+)?\Z", re.MULTILINE
)
"""What a pattern or its author leaves in a cell that is still to be filled."""
LOST = "\N{REPLACEMENT CHARACTER}"
OF_A_VOICE = {
    "named": "a named source needs a name.",
    "none": "the report's own voice has no source.",
    "unnamed": "a source that is not named has no name. Leave it blank, or write that the source is named.",
}
"""What is wrong where a voice and its source do not go together, by what the vocabulary says of the voice."""


def rows(sheet: Sheet, written: tuple[date, date] | None, case: str) -> Iterator[Problem]:
    """Yield what is wrong within the rows of a table; a check whose columns it has not finds nothing."""
    yield from _voices(sheet, case)
    yield from _overlaps(sheet)
    yield from _ranges(sheet)
    yield from _also(sheet, case)
    yield from _days(sheet, written)
    yield from _left_over(sheet)
    for row, proposed in sheet.each("proposed"):
        if pd.notna(proposed) and proposed:
            message = "this row is proposed. Read its paragraph, mend the row, and leave this blank."
            yield Problem(sheet.file, row, "proposed", message, warning=True)


def _voices(sheet: Sheet, case: str) -> Iterator[Problem]:
    voices = vocabulary("voices", case)
    for row, voice, source in sheet.each("voice", "source"):
        if not pd.isna(voice) and (voices[voice]["source"] == "named") == pd.isna(source):
            yield Problem(sheet.file, row, "source", OF_A_VOICE[voices[voice]["source"]])


def _overlaps(sheet: Sheet) -> Iterator[Problem]:
    for row, other, how in sheet.each("overlaps_with", "overlap"):
        if pd.isna(other) != pd.isna(how):
            yield Problem(sheet.file, row, "overlap", "fill both overlaps_with and overlap, or leave both blank.")
    for row, measure, hedge in sheet.each("measure", "hedge"):
        if pd.isna(measure) != pd.isna(hedge):
            yield Problem(sheet.file, row, "measure", "a number has a measure, and a blank has none.")


def _ranges(sheet: Sheet) -> Iterator[Problem]:
    for row, number, upper in sheet.each("number", "number_to"):
        if pd.isna(upper):
            continue
        if pd.isna(number):
            yield Problem(sheet.file, row, "number", "a range has a lower number too.")
        elif upper <= number:
            message = f"{figure(upper)} is not above the lower number, {figure(number)}."
            yield Problem(sheet.file, row, "number_to", message)


def _also(sheet: Sheet, case: str) -> Iterator[Problem]:
    """Hold the other modes of a statement against the vocabulary; a case may do without them."""
    modes = vocabulary("modes", case)
    for row, mode, given, why in sheet.each("mode", "also", "why"):
        others = [] if pd.isna(given) else given.split(";")
        for other in [other for other in others if other not in modes]:
            yield Problem(sheet.file, row, "also", f"{other!r} is not a mode. {did_you_mean(other, modes)}")
        if mode in others:
            yield Problem(sheet.file, row, "also", f"{mode!r} is the mode of the row already.")
        if len(set(others)) < len(others):
            yield Problem(sheet.file, row, "also", f"{given!r} names a mode twice.")
        if others and pd.isna(why):
            yield Problem(sheet.file, row, "why", "where `also` names a mode, a sentence has to say why.")


def _days(sheet: Sheet, written: tuple[date, date] | None) -> Iterator[Problem]:
    for row, start, end, word in sheet.each("start", "end", "date_word"):
        if pd.isna(word) and not (pd.isna(start) and pd.isna(end)):
            message = "a day stands here, and the report has no word for it: leave it blank."
            yield Problem(sheet.file, row, "date_word", message)
        if pd.notna(start) and pd.notna(end) and start > end:
            message = f"{end:%Y-%m-%d} is before the start, {start:%Y-%m-%d}."
            yield Problem(sheet.file, row, "end", message)
    for row, _, start in sheet.each("statement", "start"):
        if written and pd.notna(start) and start.date() > written[1]:
            message = f"{start:%Y-%m-%d} is after the last day on which the report can have been written, {written[1]}."
            yield Problem(sheet.file, row, "start", f"{message} What was said was said before.")


def _left_over(sheet: Sheet) -> Iterator[Problem]:
    texts = [name for name in sheet.rows if pd.api.types.is_string_dtype(sheet.rows[name].dtype)]
    for column in texts:
        values = sheet.rows[column]
        for sign, why in (
            (LEFT_OVER.pattern, "is left over from a pattern. Write what the report says, or delete the row."),
            (LOST, "has a sign that was lost when the file was saved. Type it again."),
        ):
            for position in values.index[values.str.contains(sign, regex=True).fillna(value=False).astype(bool)]:
                yield Problem(sheet.file, int(position) + 2, str(column), f"{values[position]!r} {why}")


def digest(paragraphs: Mapping[int, str]) -> Iterator[Problem]:
    """Yield each paragraph of a digest that is still to be written."""
    for number, text in paragraphs.items():
        if LEFT_OVER.search(text) or LOST in text:
            yield Problem("digest.md", None, None, f"paragraph {number} is not written yet: {text[:40]!r}.")
