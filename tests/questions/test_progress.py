"""How far a learner has come, by notebook and by outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

import course

if TYPE_CHECKING:
    from pathlib import Path


def test_progress_by_notebook_and_outcome(progress_file: Path) -> None:  # noqa: ARG001 - its place is used
    for question, answer in {"3.1": 4, "3.2": 3, "3.7": "not stated"}.items():
        course.check(question, answer)
    said = str(course.progress())
    assert "How many troops? · 3 of 9, about 19 min left" in said
    assert "tell a mention from a force · 2 of 2, all done" in said
