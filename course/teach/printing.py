"""Pages into files: as they are, or as PDF, printed by a browser as it would for a reader."""

from __future__ import annotations

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from course.figures.saving import need_browser
from course.teach.worksheet import LEARNER, TEACHER, sheets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""What a browser is started with that asks for nothing from the net."""
FLAGS = ("--headless", *QUIET, "--no-pdf-header-footer")
"""What prints a page; it has page numbers of its own."""
SECONDS = 60
HTML, PDF = "html", "pdf"
AUDIENCES = {LEARNER: (LEARNER,), TEACHER: (TEACHER,), "both": (LEARNER, TEACHER)}
A_PDF = ("A PDF", "A page needs none: write it as html, open it in a browser and print it.")
A_PICTURE = ("A picture on a page", "A table stands in its place.")


def write(only: Sequence[str], audience: str, form: str, folder: Path, paper: str) -> Iterator[str]:
    """Write the pages of some notebooks into a folder, and yield a line on each file.

    Parameters
    ----------
    only
        How the names of the notebooks begin, such as `03`; all, and an index, where none is given.
    audience
        `learner`, `teacher` or `both`.
    form
        `html` or `pdf`.
    folder
        Where to; it is made where it is missing.
    paper
        The size of a PDF, such as `A4`.

    Raises
    ------
    ContentError
        Something that the pages are made from is missing or not as it should be.
    RuntimeError
        There is no Chromium for a PDF; the message says how to get it.
    """
    if form == PDF:
        need_browser(*A_PDF)
    pictures = True
    try:
        need_browser(*A_PICTURE)
    except RuntimeError as error:
        pictures = False
        yield str(error)
    folder.mkdir(parents=True, exist_ok=True)
    for sheet in sheets(only, AUDIENCES[audience], form, pictures=pictures):
        file = folder / f"{sheet.name}.{form}"
        if form == PDF:
            file.write_bytes(as_pdf(for_paper(sheet.html, paper)))
        else:
            file.write_text(sheet.html, encoding="utf-8", newline="\n")
        yield f"{file}: written"


def for_paper(html: str, size: str) -> str:
    """Return a page for paper of a size, such as `A4`; a page on the screen leaves the size to the printer."""
    return html.replace("</head>", f"<style>@page {{ size: {size}; }}</style>\n</head>", 1)


def as_pdf(html: str) -> bytes:
    """Return a page, given as HTML that needs no other file, as a PDF.

    Raises
    ------
    RuntimeError
        There is no Chromium, or it did not print; the message says what to do.
    """
    browser = need_browser(*A_PDF)
    with TemporaryDirectory() as folder:
        page, pdf = Path(folder) / "page.html", Path(folder) / "page.pdf"
        page.write_text(html, encoding="utf-8")
        profile = f"--user-data-dir={folder}/profile"  # so that a browser that is open stays out of it
        command = [browser, *FLAGS, profile, f"--print-to-pdf={pdf}", page.as_uri()]
        try:
            done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=SECONDS, check=False)  # noqa: S603 - built here
        except (OSError, subprocess.TimeoutExpired) as error:
            message = f"{browser} did not print the page: {error}"
            raise RuntimeError(message) from None
        if not pdf.is_file():
            message = f"{browser} did not print the page. It said:\n{done.stderr.strip()}"
            raise RuntimeError(message)
        return pdf.read_bytes()
