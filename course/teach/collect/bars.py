"""The charts of a report: strips of parts in a line, each chart a figure with a sentence and a table to open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.page.html import Html, join, tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FIRST, LATER, NOT_YET, UNTRIED = "first", "later", "notyet", "untried"
MET = "met"
TONES = {
    FIRST: "right at the first try",
    LATER: "right later",
    NOT_YET: "not yet",
    UNTRIED: "not tried",
    MET: "met it first",
}
"""What a part of a strip can be, and what a reader calls it; `report.css` has its colour and its hatching."""


def strip(parts: Iterable[tuple[str, int]], of: int) -> Html:
    """Return one bar: its parts in a line, as shares of a whole.

    It says nothing to a screen reader: words beside it and a table say the same. Sizes are attributes, for a page that
    allows no style but its own.

    Parameters
    ----------
    parts
        A key of `TONES` and a count each.
    of
        What the whole line stands for; parts that go beyond it are cut.
    """
    shapes, at = [], 0.0
    for tone, count in parts:
        width = min(100 * max(count, 0) / of, 100 - at) if of > 0 else 0
        if width > 0:
            place = {"x": f"{at:.4g}%", "y": "0", "width": f"{width:.4g}%", "height": "100%"}
            shapes.append(tag("rect", class_=f"bar-{tone}", **place))
        at += width
    return tag("svg", *shapes, class_="strip", width="100%", height="14", focusable="false", **{"aria-hidden": "true"})


def legend(tones: Iterable[str]) -> Html:
    """Return what each tone of a chart means."""
    return tag("p", *(tag("span", strip([(tone, 1)], 1), TONES[tone]) for tone in tones), class_="legend")


def table(head: Sequence[str], *rows: Sequence[str]) -> Html:
    """Return the numbers of a chart; the first column says what a row is, the others are numbers."""
    top = tag("tr", *(tag("th", cell, scope="col") for cell in head))
    body = (tag("tr", tag("th", first, scope="row"), *(tag("td", cell) for cell in rest)) for first, *rest in rows)
    return tag("table", tag("thead", top), tag("tbody", *body))


def figure(
    sentence: str, body: str, numbers: Iterable[Sequence[str]], *, tones: Iterable[str] = (), name: str = ""
) -> Html:
    """Return a chart.

    Parameters
    ----------
    sentence
        What it shows, in a sentence.
    body
        The rows of the chart, as HTML.
    numbers
        The table that says the same: its head, and its rows.
    tones
        Those that need to be explained.
    name
        The id of the table, by which a page that is renewed finds whether it was open.
    """
    scroll = tag("div", table(*numbers), class_="scroll", tabindex="0", role="group", **{"aria-label": "Table"})
    shown = tag("details", tag("summary", "The same as a table"), scroll, id=name, class_="as-table")
    key = [legend(tones)] if tones else []
    return tag("figure", tag("figcaption", sentence), *key, join(body), shown)
