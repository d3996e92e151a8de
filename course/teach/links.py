"""Links from the words of a notebook to the glossary: each term where it comes up first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from course import lit
from course.questions import glossary

if TYPE_CHECKING:
    from collections.abc import Mapping

PAGE = "glossary.ipynb"
KEPT = re.compile(
    r"(```[^`]*```|`[^`\n]*`|!?\[[^\]]*\]\([^)]*\)|<summary>.*?</summary>|<[^>\n]*>|^#[^\n]*|https?://\S+"
    r"|“[^”]*”|(?<!\*)\*[^*\n]+\*(?!\*))",
    re.MULTILINE,
)
"""What of a text stays as it is: code, links, HTML, headings, and words that are quoted or told apart."""


def anchor(term: str) -> str:
    """Return what the address of a term on the page ends with, as JupyterLab and GitHub make it of its heading."""
    return heading(term).replace(" ", "-")


def heading(term: str) -> str:
    """Return the heading of a term: without what stands in brackets behind it."""
    return term.partition(" (")[0]


def anchors() -> dict[str, str]:
    """Return the anchor of each term that can be linked; one with brackets behind it would be found in other senses."""
    return {each.term: anchor(each.term) for each in glossary.read() if "(" not in each.term}


def linked(markdown: str, left: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """Return a text with a link where a term comes up first, and the terms that are left for the texts after it.

    Parameters
    ----------
    markdown
        The text.
    left
        The terms that have no link yet, each with its anchor.
    """
    still, made = dict(left), []
    for place, part in enumerate(KEPT.split(markdown)):
        for piece, span in lit.pieces(part, () if place % 2 else lit.find_terms(part, still)):
            term = next((term for term, found in still.items() if span and found == span.meaning), None)
            made.append(f"[{piece}]({PAGE}#{still.pop(term)})" if term else piece)
    return "".join(made), still
