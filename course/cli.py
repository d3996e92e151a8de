"""The `course` command."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from course import content
from course.content import ContentError
from course.questions.spec import questions

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=__doc__)

NEEDS_TEACH = (
    "This command needs a few more packages ({name} is missing). "
    "In the project's folder: python -m pip install -c binder/requirements.txt -e '.[teach]'"
)


@app.command()
def lab(
    folder: Annotated[Path, typer.Argument(help="Where the notebooks are, or are to be laid.")] = Path(),
    *,
    browser: Annotated[bool, typer.Option(help="Open a browser window.")] = True,
    port: Annotated[
        int, typer.Option(help="The port on this computer; another one if it is taken.", min=1, max=65000)
    ] = 8888,
) -> None:
    """Open the course in JupyterLab, at the first notebook."""
    from course import lab as lab_  # noqa: PLC0415 - JupyterLab takes a second to import

    try:
        code = lab_.start(folder, open_browser=browser, port=port)
    except OSError as error:
        _fail(f"The course could not be opened in {folder}: {error}")
    raise typer.Exit(code)


@app.command()
def build(
    only: Annotated[list[str] | None, typer.Argument(help="Numbers of notebooks, such as 03; all if none.")] = None,
    *,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; say what is out of date.")] = False,
) -> None:
    """Make the notebooks from their sources."""
    try:
        from course.teach import build as build_  # noqa: PLC0415 - only authors have what it needs
    except ModuleNotFoundError as error:
        _fail(NEEDS_TEACH.format(name=error.name))
    notebooks = content.notebooks_folder()
    if not (notebooks / "source").is_dir():
        _fail("The sources of the notebooks are not here. Use a clone of the project, not the installed package.")
    stale = 0
    try:
        if not only and (lost := build_.strays(notebooks)):
            _fail("\n".join(lost))
        for built in build_.build(notebooks, only or ()):
            if not check:
                typer.echo(build_.write(built) or f"{built.name}: up to date")
            elif built.differs():
                stale += 1
                typer.echo(built.diff())
    except ContentError as error:
        _fail(str(error))
    if stale:
        _fail(f"{stale} notebook{'s are' if stale > 1 else ' is'} out of date. Run: course build")


@app.command()
def validate(
    case: Annotated[str | None, typer.Argument(help="A case's name or folder; all cases where none is given.")] = None,
) -> None:
    """Say what is wrong in a case and in the questions: in which file and where, and what would be right."""
    try:
        from course.teach import validate as validate_  # noqa: PLC0415 - only authors have what it needs
    except ModuleNotFoundError as error:
        _fail(NEEDS_TEACH.format(name=error.name))
    wrong = 0
    try:
        questions()
    except ContentError as error:
        wrong += 1
        typer.echo(str(error))
    for name in [case] if case else content.cases():
        try:
            folder = content.case_folder(name)
        except ContentError as error:
            _fail(str(error))
        problems = validate_.problems(folder)
        wrong += len(problems)
        for problem in problems:
            typer.echo(f"{folder.name}: {problem}")
        if not problems:
            typer.echo(f"{folder.name}: nothing is wrong")
    if wrong:
        _fail(f"{wrong} problem{'s' if wrong > 1 else ''}")


def _fail(message: str) -> NoReturn:
    typer.echo(message, err=True)
    sys.exit(1)
