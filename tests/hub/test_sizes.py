"""What a class on Kubernetes needs, computed from what one learner was measured to take; and its page says the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from course.questions.spec import lessons
from tests.hub import sizes

PAGE = Path(__file__).parents[2] / "docs" / "hub.md"
MADE_UP = sizes.Measured(
    measured={"learners": 10, "cores": 2, "seconds": 50, "server_mb": 100, "kernel_mb": 100, "sent_mb": 6},
    node={"cores": 4, "memory_gb": 16, "kept_cores": 0, "kept_gb": 0, "pods": 110, "kept_pods": 10},
    supposed={
        "kernels": 2,
        "headroom": 1,
        "pod_seconds": 15,
        "start_minutes": 2,
        "activity_seconds": 300,
        "home_mb": 8,
    },
)


def test_a_server_and_its_kernels_are_guaranteed_in_whole_steps() -> None:
    assert MADE_UP.guaranteed_mb == 384, "100 + 2 x 100 is 300, and the next step of 128 is 384"
    more = replace(MADE_UP, supposed={**MADE_UP.supposed, "headroom": 1.3})
    assert more.guaranteed_mb == 512, "390 is past 384"


def test_a_learner_can_have_every_lesson_open() -> None:
    assert MADE_UP.most_mb >= 100 + 100 * len(lessons())
    assert MADE_UP.most_mb % sizes.STEP_MB == 0


def test_a_node_holds_what_fits_into_its_memory_and_no_more_pods_than_it_may_have() -> None:
    assert MADE_UP.on_a_node == 42, "16,384 MB hold 42 servers of 384 MB"
    small = replace(MADE_UP, node={**MADE_UP.node, "pods": 30})
    assert small.on_a_node == 20
    assert small.cores_each == pytest.approx(0.2)


def test_what_a_class_needs_follows_from_one_learner() -> None:
    made = list(sizes.rows(MADE_UP, 420, 100).values())
    assert MADE_UP.core_seconds == 10
    memory, nodes, run, there, moved, connections, heard, files = made
    assert memory == "158", "420 x 384 MB"
    assert nodes == "10", "420 by 42"
    assert run == "105", "420 x 10 seconds on 40 cores"
    assert there == "75", "five times a hundred or fewer, 15 seconds each"
    assert moved == "168", "420 x 6 MB x 8 bits in 120 seconds"
    assert connections == "1,260"
    assert heard == "1.4"
    assert files == "3"


def test_a_class_that_does_not_fill_a_node_needs_a_whole_one() -> None:
    assert list(sizes.rows(MADE_UP, 43, 100).values())[1] == "2"


def test_the_page_says_what_the_numbers_give() -> None:
    page = PAGE.read_text(encoding="utf-8")
    now = sizes.read()
    assert sizes.table(now) in page, "run python -m tests.hub.sizes, and put its table there"
    assert sizes.asked(now) in " ".join(page.split())
    taken = now.measured
    for said in (
        f"{taken['learners']} learners",
        f"{taken['server_mb']} MB",
        f"{taken['kernel_mb']} MB",
        f"{taken['seconds']} seconds",
    ):
        assert said in page, "the page says what was measured"
