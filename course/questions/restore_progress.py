"""Bring back a file of answers that `save_progress` wrote."""

from __future__ import annotations

from pathlib import Path

from course.questions import keeping
from course.questions.record import ProgressError, Record
from course.questions.said import Said
from course.questions.save_progress import DEFAULT_FILE


def restore_progress(path: str | Path = DEFAULT_FILE) -> Said:
    """Bring back a file that `save_progress` wrote; what has been answered since stays.

    A file that is missing or is not a progress file is told in a sentence and changes nothing.
    """
    file = Path(path)
    try:
        saved = Record.from_json(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return Said(f"There is no file {file.name} here. Drag it into the file list on the left, then try again.")
    except (ProgressError, UnicodeDecodeError) as error:
        return Said(f"{file.name} was not restored: {error}. Nothing was changed.")
    except OSError as error:
        return Said(f"{file} could not be read: {error.strerror}. Nothing was changed.")
    if problem := keeping.keep(saved.merged):
        return Said(problem)
    count = saved.answered
    return Said(
        f"{count} answer{'' if count == 1 else 's'} restored from {file.name}. Run the questions again to see them."
    )
