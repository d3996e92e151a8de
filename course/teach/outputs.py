"""What a solution keeps of a cell's outputs, made ready for paper: figures, and HTML without style and script."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup

from course.figures.chart import PLOTLY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bs4 import Tag

KEPT = {"scope", "colspan", "rowspan", "href"}
"""The attributes that stay; a style that was made for a screen, dark or light, does not."""
DROPPED = ["style", "script", "svg", "button", "input", "select", "textarea"]
HEADINGS = re.compile(r"h[1-6]")
NUMBER = re.compile(r"[−-]?\d[\d,.]*%?")  # noqa: RUF001 - a true minus is meant
WHOLE = re.compile(r"\d+")
BLANK = "<NA>"
BLANKS = {"NaN", "NaT", "None"}
"""What pandas calls a blank in some columns; on paper all blanks are called the same."""
WIDE = 6
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
        if found and found[-1].figure is not None and not found[-1].html:
            found[-1] = replace(_shown(html, text), figure=found[-1].figure)
        elif PLOTLY in data:
            # Its plain text says the same as the words that follow.
            found.append(replace(_shown(html, text if html else ""), figure=data[PLOTLY]))
        elif html or text:
            found.append(_shown(html, text))
    return found


def _shown(html: str, text: str) -> Shown:
    if not html:
        return Shown(f"<pre>{escape(text)}</pre>" if text else "", "", text)
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.find_all(DROPPED):
        tag.decompose()
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
    return Shown(str(soup).strip(), folded, text)


def _is_mark(tag: Tag, name: str) -> bool:
    """Return whether an attribute is a class that `_tidy` has set."""
    return name == "class" and tag.get("class") in ("number", "wide")


def _tidy(table: Tag) -> None:
    """Bring a table to one row of headers, with no index that only counts, and numbers to the right."""
    head, body = table.thead, table.tbody
    if head is None or body is None:
        return
    rows = body.find_all("tr")
    if "dataframe" in (table.get("class") or []):
        _tidy_index(head, rows)
    for cell in head.find_all("th"):
        cell["scope"] = "col"
        if not cell.get_text(strip=True):
            cell.name = "td"
            del cell["scope"]
    top = head.find("tr")
    columns = top.find_all(["th", "td"]) if top else []
    for row in rows:
        _tidy_cells(row, columns)
    del table["class"]
    if len(columns) >= WIDE:
        table["class"] = "wide"


def _tidy_cells(row: Tag, columns: list[Tag]) -> None:
    """Call all blanks the same, and set numbers, and the head of their column, to the right."""
    for cell in row.find_all("th"):
        cell["scope"] = "row"
    for column, cell in zip(columns, row.find_all(["th", "td"]), strict=False):
        said = cell.get_text(strip=True)
        if said in BLANKS:
            cell.string = BLANK
        if cell.name == "td" and NUMBER.fullmatch(said):
            cell["class"] = column["class"] = "number"


def _tidy_index(head: Tag, rows: list[Tag]) -> None:
    """Put the name of an index above it, or take away an index that only counts."""
    levels = max((len(row.find_all("th")) for row in rows), default=0)
    first, *more = head.find_all("tr")
    named = False
    if len(more) == 1:
        texts = [cell.get_text(strip=True) for cell in more[0].find_all("th")]
        named = any(texts) and not any(texts[levels:])
        for cell, text in zip(first.find_all("th"), texts[:levels], strict=False):
            cell.string = text or cell.get_text(strip=True)
        if named:
            more[0].decompose()
    labels = [cell.get_text(strip=True) for row in rows for cell in row.find_all("th")]
    if levels == 1 and not named and all(map(WHOLE.fullmatch, labels)):
        for row in [first, *rows]:
            if corner := row.find("th"):
                corner.decompose()
