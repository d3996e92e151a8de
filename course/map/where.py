"""Where? A map of the places that the report names, as precisely as it names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from course.figures.chart import Chart, source_of
from course.figures.figure import Picture
from course.map.atlas import GLYPHS, spots
from course.map.ground import (
    ABOUT_CRIMEA,
    DASHED,
    KEY_OF_LAND,
    borders,
    crimea,
    key_of_forces,
    land,
    layout,
    leader_trace,
    point_trace,
)
from course.map.labels import labels
from course.say import count
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from course.case import Case
    from course.map.atlas import Spot


def where(case: Case) -> Chart:
    """Draw the places of a case on a map of Europe, with the forces that are mentioned at them.

    Parameters
    ----------
    case
        A case; its tables `places`, `troops` and `actors` are read.

    Returns
    -------
    Chart
        A city is a dot; a state is a tinted area with its name, for the report names no place in it; a border or
        an area around a state is a dashed outline, for no point stands for it; the label of several states points
        into each of them. A force stands where the report says, with the sign of its status. Nothing is fetched: the
        outlines come with the course.
    """
    found = spots(case)
    written = labels(found)
    shown = [label for label in written if label.shown(GLYPHS)]
    traces = [*land(found), crimea(), borders(found), leader_trace(shown), point_trace(written)]
    key = [KEY_OF_LAND, key_of_forces(found), DASHED]
    texts = [label.annotation(GLYPHS) for label in shown]
    picture = Picture(traces, layout("Where? As precisely as the report says", texts, key))
    caption = f"{source_of(case.places, case, 'places')} {ABOUT_CRIMEA}"
    return Chart(picture, _text(found), _table(found), caption)


def _text(found: list[Spot]) -> str:
    if not found:
        return "There is no place to draw."
    points = sum(spot.precision == "city" for spot in found)
    of_all = f"{count(len(found), 'place')}, {points} of them a point on the map."
    lines = [f"{of_all} The others are states, lines and areas."]
    for precision, row in vocabulary("precisions").items():
        names = [_with_forces(spot) for spot in found if spot.precision == precision]
        if names:
            lines.append(f"- {precision.capitalize()}: {'; '.join(names)}. {row['meaning']}")
    return "\n".join(lines)


def _with_forces(spot: Spot) -> str:
    sizes = [f"{force.owner}: {force.size}" for force in spot.forces]
    return f"{spot.name} ({', '.join(sizes)})" if sizes else spot.name


def _table(found: list[Spot]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "place": [spot.name for spot in found],
            "precision": [spot.precision for spot in found],
            "forces there": [
                ", ".join(f"{force.owner}: {force.size}" for force in spot.forces) or "none" for spot in found
            ],
            "paragraph": [spot.paragraph for spot in found],
            "wording": [spot.wording for spot in found],
        }
    )
