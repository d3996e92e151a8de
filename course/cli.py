"""The `course` command."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from course import console, content
from course.content import ContentError
from course.teach.browser.command import browser
from course.teach.collect.command import collect
from course.teach.export.command import app as export
from course.teach.needs import needs_teach

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=__doc__)
app.add_typer(export, name="export")
console.fit()


class Audience(StrEnum):
    """Whose pages are made."""

    LEARNER = "learner"
    TEACHER = "teacher"
    BOTH = "both"


class Form(StrEnum):
    """What kind of file a page is."""

    HTML = "html"
    PDF = "pdf"


class Told(StrEnum):
    """How findings are told."""

    TEXT = "text"
    JSON = "json"


class Paper(StrEnum):
    """The size of the paper of a PDF."""

    A4 = "A4"
    LETTER = "letter"


@app.command()
def lab(
    folder: Annotated[Path, typer.Argument(help="Where the notebooks are, or are to be laid; or a notebook.")] = Path(),
    *,
    browser: Annotated[bool, typer.Option(help="Open a browser window.")] = True,
    port: Annotated[
        int | None, typer.Option(help="The port on this computer; another one if it is taken.", min=1, max=65000)
    ] = None,
    present: Annotated[
        str, typer.Option(metavar="NUMBER", help="Show the figures of a lesson on a projector, such as those of 03.")
    ] = "",
) -> None:
    """Open the course in JupyterLab, at the first notebook."""
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
    raise typer.Exit(code)


@app.command()
def doctor(
    folder: Annotated[Path, typer.Argument(help="Where the folder with the notebooks is.")] = Path(),
    *,
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend what is safe to mend, say what was done, look again.")
    ] = False,
    port: Annotated[int, typer.Option(help="The port that you want to use.", min=1, max=65000)] = 8888,
) -> None:
    """Say what could stand in the way of the course on this computer, and what helps.

    It ends with 0 where nothing is in the way (notes alone are nothing), with 1 where something is to be mended.
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
    raise typer.Exit(not look.visit(machine, typer.echo, mend=fix))


@app.command()
def build(
    only: Annotated[list[str] | None, typer.Argument(help="Numbers of notebooks, such as 03; all if none.")] = None,
    *,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; say what is out of date.")] = False,
) -> None:
    """Make the notebooks from their sources."""
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
        for built in build_.build(notebooks, only or (), draw):
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
    case: Annotated[
        str | None, typer.Argument(help="A case's name or folder, or a folder of cases with a same.csv; ours if none.")
    ] = None,
    *,
    text: Annotated[Path | None, typer.Option(help="The report's text, to look for the wordings in.")] = None,
    mend: Annotated[
        bool, typer.Option("--fix", help="Mend what spreadsheets do to files; the old ones stay beside them.")
    ] = False,
    form: Annotated[Told, typer.Option("--format", help="Sentences, or JSON for programs.")] = Told.TEXT,
) -> None:
    """Say what is wrong in a case, the questions and the guides: in which file, where, and what would be right.

    It ends with 0 where nothing is wrong (warnings alone are nothing), with 1 where something is, with 2 where there is
    no such case.
    """
    from course.teach import validate as validate_  # noqa: PLC0415 - pandas takes a second to import

    try:
        folders, others = validate_.asked(case)
    except ContentError as error:
        _fail(str(error), code=2)
    try:
        found = [validate_.verdict(folder, text, mend=mend) for folder in folders]
    except OSError as error:
        _fail(f"The files of the case could not be mended: {error}")
    others += [] if case else validate_.questions_and_guides()
    if form is Told.JSON:
        typer.echo(json.dumps([each.as_data() for each in found], indent=2, ensure_ascii=False))
    else:
        for line in [*others, *(line for each in found for line in each.lines())]:
            typer.echo(line)
    wrong = sum(each.wrong for each in found) + sum(not line.startswith(validate_.LEFT_OUT) for line in others)
    if wrong:
        _fail(f"{wrong} problem{'s' if wrong > 1 else ''}")


