"""Validate a case: what is wrong, in which file, row and column, and what would be right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course import content, loading
from course.content import ContentError
from course.fingerprints import FILE_NAME, REMEDY
from course.loading import CODINGS, PACKAGE
from course.problem import Problem, as_problems, told
from course.teach.pack import between, places, rows, text, wordings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from course.loading import Reading

SAID_OF_A_CODING = {
    "by": "say who coded, without a name",
    "rules": "say by what rules",
    "unseen": "say what the coder did not see",
}
"""What a coding says of itself, and why."""


def problems(folder: Path, text_file: Path | None = None) -> list[Problem]:
    """Return all that is wrong in a case, by file and row, warnings behind; the same fault of a column once.

    Parameters
    ----------
    folder
        The folder of the case.
    text_file
        The report's text, one paragraph a line, where it is at hand.
    """
    try:
        reading = loading.read(folder)
    except ContentError as error:
        return as_problems(error, PACKAGE)
    return told([*reading.problems, *_of_the_sense(reading, text_file)])


def _of_the_sense(reading: Reading, text_file: Path | None) -> Iterator[Problem]:
    """Yield what is wrong in a case beyond the types of its values."""
    case, sheets = reading.case, reading.sheets
    yield from _package(reading)
    yield from _fingerprints(reading)
    yield from rows.digest(case.digest)
    paragraphs, found = text.text_of(reading, text_file)
    yield from found
    for name, sheet in sheets.items():
        yield from wordings.wordings(sheet, paragraphs)
        yield from wordings.numbers(sheet)
        yield from rows.rows(sheet, case.written, case.name)
        yield from between.of_another_case(sheet, case.name)
        if name in case.tables:
            yield from places.places(sheet)
            yield from between.circles(sheet)
        else:
            yield from between.coded(sheet, sheets.get(sheet.name))
    yield from between.twice(sheets)
    yield from between.own_words(reading)


def _package(reading: Reading) -> Iterator[Problem]:
    """Hold what a case and its codings declare against what is in their folders."""
    folder, package = reading.folder, reading.package
    declared, there = package.get("paragraphs"), len(reading.case.digest)
    if there and declared not in {None, there}:
        yield Problem(content.DIGEST, None, None, f"{there} paragraphs, but {PACKAGE} says {declared}.")
    read = {folder / sheet.file for sheet in reading.sheets.values()} | {folder / loading.GLOSSARY}
    for path in sorted(folder.glob("*.csv")):
        if path not in read:
            message = f"nobody reads this file: {PACKAGE} does not name it under 'resources'."
            yield Problem(path.name, None, None, message, warning=True)
    for place in loading.coders(folder):
        try:
            said = content.read_json(place / PACKAGE)
        except ContentError:
            continue  # the loader says it
        for key, what in SAID_OF_A_CODING.items():
            if not isinstance(said.get(key), str) or not said[key].strip():
                yield Problem(f"{CODINGS}/{place.name}/{PACKAGE}", None, None, f"{key!r} is missing: {what}.")


def _fingerprints(reading: Reading) -> Iterator[Problem]:
    """Hold the fingerprints, where the case has some, against the digest: one for each paragraph, and no other."""
    known, digest = reading.case.fingerprints.keys(), reading.case.digest.keys()
    for number in sorted(digest - known if known else ()):
        yield Problem(FILE_NAME, None, None, f"paragraph {number} of the digest has no fingerprint. {REMEDY}")
    for number in sorted(known - digest if digest else ()):
        yield Problem(FILE_NAME, None, None, f"the digest has no paragraph {number}. {REMEDY}")
