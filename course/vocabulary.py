"""The words that the tables of cases are written in: what each means, and what code needs to know of it.

Each vocabulary is a CSV file with a `key` (what tables hold), a `word` and its `plural` (what people read), a
`meaning`, and columns of its own. A case can add words: each is `like` a word of the course, and has its traits.
"""

from __future__ import annotations

import csv
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

from course.content import ContentError, cases_folder, did_you_mean
from course.problem import Problem, as_problems

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Row = dict[str, str]
"""A word: what its columns hold, by their names."""
Words = dict[str, Row]
"""A vocabulary: each word by its key, in the order of the file."""
P = ParamSpec("P")
Thing = TypeVar("Thing")

FOLDER = "vocabulary"
YES = "yes"
KEY, LIKE = "key", "like"
OWN = (KEY, "word", "plural", "meaning", "phrases", "plain", "after")
"""What a case's own word does not take from the word that it is like."""

_OF_CASES: dict[str, dict[str, Words]] = {}
"""The own words of each case that was loaded, by its name."""
_MADE: list[Callable[[], None]] = []
"""What forgets each thing that was made of the words."""


def kept(function: Callable[P, Thing]) -> Callable[P, Thing]:
    """Keep what a function makes of the vocabularies until their words change; for functions as decorator."""
    cached = cache(function)
    _MADE.append(cached.cache_clear)
    return cast("Callable[P, Thing]", cached)


@kept
def vocabulary(name: str, case: str = "") -> Words:
    """Return a vocabulary: each word by its key with its row, in the order of the file; for nobody to change.

    Parameters
    ----------
    name
        The name of the vocabulary, such as `statuses`.
    case
        The name of a case that was loaded, whose own words are among them, each behind the word that it is like;
        without a name those of all cases that were loaded.

    Raises
    ------
    ContentError
        There is no vocabulary of that name.
    """
    cases = [case] if case else list(_OF_CASES)
    return with_own(_shared(name), *(_OF_CASES.get(each, {}).get(name, {}) for each in cases))


def words(name: str, case: str = "") -> dict[str, str]:
    """Return what people read for each key of a vocabulary; for a word of a case as in `vocabulary`."""
    return {key: row["word"] for key, row in vocabulary(name, case).items()}


def that(name: str, column: str, case: str = "") -> set[str]:
    """Return the keys of a vocabulary that have a trait: a yes in that column."""
    return {key for key, row in vocabulary(name, case).items() if row[column] == YES}


def with_own(shared: Words, *owns: Words) -> Words:
    """Return a vocabulary with some words of cases, each behind the word that it is like and with its traits."""
    added: dict[str, Words] = {}
    for own in owns:
        for key, row in own.items():
            if key not in shared:
                added.setdefault(row[LIKE], {}).setdefault(key, row)
    return {
        key: {column: each.get(column, "") if column in OWN else row[column] for column in row}
        if each is not row
        else row
        for like, row in shared.items()
        for key, each in [(like, row), *added.get(like, {}).items()]
    }


def read_own(folder: Path) -> dict[str, Words]:
    """Return the own words of a case, by vocabulary; none where it has no folder of them.

    Raises
    ------
    ContentError
        There is no such vocabulary, a column is not one of it, a word has no key or no word that it is like, or it is
        a word of the course already; with file and row.
    """
    own, problems = own_of(folder)
    if problems:
        raise ContentError.of(problems)
    return own


def own_of(folder: Path) -> tuple[dict[str, Words], list[Problem]]:
    """Return the own words of a case, as far as they can be read, and what is wrong with them."""
    own: dict[str, Words] = {}
    problems: list[Problem] = []
    for path in sorted((folder / FOLDER).glob("*.csv")):
        try:
            own[path.stem], found = _own_of(path)
            problems += found
        except ContentError as error:
            problems += as_problems(error, f"{FOLDER}/{path.name}")
    return own, problems


def remember(case: str, own: dict[str, Words]) -> None:
    """Keep the own words of a case."""
    if _OF_CASES.get(case) != own:
        _OF_CASES[case] = own
        _forget_made()


def _own_of(path: Path) -> tuple[Words, list[Problem]]:
    file, shared = f"{FOLDER}/{path.name}", _shared(path.stem)
    rows = _rows(path, file)
    named = (*OWN, LIKE)
    problems = [
        Problem(file, None, None, f"the column {column!r} is not one of an own word. {did_you_mean(column, named)}")
        for column in dict.fromkeys(column for row in rows for column in row)
        if column not in named
    ]
    own: Words = {}
    for number, row in enumerate(rows, start=2):
        key, like = row.get(KEY, ""), row.get(LIKE, "")
        if not key or key in own or key in shared:
            why = f"{key!r} is a word already" if key else "a word needs a key"
            problems.append(Problem(file, number, KEY, f"{why}. Each row needs a key of its own."))
        elif like not in shared:
            why = f"{like!r} is not a word of the course. {did_you_mean(like, shared)}"
            problems.append(Problem(file, number, LIKE, why))
        else:
            word = row.get("word") or key
            filled = {column: cell for column, cell in row.items() if cell}
            own[key] = {"plural": word, "plain": word, **filled, "word": word}
    return own, problems


@cache
def _shared(name: str) -> Words:
    path = cases_folder() / FOLDER / f"{name}.csv"
    if not path.is_file():
        valid = [each.stem for each in sorted(path.parent.glob("*.csv"))]
        message = f"There is no vocabulary {name!r}. {did_you_mean(name, valid)}"
        raise ContentError(message)
    return {row[KEY]: row for row in _rows(path, path.name)}


def _rows(path: Path, file: str) -> list[Row]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = filter(None, csv.reader(lines))
            columns = next(rows, [])
            return [
                {
                    column: cell.strip()
                    for column, cell in zip_longest(columns, row[: len(columns)], fillvalue="")
                    if column
                }
                for row in rows
            ]
    except UnicodeDecodeError as error:
        message = f"{file}: byte {error.start} is not UTF-8. Save the file as CSV in UTF-8."
        raise ContentError(message) from None


def forget() -> None:
    """Forget what was read: for tests that change the files."""
    _shared.cache_clear()
    _OF_CASES.clear()
    _forget_made()


def _forget_made() -> None:
    for forget_one in _MADE:
        forget_one()