@app.command()
def new(
    folder: Annotated[Path, typer.Argument(help="The folder to make; its name is the name of the case.")],
    *,
    title: Annotated[str, typer.Option(help="The heading of the case.")] = "",
    text: Annotated[Path | None, typer.Option(help="The report's text, a plain text file. It is not copied.")] = None,
    written: Annotated[
        str, typer.Option(help="The day on which the report was written, such as 2021-08-24, or two with .. between.")
    ] = "",
    keep_text: Annotated[bool, typer.Option(help="Keep the text in the case: only if its rights allow that.")] = False,
) -> None:
    """Make a case of your own from a report: a digest to fill, tables with every number found, a notebook."""
    from course.teach.kit import new as new_  # noqa: PLC0415 - plotly takes a second to import

    try:
        made = new_.new(folder, title, text, new_.days(written), keep_text=keep_text)
    except (ContentError, OSError) as error:
        _fail(str(error))
    typer.echo(str(made))


@app.command()
def fingerprint(
    case: Annotated[str, typer.Argument(help="A case's name or folder.")],
    textfile: Annotated[Path, typer.Argument(help="The report's text, one paragraph a line. It is not copied.")],
) -> None:
    """Let a case recognise the paragraphs of its report in a learner's own copy, without holding its text."""
    from course.teach import fingerprint as fingerprint_  # noqa: PLC0415 - only authors use it

    try:
        typer.echo(fingerprint_.write(content.case_folder(case), textfile))
    except ContentError as error:
        _fail(str(error))


@app.command()
def worksheet(
    only: Annotated[list[str] | None, typer.Argument(help="Numbers of notebooks, such as 03; all if none.")] = None,
    *,
    audience: Annotated[Audience, typer.Option("--for", help="Whose pages.")] = Audience.BOTH,
    form: Annotated[Form, typer.Option("--format", help="A page for the browser, or a PDF.")] = Form.HTML,
    folder: Annotated[Path, typer.Option("--to", help="The folder that the pages are written to.")] = Path(
        "worksheets"
    ),
    paper: Annotated[Paper, typer.Option(help="The size of a PDF.")] = Paper.A4,
) -> None:
    """Make printable pages: the learner's, with no answers, and the teacher's guide, with the key."""
    try:
        from course.teach import printing  # noqa: PLC0415 - only authors and teachers have what it needs
    except ModuleNotFoundError as error:
        _fail(needs_teach(error))
    try:
        for line in printing.write(only or (), audience, form, folder, paper):
            typer.echo(line)
    except (ContentError, RuntimeError, OSError) as error:
        _fail(str(error))


@app.command()
def pack(
    lesson: Annotated[str, typer.Argument(help="The number of the lesson, such as 03.")],
    *,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="The PDF to write, or a folder for it; else a file here.")
    ] = None,
    paper: Annotated[Paper, typer.Option(help="The size of the paper.")] = Paper.A4,
) -> None:
    """Make one PDF of a lesson to print, cut and copy: pages, hint slips, cards, the key; and a table for answers."""
    try:
        from course.teach.printed import printing  # noqa: PLC0415 - only authors and teachers have what it needs
    except ModuleNotFoundError as error:
        _fail(needs_teach(error))
    try:
        for line in printing.write(lesson, out, paper):
            typer.echo(line)
    except (ContentError, RuntimeError, OSError) as error:
        _fail(str(error))


app.command()(collect)
app.command()(browser)


@app.command()
def count(
    *,
    finder: Annotated[bool, typer.Option(help="How well numbers are found in news texts, instead.")] = False,
) -> None:
    """Say what the course holds: questions, misconceptions, hints, minutes, terms, words and how hard they read."""
    try:
        from course.teach import count as count_  # noqa: PLC0415 - only authors have what it needs
        from course.teach import finder as finder_  # noqa: PLC0415 - only authors have what it needs
    except ModuleNotFoundError as error:
        _fail(needs_teach(error))
    try:
        typer.echo(finder_.report() if finder else count_.report())
    except ContentError as error:
        _fail(str(error))


def _fail(message: str, code: int = 1) -> NoReturn:
    typer.echo(message, err=True)
    sys.exit(code)
