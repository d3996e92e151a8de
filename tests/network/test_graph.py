"""Who deals with whom: the graph and the voices."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.content import ContentError
from course.network.graph import graph, voices
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from course.case import Case


def test_the_graph_has_a_node_an_actor_and_an_edge_a_relation(case: Case) -> None:
    made = graph(case)
    assert set(made) == set(case.actors["actor"])
    assert made.number_of_edges() == len(case.relations)
    assert made.edges["macron", "putin", "r17"]["relation"] == "talks with"
    assert made.edges["macron", "putin", "r17"]["group"] == "contact"
    assert made.nodes["nato"]["kind"] == "organisation"


def test_voices_count_paragraphs_and_not_rows(case: Case) -> None:
    table = voices(case).set_index("actor")
    assert table.loc["russia", "speaks"] == 1, "two statements, one paragraph"
    assert table.loc["ukraine", "speaks"] == 0
    assert table.loc["putin", "named"] == 2
    assert table["named"].is_monotonic_decreasing
    assert (table["speaks"] <= table["named"]).all()


def test_each_relation_has_a_group_that_the_vocabulary_knows() -> None:
    groups = vocabulary("relation_groups")
    assert {row["group"] for row in vocabulary("relations").values()} == set(groups)
    with pytest.raises(ContentError, match="Did you mean 'relations'"):
        vocabulary("relation")
