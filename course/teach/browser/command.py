"""The command `course browser`."""

from __future__ import annotations

import asyncio
import sys
import webbrowser
from typing import TYPE_CHECKING

import click

from course.teach.options import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

RELEASE = "0.27.7"


@click.command()
@click.argument("out", type=FOLDER)
@click.option(
    "--pyodide",
    default=RELEASE,
    help="A folder with the files of a release of Pyodide, or its number: it is then fetched.",
)
@click.option("--serve", is_flag=True, help="Serve the site on this computer; make it if need be.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, help="The port to serve on; 0 is any free one.")
@click.option("--browser/--no-browser", "window", default=True, help="Open a browser window.")
def browser(out: Path, pyodide: str, *, serve: bool, port: int, window: bool) -> None:
    """Make a site of the whole course for a browser alone, for any web server: nothing to install for learners.

    OUT is the folder of the site: a new one, or one with a site of before.
    """
    try:
        from course.teach.browser import site  # noqa: PLC0415 - asked for here only
        from course.teach.browser.packages import NotToBeHadError  # noqa: PLC0415 - asked for here only
        from course.teach.browser.serve import serve as serve_  # noqa: PLC0415 - asked for here only
    except ModuleNotFoundError as error:
        click.echo(f'This command needs the packages of the extra "teach" ({error.name} is missing).', err=True)
        sys.exit(1)
    try:
        if not serve or not (out / "service-worker.js").is_file():
            for line in site.build(out, pyodide):
                click.echo(line)
        if serve:
            asyncio.run(serve_(out, port, lambda address: _tell(address, window=window)))
    except KeyboardInterrupt:
        sys.exit(0)
    except (NotToBeHadError, OSError) as error:
        click.echo(str(error), err=True)
        sys.exit(1)


def _tell(address: str, *, window: bool) -> None:
    click.echo(f"\nThe site is open at\n\n    {address}\n\nPress Ctrl+C here to stop it.\n")
    if window:
        webbrowser.open(address)
