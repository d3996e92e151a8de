"""What one learner has answered: kept in one small file beside the notebooks."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout

from course.questions.record import ProgressError, Record

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.questions.judge import State
    from course.questions.record import Entry

FILE_NAME = ".course-progress.json"
IN_MEMORY = "memory"
VARIABLE = "COURSE_PROGRESS"
"""The environment variable that names another file, or `memory` to keep progress for one kernel only."""


_memory = Record()
"""What is kept of one kernel where nothing is written."""
_unwritten = Record()
"""What could not be written; it is remembered until it can be, or until the kernel stops."""


def path() -> Path | None:
    """Return where progress is kept, or None where it is kept in memory only."""
    place = os.environ.get(VARIABLE, "")
    if place == IN_MEMORY:
        return None
    return Path(place) if place else Path.cwd() / FILE_NAME


def read() -> Record:
    """Return what is kept, an empty record where there is nothing yet.

    A file that is broken or is not ours is set aside under another name, never deleted, and said so. Where
    the folder is out of reach, it is what this kernel remembers.
    """
    place = path()
    if place is None:
        return _memory
    try:
        return (_from_file(place) or change(lambda record: record)).merged(_unwritten)
    except (OSError, Timeout):
        return _unwritten


def _from_file(place: Path) -> Record | None:
    """Return the record in a file, an empty one where there is none yet, None where it is not a record."""
    try:
        return Record.from_json(place.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return Record()
    except (ProgressError, UnicodeDecodeError):
        return None


def _set_aside(place: Path) -> None:
    """Give a file that is not a record another name, and say why."""
    reason = "it is not a text"
    try:
        Record.from_json(place.read_text(encoding="utf-8-sig"))
    except ProgressError as error:
        reason = str(error)
    except UnicodeDecodeError:
        pass
    aside = _free_name(place)
    place.replace(aside)
    print(f"{place.name} could not be used: {reason}. It was set aside as {aside.name}; progress starts anew.")  # noqa: T201


def change(how: Callable[[Record], Record]) -> Record:
    """Read what is kept, change it, write it, with no other kernel in between.

    A kill at any moment leaves the old file or the new one, whole.

    Raises
    ------
    OSError
        The file cannot be written.
    filelock.Timeout
        Another kernel has held the file for ten seconds.
    """
    global _memory, _unwritten  # noqa: PLW0603 - the memory of one kernel
    place = path()
    if place is None:
        _memory = how(_memory)
        return _memory
    place.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(f"{place}.lock", timeout=10):
        record = _from_file(place)
        if record is None:
            _set_aside(place)
            record = Record()
        record = how(record.merged(_unwritten))
        write_in_one_step(place, record.to_json())
    _unwritten = Record()
    return record


def write_in_one_step(place: Path, text: str) -> None:
    """Write a text beside a file and let it take the file's place: one sees the old text or the new, never a part."""
    new = place.with_name(f"{place.name}.{os.getpid()}.new")
    try:
        with new.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        new.replace(place)
    finally:
        new.unlink(missing_ok=True)


def keep_answer(
    question_id: str,
    answer: Any,  # noqa: ANN401 - plain JSON
    state: State,
    stands: Callable[[Entry], str] = lambda entry: entry.state,
) -> str:
    """Keep an answer and how it was judged; return why it could not be kept, or an empty text.

    Parameters
    ----------
    stands
        How what was kept until now stands by today's spec.
    """

    def how(record: Record) -> Record:
        entry = record.entry(question_id)
        new = entry.checked(answer, state, datetime.now(UTC).isoformat(timespec="seconds"), stands(entry))
        return record if new is entry else replace(record, entries={**record.entries, question_id: new})

    return keep(how)


def keep_hints(question_id: str, hints: int) -> str:
    """Keep how many hints of a question have been taken; return why that failed, or an empty text."""

    def how(record: Record) -> Record:
        entry = record.entry(question_id)
        new = replace(entry, hints=max(entry.hints, hints))
        return replace(record, entries={**record.entries, question_id: new})

    return keep(how)


def keep_note(name: str, text: str) -> str:
    """Keep a text that a learner wrote; return why that failed, or an empty text."""
    return keep(lambda record: replace(record, notes={**record.notes, name: text}))


def keep(how: Callable[[Record], Record]) -> str:
    """Change what is kept; a folder that cannot be written to does not stop a learner."""
    global _unwritten  # noqa: PLW0603 - the memory of one kernel
    try:
        change(how)
    except (OSError, Timeout) as error:
        _unwritten = how(read())
        return f"This could not be kept in a file ({error}); it is remembered until the kernel stops."
    return ""


def _free_name(place: Path) -> Path:
    number = 1
    while (aside := place.with_name(f"{place.stem}-set-aside-{number}{place.suffix}")).exists():
        number += 1
    return aside
