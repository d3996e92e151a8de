"""Who deals with whom? The actors in a circle, and a line for what one does to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from course.figures.chart import Chart, source_of
from course.figures.figure import Picture
from course.network.picture import heading_trace, layout, line_traces, name_trace, point_trace
from course.network.seats import seats
from course.say import count
from course.vocabulary import vocabulary

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
    its = seats(case)
    actors, graph = list(its.places), its.graph
    traces = [
        *line_traces(its.lines),
        point_trace(its, actors),
        name_trace(its, actors),
        heading_trace(its, set(map(its.kind, actors))),
    ]
    picture = Picture(traces, layout("Who deals with whom?", its))
    bound = [actor for actor in actors if graph.degree(actor)]
    return Chart(picture, _text(graph, bound), _table(graph), source_of(case.relations, case, "relations"))


def _text(graph: nx.MultiDiGraph, bound: list[str]) -> str:
    if not bound:
        return "There is no relation to draw."
    alone = [graph.nodes[actor]["name"] for actor in graph if actor not in bound]
    busiest = max(bound, key=lambda actor: (graph.degree(actor), actor))
    most = f"{graph.nodes[busiest]['name']} has the most: {graph.degree(busiest)}."
    lines = [f"{count(graph.number_of_edges(), 'relation')} between {len(bound)} actors. {most}"]
    for group, row in vocabulary("relation_groups").items():
        number = sum(data["group"] == group for *_, data in graph.edges(data=True))
        lines.append(f"- {group.capitalize()}: {number}. {row['meaning']}")
    if alone:
        lines.append(f"- Named, and in no relation: {', '.join(alone)}.")
    return "\n".join(lines)


def _table(graph: nx.MultiDiGraph) -> pd.DataFrame:
    edges = [
        (graph.nodes[one]["name"], graph.nodes[other]["name"], data) for one, other, data in graph.edges(data=True)
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
