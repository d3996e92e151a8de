"""The misreadings: names that foreseen wrong answers of all notebooks share, and what a teacher can do about each."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache
from typing import TYPE_CHECKING

from course import content

if TYPE_CHECKING:
    from pathlib import Path

FILE = "misreadings.csv"


@dataclass(frozen=True)
class Misreading:
    """One misreading; the columns of its file are these names. Learners see none of it.

    Attributes
    ----------
    name
        Its key, such as `hedge-dropped`: what a misconception in a spec has as its `name`.
    title
        The same in words.
    shows, ask_back
        What such an answer shows about the reading, and what to ask the learner.
    repair
        What to do in five minutes, with an everyday text and numbers of its own.
    check, check_answer
        A question that tells if it helped, and its answer.
    """

    name: str
    title: str
    shows: str
    ask_back: str
    repair: str
    check: str
    check_answer: str


def misreadings() -> dict[str, Misreading]:
    """Return all misreadings by their names, in the order of their file.

    Raises
    ------
    ContentError
        The file is missing, or a row in it is not as it should be; with file and row.
    """
    path = content.exercises_folder() / FILE
    return _read(path, path.stat().st_mtime_ns if path.is_file() else 0)


@lru_cache(maxsize=8)
def _read(path: Path, changed: int) -> dict[str, Misreading]:  # noqa: ARG001 - a file that was changed is read again
    rows = content.read_rows(path, [field.name for field in fields(Misreading)])
    return {row["name"]: Misreading(**row) for row in rows}
