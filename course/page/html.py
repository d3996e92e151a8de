"""All HTML of the course: texts in, escaped markup out.

A part of what these functions take is a text, which is escaped, or what another of them has made, which is `Html` and
stays as it is. How all of it looks stands in `page.css`. A stored page has no such stylesheet, on GitHub, in a solution
or after nbconvert: the few styles that it needs to be readable without one stand here, and nowhere else.
"""

from __future__ import annotations

import re
import unicodedata
from html import escape
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from course.content import NOT_STATED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

STYLESHEET = Path(__file__).parent / "page.css"
TOKENS = {"ink": "#1f2328", "soft": "#57606a", "quiet": "#f6f8fa", "right": "#007a5a", "right-soft": "#e6f4ef",
          "notyet": "#b04600", "notyet-soft": "#fdf0e7", "hint": "#6b4fbb", "hint-soft": "#f2eefc"}  # fmt: skip
"""What a colour of `page.css` is in the light theme: it stands for it where there is no stylesheet."""
RIGHT, NOT_YET, UNCLEAR, HINT = "right", "notyet", "unclear", "hint"
TONES = {
    RIGHT: ("right", "right-soft"),
    NOT_YET: ("notyet", "notyet-soft"),
    UNCLEAR: ("soft", "quiet"),
    HINT: ("hint", "hint-soft"),
}
"""The ink and the ground of a box: a verdict, or hints."""
ROOT = "line-height:1.5"
NARROW = f"max-width:46em;{ROOT}"
BOX = f"{NARROW};padding:10px 14px;border-left:5px solid {{ink}};background:{{ground}};color:{{text}}"
SCROLL = "overflow-x:auto"
CELL = "padding:4px 14px 4px 0;text-align:{side}"
RIGHT_TO_LEFT = {"R", "AL"}
PRINTED, SCREEN = "btl-printed", "btl-screen"
"""What a page shows where it draws no widget, and what makes sense on a screen only: paper leaves it out."""
PARAGRAPH = "data-paragraph"
"""The attribute of a paragraph of a digest that says its number."""
CODE = re.compile("`([^`]+)`")
"""What of a text is code."""
BLOCK = "btl-block"
"""What is like a paragraph, and can hold words that open."""
LINES = "display:block;white-space:pre-wrap"
HANDLING = "> "
"""What a line of an explorer's words begins with that tells how to handle it."""


class Html(str):
    """Markup that is escaped already."""

    __slots__ = ()


def join(*parts: str) -> Html:
    """Return some parts one after another."""
    return Html("".join(part if isinstance(part, Html) else escape(part) for part in parts))


def tag(name: str, *parts: str, **attributes: str) -> Html:
    """Return an element; an attribute without a value is left out, and `class_` is a class."""
    if any(_runs_left(part) for part in parts if not isinstance(part, Html)):
        attributes["dir"] = "auto"
    said = "".join(f' {key.rstrip("_")}="{escape(value)}"' for key, value in attributes.items() if value)
    return Html(f"<{name}{said}>{join(*parts)}</{name}>")


