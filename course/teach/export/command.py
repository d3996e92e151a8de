"""`course export`: the course for another program that a school uses."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from course.content import ContentError
from course.teach.needs import needs_teach

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

app = typer.Typer(no_args_is_help=True, help="Write the course for another program that a school uses.")
Out = Annotated[Path, typer.Argument(help="The folder to write into. No other file in it is changed.")]
Lessons = Annotated[
    list[str] | None, typer.Option("--lesson", help="The number of a lesson, such as 03; may come again. All if none.")
]


@app.command()
def nbgrader(out: Out, lesson: Lessons = None) -> None:
    """Write the source tree of nbgrader: an assignment a lesson, with solutions, points and cells that grade."""

    def write() -> Iterator[str]:
        from course.teach.export import nbgrader as tree  # noqa: PLC0415 - only teachers have what it needs

        return tree.write(out, lesson or ())

    _tell(write)


@app.command()
def moodle(out: Out, lesson: Lessons = None) -> None:
    """Write a question bank for Moodle, and a list of what Moodle cannot hold."""

    def write() -> Iterator[str]:
        from course.teach.export import moodle as bank  # noqa: PLC0415 - only teachers have what it needs

        return bank.write(out, lesson or ())

    _tell(write)


def _tell(write: Callable[[], Iterator[str]]) -> None:
    """Say what is written, or why nothing is."""
    try:
        for line in write():
            typer.echo(line)
    except ModuleNotFoundError as error:
        _fail(needs_teach(error))
    except (ContentError, OSError) as error:
        _fail(str(error))


def _fail(message: str) -> None:
    typer.echo(message, err=True)
    sys.exit(1)
