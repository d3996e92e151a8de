"""The drive that progress and notebooks are kept on: its room, its locks, the length of its paths."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from course.jupyter.doctor.finding import MEND, NOTE, Finding
from course.jupyter.doctor.folders import FULL, try_to_write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MEGA = 1_000_000
ONE_LESSON = 20 * MEGA
"""Bytes that a lesson needs at most, with its notebook, what JupyterLab keeps beside it, and answers."""
COMFORTABLE = 200 * MEGA
TRIED = 100_000
"""Bytes that are written for a try: more than a file system finds room for in a half-used block."""
LONGEST = 240
"""The longest path that every program on Windows takes, with some room for what JupyterLab puts to a name."""
CHECKPOINT = Path(".ipynb_checkpoints", "06_charts_that_mislead-checkpoint.ipynb")
"""What JupyterLab keeps beside a notebook has the longest path."""


def little_room(places: Iterable[Path]) -> Iterator[Finding]:
    """Yield a finding on each drive with little room, or none."""
    drives = {there.stat().st_dev: there for there in map(nearest, places)}
    for place in drives.values():
        free = shutil.disk_usage(place).free
        error = try_to_write(place, TRIED)
        files = os.statvfs(place) if hasattr(os, "statvfs") else None
        no_names = bool(files and files.f_files and not files.f_favail)
        if free < ONE_LESSON or no_names or (error and error.errno in FULL):
            used_up = f"no room left for you ({error.strerror})" if error else ""
            left = f"{free / MEGA:.0f} MB left" if free < ONE_LESSON else used_up
            why = "no room for more files" if no_names else left
            sentence = f"The drive of {place} has {why}: answers and notebooks cannot be kept."
            yield Finding(MEND, sentence, "Delete or move what you do not need, and empty the bin.")
        elif free < COMFORTABLE:
            sentence = f"The drive of {place} has {free / MEGA:.0f} MB left. One lesson needs up to 20 MB."
            yield Finding(NOTE, sentence, "Make some room before the next lessons.")


def no_locks(place: Path) -> Iterator[Finding]:
    """Yield a finding where the drive of a place has no locks for files, tried as answers are kept.

    Raises
    ------
    OSError
        Nothing can be written there, so nobody knows.
    """
    from course.files import alone  # noqa: PLC0415 - where its package is missing, all else is looked at

    with (
        tempfile.TemporaryDirectory(dir=nearest(place), prefix=".course-doctor-") as folder,
        alone(Path(folder, place.name)) as locked,
    ):
        if locked:
            return
    sentence = (
        f"The drive of {nearest(place)} has no locks for files. Answers are kept in any case; "
        "two notebooks that answer at the same moment can lose one."
    )
    yield Finding(NOTE, sentence, "Answer in one notebook at a time, or work in a folder on this computer's own drive.")


def nearest(place: Path) -> Path:
    """Return the folder that a file would be in, or the next one above it that exists."""
    return next((folder for folder in (place, *place.parents) if folder.is_dir()), Path())


def too_long(folder: Path, *, windows: bool, long_ones: bool) -> Iterator[Finding]:
    """Yield a finding where what is kept in a folder would have a longer path than Windows takes.

    Parameters
    ----------
    folder
        The folder that has the folder `notebooks`.
    windows
        Whether this is Windows.
    long_ones
        Whether this Windows is set to take longer paths.
    """
    longest = len(str(folder / "notebooks" / CHECKPOINT))
    if windows and not long_ones and longest > LONGEST:
        sentence = f"Paths in {folder} have up to {longest} letters, and Windows takes {LONGEST}: saving can fail."
        yield Finding(MEND, sentence, "Move the folder nearer to the top of the drive, such as C:\\course.")


def takes_long_paths() -> bool:
    """Return whether this Windows is set to take long paths; any other system takes them."""
    if sys.platform != "win32":
        return True
    import winreg  # noqa: PLC0415 - only Windows has it

    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SYSTEM\CurrentControlSet\Control\FileSystem") as key:
            return bool(winreg.QueryValueEx(key, "LongPathsEnabled")[0])
    except OSError:
        return False
