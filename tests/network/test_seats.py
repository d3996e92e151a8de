"""The seats of the actors: who sits where, and each relation a line of its group."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from course.network.seats import MOST_ACTORS, MOST_LINES, STEPS, seats
from course.vocabulary import vocabulary
from tests.invented import ferry

if TYPE_CHECKING:
    from course.case import Case


def test_what_the_two_do_together_is_said_by_the_vocabulary() -> None:
    relations = [{"from": "ada", "to": "ben", "relation": word} for word in vocabulary("relations")]
    its = seats(ferry(actors=[{"actor": "ada"}, {"actor": "ben"}], relations=relations))
    together = {line.sentence.removeprefix("ada ").removesuffix(" ben") for line in its.lines if line.mutual}
    assert together == {row["word"] for row in vocabulary("relations").values() if row["mutual"] == "yes"}
    assert {"talks with", "is to meet", "coordinates with"} <= together


def test_of_a_very_large_graph_those_in_most_relations_sit_here_and_it_is_said() -> None:
    actors = [{"actor": f"a{number}"} for number in range(MOST_ACTORS + 2)]
    relations = [{"from": f"a{number}", "to": f"a{number + 1}"} for number in range(1, MOST_ACTORS)]
    its = seats(ferry(actors=actors, relations=relations))
    assert {actor for actor in ("a0", "a1", f"a{MOST_ACTORS + 1}") if actor in its.places} == {"a1"}
    assert its.left_out == [f"Drawn: the {MOST_ACTORS} actors with the most relations. 2 more are left out."]
    assert all({line.one, line.other} <= set(its.places) for line in its.lines)


def test_of_very_many_lines_those_are_drawn_that_the_report_tells_first() -> None:
    actors = [{"actor": f"a{number}"} for number in range(30)]
    pairs = [(one, other) for one in range(30) for other in range(30) if one != other][: MOST_LINES + 5]
    relations = [
        {"from": f"a{one}", "to": f"a{other}", "paragraph": 1 if place else 2}
        for place, (one, other) in enumerate(pairs)
    ]
    its = seats(ferry(actors=actors, relations=relations))
    assert len(its.lines) == MOST_LINES
    assert {line.paragraph for line in its.lines} == {1}
    assert its.left_out == [
        f"Drawn: the {MOST_LINES} lines between them that the report tells first. 5 more are left out."
    ]


def test_seats_are_in_the_order_of_kinds_and_far_enough_apart_for_their_names(case: Case) -> None:
    its = seats(case)
    kinds = [its.kind(actor) for actor in its.places]
    assert kinds == sorted(kinds, key=list(vocabulary("kinds")).index)
    assert set(its.places) == set(case.actors["actor"])
    for side in (-1, 1):
        heights = sorted(y for x, y in [*its.places.values(), *(place for _, place in its.headings)] if x * side > 0)
        assert min(b - a for a, b in pairwise(heights)) >= 1.9 / its.rows
    assert all(each == round(each, 4) for seat in its.places.values() for each in seat), "a page carries each figure"
    assert all(abs(math.hypot(*seat) - 1) < 0.001 for seat in its.places.values()), "all on the circle"


def test_lines_between_the_same_two_do_not_cover_each_other(case: Case) -> None:
    lines = [line for line in seats(case).lines if {line.one, line.other} == {"united-states", "russia"}]
    assert len(lines) == 2
    middles = [line.curve[STEPS // 2] for line in lines]
    assert math.dist(*middles) > 0.1
