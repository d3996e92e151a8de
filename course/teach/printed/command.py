"""The commands `course worksheet` and `course pack`: a lesson on paper."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import NoReturn

import click

from course.content import ContentError
from course.teach.needs import needs_teach
from course.teach.options import FOLDER, LESSONS


class Audience(StrEnum):
    """Whose pages are made."""

    LEARNER = "learner"
    TEACHER = "teacher"
    BOTH = "both"


class Form(StrEnum):
    """What kind of file a page is."""

    HTML = "html"
    PDF = "pdf"


class Paper(StrEnum):
    """The size of the paper of a PDF."""

    A4 = "A4"
    LETTER = "letter"


PAPER = click.option(
    "--paper", type=click.Choice(Paper, case_sensitive=False), default="A4", help="The size of the paper of a PDF."
)


@click.command()
@LESSONS
@click.option(
    "--for", "audience", type=click.Choice(Audience, case_sensitive=False), default="both", help="Whose pages."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(Form, case_sensitive=False),
    default="html",
    help="A page for the browser, or a PDF.",
)
@click.option("--to", "folder", type=FOLDER, default=Path("worksheets"), help="The folder for the pages.")
@PAPER
def worksheet(only: tuple[str, ...], audience: Audience, form: Form, folder: Path, paper: Paper) -> None:
    """Make printable pages: the learner's, with no answers, and the teacher's guide, with the key.

    NUMBER is that of a notebook, such as 03; all if none.
    """
    try:
        from course.teach import printing  # noqa: PLC0415 - only authors and teachers have what it needs
    except ModuleNotFoundError as error:
        _fail(needs_teach(error))
    try:
        for line in printing.write(only, audience, form, folder, paper):
            click.echo(line)
    except (ContentError, RuntimeError, OSError) as error:
        _fail(str(error))


@click.command()
@click.argument("lesson", metavar="NUMBER")
@click.option("-o", "--out", type=FOLDER, help="The PDF to write, or a folder for it; else a file here.")
@PAPER
def pack(lesson: str, out: Path | None, paper: Paper) -> None:
    """Make one PDF of a lesson to print, cut and copy: pages, hint slips, cards, the key; and a table for answers.

    NUMBER is that of the lesson, such as 03.
    """
    try:
        from course.teach.printed import printing  # noqa: PLC0415 - only authors and teachers have what it needs
    except ModuleNotFoundError as error:
        _fail(needs_teach(error))
    try:
        for line in printing.write(lesson, out, paper):
            click.echo(line)
    except (ContentError, RuntimeError, OSError) as error:
        _fail(str(error))


def _fail(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(1)
