"""The graph: the actors of a case and the relations between them, as data; and how often each is named and speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import pandas as pd

from course.figures.parts import evidence
from course.tables import records
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from course.case import Case


def graph(case: Case) -> nx.MultiDiGraph:
    """Return the actors of a case and what they do to each other.

    Returns
    -------
    networkx.MultiDiGraph
        A node an actor, with `name`, `kind` and `proof`, where it is named first; an edge a row of `relations`, keyed
        by its `link`, with `relation`, `group` (of the vocabulary), `paragraph` and `wording`.
    """
    made = nx.MultiDiGraph()
    for row in records(case.actors):
        made.add_node(row["actor"], name=row["name"], kind=str(row["kind"]), proof=evidence(row))
    groups = vocabulary("relations")
    for row in records(case.relations):
        relation = str(row["relation"])
        more = {"paragraph": int(row["paragraph"]), "wording": row["wording"]}
        made.add_edge(
            row["from"], row["to"], key=row["link"], relation=relation, group=groups[relation]["group"], **more
        )
    return made


def voices(case: Case) -> pd.DataFrame:
    """Return how often each actor is named and how often it speaks.

    Returns
    -------
    pandas.DataFrame
        One row an actor, most named first: `actor`, `name`, `kind`, `named` (paragraphs in which a row of any
        table has it), `speaks` (paragraphs in which it is a speaker) and `quoted` (whether words of it, as a
        person, stand between quotation marks).
    """
    named = _paragraphs(case)
    statements = case.statements
    spoken = statements.dropna(subset="speaker").groupby("speaker")["paragraph"].nunique()
    table = case.actors[["actor", "name", "kind", "quoted"]].assign(
        named=[len(named[actor]) for actor in case.actors["actor"]],
        speaks=[int(spoken.get(actor, 0)) for actor in case.actors["actor"]],
    )
    table = table.sort_values(["named", "speaks", "name"], ascending=[False, False, True], kind="stable")
    return table[["actor", "name", "kind", "named", "speaks", "quoted"]].reset_index(drop=True)


def _paragraphs(case: Case) -> dict[str, set[int]]:
    """Return the paragraphs in which a row of any table has each actor."""
    found: dict[str, set[int]] = {actor: set() for actor in case.actors["actor"]}
    columns = {
        "actors": ["actor"],
        "troops": ["whose", "source"],
        "statements": ["speaker", "addressee"],
        "relations": ["from", "to"],
        "events": ["participants"],
    }
    for table, names in columns.items():
        for row in records(case.table(table)):
            for name in names:
                if not pd.isna(row[name]):
                    for actor in str(row[name]).split(";"):
                        found[actor].add(int(row["paragraph"]))
    return found
