"""The command `course collect`."""

from __future__ import annotations

import sqlite3
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from course.content import ContentError
from course.teach.options import FOLDER

if TYPE_CHECKING:
    from course.teach.collect.collecting import Collected

COLLECTED = Path("collected")
"""The folder that is written to where none is given."""
READING, WRITING = "Reading", "Writing"
SHOWN = 20
"""How many files that were not read are named in the terminal; the report names more."""
BUSY = "Another run writes to {out}. Wait until it has ended, or choose another folder with -o."
STOPPED = "Stopped. What is read so far is kept: the same command goes on from there."


@click.command()
@click.argument("folder", type=FOLDER, required=False)
@click.option("-o", "--out", type=FOLDER, help="The folder that is written to; else one named collected.")
@click.option("--class", "expected", type=FOLDER, help="A class list, as CSV; one in the folder is found.")
@click.option("--watch", is_flag=True, help="Renew the report while a class hands in, and show it.")
@click.option("--browser/--no-browser", default=True, help="Open a browser window.")
@click.option("--port", type=click.IntRange(1, 65535), help="The port of the page.")
def collect(  # noqa: PLR0913 - each is an option
    folder: Path | None, out: Path | None, expected: Path | None, *, watch: bool, browser: bool, port: int | None
) -> None:
    """Collect hand-ins: a report on the class, tables, and a page of feedback for each learner. Nothing is executed.

    FOLDER is a folder or a zip file with hand-ins; without one, a page opens to drop them on.
    """
    from course.teach.collect import collecting  # noqa: PLC0415 - what questions need takes a moment to import

    try:
        if folder is None or watch:
            sys.exit(_on_a_page(folder, out, expected, port, browser=browser))
        with click.progressbar(length=1, label=READING, hidden=not sys.stderr.isatty(), file=sys.stderr) as bar:

            def tell(done: int, of: int) -> None:
                bar.length, bar.label = of, READING if done < of else WRITING
                bar.update(done - bar.pos)

            told = collecting.collect(folder, out or COLLECTED, expected=expected, tell=tell)
    except KeyboardInterrupt:
        _fail(STOPPED, 130)
    except (ContentError, OSError, sqlite3.Error) as error:
        _fail(said(error, out or COLLECTED))
    for line in lines(told):
        click.echo(line)
    if not told.report.read or told.lines:
        sys.exit(1)


def _on_a_page(folder: Path | None, out: Path | None, expected: Path | None, port: int | None, *, browser: bool) -> int:
    """Open the page to drop files on, or the report of a folder that is watched; return when it is ended."""
    from course.teach.collect import collecting  # noqa: PLC0415 - asked for here only
    from course.teach.collect.served import serving  # noqa: PLC0415 - asked for here only
    from course.teach.collect.served.job import Collector  # noqa: PLC0415 - the same
    from course.teach.collect.told import report  # noqa: PLC0415 - asked for here only

    collector = Collector(partial(collecting.collect, expected=expected), report.to_html)
    return serving.serve(folder, collector, out=out, port=port, open_browser=browser)


def said(error: Exception, out: Path) -> str:
    """Return what is said of an error of a run, in a sentence."""
    from course.files import why  # noqa: PLC0415 - every command loads this module, and the doctor where packages miss

    if isinstance(error, sqlite3.Error):
        return BUSY.format(out=out) if "locked" in str(error) else f"{out} could not be written to: {error}."
    if isinstance(error, OSError):
        return f"{error.filename or out} could not be written to: {why(error)}."
    return str(error)


def lines(told: Collected) -> list[str]:
    """Return what came of a run, as a terminal shows it."""
    from course.say import count  # noqa: PLC0415 - pandas comes with it

    report = told.report
    found = [f"{count(report.learners, 'learner')} in {count(report.files, 'file')}."]
    if report.expected:
        found.append(f"{count(len(report.missing), 'learner')} of the class list handed in nothing.")
    if report.refused:
        found.append(f"{count(report.files - report.read, 'file')} could not be read:")
        found += [f"  {one.place}: {one.sentence}" for one in report.refused[:SHOWN]]
        if len(report.refused) > SHOWN:
            found.append(f"  and {count(report.files - report.read - SHOWN, 'other')}; the report names more of them.")
    return [*found, *told.lines, f"Open {told.out / 'report.html'}"]


def _fail(message: str, code: int = 1) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(code)
