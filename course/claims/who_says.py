"""Who says what, and how firmly? Statements by speaker and mode."""

from __future__ import annotations

from collections import Counter
from html import escape
from textwrap import wrap
from typing import TYPE_CHECKING, Any

import pandas as pd

from course.figures.chart import Chart, source_of
from course.figures.figure import Picture, scatter
from course.figures.parts import evidence, hover, in_style, says, sign
from course.figures.style import ACCENT, BELOW, CARD, GRID
from course.say import MOST_ITEMS, NOT_NAMED, count, first_up, items, left_out, short_name
from course.vocabulary import YES, vocabulary

if TYPE_CHECKING:
    from course.case import Case
    from course.figures.figure import Trace

ROW_HEIGHT = 52
MOST_ROWS = 40
"""How many speakers a picture of less than three screens has."""
LARGEST = 6
"""From so many statements on a circle stays as large as it is: a larger one would cover others."""
LABEL_WIDTH, MOST_LINES, MODE_WIDTH = 34, 2, 14
KEY = f"{sign(ACCENT, '●')} at least one is quoted &nbsp; {sign(ACCENT, '○')} all are told in the report's words"


def who_says(case: Case) -> Chart:
    """Count the statements of each speaker by their mode.

    Parameters
    ----------
    case
        A case; its tables `statements` and `actors` are read.

    Returns
    -------
    Chart
        One circle a speaker and mode, as large as there are statements. A filled circle has at least one
        statement that is quoted, an open one has only reported ones.

    Raises
    ------
    ContentError
        The case has no table `statements`.
    """
    case.need("chart of speakers", "statements")
    names, words, forms = case.actor_names, vocabulary("modes", case.name), vocabulary("forms", case.name)
    rows = [
        {
            **row,
            "who": NOT_NAMED if pd.isna(row["speaker"]) else names.get(row["speaker"], row["speaker"]),
            "mode": words[str(row["mode"])]["word"],
            "form": forms[str(row["form"])],
        }
        for row in case.rows("statements")
    ]
    every = in_order([row["who"] for row in rows])
    speakers = every[:MOST_ROWS]
    used = {row["mode"] for row in rows}
    modes = [row["word"] for row in words.values() if row["always"] == YES or row["word"] in used]
    by_cell: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in rows:
        by_cell.setdefault((row["who"], row["mode"]), []).append(row)
    cells = [
        {"who": who, "mode": mode, "rows": by_cell[who, mode]}
        for who in every
        for mode in modes
        if (who, mode) in by_cell
    ]
    layout = in_style(
        "Who says what, and how firmly?",
        KEY,
        height=132 + ROW_HEIGHT * max(len(speakers), 1),
        margin={"b": BELOW, "t": 96},
        xaxis=mode_axis(modes),
        yaxis={
            "tickvals": list(range(len(speakers))),
            "ticktext": [_tick(who) for who in speakers],
            "range": [max(len(speakers), 1) - 0.5, -0.5],
            "gridcolor": GRID,
            "fixedrange": True,
            "ticklabelstandoff": 8,
        },
    )
    drawn = set(speakers)
    picture = Picture([_circles([cell for cell in cells if cell["who"] in drawn], speakers, modes)], layout)
    return Chart(picture, _text(rows, every), _table(cells), source_of(rows, case, "statements"))


def in_order(names: list[str]) -> list[str]:
    """Return the names of speakers, one for each statement, each once: who says most first, the unnamed last."""
    numbers = Counter(names)
    return sorted(numbers, key=lambda who: (who == NOT_NAMED, -numbers[who], who))


def _tick(who: str) -> str:
    """Return a name in two lines at most, as HTML: of a longer one what stands in brackets behind it."""
    name = who if len(wrap(who, LABEL_WIDTH)) <= MOST_LINES else short_name(who)
    lines = wrap(name, LABEL_WIDTH, max_lines=MOST_LINES, placeholder=" …")
    return "<br>".join(escape(line, quote=False) for line in lines)


def mode_axis(modes: list[str]) -> dict[str, Any]:
    """Return the axis that has a column for each mode, with its name on top."""
    return {
        "tickvals": list(range(len(modes))),
        "ticktext": ["<br>".join(escape(line, quote=False) for line in wrap(mode, MODE_WIDTH)) for mode in modes],
        "range": [-0.5, len(modes) - 0.5],
        "side": "top",
        "fixedrange": True,
    }


def _circles(cells: list[dict[str, Any]], speakers: list[str], modes: list[str]) -> Trace:
    quoted = [any(map(_is_quoted, cell["rows"])) for cell in cells]
    return scatter(
        x=[modes.index(cell["mode"]) for cell in cells],
        y=[speakers.index(cell["who"]) for cell in cells],
        mode="markers+text",
        text=[str(len(cell["rows"])) for cell in cells],
        textfont={"size": 14, "color": [CARD if filled else ACCENT for filled in quoted]},
        marker={
            "size": [22 + 6 * min(len(cell["rows"]), LARGEST) for cell in cells],
            "color": [ACCENT if filled else CARD for filled in quoted],
            "line": {"color": ACCENT, "width": 2},
            "opacity": 1,
        },
        ids=[str(place) for place in range(len(cells))],
        **hover(says(f"{cell['who']}: {cell['mode']}", *_evidence(cell["rows"])) for cell in cells),
        cliponaxis=False,
    )


def _is_quoted(row: dict[str, Any]) -> bool:
    return bool(row["form"]["quoted"] == YES)


def _evidence(rows: list[dict[str, Any]]) -> list[str]:
    more = len(rows) - MOST_ITEMS
    return [*map(evidence, rows[:MOST_ITEMS]), *([f"and {more:,} more"] if more > 0 else [])]


def _text(rows: list[dict[str, Any]], speakers: list[str]) -> str:
    if not rows:
        return "There is no statement to count."
    quoted = sum(map(_is_quoted, rows))
    first = f"{count(len(rows), 'statement')}, {quoted} of them quoted. A filled circle has at least one quotation."
    modes: dict[str, Counter[str]] = {}
    for row in rows:
        modes.setdefault(row["who"], Counter())[row["mode"]] += 1
    told = (f"{who}: {', '.join(f'{number:,} {mode}' for mode, number in modes[who].items())}." for who in speakers)
    left = left_out(len(speakers), MOST_ROWS, "speaker", "with the most statements")
    return "\n".join([first, *items(map(first_up, told)), *left])


def _table(cells: list[dict[str, Any]]) -> pd.DataFrame:
    found = [(cell["who"], row) for cell in cells for row in cell["rows"]]
    return pd.DataFrame(
        {
            "speaker": [who for who, _ in found],
            "mode": [row["mode"] for _, row in found],
            "form": [row["form"]["word"] for _, row in found],
            "what is said": [row["summary"] for _, row in found],
            "paragraph": [row["paragraph"] for _, row in found],
            "wording": [row["wording"] for _, row in found],
        }
    )
