"""Who is mentioned, and who is quoted? Each actor by the paragraphs that name it and those in which it speaks."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from course.figures.chart import Chart
from course.figures.figure import Picture, scatter
from course.figures.parts import cut, evidence, hover, in_style, row_axis, says, sign
from course.figures.spans import Span, bar_trace
from course.figures.style import ACCENT, CARD, SOFT_INK
from course.network.graph import heard
from course.say import MOST_ITEMS, count, items, left_out, listed, short_name, verb
from course.vocabulary import words

if TYPE_CHECKING:
    from course.case import Case
    from course.figures.figure import Trace

ROW_HEIGHT = 30
MOST_ROWS = 70
"""How many rows a picture of less than three screens has."""
FEW = 30
"""So many paragraphs, or fewer, have a mark on the axis at each second one."""
LONGEST_NAME = 34
KEY = f"{sign(SOFT_INK, '○')} paragraphs that name the actor &nbsp; {sign(ACCENT, '●')} paragraphs in which it speaks"
NAMED, SPEAKS = "first named", "statements"
"""What a row is given besides: where its actor is named first, and what it says."""


def who_is_quoted(case: Case) -> Chart:
    """Draw for each actor in how many paragraphs it is named, and in how many it speaks.

    Parameters
    ----------
    case
        A case; all its tables that name an actor are read.

    Returns
    -------
    Chart
        One row an actor, most named first. An open circle is the paragraphs that name it, a filled one those in
        which it speaks; whoever has no filled circle is spoken about and does not speak.

    Raises
    ------
    ContentError
        The case has no table `actors` or no table `statements`.
    """
    actors = heard(case)
    spoken: dict[str, list[str]] = {}
    for row in case.rows("statements"):
        spoken.setdefault(str(row["speaker"]), []).append(evidence(row))
    every = [{**row, NAMED: evidence(row), SPEAKS: spoken.get(row["actor"], [])} for row in actors]
    rows = every[:MOST_ROWS]
    most = max([row["named"] for row in rows], default=0)
    steps = {"dtick": 2} if most <= FEW else {"nticks": 6}
    layout = in_style(
        "Who is named, and who speaks?",
        KEY,
        height=178 + ROW_HEIGHT * max(len(rows), 1),
        xaxis={"title": {"text": "paragraphs"}, "range": [-0.3, most * 1.8 + 1], **steps, "fixedrange": True},
        yaxis=row_axis(
            [escape(cut(short_name(str(row["name"])), LONGEST_NAME), quote=False) for row in rows], above=0.6
        ),
    )
    caption = f"Source: all tables of the case “{case.title}” that name an actor."
    return Chart(Picture(_marks(rows), layout), _text(every), _table(every, case), caption)


def _marks(rows: list[dict[str, Any]]) -> list[Trace]:
    spans = [Span(place, row["speaks"], row["named"], "") for place, row in enumerate(rows)]
    speakers = [span for span in spans if span.low]
    open_circle = {"size": 13, "color": CARD, "line": {"width": 2, "color": SOFT_INK}}
    return [
        bar_trace(spans, "span", width=2, color=SOFT_INK),
        scatter(
            x=[span.high for span in spans],
            y=[span.row for span in spans],
            mode="markers+text",
            marker=open_circle,
            text=[f"   {_in_words(row)}" for row in rows],
            textposition="middle right",
            textfont={"size": 12},
            name="named",
            ids=[row["actor"] for row in rows],
            **hover(says(f"{row['name']}: {_in_words(row)}", f"first in {row[NAMED]}") for row in rows),
            cliponaxis=False,
        ),
        scatter(
            x=[span.low for span in speakers],
            y=[span.row for span in speakers],
            mode="markers",
            marker={"size": 13, "color": ACCENT},
            name="speaks",
            ids=[row["actor"] for row in rows if row["speaks"]],
            **hover(says(f"{row['name']} speaks", *_first(row[SPEAKS])) for row in rows if row["speaks"]),
            cliponaxis=False,
        ),
    ]


def _in_words(row: dict[str, Any]) -> str:
    said = f"named in {row['named']}"
    if row["speaks"]:
        said += f", speaks in {row['speaks']}"
    return said + (", quoted" if row["quoted"] else "")


def _text(rows: list[dict[str, Any]]) -> str:
    if not rows:
        return "There is no actor to draw."
    speakers = [row for row in rows if row["speaks"]]
    silent = [str(row["name"]) for row in rows if not row["speaks"]]
    quoted = [str(row["name"]) for row in rows if row["quoted"]]
    named = f"{count(len(rows), 'actor')} {verb(len(rows), 'is', 'are')} named"
    as_person = verb(len(quoted), "is quoted as a person", "are quoted as persons")
    return "\n".join(
        [
            f"{named}, {len(speakers)} {verb(len(speakers), 'speaks', 'speak')}, {len(quoted)} {as_person}.",
            f"- Quoted: {listed(quoted, MOST_ITEMS, ', ') or 'nobody'}.",
            *items(f"{row['name']}: {_in_words(row)}." for row in speakers),
            f"- Named, and never a speaker: {listed(silent, MOST_ITEMS, ', ') or 'nobody'}.",
            *left_out(len(rows), MOST_ROWS, "actor", "that most paragraphs name"),
        ]
    )


def _first(proofs: list[str]) -> list[str]:
    more = len(proofs) - MOST_ITEMS
    return [*proofs[:MOST_ITEMS], *([f"and {more} more"] if more > 0 else [])]


def _table(rows: list[dict[str, Any]], case: Case) -> pd.DataFrame:
    kinds = words("kinds", case.name)
    return pd.DataFrame(
        {
            "actor": pd.array([row["name"] for row in rows], dtype="string"),
            "kind": [kinds[str(row["kind"])] for row in rows],
            "paragraphs that name it": [row["named"] for row in rows],
            "paragraphs in which it speaks": [row["speaks"] for row in rows],
            "quoted": ["yes" if row["quoted"] else "no" for row in rows],
        }
    )
