"""Who deals with whom? The actors in a circle, and a line for what one does to another."""

from __future__ import annotations

import math
from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd
import plotly.graph_objects as go

from course.charts.chart import Chart, source_of
from course.charts.style import GROUP_COLOURS, GROUP_DASHES, INK, template
from course.contacts import graph, short_name
from course.content import vocabulary

if TYPE_CHECKING:
    import networkx as nx

    from course.case import Case

HEIGHT = 640
ROOM = {"x": 1.75, "y": 1.2}
"""How far the axes go beyond the circle, for the names around it."""
LABEL_AT = 1.06
LEGEND_AT = -0.08

Place = tuple[float, float]


def who_deals_with_whom(case: Case) -> Chart:
    """Draw the actors of a case in a circle, with a line for each relation.

    Parameters
    ----------
    case
        A case; its tables `actors` and `relations` are read.

    Returns
    -------
    Chart
        A point an actor that has a relation, in the order of kinds and names, so that the picture is the same each
        time; a line a relation, in the colour and pattern of its group. Hovering over the middle of a line shows
        its wording.
    """
    links = graph(case)
    kinds = list(vocabulary("kinds"))
    bound = [actor for actor in links if links.degree(actor)]
    bound.sort(key=lambda actor: (kinds.index(links.nodes[actor]["kind"]), links.nodes[actor]["name"]))
    places = {actor: _place(position, len(bound)) for position, actor in enumerate(bound)}
    axis = {"visible": False, "fixedrange": True}
    layout = {
        "template": template(),
        "title": {"text": "Who deals with whom?"},
        "height": HEIGHT,
        "showlegend": True,
        "legend": {"orientation": "h", "x": 0, "y": LEGEND_AT},
        "xaxis": {**axis, "range": [-ROOM["x"], ROOM["x"]]},
        "yaxis": {**axis, "range": [-ROOM["y"], ROOM["y"]]},
        "annotations": [_name(links.nodes[actor]["name"], place) for actor, place in places.items()],
    }
    figure = go.Figure(data=[*_lines(links, places), *_middles(links, places), _points(links, places)], layout=layout)
    return Chart(figure, _text(links, bound), _table(links), source_of(case.relations, case, "relations"))


def _place(position: int, count: int) -> Place:
    """Return a place on the circle, rounded so that it is the same on every machine."""
    angle = math.tau * position / max(count, 1) + math.pi / 2
    return round(math.cos(angle), 4), round(math.sin(angle), 4)


def _lines(links: nx.MultiDiGraph, places: dict[str, Place]) -> list[go.Scatter]:
    made = []
    for group, colour in GROUP_COLOURS.items():
        x: list[Any] = []
        y: list[Any] = []
        for one, other, data in links.edges(data=True):
            if data["group"] == group:
                x += [places[one][0], places[other][0], None]
                y += [places[one][1], places[other][1], None]
        line = {"width": 2, "color": colour, "dash": GROUP_DASHES[group]}
        made.append(go.Scatter(x=x, y=y, mode="lines", line=line, name=group, hoverinfo="skip"))
    return made


def _middles(links: nx.MultiDiGraph, places: dict[str, Place]) -> list[go.Scatter]:
    """Return the middles of the lines, each with what it says; several between two actors share one."""
    said: dict[frozenset[str], list[str]] = {}
    for one, other, data in links.edges(data=True):
        names = f"{links.nodes[one]['name']} {data['relation']} {links.nodes[other]['name']}"
        said.setdefault(frozenset((one, other)), []).append(f"{names}<br>¶{data['paragraph']} “{data['wording']}”")
    middles = [[sum(places[actor][axis] for actor in pair) / len(pair) for axis in (0, 1)] for pair in said]
    return [
        go.Scatter(
            x=[x for x, _ in middles],
            y=[y for _, y in middles],
            mode="markers",
            marker={"size": 7, "color": INK, "opacity": 0.35},
            customdata=["<br>".join(lines) for lines in said.values()],
            hovertemplate="%{customdata}<extra></extra>",
            name="relations",
            showlegend=False,
        )
    ]


def _points(links: nx.MultiDiGraph, places: dict[str, Place]) -> go.Scatter:
    return go.Scatter(
        x=[x for x, _ in places.values()],
        y=[y for _, y in places.values()],
        mode="markers",
        marker={"size": [9 + 2 * links.degree(actor) for actor in places], "color": INK},
        customdata=[f"{links.nodes[actor]['name']} ({links.nodes[actor]['kind']})" for actor in places],
        hovertemplate="%{customdata}<extra></extra>",
        name="actors",
        showlegend=False,
    )


def _name(name: str, place: Place) -> dict[str, Any]:
    x, y = place
    anchor = "center" if abs(x) < 0.15 else ("left" if x > 0 else "right")  # noqa: PLR2004 - about the top and bottom
    return {
        "x": x * LABEL_AT,
        "y": y * (LABEL_AT + 0.03),
        "text": escape(short_name(name), quote=False),
        "showarrow": False,
        "xanchor": anchor,
        "yanchor": "middle" if anchor != "center" else ("bottom" if y > 0 else "top"),
        "font": {"size": 13},
    }


def _text(links: nx.MultiDiGraph, bound: list[str]) -> str:
    if not bound:
        return "There is no relation to draw."
    alone = [links.nodes[actor]["name"] for actor in links if actor not in bound]
    busiest = max(bound, key=lambda actor: (links.degree(actor), actor))
    most = f"{links.nodes[busiest]['name']} has the most: {links.degree(busiest)}."
    lines = [f"{links.number_of_edges()} relations between {len(bound)} actors. {most}"]
    for group, row in vocabulary("relation_groups").items():
        count = sum(data["group"] == group for *_, data in links.edges(data=True))
        lines.append(f"- {group.capitalize()}: {count}. {row['meaning']}")
    if alone:
        lines.append(f"- Named, and in no relation: {', '.join(alone)}.")
    return "\n".join(lines)


def _table(links: nx.MultiDiGraph) -> pd.DataFrame:
    edges = [
        (links.nodes[one]["name"], links.nodes[other]["name"], data) for one, other, data in links.edges(data=True)
    ]
    return pd.DataFrame(
        {
            "from": [one for one, _, _ in edges],
            "relation": [data["relation"] for *_, data in edges],
            "to": [other for _, other, _ in edges],
            "group": [data["group"] for *_, data in edges],
            "paragraph": [data["paragraph"] for *_, data in edges],
            "wording": [data["wording"] for *_, data in edges],
        }
    )
