"""Who deals with whom: the graph and the voices."""

from __future__ import annotations

from collections import Counter

import pytest

from course.case import Case
from course.content import ContentError
from course.network.graph import graph, heard, voices
from course.vocabulary import vocabulary
from tests.invented import ferry


def test_the_graph_has_a_node_an_actor_and_an_edge_a_relation(case: Case) -> None:
    made = graph(case)
    assert list(made.actors) == list(case.actors["actor"])
    assert len(made.relations) == len(case.relations)
    [talks] = [
        each for each in made.relations if (each.one, each.other, each.word) == ("macron", "putin", "talks with")
    ]
    assert (talks.group, talks.mutual) == ("contact", True)
    assert made.actors["nato"].kind == "organisation"


def test_a_degree_counts_relations_of_either_end_and_a_part_of_the_graph_has_those_between_its_actors(
    case: Case,
) -> None:
    whole = graph(case)
    ends = [*case.relations["from"], *case.relations["to"]]
    assert whole.degrees == Counter(ends)
    part = whole.of(["macron", "putin"])
    assert list(part.actors) == ["macron", "putin"]
    assert {frozenset((each.one, each.other)) for each in part.relations} == {frozenset(("macron", "putin"))}


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


def test_a_case_that_lacks_a_table_is_told_which_and_for_what() -> None:
    for lacks in ("actors", "statements"):
        case = ferry(actors=[{"actor": "ada"}])
        lacking = Case(
            case.name, case.title, {}, {name: case.table(name) for name in case.tables if name != lacks}, None
        )
        with pytest.raises(ContentError, match=f"no table {lacks}, so there is no chart of voices to draw"):
            heard(lacking)


def test_of_those_named_as_often_the_one_who_speaks_more_comes_first_and_then_the_names() -> None:
    actors = [{"actor": key, "name": name} for key, name in (("z", "Zoe"), ("b", "Ben"), ("a", "Ada"))]
    statements = [{"speaker": "z", "paragraph": 1}]
    assert [row["actor"] for row in heard(ferry(actors=actors, statements=statements))] == ["z", "a", "b"]


def test_a_blank_names_nobody_and_a_list_each_of_its_actors() -> None:
    actors = [{"actor": "ada"}, {"actor": "ben"}, {"actor": "None"}]
    events = [{"participants": "ada;ben", "paragraph": 2}, {"paragraph": 3}]
    rows = {row["actor"]: row["named"] for row in heard(ferry(actors=actors, events=events))}
    assert rows == {"ada": 2, "ben": 2, "None": 1}


def test_a_case_without_actors_or_relations_has_no_network() -> None:
    for lacks in ("actors", "relations"):
        case = ferry(actors=[{"actor": "ada"}])
        tables = {name: case.table(name) for name in case.tables if name != lacks}
        with pytest.raises(ContentError, match=f"has no table {lacks}, so there is no network to draw"):
            graph(Case(case.name, case.title, {}, tables, None))


def test_relations_of_one_actor_stand_together_by_whom_they_are_to() -> None:
    actors = [{"actor": key} for key in ("ada", "ben", "cat")]
    ends = [("ada", "ben"), ("ben", "cat"), ("ada", "cat"), ("ada", "ben")]
    made = graph(ferry(actors=actors, relations=[{"from": one, "to": other} for one, other in ends]))
    assert [(each.one, each.other) for each in made.relations] == [
        ("ada", "ben"),
        ("ada", "ben"),
        ("ada", "cat"),
        ("ben", "cat"),
    ]
