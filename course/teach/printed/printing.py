"""A pack into files: a PDF where a browser can print it, else a page to print; and the table for answers beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from course.content import ContentError
from course.figures.browsers import find_browser
from course.teach import stills
from course.teach.printed.grey import in_grey
from course.teach.printed.pack import pack_of
from course.teach.printing import as_pdf, for_paper
from course.teach.worksheet import chosen

if TYPE_CHECKING:
    from collections.abc import Iterator

PDF, HTML, TALLY = ".pdf", ".html", "-tally.csv"
NO_BROWSER = (
    "No Chrome, Edge or Chromium was found to make a PDF, or pictures. "
    "Open {file} in a browser and print it: A4, at 100 %, with no headers and footers."
)


def write(number: str, out: Path | None, paper: str) -> Iterator[str]:
    """Write the pack of a lesson, and yield a line on each file.

    Parameters
    ----------
    number
        How the name of the notebook begins, such as `03`.
    out
        The file, or a folder for it; a file here where it is None.
    paper
        The size of the paper, such as `A4`.

    Raises
    ------
    ContentError
        There is no such lesson or there are several, or something that the pack is made from is not as it should be.
    RuntimeError
        The browser did not print; the message says what it said.
    """
    lessons = chosen([number])
    if len(lessons) > 1:
        names = ", ".join(lesson.notebook for lesson in lessons)
        message = f"{number!r} is the beginning of several notebooks: {names}. Name one."
        raise ContentError(message)
    browser = find_browser()
    pack = pack_of(lessons[0], _draw if browser else None)
    file = _file(out, pack.name).with_suffix(PDF if browser else HTML)
    file.parent.mkdir(parents=True, exist_ok=True)
    html = for_paper(pack.html, paper)
    if browser:
        file.write_bytes(as_pdf(html))
    else:
        file.write_text(html, encoding="utf-8", newline="\n")
        yield NO_BROWSER.format(file=file.name)
    yield f"{file}: written"
    table = file.with_name(file.stem + TALLY)
    table.write_text(pack.tally, encoding="utf-8-sig", newline="\n")
    yield f"{table}: written"


def _draw(figures: list[dict[str, Any]]) -> list[bytes]:
    """Return each figure as an SVG whose lines can be told apart in grey."""
    return stills.draw([in_grey(figure) for figure in figures])


def _file(out: Path | None, name: str) -> Path:
    """Return the file to write; its ending is put right later."""
    if out is None:
        return Path(f"{name}{PDF}")
    return out if out.suffix.lower() in {PDF, HTML} else out / f"{name}{PDF}"
