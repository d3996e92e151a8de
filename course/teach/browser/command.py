"""The command `course browser`."""

from __future__ import annotations

import asyncio
import sys
import webbrowser
from pathlib import Path  # noqa: TC003 - typer reads the types
from typing import Annotated

import typer

RELEASE = "0.27.7"


def browser(
    out: Annotated[Path, typer.Argument(help="The folder of the site: a new one, or one with a site of before.")],
    *,
    pyodide: Annotated[
        str, typer.Option(help="A folder with the files of Pyodide's release, or the release, which is then fetched.")
    ] = RELEASE,
    serve: Annotated[
        bool, typer.Option("--serve", help="Serve the site on this computer; make it if need be.")
    ] = False,
    port: Annotated[int, typer.Option(help="The port to serve on; 0 is any that is free.", min=0, max=65535)] = 8000,
    window: Annotated[bool, typer.Option("--browser/--no-browser", help="Open a browser window.")] = True,
) -> None:
    """Make a site of the whole course for a browser alone, for any web server: nothing to install for learners."""
    try:
        from course.teach.browser import site  # noqa: PLC0415 - asked for here only
        from course.teach.browser.packages import NotToBeHadError  # noqa: PLC0415 - asked for here only
        from course.teach.browser.serve import serve as serve_  # noqa: PLC0415 - asked for here only
    except ModuleNotFoundError as error:
        typer.echo(f'This command needs the packages of the extra "teach" ({error.name} is missing).', err=True)
        raise typer.Exit(1) from None
    try:
        if not serve or not (out / "service-worker.js").is_file():
            for line in site.build(out, pyodide):
                typer.echo(line)
        if serve:
            asyncio.run(serve_(out, port, lambda address: _tell(address, window=window)))
    except KeyboardInterrupt:
        raise typer.Exit(0) from None
    except (NotToBeHadError, OSError) as error:
        typer.echo(str(error), err=True)
        sys.exit(1)


def _tell(address: str, *, window: bool) -> None:
    typer.echo(f"\nThe site is open at\n\n    {address}\n\nPress Ctrl+C here to stop it.\n")
    if window:
        webbrowser.open(address)
