"""What of a text makes sense on a screen only, and is left out on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from course.teach.prose import Block

LEFT_OUT = ("Where you stand", "Hand in", "Go on")
"""The parts of every notebook that are about the computer only."""
FRONT = "You will be able to"
"""How the list begins that says what a notebook is for: a page says it in its head."""
ABOUT_THE_SCREEN = re.compile(
    r"\bcells?\b|Shift \+ Enter|\b[Cc]lick|\bslider\b|\bbutton\b|\bmenu\b|\bBinder\b|\b[Dd]rag\b|\b[Pp]aste\b|"
    r"\bthe field\b|[Rr]un (it|this)\b"
)
"""What a sentence says that tells how to handle a notebook."""
TO_HANDLE = re.compile(r"(^|[.!?:] )(Then )?([Tt]ick|[Cc]hoose|[Ss]witch|[Mm]ove|[Pp]ress|[Ss]elect|[Oo]pen|[Pp]ut)\b")
"""What a paragraph says that tells how to handle the explorer that it belongs to."""
TRY = re.compile(r"\s*\bTry (this|it):(?=</p>$)")
"""What announces a list of things to try."""
AGAIN = "wrote at the start"
LOOK_AGAIN = "Look again at what you wrote at the start."
MARKS = ("em", "strong", "code", "a")


def on_paper(block: Block, *, above_explorer: bool = False) -> str:
    """Return what is left of a block on paper, as HTML; nothing where nothing is.

    Parameters
    ----------
    block
        A block of a notebook's text.
    above_explorer
        Whether it leads to an explorer: then what tells how to handle it, and numbered things to try, go too.
    """
    if block.kind == "bullet_list" and block.text.startswith(FRONT):
        return ""
    if above_explorer and (block.kind == "ordered_list" or TO_HANDLE.search(block.text)):
        return ""
    if block.kind != "paragraph":
        return block.html
    return _without_first_sentences(TRY.sub("", block.html) if above_explorer else block.html)


def words_on_paper(html: str, seen: set[str]) -> str:
    """Return what is left of an explorer's words on paper.

    Parameters
    ----------
    html
        Its words.
    seen
        The paragraphs of the report that stand on the page already: each is cut to its sign, or left out where no rows
        follow it. Those that come up here are added.
    """
    soup = BeautifulSoup(html, "html.parser")
    for paragraph in soup.find_all("p"):
        said = paragraph.get_text()
        if ABOUT_THE_SCREEN.search(said) or TO_HANDLE.search(said):
            paragraph.decompose()
        elif said.startswith("¶") and said in seen:
            following = paragraph.find_next_sibling()
            sign = paragraph.find("b")
            if following is None or following.name != "ul" or sign is None:
                paragraph.decompose()
            else:
                paragraph.clear()
                paragraph.append(sign)
        elif said.startswith("¶"):
            seen.add(said)
    return str(soup)


def paragraphs(html: str) -> set[str]:
    """Return the paragraphs of the report, each with its sign, that stand in what a cell shows."""
    said = (paragraph.get_text() for paragraph in BeautifulSoup(html, "html.parser").find_all("p"))
    return {text for text in said if text.startswith("¶")}


def _without_first_sentences(html: str) -> str:
    """Return a paragraph without the sentences about the screen that it begins with; nothing where more follow."""
    sentences = re.split(r"(?<=[.!?])\s+", html.removeprefix("<p>").removesuffix("</p>"))
    kept = list(sentences)
    while kept and ABOUT_THE_SCREEN.search(kept[0]):
        kept.pop(0)
    rest = " ".join(kept)
    whole = all(rest.count(f"<{mark}") == rest.count(f"</{mark}>") for mark in MARKS)
    if not rest or not whole or ABOUT_THE_SCREEN.search(rest):
        return ""
    again = f"{LOOK_AGAIN} " if any(AGAIN in sentence for sentence in sentences[: -len(kept)]) else ""
    return f"<p>{again}{rest}</p>"
