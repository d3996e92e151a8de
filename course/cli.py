"""The `course` command."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import NoReturn

import click

from course import console, content
from course.content import ContentError
from course.teach.browser.command import browser
from course.teach.collect.command import collect
from course.teach.export.command import export
from course.teach.needs import needs_teach
from course.teach.options import FOLDER, LESSONS
from course.teach.printed.command import pack, worksheet

console.fit()


class Told(StrEnum):
    """How findings are told."""

    TEXT = "text"
    JSON = "json"


@click.group(context_settings={"show_default": True})
def app() -> None:
    """Between the Lines: open the course, see what is in its way, collect what a class hands in, make your own."""


@app.command()
@click.argument("folder", type=FOLDER, default=Path())
@click.option("--browser/--no-browser", default=True, help="Open a browser window.")
@click.option("--port", type=click.IntRange(1, 65000), help="The port on this computer; another one if it is taken.")
@click.option(
    "--present",
    metavar="NUMBER",
    default="",
    show_default=False,
    help="Show the figures of a lesson on a projector, such as 03.",
)
def lab(folder: Path, *, browser: bool, port: int | None, present: str) -> None:
    """Open the course in JupyterLab, at the first notebook.

    FOLDER is where the notebooks are, or are to be laid; or a notebook.
    """
    from course.jupyter import lab as lab_  # noqa: PLC0415 - JupyterLab takes a second to import

    try:
        if present:
            from course.jupyter.present import lay  # noqa: PLC0415 - asked for here only

            folder = lay(present, folder)
        code = lab_.start(folder, open_browser=browser, port=port)
    except ContentError as error:
        _fail(str(error))
    except (OSError, RuntimeError) as error:  # the second where no home folder is known
        _fail(f"The course could not be opened in {folder}: {error}")
    sys.exit(code)


@app.command()
@click.argument("folder", type=FOLDER, default=Path())
@click.option("--fix", is_flag=True, help="Mend what is safe to mend, say what was done, look again.")
@click.option("--port", type=click.IntRange(1, 65000), default=8888, help="The port that you want to use.")
def doctor(folder: Path, *, fix: bool, port: int) -> None:
    """Say what could stand in the way of the course on this computer, and what helps.

    FOLDER is where the folder with the notebooks is. It ends with 0 where nothing is in the way (notes alone are
    nothing), with 1 where something is to be mended.
    """
    folder = folder.resolve()
    try:
        from course.figures.browsers import find_browser  # noqa: PLC0415 - asked for here only
        from course.jupyter import lab as lab_  # noqa: PLC0415 - Jupyter takes a moment to import
        from course.jupyter.doctor import look  # noqa: PLC0415 - as above
    except ImportError as error:
        _fail(f"mend: {error.name or 'A package'} cannot be loaded ({error}).\n  fix: Install the course anew.")
    place: Path | None = folder / "notebooks" / "answers"
    unloaded = None
    try:
        from course.questions import keeping  # noqa: PLC0415 - pandas and all else that questions need

        place = keeping.place_in(folder / "notebooks")
    except ImportError as error:
        unloaded = error
    machine = look.Machine(
        folder,
        place,
        find_browser(),
        port,
        missing=lambda: lab_.missing(folder),
        lay=lambda: lab_.lay_notebooks(folder),
        unloaded=unloaded,
    )
    sys.exit(not look.visit(machine, click.echo, mend=fix))


@app.command()
@LESSONS
@click.option("--check", is_flag=True, help="Write nothing; say what is out of date.")
def build(only: tuple[str, ...], *, check: bool) -> None:
    """Make the notebooks from their sources.

    NUMBER is that of a notebook, such as 03; all if none.
    """
    try:
        from course.figures.browsers import find_browser  # noqa: PLC0415 - only authors have what it needs
        from course.teach import build as build_  # noqa: PLC0415 - only authors have what it needs
        from course.teach import stills  # noqa: PLC0415 - only authors have what it needs
    except ModuleNotFoundError as error:
        _fail(needs_teach(error))
    notebooks = content.notebooks_folder()
    if not (notebooks / "source").is_dir():
        _fail("The sources of the notebooks are not here. Use a clone of the project, not the installed package.")
    stale = 0
    try:
        if not only and (lost := build_.strays(notebooks)):
            _fail("\n".join(lost))
        draw = stills.draw_png if find_browser() and not check else None
        for built in build_.build(notebooks, only, draw):
            if not check:
                click.echo(build_.write(built) or f"{built.name}: up to date")
            elif built.differs():
                stale += 1
                click.echo(built.diff())
    except ContentError as error:
        _fail(str(error))
    if stale:
        _fail(f"{stale} notebook{'s are' if stale > 1 else ' is'} out of date. Run: course build")


@app.command()
@click.argument("case", required=False)
@click.option("--text", type=FOLDER, help="The report's text, to look for the wordings in.")
@click.option("--fix", is_flag=True, help="Mend what spreadsheets do to files; the old ones stay beside them.")
@click.option(
    "--format",
    "form",
    type=click.Choice(Told, case_sensitive=False),
    default="text",
    help="Sentences, or JSON for programs.",
)
def validate(case: str | None, text: Path | None, *, fix: bool, form: Told) -> None:
    """Say what is wrong in a case, the questions and the guides: in which file, where, and what would be right.

    CASE is the name or the folder of a case, or a folder of cases with a same.csv; ours if none. It ends with 0 where
    nothing is wrong (warnings alone are nothing), with 1 where something is, with 2 where there is no such case.
    """
    from course.teach import validate as validate_  # noqa: PLC0415 - pandas takes a second to import

    try:
        folders, others = validate_.asked(case)
    except ContentError as error:
        _fail(str(error), code=2)
    try:
        found = [validate_.verdict(folder, text, mend=fix) for folder in folders]
    except OSError as error:
        _fail(f"The files of the case could not be mended: {error}")
    others += [] if case else validate_.questions_and_guides()
    if form is Told.JSON:
        click.echo(json.dumps([each.as_data() for each in found], indent=2, ensure_ascii=False))
    else:
        for line in [*others, *(line for each in found for line in each.lines())]:
            click.echo(line)
    wrong = sum(each.wrong for each in found) + sum(not line.startswith(validate_.LEFT_OUT) for line in others)
    if wrong:
        _fail(f"{wrong} problem{'s' if wrong > 1 else ''}")


@app.command()
@click.argument("folder", type=FOLDER)
@click.option("--title", default="", show_default=False, help="The heading of the case.")
@click.option("--text", type=FOLDER, help="The report's text, a plain text file. It is not copied.")
@click.option(
    "--written",
    show_default=False,
    default="",
    help="The day on which the report was written, such as 2021-08-24, or two with .. between.",
)
@click.option("--keep-text", is_flag=True, help="Keep the text in the case: only if its rights allow that.")
def new(folder: Path, title: str, text: Path | None, written: str, *, keep_text: bool) -> None:
    """Make a case of your own from a report: a digest to fill, tables with every number found, a notebook.

    FOLDER is to be made; its name is the name of the case.
    """
    from course.teach.kit import new as new_  # noqa: PLC0415 - plotly takes a second to import

    try:
        made = new_.new(folder, title, text, new_.days(written), keep_text=keep_text)
    except (ContentError, OSError) as error:
        _fail(str(error))
    click.echo(str(made))


@app.command()
@click.argument("case")
@click.argument("textfile", type=FOLDER)
def fingerprint(case: str, textfile: Path) -> None:
    """Let a case recognise the paragraphs of its report in a learner's own copy, without holding its text.

    CASE is a case's name or folder. TEXTFILE is the report's text, one paragraph a line; it is not copied.
    """
    from course.teach import fingerprint as fingerprint_  # noqa: PLC0415 - only authors use it

    try:
        click.echo(fingerprint_.write(content.case_folder(case), textfile))
    except ContentError as error:
        _fail(str(error))


@app.command()
@click.option("--finder", is_flag=True, help="How well numbers are found in news texts, instead.")
def count(*, finder: bool) -> None:
    """Say what the course holds: questions, misconceptions, hints, minutes, terms, words and how hard they read."""
    try:
        from course.teach import count as count_  # noqa: PLC0415 - only authors have what it needs
        from course.teach import finder as finder_  # noqa: PLC0415 - only authors have what it needs
    except ModuleNotFoundError as error:
        _fail(needs_teach(error))
    try:
        click.echo(finder_.report() if finder else count_.report())
    except ContentError as error:
        _fail(str(error))


for command in (worksheet, pack, collect, browser, export):
    app.add_command(command)
for command in (*app.commands.values(), *export.commands.values()):
    command.short_help = (command.help or "").partition("\n\n")[0]  # click cuts what it makes itself to one line


def _fail(message: str, code: int = 1) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(code)
