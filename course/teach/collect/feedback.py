"""A page for each learner, to be given back: written where it has changed, and deleted where the learner is gone."""

from __future__ import annotations

import base64
import hashlib
import itertools
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from course.files import for_every_system, patiently, plain_name, why, write_in_one_step
from course.page.html import marked
from course.teach.collect.cells import NotWrittenError
from course.teach.collect.feedback_page import TITLES, page_of
from course.teach.collect.learners import learners

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from jinja2 import Template

    from course.teach.collect.feedback_page import FeedbackPage

FOLDER, TEMPLATE, STYLE = "feedback", "feedback.html", "feedback.css"
MARKER = "Between the Lines: feedback for a learner"
"""What tells a page of ours from any other file: others are never deleted."""
MOST_FAULTS = 10
HEAD = 400
"""In as many bytes at the start of a page the marker is."""


def write_feedback(connection: sqlite3.Connection, out: Path) -> int:
    """Write a page a learner into the folder `feedback`; one that has not changed is not written again.

    Parameters
    ----------
    connection
        The store.
    out
        The folder in which `feedback` is made.

    Returns
    -------
    int
        How many pages there are.

    Raises
    ------
    NotWrittenError
        Some pages could not be written; the others are. Where there are many such, the rest is left as it is.
    OSError
        The folder cannot be made.
    """
    folder = out / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    taken: set[str] = set()
    faults: list[str] = []
    for learner in learners(connection):
        place, new = place_of(folder, learner.name, taken), to_html(page_of(learner))
        try:
            if not _is_same(place, new):
                write_in_one_step(place, new, at_once=False)
        except OSError as error:
            faults.append(f"{FOLDER}/{place.name}: it could not be written ({why(error)}).")
            if len(faults) == MOST_FAULTS:
                break
    if faults:
        raise NotWrittenError(faults, [])
    _delete_others(folder, taken)
    return len(taken)


def place_of(folder: Path, name: str, taken: set[str]) -> Path:
    """Return a place for the page of a learner that every system takes and no other page has; it is taken then."""
    stem = plain_name(name) or "learner"
    for end in itertools.chain([""], (f"-{number}" for number in itertools.count(2))):
        place = for_every_system(folder / f"{stem}{end}.html")
        if (key := place.name.casefold()) not in taken:
            taken.add(key)
            break
    return place


def to_html(page: FeedbackPage) -> str:
    """Return a page as HTML that stands alone."""
    return _template().render(page=page)


def _is_same(place: Path, new: str) -> bool:
    try:
        return place.read_bytes() == new.encode()
    except OSError:
        return False


def _delete_others(folder: Path, taken: set[str]) -> None:
    """Delete the pages of ours that no learner has any more."""
    for place in folder.glob("*.html"):
        if place.name.casefold() in taken or place.is_symlink() or not place.is_file():
            continue
        with place.open("rb") as file:
            ours = MARKER.encode() in file.read(HEAD)
        if ours:
            patiently(place.unlink)


@cache
def _template() -> Template:
    """Return the template with what is the same on all pages."""
    made = Environment(loader=PackageLoader("course.teach"), autoescape=True, undefined=StrictUndefined,
                       trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)  # fmt: skip
    made.filters["marked"] = lambda text: Markup(marked(text))  # noqa: S704 - it is escaped
    css = (files("course.teach") / "templates" / STYLE).read_text(encoding="utf-8")
    sha = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    made.globals |= {"titles": TITLES, "marker": MARKER, "css": Markup(css), "sha": f"sha256-{sha}"}  # noqa: S704 - ours
    return made.get_template(TEMPLATE)
