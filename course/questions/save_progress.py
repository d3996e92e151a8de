"""Save what a learner has answered to one file that can be taken elsewhere."""

from __future__ import annotations

from pathlib import Path

from course.questions import keeping
from course.questions.files import write_in_one_step
from course.questions.record import ProgressError, Record
from course.questions.said import Said

DEFAULT_FILE = "my-progress.json"


def save_progress(path: str | Path = DEFAULT_FILE) -> Said:
    """Write all answers and notes to one file that can be downloaded and brought back.

    Where the file is there already, what it holds is kept in it too, so that saving before restoring
    loses nothing. Where there is another file of that name, or the file cannot be written, that is told in a
    sentence and changes nothing.
    """
    file = Path(path)
    record = keeping.read()
    try:
        if file.exists():
            record = Record.from_json(file.read_text(encoding="utf-8-sig")).merged(record)
        text = record.to_json()
        write_in_one_step(file, text)
    except (ProgressError, UnicodeDecodeError) as error:
        return Said(f"{file.name} is another file: {error}. Give another name: course.save_progress('name.json').")
    except OSError as error:
        return Said(f"{file} could not be written: {error.strerror}.")
    answers = record.answered
    return Said(f"{answers} answer{'' if answers == 1 else 's'} saved in {file.name}.", file.name, text)
