"""Bring back a file of answers that `save_progress` wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.files import given_place, patiently, why
from course.questions import keeping
from course.questions.record import ProgressError, Record
from course.questions.said import Said
from course.questions.save_progress import DEFAULT_FILE
from course.say import count

if TYPE_CHECKING:
    from pathlib import Path


def restore_progress(path: str | int | Path = DEFAULT_FILE) -> Said:
    """Bring back a file that `save_progress` wrote, that `begin_anew` set aside, or that was handed in.

    What has been answered since stays. A file that is missing or is none of these is told in a sentence and changes
    nothing.
    """
    file = given_place(path)
    try:
        if not file.exists() and (kept := keeping.path()):
            file = kept.parent / file  # where `begin_anew` lays it, wherever a cell has gone
        saved = patiently(lambda: keeping.parsed(file, Record.from_hand_in))
    except (FileNotFoundError, UnicodeEncodeError):
        return Said(f"There is no file {file.name} here. Drag it into the file list on the left, then try again.")
    except ProgressError as error:
        return Said(f"{file.name} was not restored: {error}. Nothing was changed.")
    except OSError as error:
        return Said(f"{file} could not be read: {why(error)}. Nothing was changed.")
    if problem := keeping.keep(saved.merged):
        return Said(problem)
    answers = count(saved.answered, "answer")
    return Said(f"{answers} restored from {file.name}. Run the questions again to see them.")
