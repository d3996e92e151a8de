"""The graph: the actors of a case and the relations between them, as data; and how often each is named and speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course.figures.parts import evidence
from course.names import SEPARATOR
from course.tables import plain
from course.vocabulary import YES, vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import networkx as nx
    import pandas as pd

    from course.case import Case

ACTORS_IN = {
    "actors": ("actor",),
    **dict.fromkeys(("troops", "counts"), ("whose", "source")),
    "statements": ("speaker", "addressee"),
    "relations": ("from", "to"),
    "events": ("participants",),
}
"""The columns of each table that name actors."""


def graph(case: Case) -> nx.MultiDiGraph:
    """Return the actors of a case and what they do to each other.

    Returns
    -------
    networkx.MultiDiGraph
        A node an actor, with `name`, `kind` and `proof`, where it is named first; an edge a row of `relations`, keyed
        by its `link`, with `relation` (as people read it), `group` and `mutual` (whether the two do it together) as the
        vocabulary has them, `paragraph` and `wording`.

    Raises
    ------
    ContentError
        The case has no table `actors` or no table `relations`.
    """
    case.need("network", "actors", "relations")
    import networkx as nx  # noqa: PLC0415 - slow, and only a lesson on who is who needs it

    made = nx.MultiDiGraph()
    for row in case.rows("actors"):
        made.add_node(row["actor"], name=row["name"], kind=str(row["kind"]), proof=evidence(row))
    words = vocabulary("relations", case.name)
    for row in case.rows("relations"):
        its = words[str(row["relation"])]
        traits = {"relation": its["word"], "group": its["group"], "mutual": its["mutual"] == YES}
        rests_on = {"paragraph": int(row["paragraph"]), "wording": row["wording"]}
        made.add_edge(row["from"], row["to"], key=row["link"], **traits, **rests_on)
    return made


def voices(case: Case) -> pd.DataFrame:
    """Return how often each actor is named and how often it speaks.

    Returns
    -------
    pandas.DataFrame
        One row an actor, most named first: `actor`, `name`, `kind`, `named` (paragraphs in which a row of any
        table has it), `speaks` (paragraphs in which it is a speaker) and `quoted` (whether words of it, as a
        person, stand between quotation marks).

    Raises
    ------
    ContentError
        The case has no table `actors` or no table `statements`.
    """
    rows = heard(case)
    actors = case.actors.set_index("actor", drop=False).loc[[row["actor"] for row in rows]]
    table = actors.assign(**{name: [row[name] for row in rows] for name in ("named", "speaks")})
    return table[["actor", "name", "kind", "named", "speaks", "quoted"]].reset_index(drop=True)


def heard(case: Case) -> list[dict[str, Any]]:
    """Return the rows of the actors in the order of `voices`, with `named` and `speaks` as there.

    Raises
    ------
    ContentError
        As in `voices`.
    """
    case.need("chart of voices", "actors", "statements")
    named, spoken = _paragraphs(case, ACTORS_IN), _paragraphs(case, {"statements": ("speaker",)})
    rows = [
        {**row, "named": len(named[row["actor"]]), "speaks": len(spoken.get(row["actor"], ()))}
        for row in case.rows("actors")
    ]
    return sorted(rows, key=lambda row: (-row["named"], -row["speaks"], row["name"]))


def _paragraphs(case: Case, columns: Mapping[str, Sequence[str]]) -> dict[str, set[int]]:
    """Return the paragraphs in which a row of some tables, where the case has them, has each actor."""
    found: dict[str, set[int]] = {}
    for table in columns.keys() & set(case.tables):
        rows = case.table(table)
        for column in rows.columns.intersection(list(columns[table])):
            for keys, paragraph in set(zip(plain(rows[column]), plain(rows["paragraph"]), strict=True)):
                for actor in str(keys).split(SEPARATOR) if keys else ():
                    found.setdefault(actor, set()).add(paragraph)
    return found
