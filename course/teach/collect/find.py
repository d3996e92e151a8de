"""Files of learners in a folder, in folders in it and in zip files in these, one after another; nothing is unpacked."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from course.teach.collect import archives, foreign
from course.teach.collect.archives import Unread
from course.teach.collect.handed_in import Refused
from course.teach.collect.moments import of_seconds
from course.teach.collect.platforms import is_own_note
from course.teach.collect.tame import tame

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_PART = 120
"""How long a part of a path is shown."""
MOST_PARTS = 30
"""How many folders of a path in a zip file are shown."""
OURS = ".collect.sqlite"
"""What is in a folder that a run has written: it is passed over."""
PROGRESS = re.compile(r"\.course-progress.*\.json")
PASSED_OVER = re.compile(r"__MACOSX|__pycache__|node_modules|\$RECYCLE\.BIN|System Volume Information|\..*")
"""Folders that programs keep for themselves; nobody hands them in."""
OF_PROGRAMS = re.compile(r"Thumbs\.db|desktop\.ini|~\$.*|.*\.(tmp|part|crdownload|lock|mark|new)", re.IGNORECASE)
LINK = "It is a link to another place, and no link is followed: put the file itself here."
NO_FILE = "It is no file but a {}, and was not opened."
SORTS = {
    stat.S_ISFIFO: "pipe",
    stat.S_ISSOCK: "socket",
    stat.S_ISBLK: "device",
    stat.S_ISCHR: "device",
}
EMPTY_ZIP = "There is nothing in this zip file."
GONE = "It could not be opened: {}."
NOT_THERE = "There is no such file or folder."
FLAGS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True)
class Found:
    """A file that may hold answers.

    Attributes
    ----------
    place
        Where it is, as `HandedIn.place` says.
    path, members
        The file on the disk, and the names inside zip files, from the outer one on.
    size
        How many bytes it has.
    stamp
        A text that is another one where the content is.
    changed
        When it was last changed, Universal Time.
    """

    place: str
    path: Path
    members: tuple[str, ...]
    size: int
    stamp: str
    changed: str


def find(place: Path) -> Iterator[Found | Refused]:
    """Yield the files in a folder, or in a zip file, in one order; and what is not read, with the reason.

    A file in a zip file may be called by an absolute path or by one that leads out of its folder: it is read all the
    same, for nothing is ever unpacked onto the disk, and shown by the harmless parts of its name.

    Parameters
    ----------
    place
        A folder, or one file.
    """
    try:
        about = place.stat()
    except (OSError, ValueError):
        yield Refused(_part(place.name or str(place)), NOT_THERE)
        return
    if stat.S_ISDIR(about.st_mode):
        yield from _in_folder(place)
    else:
        yield from _file(_part(place.name), place, about)


def load(found: Found) -> bytes | Refused:
    """Return the content of a file that was found."""
    try:
        if found.members:
            outer = archives.opened(found.path, found.members[:-1])
            info = archives.inside(outer).get(found.members[-1])
            if info is None:
                return Refused(found.place, archives.BROKEN)
            return archives.read(outer, info, foreign.most(found.members[-1]))
        return _content(found.path, foreign.most(found.path.name))
    except Unread as error:
        return Refused(found.place, str(error))
    except OSError as error:
        return Refused(found.place, GONE.format(error.strerror or type(error).__name__))


def _content(path: Path, most: int) -> bytes:
    """Return the content of a file on the disk; it may have become something else since it was found."""
    with os.fdopen(os.open(path, os.O_RDONLY | FLAGS), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise Unread(NO_FILE.format("file any more"))
        data = file.read(most + 1)
    if len(data) > most:
        raise Unread(archives.too_large(len(data), most))
    return data


def _in_folder(top: Path) -> Iterator[Found | Refused]:
    """Yield what is in a folder and in the folders in it; a list takes the place of calls, for some lie very deep."""
    waiting = [iter(_entries(top, ""))]
    while waiting:
        if (item := next(waiting[-1], None)) is None:
            waiting.pop()
        elif isinstance(item, Refused):
            yield item
        else:
            place, entry = item
            try:
                mode = entry.stat(follow_symlinks=False).st_mode
                is_link = stat.S_ISLNK(mode) or (hasattr(entry, "is_junction") and entry.is_junction())
            except OSError as error:
                yield Refused(place, GONE.format(error.strerror or type(error).__name__))
                continue
            if is_link:
                yield Refused(place, LINK)
            elif stat.S_ISDIR(mode):
                waiting.append(iter(_entries(Path(entry.path), f"{place}/")))
            else:
                yield from _file(place, Path(entry.path), entry.stat(follow_symlinks=False))


def _entries(folder: Path, before: str) -> Iterator[tuple[str, os.DirEntry[str]] | Refused]:
    """Yield what lies in a folder, by name, without what programs keep there."""
    try:
        with os.scandir(folder) as every:
            entries = sorted(every, key=lambda each: each.name)
    except OSError as error:
        yield Refused(before.rstrip("/") or _part(folder.name), GONE.format(error.strerror or type(error).__name__))
        return
    if any(each.name == OURS for each in entries):
        return
    names = _Names()
    for each in entries:
        if not is_passed_over(each.name, is_folder=each.is_dir(follow_symlinks=False)):
            yield f"{before}{names.new(_part(each.name))}", each


def is_passed_over(name: str, *, is_folder: bool) -> bool:
    """Return whether a file or a folder is one that programs keep for themselves."""
    if PROGRESS.fullmatch(name):
        return False
    if is_folder:
        return PASSED_OVER.fullmatch(name) is not None
    return name.startswith(".") or OF_PROGRAMS.fullmatch(name) is not None or is_own_note(name)


def _file(place: str, path: Path, about: os.stat_result) -> Iterator[Found | Refused]:
    """Yield a file on the disk, or what is in it where it is a zip file."""
    for is_so, what in SORTS.items():
        if is_so(about.st_mode):
            yield Refused(place, NO_FILE.format(what))
            return
    when = of_seconds(about.st_mtime)
    if foreign.is_zip(path.name):
        yield from _in_zip(place, path, (), when, _Left())
    elif reason := foreign.reason(path.name, about.st_size):
        yield Refused(place, reason)
    else:
        yield Found(place, path, (), about.st_size, f"{about.st_size}:{about.st_mtime_ns}", when)


class _Left:
    """How many bytes more are taken from a zip file."""

    def __init__(self) -> None:
        self.bytes = archives.MOST_IN_ALL


def _in_zip(place: str, path: Path, members: tuple[str, ...], when: str, left: _Left) -> Iterator[Found | Refused]:
    """Yield what is in a zip file, and in zip files in it."""
    try:
        archive = archives.opened(path, members)
        is_empty = not archive.infolist()
        every = archives.reasons(archive)
    except Unread as error:
        yield Refused(place, str(error))
        return
    if is_empty:
        yield Refused(place, EMPTY_ZIP)
    names = _Names()
    for name, info, reason in every:
        *folders, last = [part for part in re.split(r"[/\\]", name) if part not in {"", ".", ".."}] or ["no name"]
        if is_passed_over(last, is_folder=False) or any(is_passed_over(each, is_folder=True) for each in folders):
            continue
        shown = folders if len(folders) <= MOST_PARTS else [*folders[: MOST_PARTS - 1], "…"]
        where = f"{place}/{names.new('/'.join(map(_part, [*shown, last])))}"
        inner = (*members, name)
        said = "" if foreign.is_zip(last) else foreign.reason(last, info.file_size)
        if reason or said:
            yield Refused(where, said or reason)
            continue
        if (left := _less(left, info.file_size)).bytes < 0:
            yield Refused(where, archives.FULL)
            return
        if not foreign.is_zip(last):
            yield Found(where, path, inner, info.file_size, archives.stamp(info), archives.changed(info, when))
        elif len(inner) >= archives.DEEPEST:
            yield Refused(where, archives.DEEP)
        else:
            yield from _in_zip(where, path, inner, archives.changed(info, when), left)


def _less(left: _Left, size: int) -> _Left:
    left.bytes -= size
    return left


class _Names:
    """Names that are shown, no two alike."""

    def __init__(self) -> None:
        self._known: set[str] = set()

    def new(self, name: str) -> str:
        """Return a name, with a number behind it where it was shown before."""
        shown, number = name, 2
        while shown in self._known:
            shown, number = archives.numbered(name, number), number + 1
        self._known.add(shown)
        return shown


def _part(name: str) -> str:
    """Return a part of a path as it is shown; a long one is cut before its end."""
    end = foreign.end_of(name)
    shown = (
        tame(name, LONGEST_PART) if len(name) <= LONGEST_PART else tame(name[: -len(end) or None], LONGEST_PART) + end
    )
    return shown.replace("/", "∕") or "no name"  # noqa: RUF001 - like a slash, and none
