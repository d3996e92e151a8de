"""Who says what, and how firmly? Statements by speaker and mode."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from course.figures.chart import Chart, source_of
from course.figures.figure import Picture, scatter
from course.figures.parts import evidence, hover, in_style, says, sign
from course.figures.style import ACCENT, BELOW, CARD, GRID
from course.say import NOT_NAMED, count
from course.tables import records

if TYPE_CHECKING:
    from course.case import Case
    from course.figures.figure import Trace

ROW_HEIGHT = 52
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
    """
    statements, actors = case.statements, case.actors
    names = dict(zip(actors["actor"], actors["name"], strict=True))
    rows = [
        {**row, "who": NOT_NAMED if pd.isna(row["speaker"]) else names[row["speaker"]], "mode": str(row["mode"])}
        for row in records(statements)
    ]
    speakers = in_order([row["who"] for row in rows])
    modes = [str(mode) for mode in statements["mode"].cat.categories]
    cells = [
        {"who": who, "mode": mode, "rows": found}
        for who in speakers
        for mode in modes
        if (found := [row for row in rows if (row["who"], row["mode"]) == (who, mode)])
    ]
    layout = in_style(
        "Who says what, and how firmly?",
        KEY,
        height=132 + ROW_HEIGHT * max(len(speakers), 1),
        margin={"b": BELOW, "t": 96},
        xaxis=mode_axis(modes),
        yaxis={
            "tickvals": list(range(len(speakers))),
            "ticktext": speakers,
            "range": [max(len(speakers), 1) - 0.5, -0.5],
            "gridcolor": GRID,
            "fixedrange": True,
            "ticklabelstandoff": 8,
        },
    )
    picture = Picture([_circles(cells, speakers, modes)], layout)
    return Chart(picture, _text(rows, speakers), _table(cells), source_of(statements, case, "statements"))


def in_order(names: list[str]) -> list[str]:
    """Return the names of speakers, one for each statement, each once: who says most first, the unnamed last."""
    return sorted(set(names), key=lambda who: (who == NOT_NAMED, -names.count(who), who))


def mode_axis(modes: list[str]) -> dict[str, Any]:
    """Return the axis that has a column for each mode, with its name on top."""
    return {
        "tickvals": list(range(len(modes))),
        "ticktext": modes,
        "range": [-0.5, len(modes) - 0.5],
        "side": "top",
        "fixedrange": True,
    }


def _circles(cells: list[dict[str, Any]], speakers: list[str], modes: list[str]) -> Trace:
    quoted = [any(row["form"] == "quoted" for row in cell["rows"]) for cell in cells]
    return scatter(
        x=[modes.index(cell["mode"]) for cell in cells],
        y=[speakers.index(cell["who"]) for cell in cells],
        mode="markers+text",
        text=[str(len(cell["rows"])) for cell in cells],
        textfont={"size": 14, "color": [CARD if filled else ACCENT for filled in quoted]},
        marker={
            "size": [22 + 6 * len(cell["rows"]) for cell in cells],
            "color": [ACCENT if filled else CARD for filled in quoted],
            "line": {"color": ACCENT, "width": 2},
            "opacity": 1,
        },
        ids=[str(place) for place in range(len(cells))],
        **hover(says(f"{cell['who']}: {cell['mode']}", *map(evidence, cell["rows"])) for cell in cells),
        cliponaxis=False,
    )


def _text(rows: list[dict[str, Any]], speakers: list[str]) -> str:
    if not rows:
        return "There is no statement to count."
    quoted = sum(row["form"] == "quoted" for row in rows)
    first = f"{count(len(rows), 'statement')}, {quoted} of them quoted. A filled circle has at least one quotation."
    return "\n".join([first, *(_of_one([row for row in rows if row["who"] == who], who) for who in speakers)])


def _of_one(rows: list[dict[str, Any]], who: str) -> str:
    modes: dict[str, int] = {}
    for row in rows:
        modes[row["mode"]] = modes.get(row["mode"], 0) + 1
    return f"- {who[0].upper()}{who[1:]}: {', '.join(f'{number} {mode}' for mode, number in modes.items())}."


def _table(cells: list[dict[str, Any]]) -> pd.DataFrame:
    found = [(cell["who"], row) for cell in cells for row in cell["rows"]]
    return pd.DataFrame(
        {
            "speaker": [who for who, _ in found],
            "mode": [row["mode"] for _, row in found],
            "form": [str(row["form"]) for _, row in found],
            "what is said": [row["summary"] for _, row in found],
            "paragraph": [row["paragraph"] for _, row in found],
            "wording": [row["wording"] for _, row in found],
        }
    )