def _runs_left(text: str) -> bool:
    """Return whether a text has letters that run from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(letter) in RIGHT_TO_LEFT for letter in text)


def _token(name: str) -> str:
    return f"var(--btl-{name},{TOKENS[name]})"


def page(*parts: str, wide: bool = False) -> Html:
    """Return the root of what an output shows; a wide one takes all the room there is."""
    return tag("div", *parts, class_="btl", style=ROOT if wide else NARROW)


def _box(tone: str, *parts: str, kind: str) -> Html:
    ink, ground = map(_token, TONES[tone])
    style = BOX.format(ink=ink, ground=ground, text=_token("ink"))
    return tag("div", *parts, class_=f"btl {kind} btl-{tone}", style=style)


def paragraph(*parts: str) -> Html:
    """Return a paragraph."""
    return tag("p", *parts)


def big(*parts: str) -> Html:
    """Return the paragraph that a card is about."""
    return tag("p", *parts, class_="btl-big")


def items(entries: Iterable[str]) -> Html:
    """Return a list."""
    return tag("ul", *(tag("li", entry) for entry in entries))


def strong(*parts: str) -> Html:
    """Return what stands out."""
    return tag("b", *parts)


def emphasis(*parts: str) -> Html:
    """Return what is told apart from what stands around it."""
    return tag("i", *parts)


def code(text: str) -> Html:
    """Return code, on lines of its own where it has several."""
    return tag("code", text, style=LINES if "\n" in text else "")


def marked(text: str) -> Html:
    """Return a text with what stands between backticks set as code."""
    return join(*(code(part) if place % 2 else part for place, part in enumerate(CODE.split(text))))


def unmarked(text: str) -> str:
    """Return a text of such marks as plain text."""
    return CODE.sub(r"\1", text)


def muted(*parts: str) -> Html:
    """Return what is less in sight, such as a source or a number of minutes."""
    return tag("span", *parts, class_="btl-muted")


def blank(word: str = NOT_STATED) -> Html:
    """Return what is said of a blank."""
    return tag("i", word, class_="btl-blank")


def off(text: str) -> Html:
    """Return what is not as it is wanted: told by a sign, and by a colour."""
    return tag("mark", f"✗ {text}", class_="btl-off")


def side_by_side(*parts: str) -> Html:
    """Return some parts beside each other, or below where there is no room."""
    return tag("div", *(tag("div", part) for part in parts), class_="btl-row")


def quote(wording: str) -> Html:
    """Return a wording of the report between quotation marks."""
    return tag("q", wording)


def own_words(text: str) -> Html:
    """Return what a learner wrote; nothing where nothing was."""
    return tag("blockquote", text) if text else Html()


def link(text: str, address: str, download: str = "") -> Html:
    """Return a link, or what offers a file to be kept under a name."""
    return tag("a", text, href=address, download=download)


def line_break() -> Html:
    """Return the end of a line inside a paragraph or a cell."""
    return Html("<br>")


def bar(share: float) -> Html:
    """Return a bar that is filled to a share between 0 and 1; the words beside it say the same."""
    return tag("progress", max="1", value=f"{share:g}", class_="btl-bar", **{"aria-hidden": "true"})


def fold(summary: str, *parts: str) -> Html:
    """Return what is folded away under a line."""
    return tag("details", tag("summary", summary), *parts)


def lines(text: str) -> Html:
    """Return a text of several lines: the first in bold where more follow, and a list for the lines after a dash.

    A line after `HANDLING` tells how to handle a page, and is marked as making sense on a screen only.
    """
    first, *rest = text.split("\n")
    shown = [paragraph(strong(first) if rest else first)]
    for is_list, some in groupby(rest, key=lambda line: line.startswith("- ")):
        each = list(some)
        shown += [items(line[2:] for line in each)] if is_list else map(_line, each)
    return join(*shown)


def _line(line: str) -> Html:
    return tag("p", line.removeprefix(HANDLING), class_=SCREEN if line.startswith(HANDLING) else "")


def digest(number: int, *parts: str) -> Html:
    """Return a paragraph of a digest; no `p`, for a word in it can open."""
    return tag("div", *parts, class_="btl-p", **{PARAGRAPH: str(number)})


def passage(paragraphs: Mapping[int, str], below: Mapping[int, Sequence[str]] | None = None) -> Html:
    """Return paragraphs of a digest, each with its number, and with a list below it where there is one."""
    shown = []
    for number, text in paragraphs.items():
        shown.append(digest(number, strong(f"¶{number}"), " ", text))
        if entries := (below or {}).get(number):
            shown.append(items(entries))
    return tag("div", *shown, class_="btl-passage")


def terms(pairs: Iterable[tuple[str, str]], kind: str = "btl-terms") -> Html:
    """Return terms, each with what is said of it."""
    return tag("dl", *(join(tag("dt", term), tag("dd", said)) for term, said in pairs), class_=kind)


def facts(pairs: Iterable[tuple[str, str]]) -> Html:
    """Return short facts, a line each: what it is, and the fact."""
    return terms(pairs, "btl-facts")


def table(
    head: Sequence[str], rows: Iterable[Sequence[str]], *, labels: int = 0, numbers: Collection[int] = ()
) -> Html:
    """Return a table in a box of its own, in which it scrolls where it is too wide.

    Parameters
    ----------
    head
        What stands above each column.
    rows
        The cells of each row.
    labels
        How many cells at the start of a row say what the row is.
    numbers
        The places, from 0, of the columns that are set to the right.
    """
    sides = ["right" if place in numbers else "left" for place in range(len(head))]

    def row(cells: Sequence[str], names: int, scope: str) -> Html:
        return tag("tr", *(
            tag("th" if place < names and cell else "td", cell, scope=scope if place < names and cell else "",
                 class_="btl-number" if side == "right" else "", style=CELL.format(side=side))
            for place, (cell, side) in enumerate(zip(cells, sides, strict=True))
        ))  # fmt: skip

    top = tag("thead", row(head, len(head), "col"))
    body = tag("tbody", *(row(cells, labels, "row") for cells in rows))
    # What scrolls can be reached by keyboard and says what it is; JupyterLab would take the arrow keys to leave it.
    reached = {"tabindex": "0", "role": "group", "aria-label": "Table", "data-lm-suppress-shortcuts": "true"}
    return tag("div", tag("table", top, body, class_="btl-table"), class_="btl-scroll", style=SCROLL, **reached)


def verdict(tone: str, name: str, word: str, said: str, *parts: str) -> Html:
    """Return a verdict.

    Parameters
    ----------
    tone
        `RIGHT`, `NOT_YET` or `UNCLEAR`.
    name
        The id of the question.
    word
        The verdict by sign and word.
    said
        The answer as it was read, in words; or nothing.
    parts
        What is off, or right, about it, and what to do now.
    """
    head = tag("b", tag("span", name, class_="btl-id"), Html("&ensp;"), word)
    answer = [" ", muted(f"· you said {said}")] if said else []
    return _box(tone, paragraph(head, *answer), *parts, kind="btl-verdict")


def hints(texts: Iterable[str], end: str = "") -> Html:
    """Return hints, from the first on, and a line after the last one."""
    shown = [tag("div", strong(f"Hint {n}"), Html("&ensp;"), text, class_=BLOCK) for n, text in enumerate(texts, 1)]
    return _box(HINT, *shown, *([paragraph(muted(marked(end)))] if end else []), kind="btl-hints")


def solution(words: str, summary: str, shown: str, end: str) -> Html:
    """Return an answer in words with its code folded under a line, or code alone, and a line after it."""
    told = [paragraph(strong(words)), fold(summary, code(shown))] if words else [paragraph(code(shown))] * bool(shown)
    return _box(HINT, *told, *([paragraph(muted(marked(end)))] if end else []), kind="btl-hints")


def printed(*parts: str) -> Html:
    """Return what stands beside a widget for a page that cannot draw it; where the widget is drawn it is not seen."""
    return tag("div", *parts, class_=PRINTED)


def document(title: str, *parts: str) -> Html:
    """Return a page that stands alone and needs no other file."""
    looks = Html(f"<style>\n{STYLESHEET.read_text(encoding='utf-8')}</style>")
    about = Html('<meta charset="utf-8"><meta name="viewport" content="width=device-width">')
    head = tag("head", about, tag("title", title), looks)
    return Html(f'<!doctype html>\n<html lang="en">\n{head}\n{tag("body", *parts, class_="btl-document")}\n</html>\n')
