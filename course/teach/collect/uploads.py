"""What is dropped onto the page: copied to a folder of this run, under names that every system takes, within limits."""

from __future__ import annotations

import itertools
import os
import re
import shutil
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from course.files import for_every_system, numbered, why
from course.teach.collect.store import FILE as STORE

if TYPE_CHECKING:
    from collections.abc import Iterator

MEGA = 10**6
MOST_FILES = 100_000
MOST_BYTES = 20_000 * MEGA
LARGEST_ZIP = 4_000 * MEGA
LARGEST = 100 * MEGA
"""How large a file may be that is no zip: no hand-in and no notebook of the course is half as large."""
ROOM = 200 * MEGA
"""How much of the disk stays free."""
LONGEST = 90
"""How many bytes a name may have."""
LONGEST_PATH = 180
"""How many letters a path may have: Windows takes 260, and the folder of the run needs some of them."""
NAMELESS = "file"
TOO_MANY = "It is one too many: {most:,} files can be collected at once. Begin anew with the others."
TOO_LARGE = "It is larger than {most:,} MB. That is no hand-in of the course."
TOO_LARGE_ZIP = "It is larger than {most:,} MB. Unpack it, and drop the folder in parts."
TOO_MUCH = "With it there would be more than {most:,} GB. Begin anew with the others."
NO_ROOM = "There is no room for it: {free} on the disk of {place} are free. Make room, and drop it again."
NOT_KEPT = "It could not be copied: {why}."
OURS = "It is what the collector itself keeps. Drop the hand-ins."


class NotTakenError(ValueError):
    """A file is not taken, and why: one sentence."""


def tame(path: str) -> list[str]:
    """Return the parts of a path that a browser tells, as names below a folder: none leaves it or is a device's.

    >>> tame("../../class 9b/CON.json")
    ['class 9b', 'CON_.json']
    """
    parts = [part for part in re.split(r"[/\\]", path) if part.strip(". \0")]
    names = [_short(part) for part in parts] or [NAMELESS]
    while len("/".join(names)) > LONGEST_PATH and len(names) > 1:
        names = names[1:]
    return names


def _short(name: str) -> str:
    """Return a name that every system takes; of a long one the start, the end, and digits that tell it from others."""
    plain = for_every_system(Path(name)).name
    if len(plain.encode()) <= LONGEST:
        return plain or NAMELESS
    ending = f"-{sha256(name.encode('utf-8', 'replace')).hexdigest()[:6]}{Path(plain).suffix[:8]}"
    return plain.encode()[: LONGEST - len(ending.encode())].decode(errors="ignore").rstrip(". ") + ending


@dataclass
class Arriving:
    """A file that is being copied, beside the others until it is whole.

    Attributes
    ----------
    names
        Where it comes to be, below the folder.
    most
        How many bytes it may have.
    """

    part: Path
    names: list[str]
    most: int
    file: BinaryIO
    size: int = 0
    digest: Any = field(default_factory=sha256)

    def write(self, some: bytes) -> None:
        """Take some of it.

        Raises
        ------
        NotTakenError
            It is larger than it may be, or the disk does not take it.
        """
        self.size += len(some)
        if self.size > self.most:
            raise NotTakenError(too_large(self.names[-1]))
        try:
            self.file.write(some)
        except OSError as error:
            raise NotTakenError(NOT_KEPT.format(why=why(error))) from error
        self.digest.update(some)

    def forget(self) -> None:
        """Take away what there is of it."""
        self.file.close()
        self.part.unlink(missing_ok=True)


def most_of(name: str) -> int:
    """Return how many bytes a file of a name may have."""
    return LARGEST_ZIP if name.lower().endswith(".zip") else LARGEST


def too_large(name: str) -> str:
    """Return a sentence on a file that is too large."""
    said = TOO_LARGE_ZIP if name.lower().endswith(".zip") else TOO_LARGE
    return said.format(most=most_of(name) // MEGA)


@dataclass
class Uploads:
    """The files of a run.

    Attributes
    ----------
    root
        The folder of the run.
    count, size
        How many files are there, and how many bytes.
    """

    root: Path
    count: int = 0
    size: int = 0
    _known: dict[str, str] = field(default_factory=dict)
    _arriving: set[Path] = field(default_factory=set)
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    def __post_init__(self) -> None:
        """Make the folders."""
        self._make()

    @property
    def files(self) -> Path:
        """Return the folder of what is whole."""
        return self.root / "hand-ins"

    @property
    def parts(self) -> Path:
        """Return the folder of what is not whole yet."""
        return self.root / "parts"

    def _make(self) -> None:
        for folder in (self.files, self.parts):
            folder.mkdir(parents=True, exist_ok=True)

    def begin(self, path: str, size: int = 0) -> Arriving:
        """Begin to take a file.

        Parameters
        ----------
        path
            Where the browser has it, with slashes; anything can be in it.
        size
            How many bytes it is said to have.

        Raises
        ------
        NotTakenError
            It is too large, or one too many.
        """
        names = tame(path)
        if names == [STORE]:
            raise NotTakenError(OURS)
        if self.count >= MOST_FILES:
            raise NotTakenError(TOO_MANY.format(most=MOST_FILES))
        if size > most_of(names[-1]):
            raise NotTakenError(too_large(names[-1]))
        if self.size + size > MOST_BYTES:
            raise NotTakenError(TOO_MUCH.format(most=MOST_BYTES // 10**9))
        free = shutil.disk_usage(self.root).free
        if size + ROOM > free:
            raise NotTakenError(NO_ROOM.format(free=f"{free // MEGA:,} MB", place=self.root.parent))
        part = self.parts / f"{next(self._numbers)}"
        try:
            file = part.open("wb")
        except OSError as error:
            raise NotTakenError(NOT_KEPT.format(why=why(error))) from error
        return Arriving(part, names, most_of(names[-1]), file)

    def keep(self, arrived: Arriving, changed: float | None = None) -> Path:
        """Keep a file that is whole; one that is there already stays once, another one of its path has a number.

        Parameters
        ----------
        changed
            When it was last changed, in seconds since 1970.

        Raises
        ------
        NotTakenError
            The disk does not take it.
        """
        digest = arrived.digest.hexdigest()
        try:
            arrived.file.close()
            if changed is not None:
                _date(arrived.part, changed)
            wanted = self.files.joinpath(*arrived.names)
            for place in numbered(wanted):
                key = str(place.relative_to(self.files)).casefold()
                if self._known.get(key) == digest:
                    arrived.part.unlink()
                    return place
                if key not in self._known and not place.exists():
                    break
            folder = self._folder(place.parent)
            place = folder / place.name
            arrived.part.replace(place)
        except OSError as error:
            arrived.forget()
            raise NotTakenError(NOT_KEPT.format(why=why(error))) from error
        self._known[key] = digest
        self.count, self.size = self.count + 1, self.size + arrived.size
        return place

    def _folder(self, folder: Path) -> Path:
        """Return a folder that is there: where a file has its name, one with a number."""
        if folder == self.files:
            return folder
        above = self._folder(folder.parent)
        for place in numbered(above / folder.name):
            if not place.exists() or place.is_dir():
                place.mkdir(exist_ok=True)
                return place
        raise AssertionError

    def empty(self) -> None:
        """Take all away."""
        for folder in (self.files, self.parts):
            shutil.rmtree(folder, ignore_errors=True)
        self._known.clear()
        self.count = self.size = 0
        self._make()


def _date(place: Path, changed: float) -> None:
    """Give a file the date that it had; one that the disk cannot have is left out."""
    with suppress(OSError, OverflowError, ValueError):
        os.utime(place, (changed, changed))
