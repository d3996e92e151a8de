"""The glossary: every term of the course in a sentence, and the notebook that explains it."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from course import content
from course.content import ContentError, did_you_mean
from course.page import html

COLUMNS = ["term", "meaning", "notebook"]


@dataclass(frozen=True)
class Term:
    """One term: what it means, and the two digits of the notebook that explains it."""

    term: str
    meaning: str
    notebook: str


@dataclass(frozen=True)
class Glossary:
    """Some terms, in alphabetical order; or a sentence where there is none of that name."""

    terms: tuple[Term, ...]
    missing: str = ""

    def __str__(self) -> str:
        """Return a line a term."""
        return self.missing or "\n".join(
            f"{term.term}: {term.meaning} (notebook {term.notebook})" for term in self.terms
        )

    __repr__ = __str__

    def _repr_html_(self) -> str:
        if self.missing:
            return html.page(html.paragraph(self.missing))
        return html.page(
            html.terms(
                (term.term, html.join(term.meaning, " ", html.muted(f"(notebook {term.notebook})")))
                for term in self.terms
            )
        )


def glossary(term: str | None = None) -> Glossary:
    """Show the terms of the course.

    Parameters
    ----------
    term
        One term, such as `"hedge"`; all where none is given. A term that is not there is told in a sentence, with
        the nearest one.
    """
    terms = read()
    if term is None:
        return Glossary(terms)
    wanted = str(term).strip().casefold()
    found = tuple(each for each in terms if each.term.casefold() == wanted)
    names = [each.term for each in terms]
    return Glossary(found, "" if found else f"{term!r} is not in the glossary. {did_you_mean(wanted, names)}")


@cache
def read() -> tuple[Term, ...]:
    """Return the terms in alphabetical order.

    Raises
    ------
    ContentError
        The file is missing, or a row in it is not as it should be; with file and row.
    """
    path = content.notebooks_folder() / "exercises" / "glossary.csv"
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except FileNotFoundError:
        message = f"{path.name}: the file is missing from {path.parent}."
        raise ContentError(message) from None
    seen: set[str] = set()
    for number, row in enumerate(rows, start=2):
        if list(row) != COLUMNS or not all(row.values()):
            message = f"{path.name}, row {number}: a row needs {', '.join(COLUMNS)}, none of them blank."
            raise ContentError(message)
        if row["term"] in seen:
            message = f"{path.name}, row {number}: the term {row['term']!r} is in a row before."
            raise ContentError(message)
        seen.add(row["term"])
    return tuple(sorted((Term(**row) for row in rows), key=lambda term: term.term.casefold()))
