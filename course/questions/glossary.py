"""The glossary: every term of the course in a sentence, and the notebook that explains it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from course import content, lit
from course.content import did_you_mean
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
    found = tuple(each for each in terms if wanted in {each.term.casefold(), each.term.partition(" (")[0].casefold()})
    names = [each.term for each in terms]
    return Glossary(found, "" if found else f"{term!r} is not in the glossary. {did_you_mean(wanted, names)}")


def explained(text: str) -> html.Html:
    """Return a text in which each term of the glossary opens its meaning where it comes up first.

    What stands between backticks is code, and no word in it opens. No `p` can hold it.
    """
    left, shown = {each.term: each.meaning for each in read()}, []
    for place, part in enumerate(html.CODE.split(text)):
        if place % 2:
            shown.append(html.code(part))
            continue
        first = {span.meaning: span for span in reversed(lit.find_terms(part, left))}
        left = {term: meaning for term, meaning in left.items() if meaning not in first}
        shown.append(lit.to_html(part, sorted(first.values(), key=lambda span: span.start)))
    return html.join(*shown)


@cache
def read() -> tuple[Term, ...]:
    """Return the terms in alphabetical order.

    Raises
    ------
    ContentError
        The file is missing, or a row in it is not as it should be; with file and row.
    """
    rows = content.read_rows(content.notebooks_folder() / "exercises" / "glossary.csv", COLUMNS)
    return tuple(sorted((Term(**row) for row in rows), key=lambda term: term.term.casefold()))
