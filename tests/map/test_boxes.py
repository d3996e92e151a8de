"""Boxes for texts: what they meet and cover, and where one finds room near its place."""

from __future__ import annotations

import math

import pytest

from course.map.boxes import RING, Box, box_of, placed
from course.map.frame import Frame

FRAME = Frame((0, 0))
RIGHT, UP = FRAME.half


def test_a_box_knows_what_runs_through_it() -> None:
    box = Box((0, 0), (10, 5))
    assert box.crosses((-20, 0), (20, 0))
    assert box.crosses((0, 0), (1, 1))
    assert not box.crosses((-20, 6), (20, 6))
    assert not box.crosses((-20, 0), (-11, 0))
    assert box.edge_towards((0, 1)) == (0, 0.85)


def test_boxes_meet_where_they_share_ground_and_not_where_they_only_touch() -> None:
    box = Box((0, 0), (10, 5))
    assert box.meets(Box((19, 9), (10, 5)))
    assert not box.meets(Box((20, 0), (10, 5)))
    assert not box.meets(Box((0, 10), (10, 5)))
    assert box.grown(1).meets(Box((20, 0), (10, 5)))
    assert box.covers((9, -4))
    assert not box.covers((9, 5))


def test_a_box_lies_in_the_frame_with_all_of_it() -> None:
    assert Box((RIGHT - 10, 0), (10, 5)).inside(FRAME)
    assert not Box((RIGHT - 9, 0), (10, 5)).inside(FRAME)
    assert not Box((0, 4 - UP), (10, 5)).inside(FRAME)


@pytest.mark.parametrize(
    ("point", "edge"), [((0, 100), (0, 8.5)), ((100, 0), (17, 0)), ((40, 20), (17, 8.5)), ((2, 2), (1.7, 1.7))]
)
def test_a_line_to_a_point_leaves_the_text_at_its_edge(point: tuple[float, float], edge: tuple[float, float]) -> None:
    assert Box((0, 0), (20, 10)).edge_towards(point) == pytest.approx(edge)


def test_a_box_grows_with_its_longest_line_and_their_number() -> None:
    short, wide, high = (box_of(lines, (3, 4)) for lines in (["a"], ["a", "longer"], ["a", "b"]))
    assert short.middle == (3, 4)
    assert wide.half[0] > high.half[0] == short.half[0]
    assert wide.half[1] == high.half[1] > short.half[1]


def test_a_text_stands_at_its_place_or_else_as_near_as_there_is_room() -> None:
    lines = ["a text"]
    first = placed(lines, (0, 0), FRAME, [])
    assert first == box_of(lines, (0, 0))
    second = placed(lines, (0, 0), FRAME, [first])
    assert second is not None
    assert not second.meets(first)
    assert math.dist(second.middle, (0, 0)) == pytest.approx(3 * RING)
    at_the_edge = placed(lines, (RIGHT, 0), FRAME, [])
    assert at_the_edge is not None
    assert at_the_edge.inside(FRAME)


def test_where_there_is_no_room_there_is_no_box() -> None:
    everything = Box((0, 0), FRAME.half)
    assert placed(["a text"], (0, 0), FRAME, [everything]) is None
    assert placed(["wide " * 200], (0, 0), FRAME, []) is None
