"""Files that other programs may hold: waited for a moment, written in one step, changed by one kernel at a time."""

from __future__ import annotations

import errno
import itertools
import os
import re
import secrets
import sys
import time
import unicodedata
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")
HELD = 1.0
"""Seconds that a file is waited for which another program holds, such as one that copies it to a cloud."""
LOCKED = 10.0
"""Seconds that a lock is waited for, the first time; another kernel needs far less."""
MARKED = 2.0
"""Seconds until a mark in the place of a lock is taken for one that a dead kernel has left."""
PAUSE = 0.05
UNSYNCED = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}
"""What a file system says that writes, and cannot be made to do so at once."""
REFUSED = re.compile('[<>:"|?*\\x00-\\x1f\\ud800-\\udfff]')
RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)")
"""What Windows takes in no name of a file, and takes for a device."""
MOST_BYTES = 120
"""How long the name of a learner is in the name of a file; some systems take 143 bytes in all."""
IN_A_BROWSER = sys.platform == "emscripten"
"""Whether Python runs in a browser: there is no lock for files there, and nobody to wait for."""
DRIVE = Path("/drive")
"""Where a kernel in a browser has the files that the browser keeps; all else ends with the page."""
_without_locks: set[Path] = set()


def outlives(folder: Path) -> bool:
    """Return whether what is written in a folder is there when the kernel has stopped."""
    return not IN_A_BROWSER or DRIVE in (folder, *folder.parents)


def patiently(do: Callable[[], T], seconds: float = HELD) -> T:
    """Return what a function returns; try again for some seconds where a file in its way is held or half there.

    Raises
    ------
    OSError, ValueError
        What it raises all the same; at once where there is no such file.
    """
    deadline = time.monotonic() + seconds
    while True:
        try:
            return do()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            raise
        except (OSError, ValueError):
            if time.monotonic() >= deadline:
                raise
            time.sleep(PAUSE)


@contextmanager
def alone(place: Path) -> Iterator[bool]:
    """Keep other kernels from a file while it is changed; yield whether the file system has locks for that.

    Where it has none, a mark beside the file stands for one. What a dead kernel has left, here or on another computer,
    is waited for once and then passed over: an answer that is written is worth more than a lock. In a browser there is
    no lock at all: who changes a file there looks after a moment whether the change is still in it.
    """
    if IN_A_BROWSER:
        yield True
        return
    from filelock import FileLock, SoftFileLock  # noqa: PLC0415 - a browser has none

    for kind, end, seconds in (
        (FileLock, "lock", MARKED / 10 if place in _without_locks else LOCKED),
        (SoftFileLock, "mark", MARKED),
    ):
        lock = kind(f"{place}.{end}", timeout=seconds)
        try:
            lock.acquire()
        except TimeoutError:
            if kind is SoftFileLock:
                Path(lock.lock_file).unlink(missing_ok=True)
        except (OSError, NotImplementedError):
            pass
        else:
            try:
                yield kind is FileLock
            finally:
                with suppress(OSError):
                    lock.release()
            return
        _without_locks.add(place)
    yield False


@contextmanager
def in_one_step(place: Path, encoding: str = "utf-8", *, at_once: bool = True) -> Iterator[TextIO]:
    """Give a file to write to that takes a place when it is whole: one sees the old text or the new, never a part.

    Parameters
    ----------
    place
        Where it is in the end; the lines end as they are written.
    encoding
        How its letters are kept.
    at_once
        Whether the disk has to have it before it takes the place; many files that can be made anew are faster without.

    Raises
    ------
    OSError
        The folder cannot be written to, the disk is full, or another program holds the file.
    """
    place = Path(os.path.realpath(place))
    new = place.with_name(f"{place.name}.{secrets.token_hex(4)}.new")
    try:
        with new.open("w", encoding=encoding, newline="") as file:
            yield file
            file.flush()
            try:
                if at_once:
                    os.fsync(file.fileno())
            except OSError as error:
                if error.errno not in UNSYNCED:
                    raise
        patiently(lambda: new.replace(place))
    except BaseException:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise


def write_in_one_step(place: Path, text: str, *, at_once: bool = True) -> None:
    """Write a text beside a file and let it take the file's place; as `in_one_step`."""
    with in_one_step(place, at_once=at_once) as file:
        file.write(text)


def numbered(place: Path, first: str = "") -> Iterator[Path]:
    """Yield a name for a file, and then others with a number from 2 on."""
    for end in itertools.chain([first], (f"-{number}" for number in itertools.count(2))):
        yield place.with_name(f"{place.stem}{end}{place.suffix}")


def yours(name: str, day: str) -> str:
    """Return what a learner's own page of a lesson is called once there is a newer one.

    Parameters
    ----------
    name
        The name of the lesson, without its end.
    day
        The day on which the newer one came.
    """
    return f"{name} - yours until {day}"


def free_name(place: Path, words: str, first: str = "") -> Path:
    """Return a name beside a file that nothing has yet: with some words in it, and with a number from the second on."""
    named = place.with_name(f"{place.stem}-{words}{place.suffix}")
    return next(name for name in numbered(named, first) if not name.exists())


def given_place(given: object) -> Path:
    """Return the place that a learner gives for a file: a code can be a number, `~` is the learner's own folder."""
    text = str(given).replace("\0", "")
    try:
        return Path(text).expanduser()
    except RuntimeError:  # there is no such folder
        return Path(text)


def for_every_system(place: Path) -> Path:
    """Return a place for a file whose name is one on Windows too."""
    name = REFUSED.sub("-", unicodedata.normalize("NFC", place.name)).rstrip(". ")
    return place.with_name(RESERVED.sub(r"\1_", name)) if name else place


def plain_name(text: str) -> str:
    """Return a part of a file's name for a text: its letters, in whatever script, and its digits.

    Each text has another one, also where upper and lower case are one: digits at the end tell them apart.
    """
    text = unicodedata.normalize("NFC", text)
    letters = "".join(each if unicodedata.category(each)[0] in "LMN" else "-" for each in text)
    short = re.sub("-+", "-", letters).strip("-").encode()[:MOST_BYTES].decode(errors="ignore")
    if short == text == text.title() and not RESERVED.match(short):
        return short
    return f"{short or 'learner'}-{sha256(text.encode('utf-8', 'replace')).hexdigest()[:6]}"


def why(error: OSError) -> str:
    """Return what is the matter with a file, in words for people."""
    return error.strerror or str(error) or type(error).__name__
