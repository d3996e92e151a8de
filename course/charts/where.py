"""Where? A map of the places that the report names, as precisely as it names them."""

from __future__ import annotations

import json
import math
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd
import plotly.graph_objects as go

from course import content
from course.charts.chart import Chart, source_of
from course.charts.style import ACCENT, INK, ORANGE, SOFT_INK, template
from course.charts.what_kind import size_in_words
from course.tables import records

if TYPE_CHECKING:
    from course.case import Case

EAST_WEST, SOUTH_NORTH = (11.0, 47.0), (41.0, 59.0)
"""What the map shows, in degrees."""
MIDDLE_LATITUDE = 50
HEIGHT = 630
MARGIN = 1.5
"""How far inside the frame a place is put that lies beyond it, in degrees."""
ABOVE_A_CITY, BESIDE, ABOVE, BELOW = 0.4, 4.2, 4.1, 5.9
"""How far from the middle of its states a name is written, in degrees, so that names do not cover each other."""
LAND, NAMED, EDGE = "#eef1f4", "#d3e4f2", "#c3ccd4"
ABOUT_CRIMEA = (
    "Outlines: Natural Earth. Crimea is drawn apart: Russia has held it since 2014, the UN General Assembly counts it "
    "as part of Ukraine."
)


def where(case: Case) -> Chart:
    """Draw the places of a case on a map of Europe, with the forces that are mentioned at them.

    Parameters
    ----------
    case
        A case; its tables `places` and `troops` are read.

    Returns
    -------
    Chart
        A city is a dot; a state is a tinted area with its name, for the report names no place in it; a border or
        an area around a state is a dashed outline, for no point stands for it; several states are joined by a
        line. Nothing is fetched: the outlines come with the course.
    """
    places, troops = records(case.places), records(case.troops)
    forces: dict[str, list[str]] = {}
    for row in troops:
        if not pd.isna(row["place"]):
            forces.setdefault(row["place"], []).append(size_in_words(row))
    ratio = 1 / math.cos(math.radians(MIDDLE_LATITUDE))
    axis = {"visible": False, "fixedrange": True}
    layout = {
        "template": template(),
        "title": {"text": "Where? As precisely as the report says"},
        "height": HEIGHT,
        "margin": {"l": 8, "r": 8, "t": 56, "b": 8},
        "xaxis": {**axis, "range": list(EAST_WEST), "constrain": "domain"},
        "yaxis": {**axis, "range": list(SOUTH_NORTH), "scaleanchor": "x", "scaleratio": ratio, "constrain": "domain"},
    }
    figure = go.Figure(data=[*_land(places), *_joined(places), *_points(places, forces)], layout=layout)
    caption = f"{source_of(case.places, case, 'places')} {ABOUT_CRIMEA}"
    return Chart(figure, _text(places, forces), _table(places, forces), caption)


@cache
def _outlines() -> dict[str, list[list[list[float]]]]:
    """Return the rings of each state, by its ISO code; what has none is under its name."""
    path = content.cases_folder() / "geo" / "europe.geojson"
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return {
        each["properties"]["iso"] or each["properties"]["name"]: [part[0] for part in each["geometry"]["coordinates"]]
        for each in features
    }


def _ring_trace(names: list[str], **style: Any) -> go.Scatter:  # noqa: ANN401 - what plotly takes
    x: list[float | None] = []
    y: list[float | None] = []
    for name in names:
        for ring in _outlines().get(name, []):
            x += [*(point[0] for point in ring), None]
            y += [*(point[1] for point in ring), None]
    return go.Scatter(x=x, y=y, mode="lines", hoverinfo="skip", **style)


def _states(place: dict[str, Any]) -> list[str]:
    return [] if pd.isna(place["iso"]) else str(place["iso"]).split(";")


def _land(places: list[dict[str, Any]]) -> list[go.Scatter]:
    """Return the land, the states that are named, Crimea on its own, and the dashed outlines of borders and areas."""
    named = sorted(
        {iso for place in places for iso in _states(place) if place["precision"] in ("state", "several states")}
    )
    around = [
        states for place in places if place["precision"] in ("border", "area") and len(states := _states(place)) == 1
    ]
    lines = sorted({iso for [iso] in around})
    thin = {"width": 1, "color": EDGE}
    return [
        _ring_trace([n for n in _outlines() if n not in named], name="land", fill="toself", fillcolor=LAND, line=thin),
        _ring_trace(named, name="named", fill="toself", fillcolor=NAMED, line=thin),
        _ring_trace(
            ["Crimea"], name="Crimea", fill="toself", fillcolor=LAND, line={**thin, "color": SOFT_INK, "dash": "dot"}
        ),
        _ring_trace(lines, name="borders and areas", line={"width": 2, "color": ORANGE, "dash": "dash"}),
    ]


