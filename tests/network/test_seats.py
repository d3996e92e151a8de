"""The seats of the actors: who sits where, and each relation a line of its group."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from course.network.seats import STEPS, mutual, seats
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from course.case import Case


def test_what_the_two_do_together_is_said_by_the_vocabulary() -> None:
    assert [word for word in vocabulary("relations") if mutual(word)] == [
        "talks with",
        "is to meet",
        "coordinates with",
    ]


def test_seats_are_in_the_order_of_kinds_and_far_enough_apart_for_their_names(case: Case) -> None:
    its = seats(case)
    kinds = [its.kind(actor) for actor in its.places]
    assert kinds == sorted(kinds, key=list(vocabulary("kinds")).index)
    assert set(its.places) == set(case.actors["actor"])
    for side in (-1, 1):
        heights = sorted(y for x, y in [*its.places.values(), *(place for _, place in its.headings)] if x * side > 0)
        assert min(b - a for a, b in pairwise(heights)) >= 1.9 / its.rows
    assert all(abs(math.hypot(*seat) - 1) < 0.001 for seat in its.places.values()), "all on the circle"


def test_lines_between_the_same_two_do_not_cover_each_other(case: Case) -> None:
    lines = [line for line in seats(case).lines if {line.one, line.other} == {"united-states", "russia"}]
    assert len(lines) == 2
    middles = [line.curve[STEPS // 2] for line in lines]
    assert math.dist(*middles) > 0.1
