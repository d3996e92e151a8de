"""What one learner has answered: kept in one small file beside the notebooks."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course.files import HELD, IN_A_BROWSER, PAUSE, alone, free_name, outlives, patiently, why, write_in_one_step
from course.questions import on_page
from course.questions.record import ProgressError, Record, now
from course.questions.written_over import Recent

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.questions.judge import State
    from course.questions.record import Entry

FILE_NAME = ".course-progress.json"
IN_MEMORY = "memory"
VARIABLE = "COURSE_PROGRESS"
"""The environment variable that names another file, or `memory` to keep progress for one kernel only."""
NO_LOCKS = (
    "The drive of this folder has no locks for files. Your answers are kept in any case; "
    "answer in one notebook at a time."
)
UNREAD = "Your earlier answers cannot be read now ({why}). What you answer is remembered until the kernel stops."
_memory = Record()
"""What is kept of one kernel where nothing is written."""
_unwritten = Record()
"""What could not be written; it is remembered until it can be, or until the kernel stops."""
_places: dict[str, Path | None] = {}
"""Where progress is kept, by what the environment says; a cell may go to another folder, and the file stays."""
_read: dict[Path, tuple[str, Record]] = {}
"""The text of each file as it was read or written last, and the record in it: what has not changed is not parsed."""
_out_of_reach: set[Path] = set()
"""The files that could not be read when they were last tried: they are not waited for again."""
_told: set[Path] = set()
"""The files of which it was said that they are on a drive without locks."""


def path() -> Path | None:
    """Return where progress is kept, or None where it is kept in memory only.

    Raises
    ------
    OSError
        The folder is gone, or has another name; it is not made anew.
    """
    named = os.environ.get(VARIABLE, "")
    if named not in _places:
        _places[named] = place_in(Path() if named == IN_MEMORY else Path.cwd())
    place = _places[named]
    if place and not named and not place.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(place.parent))
    return place


def place_in(folder: Path) -> Path | None:
    """Return where progress is kept by a kernel that works in a folder, or None where it is kept in memory only."""
    named = os.environ.get(VARIABLE, "")
    return None if named == IN_MEMORY else folder / (Path(named).expanduser() if named else FILE_NAME)


def is_kept() -> bool:
    """Return whether what a learner answers is there tomorrow."""
    return not IN_A_BROWSER or (place := path()) is None or outlives(place.parent)


def read() -> Record:
    """Return what is kept, an empty record where there is nothing yet.

    A file that is broken or is not ours is set aside under another name, never deleted, and said so. Where
    it is out of reach, that is said, and it is what this kernel remembers.
    """
    try:
        return look()
    except OSError as error:
        on_page.say_once_a_cell(UNREAD.format(why=why(error)))
        return _unwritten


def look(*, patient: bool = False) -> Record:
    """Return what is kept.

    Parameters
    ----------
    patient
        Whether a file is waited for that was out of reach before.

    Raises
    ------
    OSError
        It cannot be read, not after a moment either.
    """
    place = path()
    if place is None:
        return _memory
    if patient:
        _out_of_reach.discard(place)
    try:
        record = _from_file(place)
    except ProgressError:
        record = change(lambda record: record)
    return record.merged(_unwritten)


def read_whole() -> Record:
    """Return what is kept, to be handed over; where the folder is gone, it is what this kernel remembers.

    Raises
    ------
    OSError
        It cannot be read now, and what this kernel remembers would be a part of it.
    """
    try:
        return look(patient=True)
    except FileNotFoundError:
        return read()


def parsed(file: Path, how: Callable[[str], Record]) -> Record:
    """Return the record that a file holds, as a function reads it; raise a `ProgressError` where it is none."""
    try:
        return how(file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        message = "it is not a text"
        raise ProgressError(message) from None


def _from_file(place: Path) -> Record:
    """Return the record in a file, an empty one where there is none yet; as `look`, and a `ProgressError` is raised."""

    def of(text: str) -> Record:
        if place not in _read or _read[place][0] != text:
            _read[place] = text, Record.from_json(text)
        return _read[place][1]

    def once() -> Record:
        try:
            return parsed(place, of)
        except FileNotFoundError:
            return Record()

    try:
        record = patiently(once, PAUSE if place in _out_of_reach else HELD)
    except OSError:
        _out_of_reach.add(place)
        raise
    _out_of_reach.discard(place)
    return record


def change(how: Callable[[Record], Record]) -> Record:
    """Read what is kept, change it, write it, with no other kernel in between where the file system has locks.

    A kill at any moment leaves the old file or the new one, whole.

    Raises
    ------
    OSError
        The file cannot be read or written.
    """
    global _memory, _unwritten  # noqa: PLW0603 - the memory of one kernel
    place = path()
    if place is None:
        _memory = how(_memory)
        return _memory
    if os.environ.get(VARIABLE):
        place.parent.mkdir(parents=True, exist_ok=True)
    with alone(place) as has_locks:
        try:
            kept = _from_file(place)
        except ProgressError as error:
            aside = free_name(place, "set-aside", "-1")
            patiently(lambda: place.replace(aside))
            said = f"{place.name} could not be used: {error}. It was set aside as {aside.name}; progress starts anew."
            print(said)  # noqa: T201 - what a learner is to know
            kept = Record()
        before = kept.merged(_unwritten)
        record = how(before)
        if record != kept:  # what is the same is not written again
            text = record.to_json()
            write_in_one_step(place, text)
            _read[place] = text, record
    _unwritten = Record()
    if IN_A_BROWSER and record != before:
        _recent.note(record.since(before))
    if not has_locks and place not in _told:
        _told.add(place)
        print(NO_LOCKS)  # noqa: T201 - what a learner is to know
    return record


def begin_anew() -> Path | None:
    """Set what is kept aside, so that the next learner begins with nothing; return its new name, if it has one.

    Raises
    ------
    OSError
        The file cannot be set aside; nothing was changed.
    """
    global _memory, _unwritten  # noqa: PLW0603 - the memory of one kernel
    aside = None
    change(lambda record: record)  # what could not be written before is kept too
    place = path()
    if place is not None:
        with alone(place):
            if place.exists():
                aside = free_name(place, f"{datetime.now(UTC).astimezone():%Y-%m-%d-%H-%M-%S}")
                patiently(lambda: place.replace(aside))
    _memory = _unwritten = Record()
    _recent.forget()
    on_page.begin_anew()
    return aside


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
    return keep(_of(question_id, lambda entry: entry.checked(answer, state, now(), stands(entry))))


def keep_hints(question_id: str, hints: int) -> str:
    """Keep how many hints of a question have been taken; return why that failed, or an empty text."""
    return keep(_of(question_id, lambda entry: replace(entry, hints=max(entry.hints, hints))))


def keep_draft(question_id: str, draft: dict[str, Any] | None) -> str:
    """Keep what stands in the controls of a question and was not checked; return why that failed, or an empty text."""
    return _kept(_of(question_id, lambda entry: entry if entry.draft == draft else replace(entry, draft=draft)))


def keep_solution(question_id: str) -> str:
    """Keep that a solution of a question was shown; return why that failed, or an empty text."""
    return keep(_of(question_id, lambda entry: replace(entry, solution=entry.solution or now())))


def keep_note(name: str, text: str) -> str:
    """Keep a text that a learner wrote; return why that failed, or an empty text."""
    return keep(lambda record: replace(record, notes={**record.notes, name: text}))


def keep_filled(name: str, values: dict[str, Any]) -> str:
    """Keep what a learner gave where nothing is judged; return why that failed, or nothing."""
    return keep(lambda record: replace(record, filled={**record.filled, name: values}))


def _of(question_id: str, how: Callable[[Entry], Entry]) -> Callable[[Record], Record]:
    """Return what changes what is kept of one question; what stays the same is not written again."""

    def change_it(record: Record) -> Record:
        entry = record.entry(question_id)
        new = how(entry)
        return record if new is entry else replace(record, entries={**record.entries, question_id: new})

    return change_it


def keep(how: Callable[[Record], Record]) -> str:
    """Change what is kept, and show it; a folder that cannot be written to does not stop a learner."""
    problem = _kept(how)
    on_page.look()
    return problem


def _kept(how: Callable[[Record], Record]) -> str:
    global _unwritten  # noqa: PLW0603 - the memory of one kernel
    try:
        change(how)
    except OSError as error:
        try:
            before = look()
        except OSError:
            before = _unwritten
        _unwritten = _unwritten.with_(how(before).since(before))
        return f"This could not be kept in a file ({why(error)}); it is remembered until the kernel stops."
    return ""


_recent = Recent(keep)
"""The changes of the last seconds, which another window's kernel may write over where there are no locks."""
