"""What one file of a learner says, before anything in it is judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.questions.record import Record

HAND_IN, PROGRESS, NOTEBOOK, PAPER = "hand-in", "progress file", "notebook", "typed-in answers"
"""The kinds of files that are read: three of learners', and the table that a teacher types after a lesson on paper."""


@dataclass(frozen=True)
class HandedIn:
    """The answers of one learner in one file.

    Attributes
    ----------
    place
        Where the file is: its path below the folder that is collected, with slashes; what is inside a zip file comes
        after `zip.zip/`.
    kind, form
        What kind of file it is, and the version of its form; 0 where it has none.
    name
        The name or code that stands in it, or that a learning platform put into the path. Empty where there is none.
    owner
        The number of the learner on a learning platform, such as `moodle 1234567`, if the path says so. Empty if not.
    written
        When it was written, Universal Time, in ISO form; of files that do not say so, when they were last changed.
    version
        The version of the course that wrote it; empty where it does not say.
    record
        All that is in it.
    notes
        What a teacher should know of it, a sentence each: what was passed over, what does not fit together.
    """

    place: str
    kind: str
    form: int
    name: str
    owner: str
    written: str
    version: str
    record: Record
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Refused:
    """A file that was not read, or not whole, and why: one sentence."""

    place: str
    reason: str
