"""Who deals with whom? The actors in a circle, and a line for what one does to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import plotly.graph_objects as go

from course.content import vocabulary
from course.figures.chart import Chart, source_of
from course.network.picture import heading_trace, layout, line_traces, name_trace, point_trace
from course.network.seats import network

if TYPE_CHECKING:
    import networkx as nx

    from course.case import Case


def who_deals_with_whom(case: Case) -> Chart:
    """Draw the actors of a case in a circle, with a line for each relation.

    Parameters
    ----------
    case
        A case; its tables `actors` and `relations` are read.

    Returns
    -------
    Chart
        A point an actor, in the order of kinds and names, so that the picture is the same each time; a line a
        relation, in the colour and pattern of its group, with an arrow at the end of the one to whom it is done,
        and at both ends where the two do it together. Hovering over the middle of a line shows its wording.
    """
    net = network(case)
    actors = list(net.seats)
    kinds = {net.kind(actor) for actor in actors}
    traces = [*line_traces(net.lines), point_trace(net, actors), name_trace(net, actors), heading_trace(net, kinds)]
    figure = go.Figure(data=traces, layout=layout("Who deals with whom?", net))
    bound = [actor for actor in actors if net.links.degree(actor)]
    caption = source_of(case.relations, case, "relations")
    return Chart(figure, _text(net.links, bound), _table(net.links), caption)


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
