"""Save what a learner has answered to one file that can be taken elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.files import for_every_system, given_place, patiently, why, write_in_one_step
from course.questions import keeping
from course.questions.record import ProgressError, Record
from course.questions.said import Said
from course.say import count

if TYPE_CHECKING:
    from pathlib import Path

DEFAULT_FILE = "my-progress.json"


def save_progress(path: str | int | Path = DEFAULT_FILE) -> Said:
    """Write all answers and notes to one file that can be downloaded and brought back.

    Where the file is there already, what it holds is kept in it too, so that saving before restoring
    loses nothing. Where there is another file of that name, or the file cannot be written, that is told in a
    sentence and changes nothing.
    """
    file = for_every_system(given_place(path))
    try:
        record = keeping.read_whole()
    except OSError as error:
        return Said(f"Your answers cannot be read now ({why(error)}). Nothing was written. Try again in a moment.")
    try:
        if file.exists():
            record = patiently(lambda: keeping.parsed(file, Record.from_json)).merged(record)
        text = record.to_json()
        write_in_one_step(file, text)
    except ProgressError as error:
        return Said(f"{file.name} is another file: {error}. Give another name: course.save_progress('name.json').")
    except OSError as error:
        return Said(f"{file} could not be written: {why(error)}.", file.name, record.to_json())
    return Said(f"{count(record.answered, 'answer')} saved in {file.name}.", file.name, text)