def _middle(iso: str, places: list[dict[str, Any]]) -> tuple[float, float] | None:
    """Return the point that stands for a state in the table, drawn into the frame."""
    for place in places:
        if place["precision"] == "state" and place["iso"] == iso and not pd.isna(place["latitude"]):
            return _inside(place)
    return None


def _inside(place: dict[str, Any]) -> tuple[float, float]:
    x = min(max(place["longitude"], EAST_WEST[0] + MARGIN), EAST_WEST[1] - MARGIN)
    y = min(max(place["latitude"], SOUTH_NORTH[0] + MARGIN), SOUTH_NORTH[1] - MARGIN)
    return x, y


def _joined(places: list[dict[str, Any]]) -> list[go.Scatter]:
    """Return a line between the states of each place that is several."""
    x: list[float | None] = []
    y: list[float | None] = []
    for place in places:
        ends = [end for iso in _states(place) if (end := _middle(iso, places))]
        if place["precision"] == "several states":
            x += [*(end[0] for end in ends), None]
            y += [*(end[1] for end in ends), None]
    line = {"width": 2, "color": ACCENT, "dash": "dot"}
    return [go.Scatter(x=x, y=y, mode="lines", line=line, hoverinfo="skip", name="several states")]


def _points(places: list[dict[str, Any]], forces: dict[str, list[str]]) -> list[go.Scatter]:
    """Return the names of states and cities, and what stands at a border, in an area or in several states."""
    marks: list[dict[str, Any]] = []
    for place in places:
        at = _at(place, places)
        if at is None:
            continue
        sizes = forces.get(place["place"], [])
        name = f"<b>{escape(str(place['name']), quote=False)}</b>"
        if place["precision"] in ("border", "area", "several states"):
            if not sizes:
                continue
            name = f"<i>{escape(str(place['name']), quote=False)}</i>"
        said = "<br>".join([name, *(escape(size, quote=False) for size in sizes)])
        marks.append({"at": at, "text": said, "city": place["precision"] == "city", "place": place})
    return [
        go.Scatter(
            x=[mark["at"][0] for mark in marks],
            y=[mark["at"][1] for mark in marks],
            mode="markers+text",
            text=[mark["text"] for mark in marks],
            textposition=["bottom right" if mark["city"] else "middle center" for mark in marks],
            textfont={"size": 12, "color": INK},
            marker={"size": [9 if mark["city"] else 0.1 for mark in marks], "color": INK},
            customdata=[[mark["place"]["wording"], int(mark["place"]["paragraph"])] for mark in marks],
            hovertemplate="¶%{customdata[1]} “%{customdata[0]}”<extra></extra>",
            name="places",
        )
    ]


def _at(place: dict[str, Any], places: list[dict[str, Any]]) -> tuple[float, float] | None:
    """Return where the name of a place is written; None where the map has no room or no outline for it."""
    if not pd.isna(place["latitude"]):
        x, y = _inside(place)
        return (x, y) if place["precision"] == "city" else (x, y + ABOVE_A_CITY)
    ends = [end for iso in _states(place) if (end := _middle(iso, places))]
    if not ends:
        return None
    x, y = (sum(end[axis] for end in ends) / len(ends) for axis in (0, 1))
    if place["precision"] == "several states":
        return x - BESIDE, y
    return (x, y + ABOVE) if place["precision"] == "area" else (x, y - BELOW)


def _text(places: list[dict[str, Any]], forces: dict[str, list[str]]) -> str:
    if not places:
        return "There is no place to draw."
    points = sum(place["precision"] == "city" for place in places)
    lines = [f"{len(places)} places, {points} of them a point on the map. The others are states, lines and areas."]
    for precision, row in content.vocabulary("precisions").items():
        found = [place for place in places if place["precision"] == precision]
        if found:
            names = "; ".join(_with_forces(place, forces) for place in found)
            lines.append(f"- {precision.capitalize()}: {names}. {row['meaning']}")
    return "\n".join(lines)


def _with_forces(place: dict[str, Any], forces: dict[str, list[str]]) -> str:
    sizes = forces.get(place["place"], [])
    return f"{place['name']} ({', '.join(sizes)})" if sizes else str(place["name"])


def _table(places: list[dict[str, Any]], forces: dict[str, list[str]]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "place": [place["name"] for place in places],
            "precision": [str(place["precision"]) for place in places],
            "forces there": [", ".join(forces.get(place["place"], [])) or "none" for place in places],
            "paragraph": [place["paragraph"] for place in places],
            "wording": [place["wording"] for place in places],
        }
    )
