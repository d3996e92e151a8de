"""Validate a case: what is wrong, in which file, row and column, and what would be right."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course import content, loading
from course.content import ContentError
from course.fingerprints import FILE_NAME, REMEDY
from course.loading import CODINGS, PACKAGE
from course.problem import Problem, as_problems, told
from course.questions import task_file
from course.questions.spec import questions
from course.say import count
from course.sideways import ties
from course.teach.pack import between, fix, places, rows, text, wordings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from course.loading import Reading

SAID_OF_A_CODING = {
    "by": "say who coded, without a name",
    "rules": "say by what rules",
    "unseen": "say what the coder did not see",
}
"""What a coding says of itself, and why."""


LEFT_OUT = "The guides were not looked at"


@dataclass(frozen=True)
class Verdict:
    """What is told of a case: what was mended, what was left in doubt, what is wrong, and how much could be mended."""

    folder: Path
    mended: list[Problem]
    doubts: list[Problem]
    problems: list[Problem]
    fixable: int = 0

    @property
    def wrong(self) -> int:
        """How many problems there are; warnings are none."""
        return sum(not each.warning for each in self.problems)

    def lines(self) -> list[str]:
        """Return a line each."""
        kinds = (
            ("mended: ", self.mended),
            ("as it was: ", self.doubts),
            ("", [each for each in self.problems if not each.warning]),
            ("warning: ", [each for each in self.problems if each.warning]),
        )
        said = [f"{self.folder.name}: {kind}{each}" for kind, some in kinds for each in some]
        if not self.wrong:
            said.append(f"{self.folder.name}: nothing is wrong")
        if self.fixable:
            them = count(self.fixable, "thing")
            said.append(f"{self.folder.name}: {them} can be mended safely. Run: course validate {self.folder} --fix")
        return said

    def as_data(self) -> dict[str, Any]:
        """Return what a program is told."""
        return {
            "case": self.folder.name,
            "problems": [each.as_data() for each in self.problems],
            "mended": [each.as_data() for each in self.mended],
            "doubts": [each.as_data() for each in self.doubts],
        }


def verdict(folder: Path, text_file: Path | None = None, *, mend: bool = False) -> Verdict:
    """Return what is wrong in a case, after what is safe was mended where that is wanted.

    Raises
    ------
    OSError
        A file could not be written.
    """
    mended, doubts = _mend(folder, fix.fix) if mend else ([], [])
    found = problems(folder, text_file)
    safe, _ = _mend(folder, fix.tried) if found and not mend else ([], [])
    return Verdict(folder, mended, doubts, found, len(safe))


def _mend(
    folder: Path, how: Callable[[Path], tuple[list[Problem], list[Problem]]]
) -> tuple[list[Problem], list[Problem]]:
    """Return what is mended and what is in doubt; nothing where the package cannot be read, which its problems tell."""
    try:
        mended, doubts = how(folder)
    except ContentError:
        return [], []
    return told(mended), told(doubts)


def asked(case: str | None) -> tuple[list[Path], list[str]]:
    """Return the folders of the cases to look at, and a sentence for each thing that is wrong with how they are tied.

    Parameters
    ----------
    case
        The name or the folder of a case; a folder with a `same.csv` and with folders of cases; or None for the cases
        that the course ships.

    Raises
    ------
    ContentError
        There is no such case.
    """
    group = Path(case) if case else content.cases_folder()
    if not (group / ties.FILE).is_file() or (group / PACKAGE).is_file():
        return [content.case_folder(case)] if case else [*map(content.case_folder, content.cases())], []
    names = content.cases() if case is None else sorted(file.parent.name for file in group.glob(f"*/{PACKAGE}"))
    return [group / name for name in names], [str(problem) for problem in ties.read(group)[1]]


def questions_and_guides() -> list[str]:
    """Return a sentence for each thing that is wrong in the questions and the guides."""
    try:
        questions()
        task_file.shipped()
    except ContentError as error:
        return [str(error)]
    try:
        guides, packs = import_module("course.teach.guides"), import_module("course.teach.printed.asked")
    except ModuleNotFoundError as error:
        return [f"{LEFT_OUT}: {error.name}, which reads them, is missing."]
    return list(guides.problems()) or list(packs.problems())


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
    sound = all(each.file != content.DIGEST for each in reading.problems)
    if sound and declared not in {None, there}:
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
