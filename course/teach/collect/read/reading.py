"""The content of a file read as answers, whatever is in it: hand-ins, progress files, notebooks, typed-in answers."""

from __future__ import annotations

import logging
import os
from dataclasses import replace

from course.questions.judge import LOUD
from course.teach.collect.handed_in import HandedIn, Refused
from course.teach.collect.read import foreign, hand_ins, notebooks, roster, typed_in
from course.teach.collect.read.encodings import decoded
from course.teach.collect.read.hand_ins import DOUBLED, NOT_OURS
from course.teach.collect.read.values import Loaded

EMPTY = "It is empty."
PACKED = "It is a zip file whose name does not say so: give it a name that ends with .zip."
NO_JSON = "It is no hand-in, progress file, notebook or table of this course."
FAULT = "It cannot be read, and that is a fault of the course, not of the file: please report it."
TABLES = {".csv", ".tsv"}
log = logging.getLogger(__name__)


def read(place: str, data: bytes, changed: str) -> list[HandedIn | Refused]:
    """Return what a file holds: the answers of one learner, or of each code of a typed-in table, or why there is none.

    Parameters
    ----------
    place
        Where it is, with slashes.
    data
        Its content.
    changed
        When it was last changed, Universal Time.

    Returns
    -------
    list of HandedIn, Refused
        Never an exception, whatever the file holds. A class list gives nothing: `roster` reads it.
    """
    try:
        return _read(place, data, changed)
    except Exception:
        log.exception("A file that was handed in could not be read.")
        if os.environ.get(LOUD):
            raise
        return [Refused(place, FAULT)]


def _read(place: str, data: bytes, changed: str) -> list[HandedIn | Refused]:
    if not data.strip() or data.startswith(b"PK\3\4"):
        return [Refused(place, PACKED if data.strip() else EMPTY)]
    if foreign.end_of(place) in TABLES:
        return [] if roster.class_list(place, data) is not None else typed_in.of_table(place, data, changed)
    try:
        text, note = decoded(data)
        if not text.lstrip().startswith("{") and foreign.end_of(place) not in {".json", foreign.NOTEBOOK}:
            return _of_text(place, data, changed)
        loaded = Loaded(text)
    except ValueError as error:
        return [Refused(place, str(error))]
    content = loaded.content
    if not isinstance(content, dict):
        return [Refused(place, NOT_OURS)]
    made = (notebooks if "cells" in content or "worksheets" in content else hand_ins).of_content(
        place, content, changed
    )
    notes = tuple(filter(None, [note, DOUBLED if loaded.doubled else ""]))
    return [replace(made, notes=(*made.notes, *notes)) if isinstance(made, HandedIn) else made]


def _of_text(place: str, data: bytes, changed: str) -> list[HandedIn | Refused]:
    """Return what a text holds that is no JSON: a table that was given another end, or nothing of ours."""
    if roster.class_list(place, data) is not None:
        return []
    [*found] = typed_in.of_table(place, data, changed)
    is_other = len(found) == 1 and isinstance(found[0], Refused) and found[0].reason == typed_in.NO_TABLE
    return [Refused(place, NO_JSON)] if is_other else found
