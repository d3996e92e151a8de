"""The folder of a teacher's that a hand-in goes to by itself, where whoever has set up the computer names one."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

from course.files import numbered, why, write_in_one_step

if TYPE_CHECKING:
    from collections.abc import Callable

VARIABLE = "COURSE_EXCHANGE"
"""The environment variable that names the folder of this learner; on a hub each learner has one."""
THERE = "It is handed in: your teacher has it."
NOT_THERE = "It could not be handed in by itself: {why}. Download it, and give the file to your teacher."


def is_set() -> bool:
    """Return whether hand-ins go to a teacher by themselves."""
    return bool(os.environ.get(VARIABLE))


def hand_over(name: str, text: str, holds_more: Callable[[Path], bool]) -> str:
    """Lay a hand-in into the teacher's folder; return a sentence on what came of it.

    Parameters
    ----------
    name
        What the file is to be called.
    holds_more
        Whether a file that is there has what this one has not: it stays, and this one gets another name.
    """
    folder = Path(os.environ[VARIABLE])
    try:
        # The folder is made by whoever has set it up: one that is made here in its place would be found by nobody.
        if not folder.is_dir():
            raise FileNotFoundError(errno.ENOENT, "your teacher's folder is not there")
        write_in_one_step(next(file for file in numbered(folder / name) if not holds_more(file)), text)
    except OSError as error:
        return NOT_THERE.format(why=why(error))
    return THERE
