"""Who deals with whom: the graph and the voices."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course import content
from course.content import ContentError
from course.network import graph as network

if TYPE_CHECKING:
    from course.case import Case


def test_the_graph_has_a_node_an_actor_and_an_edge_a_relation(case: Case) -> None:
    links = network.graph(case)
    assert set(links) == set(case.actors["actor"])
    assert links.number_of_edges() == len(case.relations)
    assert links.edges["macron", "putin", "r17"]["relation"] == "talks with"
    assert links.edges["macron", "putin", "r17"]["group"] == "contact"
    assert links.nodes["nato"]["kind"] == "organisation"


def test_voices_count_paragraphs_and_not_rows(case: Case) -> None:
    voices = network.voices(case).set_index("actor")
    assert voices.loc["russia", "speaks"] == 1, "two statements, one paragraph"
    assert voices.loc["ukraine", "speaks"] == 0
    assert voices.loc["putin", "named"] == 2
    assert voices["named"].is_monotonic_decreasing
    assert (voices["speaks"] <= voices["named"]).all()


def test_each_relation_has_a_group_that_the_vocabulary_knows() -> None:
    groups = content.vocabulary("relation_groups")
    assert {row["group"] for row in content.vocabulary("relations").values()} == set(groups)
    with pytest.raises(ContentError, match="Did you mean 'relations'"):
        content.vocabulary("relation")
