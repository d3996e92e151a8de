"""The graph: the actors of a case and the relations between them, as data; and how often each is named and speaks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from course.figures.parts import evidence
from course.names import SEPARATOR
from course.tables import plain
from course.vocabulary import YES, vocabulary

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

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


@dataclass(frozen=True)
class Actor:
    """Who is named: what it is called, the key of its kind, and where it is named first."""

    name: str
    kind: str
    proof: str


@dataclass(frozen=True)
class Relation:
    """What one actor does to another: a row of the table.

    Attributes
    ----------
    one, other
        The keys of the actors; where the two do it together, in the order of the table.
    word, group, mutual
        As people read it, the key of its group, and whether the two do it together, as the vocabulary has them.
    paragraph, wording
        The evidence.
    """

    one: str
    other: str
    word: str
    group: str
    mutual: bool
    paragraph: int
    wording: str

    @property
    def proof(self) -> str:
        """The evidence in words."""
        return evidence({"paragraph": self.paragraph, "wording": self.wording})


@dataclass(frozen=True)
class Graph:
    """The actors by their keys, and the relations between them: those of the first actor first."""

    actors: Mapping[str, Actor]
    relations: tuple[Relation, ...]

    @cached_property
    def degrees(self) -> Counter[str]:
        """In how many relations each actor is; one to itself counts twice."""
        return Counter(actor for each in self.relations for actor in (each.one, each.other))

    def of(self, some: Collection[str]) -> Graph:
        """Return the part of the graph that is between some of the actors."""
        return Graph(
            {key: actor for key, actor in self.actors.items() if key in some},
            tuple(each for each in self.relations if each.one in some and each.other in some),
        )


def graph(case: Case) -> Graph:
    """Return the actors of a case and what they do to each other.

    Raises
    ------
    ContentError
        The case has no table `actors` or no table `relations`.
    """
    case.need("network", "actors", "relations")
    actors = {row["actor"]: Actor(row["name"], str(row["kind"]), evidence(row)) for row in case.rows("actors")}
    words = vocabulary("relations", case.name)
    found: dict[str, dict[str, list[Relation]]] = {actor: {} for actor in actors}
    for row in case.rows("relations"):
        its = words[str(row["relation"])]
        traits = its["word"], its["group"], its["mutual"] == YES
        made = Relation(row["from"], row["to"], *traits, int(row["paragraph"]), row["wording"])
        found[made.one].setdefault(made.other, []).append(made)
    return Graph(actors, tuple(each for others in found.values() for same in others.values() for each in same))


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
