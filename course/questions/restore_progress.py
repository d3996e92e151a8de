"""Bring back a file of answers that `save_progress` wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.files import given_place, patiently, why
from course.questions import keeping
from course.questions.record import ProgressError, Record
from course.questions.restore_panel import RestorePanel
from course.questions.said import Said
from course.questions.save_progress import DEFAULT_FILE
from course.say import count

if TYPE_CHECKING:
    from pathlib import Path


def restore_progress(path: str | int | Path = DEFAULT_FILE) -> Said | RestorePanel:
    """Bring back a file that `save_progress` wrote, that `begin_anew` set aside, or that was handed in.

    What has been answered since stays. A file that is missing or is none of these is told in a sentence and changes
    nothing. Where a browser keeps nothing, Python does not see the files of the page: there a field asks for the file.
    """
    if path == DEFAULT_FILE and not keeping.is_kept():  # a file of that name could only be one of this very kernel
        return RestorePanel(_from_text)
    file = given_place(path)
    try:
        if not file.exists() and (kept := keeping.path()):
            file = kept.parent / file  # where `begin_anew` lays it, wherever a cell has gone
        saved = patiently(lambda: keeping.parsed(file, Record.from_hand_in))
    except (FileNotFoundError, UnicodeEncodeError):
        if not keeping.is_kept():
            return RestorePanel(_from_text)
        return Said(f"There is no file {file.name} here. Drag it into the file list on the left, then try again.")
    except ProgressError as error:
        return _is_none(file.name, error)
    except OSError as error:
        return Said(f"{file} could not be read: {why(error)}. Nothing was changed.")
    return _brought_back(file.name, saved)


def _from_text(name: str, text: str) -> Said:
    """Bring back what the text of a file holds."""
    try:
        saved = Record.from_hand_in(text)
    except ProgressError as error:
        return _is_none(name, error)
    return _brought_back(name, saved)


def _is_none(name: str, error: ProgressError) -> Said:
    return Said(f"{name} was not restored: {error}. Nothing was changed.")


def _brought_back(name: str, saved: Record) -> Said:
    """Keep what was saved, beside what has been answered since."""
    if problem := keeping.keep(saved.merged):
        return Said(problem)
    return Said(f"{count(saved.answered, 'answer')} restored from {name}. Run the questions again to see them.")
