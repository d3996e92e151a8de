"""A run of the collector: how far it is, what came of it, and that it can be stopped; its errors are sentences."""

from __future__ import annotations

import asyncio
import json
import logging
import sqlite3
from typing import TYPE_CHECKING

import pytest

from course.content import ContentError
from course.teach.collect.job import BROKEN, Job
from tests.teach.collect.stand_in import StandIn

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "class"
    made.mkdir()
    for number in range(20):
        (made / f"{number}.json").write_text(json.dumps({"name": f"Learner {number}"}), encoding="utf-8")
    return made


def run(collector: StandIn, folder: Path, *, stop_after: float | None = None) -> Job:
    async def go() -> Job:
        job = Job(collector, folder, folder.parent / "out")
        job.start()
        assert job.runs
        if stop_after is not None:
            await asyncio.sleep(stop_after)
            await job.end()
        await job.wait()
        return job

    return asyncio.run(go())


def test_it_hands_back_what_was_collected(folder: Path) -> None:
    job = run(StandIn(), folder)
    assert job.result is not None
    assert job.result.report.learners == 20
    assert (job.done, job.of, job.runs, job.stopped, job.said) == (20, 20, False, False, "")


def test_it_stops_at_the_next_file(folder: Path) -> None:
    job = run(StandIn(slow=0.05), folder, stop_after=0.2)
    assert job.stopped
    assert job.result is None
    assert 0 < job.done < 19
    assert not job.runs


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(28, "No space left on device"), "The files could not be collected: No space left on device."),
        (sqlite3.OperationalError("database is locked"), "The files could not be collected: database is locked."),
        (ContentError("report.html is there."), "report.html is there."),
        (RuntimeError("a fault of ours"), BROKEN),
    ],
)
def test_an_error_is_a_sentence_and_one_of_ours_is_logged(
    folder: Path, caplog: pytest.LogCaptureFixture, error: Exception, said: str
) -> None:
    with caplog.at_level(logging.ERROR):
        job = run(StandIn(fails=error), folder)
    assert (job.result, job.said) == (None, said)
    assert ("a fault of ours" in caplog.text) == isinstance(error, RuntimeError)


def test_processes_that_ctrl_c_has_ended_are_no_fault(folder: Path) -> None:
    job = run(StandIn(fails=KeyboardInterrupt()), folder)
    assert job.stopped
    assert job.said == ""
