"""The codings of others that a desk can be held against: files in its folder, and what comes with a case."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from course.content import ContentError
from course.desk.coding import Actor, Coding
from course.desk.columns import TABLE
from course.desk.keeping import END, Kept, file_of, of, others, read, write
from course.desk.pair import of_case
from course.fingerprints import fingerprint
from course.say import and_

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from course.case import Case
    from course.fingerprints import Fingerprint

FILE, OF_CASE = "file", "case"


@dataclass(frozen=True)
class Place:
    """Where a desk is: its folder, who sits at it, and the paragraphs of the text by number."""

    folder: Path
    coder: str
    text: Mapping[int, str]

    @property
    def prints(self) -> dict[int, Fingerprint]:
        """What the paragraphs are recognised by."""
        return {number: fingerprint(text) for number, text in self.text.items()}


@dataclass(frozen=True)
class Known:
    """A coder of the same text.

    Attributes
    ----------
    key
        What it is called by code.
    coding
        What it has made.
    """

    key: str
    coding: Coding


def known(desk: Place, case: Case | None) -> tuple[list[Known], list[str]]:
    """Return the other coders of a text, and a sentence on each file that is none or is about another text."""
    found: list[Known] = []
    faults: list[str] = []
    for place in others(desk.folder, desk.coder):
        try:
            found.append(Known(f"{FILE}:{place.name}", checked(read(place), desk, place.name).coding))
        except ContentError as error:
            faults.append(str(error))
    codings = case.coded if case else {}
    found += [
        Known(f"{OF_CASE}:{name}", _of_case(case, name, tuple(desk.text.items())))
        for name, tables in codings.items()
        if case and TABLE in tables
    ]
    return found, faults


def checked(kept: Kept, desk: Place, called: str) -> Kept:
    """Return a coding that is about a text.

    Raises
    ------
    ContentError
        It is about another text: its paragraphs are others.
    """
    prints = desk.prints
    if differ := sorted(number for number in {*kept.text, *prints} if kept.text.get(number) != prints.get(number)):
        message = f"{called} is about another text. What differs from yours: ¶{and_(map(str, differ))}."
        raise ContentError(message)
    return kept


def take_in(desk: Place, content: str, called: str) -> str:
    """Put a partner's coding, as it was opened on the page, into the folder; return what the coder is called.

    Raises
    ------
    ContentError
        It is no coding, is about another text, is one's own, or cannot be written.
    """
    try:
        given: Any = json.loads(content)
    except ValueError:
        given = None
    if not isinstance(given, dict):
        message = f"{called}: this is not a coding of the desk. Choose the file that ends in {END}."
        raise ContentError(message)
    kept = checked(of(given, called), desk, called)
    name = kept.coding.coder
    if file_of(desk.folder, name) == file_of(desk.folder, desk.coder):
        message = f"{called} is by {name}, and so is this coding. A partner opens the desk with another name."
        raise ContentError(message)
    if why_not := write(file_of(desk.folder, name), content):
        raise ContentError(why_not)
    return name


@lru_cache(8)
def _of_case(case: Case, name: str, paragraphs: tuple[tuple[int, str], ...]) -> Coding:
    """Return what a coder who comes with a case has made: it is done, and its actors are those of the case."""
    rows = of_case(case.coded[name][TABLE], dict(paragraphs), case.actor_names)
    coding = Coding(name, rows, is_done=True)
    people = case.rows("actors") if "actors" in case.tables else []
    said = {str(row["name"]): Actor(str(row["kind"]), str(bool(row["quoted"])).lower()) for row in people}
    return replace(coding, actors={key: said[each] for key, each in coding.names.items() if each in said})
