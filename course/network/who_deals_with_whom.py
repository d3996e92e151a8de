"""Who deals with whom? The actors in a circle, and a line for what one does to another."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pandas as pd

from course.figures.chart import Chart, source_of
from course.figures.figure import Picture
from course.network.picture import heading_trace, layout, line_traces, name_trace, point_trace
from course.network.seats import seats
from course.say import MOST_ITEMS, count, first_up, listed

if TYPE_CHECKING:
    from course.case import Case
    from course.network.seats import Seats


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
        *line_traces(its.groups, its.lines),
        point_trace(its, actors),
        name_trace(its, actors),
        heading_trace(its, set(map(its.kind, actors))),
    ]
    picture = Picture(traces, layout("Who deals with whom?", its))
    bound = [actor for actor in actors if graph.degrees[actor]]
    return Chart(picture, _text(its, bound), _table(its), source_of(case.rows("relations"), case, "relations"))


def _text(its: Seats, bound: list[str]) -> str:
    if not bound:
        return "There is no relation to draw."
    graph = its.graph
    alone = [its.name(actor) for actor in graph.actors if actor not in bound]
    busiest = max(bound, key=lambda actor: (graph.degrees[actor], actor))
    most = f"{its.name(busiest)} has the most: {graph.degrees[busiest]}."
    lines = [f"{count(len(graph.relations), 'relation')} between {count(len(bound), 'actor')}. {most}"]
    numbers = Counter(relation.group for relation in graph.relations)
    lines += [f"- {first_up(row['word'])}: {numbers[key]}. {row['meaning']}" for key, row in its.groups.items()]
    if alone:
        lines.append(f"- Named, and in no relation: {listed(alone, MOST_ITEMS, ', ')}.")
    return "\n".join([*lines, *its.left_out])


def _table(its: Seats) -> pd.DataFrame:
    relations = its.graph.relations
    return pd.DataFrame(
        {
            "from": [its.name(each.one) for each in relations],
            "relation": [each.word for each in relations],
            "to": [its.name(each.other) for each in relations],
            "group": [its.groups[each.group]["word"] for each in relations],
            "paragraph": [each.paragraph for each in relations],
            "wording": [each.wording for each in relations],
        }
    )
