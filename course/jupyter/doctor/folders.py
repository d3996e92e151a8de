"""The folder of the course: whether its notebooks are there, and whether they and progress can be written."""

from __future__ import annotations

import errno
import os
import secrets
import shlex
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

from course.jupyter.doctor.finding import MEND, NOTE, Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

FULL = {errno.ENOSPC, errno.EDQUOT}
"""What a drive says that has no room left."""
MOST_NAMED = 3
OWN_COPY = "Copy the folder to a place of your own, such as Documents, and start the course there."


def missing(folder: Path, names: Sequence[str], lay: Callable[[], Iterable[str]]) -> Iterator[Finding]:
    """Yield a finding where there is no such folder, or notebooks are missing from it.

    Parameters
    ----------
    folder
        The folder that has the folder `notebooks`.
    names
        The notebooks that are missing there.
    lay
        What lays those that are missing, and returns a line for each.
    """
    if folder.exists() and not folder.is_dir():
        yield Finding(MEND, f"{folder} is a file, and a folder is needed.", "Name a folder: course doctor FOLDER")
    elif names:
        sentence = f"{_some(names)} not in {folder / 'notebooks'} yet. course lab lays what is missing."
        yield Finding(NOTE, sentence, "course lab", lambda: f"{_names(list(lay()))}.")


def unwritable(folder: Path) -> Iterator[Finding]:
    """Yield a finding on each thing that cannot be written to: the folder, the folder `notebooks`, the files in it."""
    for place in filter(os.path.isdir, (folder, folder / "notebooks")):
        error = try_to_write(place)
        if error and error.errno == errno.EROFS:
            yield Finding(MEND, f"{place} is on a drive that can be read only: nothing is kept there.", OWN_COPY)
            return
        if error and error.errno not in FULL:
            yield _shut([place], error)
    try:
        files = sorted(each for each in (folder / "notebooks").iterdir() if each.is_file())
    except OSError:
        return
    shut: dict[int | None, list[tuple[Path, OSError]]] = {}
    for file in files:
        if (error := try_to_open(file)) and error.errno not in {errno.ENOENT, errno.ETXTBSY}:
            shut.setdefault(owner(file), []).append((file, error))
    for those in shut.values():
        yield _shut([file for file, _ in those], those[0][1])


def progress_lost(progress: Path) -> Iterator[Finding]:
    """Yield a finding where progress cannot be kept in its file."""
    folder = next(folder for folder in progress.parents if folder.exists())
    error = try_to_write(folder)
    if not error and progress.exists():
        error = try_to_open(progress)
    if error:
        sentence = f"Progress cannot be kept in {progress} ({error.strerror})."
        yield Finding(MEND, sentence, "Name another file in the variable COURSE_PROGRESS.")


def not_yours(folder: Path, user: int | None) -> Iterator[Finding]:
    """Yield a finding where root works in the folder of somebody else, who could not change later what is kept now.

    Parameters
    ----------
    folder
        The folder of the course.
    user
        The number of the user, or None where the system has no such numbers.
    """
    with suppress(OSError):
        of = owner(folder)
        if user == 0 and of:
            sentence = (
                f"You work as root, and {folder} belongs to {name_of(of)}, who could not change what is kept now."
            )
            yield Finding(NOTE, sentence, f"Start the course as {name_of(of)}, without sudo.")


def try_to_write(folder: Path, size: int = 1) -> OSError | None:
    """Write a file of some bytes into a folder and take it away again; return what went wrong, or None."""
    place = folder / f".course-doctor-{secrets.token_hex(4)}"
    try:
        with place.open("xb") as file:
            file.write(bytes(size))
    except OSError as error:
        return error
    finally:
        with suppress(OSError):
            place.unlink(missing_ok=True)
    return None


def try_to_open(file: Path) -> OSError | None:
    """Open a file as one that is to be changed, change nothing, and return what went wrong, or None."""
    try:
        with file.open("r+b"):
            return None
    except OSError as error:
        return error


def owner(place: Path) -> int | None:
    """Return the number of the user that a file or folder belongs to, or None where the system has no such numbers."""
    return place.stat().st_uid if hasattr(os, "geteuid") else None


def me() -> int | None:
    """Return the number of the user who runs this, or None where the system has no such numbers."""
    return os.geteuid() if hasattr(os, "geteuid") else None


def name_of(user: int) -> str:
    """Return the name of a user, or the number where there is no name."""
    try:
        import pwd  # noqa: PLC0415 - Windows has no such module

        return pwd.getpwuid(user).pw_name
    except (ImportError, KeyError):
        return f"user {user}"


def _shut(places: Sequence[Path], error: OSError) -> Finding:
    """Return a finding on places that one user owns, with what this user can do."""
    first = places[0]
    them = "it" if len(places) == 1 else "them"
    be = "is" if len(places) == 1 else "are"
    shown = str(first) if len(places) == 1 else f"In {first.parent}, {_names([place.name for place in places])}"
    sentence = f"{shown} {be} not to be written to ({error.strerror}): what is done there is lost."
    of = owner(first)
    if of is None:  # Windows
        if os.access(first, os.W_OK):  # there it says whether a file has the mark `read-only`, and nothing of rights
            return Finding(MEND, sentence, OWN_COPY)
        return Finding(MEND, sentence, f"Take the mark 'read-only' from {them}.", lambda: opened(places))
    if of == os.geteuid():
        by_hand = f"chmod u+rwX {' '.join(shlex.quote(str(place)) for place in places)}"
        return Finding(MEND, sentence, by_hand, lambda: opened(places))
    sentence = f"{sentence[:-1]}, for {'it belongs' if len(places) == 1 else 'they belong'} to {name_of(of)}."
    return Finding(MEND, sentence, f'sudo chown -R "$(id -un)" {shlex.quote(str(first.parent))}')


def opened(places: Sequence[Path]) -> str:
    """Let their owner read and write some files and folders; return what was done."""
    for place in places:
        enter = stat.S_IXUSR if place.is_dir() else 0
        place.chmod(place.stat().st_mode | stat.S_IRUSR | stat.S_IWUSR | enter)
    return f"You can write to {_names([str(place) for place in places])} again."


def _names(names: Sequence[str]) -> str:
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return f"{', '.join(names[:MOST_NAMED])}{more}"


def _some(names: Sequence[str]) -> str:
    return f"{_names(names)} {'is' if len(names) == 1 else 'are'}"
