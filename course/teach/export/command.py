"""`course export`: the course for another program that a school uses."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from course.content import ContentError
from course.teach.needs import needs_teach
from course.teach.options import FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

OUT = click.argument("out", type=FOLDER)
LESSONS = click.option(
    "--lesson", metavar="NUMBER", multiple=True, help="The number of a lesson, such as 03; may come again. All if none."
)


@click.group()
def export() -> None:
    """Write the course for another program that a school uses."""


@export.command()
@OUT
@LESSONS
def nbgrader(out: Path, lesson: tuple[str, ...]) -> None:
    """Write the source tree of nbgrader: an assignment a lesson, with solutions, points and cells that grade.

    OUT is the folder to write into. No other file in it is changed.
    """

    def write() -> Iterator[str]:
        from course.teach.export import nbgrader as tree  # noqa: PLC0415 - only teachers have what it needs

        return tree.write(out, lesson)

    _tell(write)


@export.command()
@OUT
@LESSONS
def moodle(out: Path, lesson: tuple[str, ...]) -> None:
    """Write a question bank for Moodle, and a list of what Moodle cannot hold.

    OUT is the folder to write into. No other file in it is changed.
    """

    def write() -> Iterator[str]:
        from course.teach.export import moodle as bank  # noqa: PLC0415 - only teachers have what it needs

        return bank.write(out, lesson)

    _tell(write)


def _tell(write: Callable[[], Iterator[str]]) -> None:
    """Say what is written, or why nothing is."""
    try:
        for line in write():
            click.echo(line)
    except ModuleNotFoundError as error:
        _fail(needs_teach(error))
    except (ContentError, OSError) as error:
        _fail(str(error))


def _fail(message: str) -> None:
    click.echo(message, err=True)
    sys.exit(1)
