"""What one learner has answered: kept in one small file beside the notebooks."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout

from course.questions.judge import State

if TYPE_CHECKING:
    from collections.abc import Callable

FORMAT = 1
FILE_NAME = ".course-progress.json"
IN_MEMORY = "memory"
VARIABLE = "COURSE_PROGRESS"
"""The environment variable that names another file, or `memory` to keep progress for one kernel only."""


class ProgressError(ValueError):
    """A progress file cannot be read or is not one of this course."""


@dataclass(frozen=True)
class Entry:
    """What is kept of one question.

    Attributes
    ----------
    answer, state
        The last answer, or the right one, and how it was judged.
    tried
        The last answer that was checked; the same one twice in a row is one try.
    tries, hints
        How often an answer was checked, and how many hints were taken.
    first, last
        When it was first and last tried, Universal Time.
    solution
        When a solution was first shown before it was answered right, Universal Time; empty where none was.
    """

    answer: Any = None
    state: str = str(State.BLANK)
    tried: Any = None
    tries: int = 0
    hints: int = 0
    first: str = ""
    last: str = ""
    solution: str = ""

    @classmethod
    def from_json(cls, content: dict[str, Any]) -> Entry:
        """Return the entry that a progress file holds; what another version has added is passed over.

        Raises
        ------
        TypeError
            A value is not of its type.
        """
        if not isinstance(content, dict):
            message = "an entry is not a table"
            raise TypeError(message)
        entry = cls(**{one.name: content[one.name] for one in fields(cls) if one.name in content})
        texts, counts = (entry.state, entry.first, entry.last, entry.solution), (entry.tries, entry.hints)
        if not all(isinstance(text, str) for text in texts) or not all(type(count) is int for count in counts):
            message = "a value is not of its type"
            raise TypeError(message)
        return entry

    def merged(self, other: Entry) -> Entry:
        """Return both in one: a right answer before any other, then the later one; nothing that was counted is lost."""
        better = max(self, other, key=lambda entry: (entry.state == State.RIGHT, entry.last, entry.tries))
        return replace(
            better,
            tries=max(self.tries, other.tries),
            hints=max(self.hints, other.hints),
            first=min(filter(None, [self.first, other.first]), default=""),
            last=max(self.last, other.last),
            solution=min(filter(None, [self.solution, other.solution]), default=""),
        )


@dataclass(frozen=True)
class Record:
    """All that is kept of a learner: an entry a question, a text a note."""

    entries: dict[str, Entry] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)

    @property
    def answered(self) -> int:
        """How many questions were answered, rightly or not."""
        return sum(entry.tries > 0 for entry in self.entries.values())

    def to_json(self) -> str:
        """Return the record as the text of a progress file."""
        content = {
            "format": FORMAT,
            "entries": {name: asdict(entry) for name, entry in sorted(self.entries.items())},
            "notes": dict(sorted(self.notes.items())),
        }
        return json.dumps(content, indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Record:
        """Return the record that a progress file holds.

        What another version of the course has added to an entry is passed over; questions that this version
        does not have stay in the record.

        Raises
        ------
        ProgressError
            The text is not that of a progress file.
        """
        try:
            content = json.loads(text)
            newer = content["format"] > FORMAT
            entries = {str(name): Entry.from_json(entry) for name, entry in content["entries"].items()}
            notes = {str(name): str(note) for name, note in content["notes"].items()}
        except (ValueError, RecursionError, KeyError, TypeError, AttributeError) as error:
            message = f"it is not a progress file of this course ({type(error).__name__})"
            raise ProgressError(message) from None
        if newer:
            message = "it was written by a newer version of the course"
            raise ProgressError(message)
        return cls(entries, notes)

    def merged(self, other: Record) -> Record:
        """Return both records in one, question by question; of two notes of one name, the other's."""
        entries = dict(self.entries)
        for name, entry in other.entries.items():
            entries[name] = entries[name].merged(entry) if name in entries else entry
        return Record(entries, {**self.notes, **other.notes})


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


def keep_answer(question_id: str, answer: Any, state: State) -> str:  # noqa: ANN401 - plain JSON
    """Keep an answer and how it was judged; return why it could not be kept, or an empty text.

    A right answer is not undone by a later one, and the same answer given again at once is no new try: a
    notebook may be run from top to bottom as often as one likes.
    """

    def how(record: Record) -> Record:
        entry = record.entries.get(question_id, Entry())
        if entry.tries and entry.tried == answer:
            return record
        now = datetime.now(UTC).isoformat(timespec="seconds")
        new = replace(entry, tried=answer, tries=entry.tries + 1, first=entry.first or now, last=now)
        if entry.state != State.RIGHT or state == State.RIGHT:
            new = replace(new, answer=answer, state=str(state))
        return replace(record, entries={**record.entries, question_id: new})

    return keep(how)


def keep_hints(question_id: str, hints: int) -> str:
    """Keep how many hints of a question have been taken; return why that failed, or an empty text."""

    def how(record: Record) -> Record:
        entry = record.entries.get(question_id, Entry())
        new = replace(entry, hints=max(entry.hints, hints))
        return replace(record, entries={**record.entries, question_id: new})

    return keep(how)


def keep_solution(question_id: str) -> str:
    """Keep that a solution of a question was shown; return why that failed, or an empty text."""

    def how(record: Record) -> Record:
        entry = record.entries.get(question_id, Entry())
        new = replace(entry, solution=entry.solution or datetime.now(UTC).isoformat(timespec="seconds"))
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
