"""Where? A map of the places that the report names, as precisely as it names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from course.figures.chart import Chart, source_of
from course.figures.figure import Picture
from course.map.atlas import atlas
from course.map.ground import apart, borders, key, land, layout, leader_trace, of_outlines, point_trace
from course.map.labels import labels
from course.map.words import NO_PLACE, of_frame
from course.say import MOST_ITEMS, count, listed
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course.case import Case
    from course.map.spots import Spot

TITLE = "Where? As precisely as the report says"


def where(case: Case) -> Chart:
    """Draw the places of a case on a map, with the counts that are mentioned at them.

    Parameters
    ----------
    case
        A case; its tables `places`, `actors` and those of counts are read.

    Returns
    -------
    Chart
        A point has a mark at its coordinates; a country is a tinted area with its name, for the report names no place
        in it; a border or an area around a country is a dashed outline, for no point stands for it; the label of
        several countries points into each of them. A count stands where the report says, with the sign of its status.
        The frame follows the places, anywhere on earth; what has no place on it is told in the text. Nothing is
        fetched: the outlines come with the course.

    Raises
    ------
    ContentError
        The case has no table of places.
    """
    found = atlas(case)
    written = labels(found.spots)
    statuses = vocabulary("statuses")
    shown = [label for label in written if label.shown(statuses)]
    traces = [*land(found), apart(found), borders(found.spots), leader_trace(shown), point_trace(found.spots, written)]
    texts = [label.annotation(statuses) for label in shown]
    picture = Picture(traces, layout(TITLE, found, texts, key(found)))
    every = [found.every[place] for place in case.places["place"] if place in found.every]
    text = "\n".join([*_text(every, found.spots), *found.said, *of_frame(found, written)]) if every else NO_PLACE
    return Chart(picture, text, _table(every), f"{source_of(case.rows('places'), case, 'places')} {of_outlines(found)}")


def _text(every: Sequence[Spot], spots: Sequence[Spot]) -> list[str]:
    points = sum(spot.dot is not None for spot in spots)
    lines = [f"{count(len(every), 'place')}, {points} of them a point on the map."]
    if points < len(every):
        lines[0] += " The others are countries, lines and areas."
    for precision in vocabulary("precisions"):
        same = [spot for spot in every if spot.precision == precision]
        if same:
            names = listed(map(_with_counts, same), MOST_ITEMS)
            lines.append(f"- {same[0].word.capitalize()}: {names}. {same[0].meaning}")
    return lines


def _with_counts(spot: Spot) -> str:
    sizes = [mention.said() for mention in spot.mentions]
    return f"{spot.name} ({listed(sizes, MOST_ITEMS, ', ')})" if sizes else spot.name


def _table(found: Sequence[Spot]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "place": [spot.name for spot in found],
            "precision": [spot.word for spot in found],
            "counts there": [", ".join(mention.said() for mention in spot.mentions) or "none" for spot in found],
            "paragraph": [spot.paragraph for spot in found],
            "wording": [spot.wording for spot in found],
        }
    )
