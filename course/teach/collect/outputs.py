"""What is written of a class: the report, the tables and the feedback, all of them beside one another."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from course.content import ContentError
from course.files import why, write_in_one_step
from course.teach.collect import store
from course.teach.collect.given import feedback, gradebook
from course.teach.collect.told import report

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor
    from pathlib import Path

    from course.teach.collect.class_report import ClassReport

REPORT = "report.html"
PARTS = ("tables", "feedback")
"""What reads all learners, each for itself."""
OPEN_ELSEWHERE = "{place} could not be written: {why}. Is it open in a program?"


def write(tell: Callable[[], ClassReport], kept: Path, out: Path, helpers: Executor) -> tuple[ClassReport, list[str]]:
    """Write all that is made of a class; what cannot be written does not keep the rest from it.

    Parameters
    ----------
    tell
        Counts what the report tells, while others write the rest.
    kept, out
        The file of the store, and the folder that is written to.
    helpers
        Who writes the rest.

    Returns
    -------
    ClassReport, list of str
        What the report tells, and a line on each thing that could not be written.
    """
    waiting = [helpers.submit(write_part, part, kept, out) for part in PARTS]
    told = tell()
    return told, [*write_report(told, out), *(line for each in waiting for line in each.result())]


def write_report(told: ClassReport, out: Path) -> list[str]:
    """Write the report; return a line where it could not be written."""
    try:
        write_in_one_step(out / REPORT, report.to_html(told))
    except OSError as error:
        return [_line(error, out / REPORT)]
    return []


def write_part(part: str, kept: Path, out: Path) -> list[str]:
    """Write one of `PARTS` from the store; return a line on each thing that could not be written."""
    make = gradebook.write_tables if part == "tables" else feedback.write_feedback
    with closing(store.look_into(kept)) as connection:
        try:
            make(connection, out)
        except ContentError as error:
            return str(error).splitlines()
        except OSError as error:
            return [_line(error, out)]
    return []


def _line(error: OSError, place: Path) -> str:
    return OPEN_ELSEWHERE.format(place=error.filename or place, why=why(error))
