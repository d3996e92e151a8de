"""What a solution keeps of a cell's outputs, made ready for paper: figures, and HTML without style and script."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup

from course.figures.chart import PLOTLY
from course.page.html import HANDLING, PARAGRAPH, SCREEN
from course.page.reading import TERM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bs4 import Tag

KEPT = {"scope", "colspan", "rowspan", "href", PARAGRAPH}
"""The attributes that stay; a style that was made for a screen, dark or light, does not."""
DROPPED = ["style", "script", "svg", "button", "input", "select", "textarea"]
HEADINGS = re.compile(r"h[1-6]")
NUMBER, WIDE = "number", "wide"
"""What a cell and a table are called that are set in another way on paper."""
WIDE_FROM = 6
"""From so many columns on a table is set smaller."""


@dataclass(frozen=True)
class Shown:
    """What one output shows.

    Attributes
    ----------
    html
        Its words and tables.
    folded
        What a reader of the notebook has to unfold: of a chart its table.
    text
        Words and tables without marks.
    figure
        The figure as plotly's JSON, or None.
    """

    html: str
    folded: str
    text: str
    figure: dict[str, Any] | None = None

    @property
    def brief(self) -> tuple[str, str]:
        """What there is to see, in a line, and where it comes from: the first line and the last one."""
        first, *rest = self.text.splitlines() or [""]
        return first, rest[-1] if rest else ""


def shown(outputs: Sequence[dict[str, Any]]) -> list[Shown]:
    """Return what the outputs of a cell show; a figure takes the words that come with it or right after it."""
    found: list[Shown] = []
    for output in outputs:
        data = output.get("data", {})
        text = str(data.get("text/plain", output.get("text", ""))).strip()
        html = data.get("text/html", "")
        if PLOTLY in data:
            # Its plain text says the same as the words that follow.
            found.append(replace(_shown(html, text if html else ""), figure=data[PLOTLY]))
        elif found and found[-1].figure is not None and not found[-1].html:
            found[-1] = replace(_shown(html, text), figure=found[-1].figure)
        elif html or text:
            found.append(_shown(html, text))
    return found


def paragraphs(html: str) -> set[int]:
    """Return the paragraphs of the report that stand, in our words, in what a cell shows."""
    return {int(str(tag[PARAGRAPH])) for tag in BeautifulSoup(html, "html.parser").select(f"[{PARAGRAPH}]")}


def without_repeats(html: str, seen: set[int]) -> str:
    """Return what an explorer says without the paragraphs of the report that stand on the page already.

    Parameters
    ----------
    html
        Its words.
    seen
        The paragraphs that stand on the page: each is cut to its sign, or left out where no rows follow it. Those that
        come up here are added.
    """
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.select(f"[{PARAGRAPH}]"):
        following, sign, number = tag.find_next_sibling(), tag.find("b"), int(str(tag[PARAGRAPH]))
        if number not in seen:
            seen.add(number)
        elif following is None or following.name != "ul" or sign is None:
            tag.decompose()
        else:
            tag.clear()
            tag.append(sign)
    return str(soup)


def _shown(html: str, text: str) -> Shown:
    if not html:
        return Shown(f"<pre>{escape(text)}</pre>" if text else "", "", text)
    soup = BeautifulSoup(html, "html.parser")
    for tag in [*soup.find_all(DROPPED), *soup.select(f".{SCREEN}")]:
        tag.decompose()
    _lay_open(soup)
    for table in soup.find_all("table"):
        _tidy(table)
    for tag in soup.find_all(HEADINGS):
        tag.name = "b"
        tag.wrap(soup.new_tag("p"))
    for tag in soup.find_all(True):  # noqa: FBT003 - every tag
        tag.attrs = {name: value for name, value in tag.attrs.items() if name in KEPT or _is_mark(tag, name)}
    folded = ""
    for details in soup.find_all("details"):
        if details.summary:
            details.summary.decompose()
        folded += details.decode_contents()
        details.decompose()
    said = (line for line in text.splitlines() if not line.startswith(HANDLING))
    return Shown(str(soup).strip(), folded, "\n".join(said))


def _lay_open(soup: BeautifulSoup) -> None:
    """Let what opens in place stand there, and tell each paragraph of a digest as one."""
    for term in soup.select(f"details.{TERM}"):
        if term.summary:
            term.summary.unwrap()
        term.unwrap()
    for told in soup.select(f"[{PARAGRAPH}]"):
        told.name = "p"


def _is_mark(tag: Tag, name: str) -> bool:
    """Return whether an attribute is a class that `_tidy` has set."""
    return name == "class" and tag.get("class") in (NUMBER, WIDE)


def _tidy(table: Tag) -> None:
    """Call a table wide that is, and keep of its looks what is set to the right."""
    for cell in table.select(".btl-number"):
        cell["class"] = NUMBER
    first = table.find("tr")
    table["class"] = WIDE if first and len(first.find_all(["th", "td"])) >= WIDE_FROM else ""
