"""Zip files, looked into without laying anything of them on the disk, and never further than is good."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections import OrderedDict
from datetime import datetime
from io import BytesIO
from typing import IO, TYPE_CHECKING

from course.teach.collect.moments import of_seconds

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_MEMBERS = 200_000
MOST_LISTED = 32 * 2**20
"""How long the list of what is in a zip file can be, in bytes: it is held in memory."""
MOST_IN_ALL = 4 * 2**30
"""How many bytes the files in one zip file can have together, unpacked."""
LARGEST_INSIDE = 100 * 2**20
"""How large a zip file in a zip file can be: it is held in memory."""
DEEPEST = 3
MOST_TIMES, FROM = 300, 2**20
"""How many times as large as packed a file can be, from a megabyte on: text packs to a tenth or a twentieth."""
KEPT = 4
"""How many zip files a process keeps open."""
END = struct.Struct("<4s4H2LH")
END_LARGE = struct.Struct("<4sQ2H2L4Q")
LOCKED = "It is locked with a password: unpack it, and save it as a zip file without one."
BROKEN = "It is a broken zip file: it was cut off or changed when it was saved or copied. Ask for it once more."
NO_ZIP = "It is no zip file, whatever its name says: unpack it, or save it as a zip file."
MANY = f"It has more than {MOST_MEMBERS:,} files in it, and none was read: unpack it, and take out the hand-ins."
DEEP = f"Zip files lie in each other more than {DEEPEST} deep: unpack it."
BOMB = f"It says that it becomes more than {MOST_TIMES} times as large when it is unpacked; it was not unpacked."
OVER = "It lies over another file in its zip file, as no program packs files; it was not unpacked."
HOW = "It is packed in a way that is not read here: unpack it, and save it as a plain zip file."
DAMAGED = "It is damaged in its zip file: what comes out is not what went in. Ask for it once more."
FULL = f"The zip file has more than {MOST_IN_ALL // 2**30} gigabytes in it; from here on it was not read: unpack it."
ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, struct.error, ValueError, IndexError, OSError, OverflowError)
"""What a zip file that is not in order can raise."""
_open: OrderedDict[tuple[str, ...], zipfile.ZipFile] = OrderedDict()


class Unread(Exception):  # noqa: N818 - what it is
    """A zip file or a file in it is not read; with a sentence."""


def opened(path: Path, members: tuple[str, ...] = ()) -> zipfile.ZipFile:
    """Return a zip file on the disk, or one in it; kept open for the next that is asked for.

    Raises
    ------
    Unread
        It is none, is not in order or goes beyond a limit.
    """
    try:
        about = path.stat()
    except OSError as error:
        raise Unread(error.strerror or str(error)) from None
    key = (str(path), str(about.st_mtime_ns), str(about.st_size), *members)
    if key in _open:
        _open.move_to_end(key)
        return _open[key]
    if members:
        outer = opened(path, members[:-1])
        info = inside(outer).get(members[-1])
        if info is None:
            raise Unread(BROKEN)
        made = look_into(BytesIO(read(outer, info, LARGEST_INSIDE)))
    else:
        made = look_into(path.open("rb"))
    _open[key] = made
    while len(_open) > KEPT:
        _open.popitem(last=False)[1].close()
    return made


def close_all() -> None:
    """Close what is kept open, so that other programs can change it."""
    while _open:
        _open.popitem()[1].close()


def look_into(file: IO[bytes]) -> zipfile.ZipFile:
    """Return the zip file that some bytes are.

    Raises
    ------
    Unread
        They are none, are not in order or go beyond a limit.
    """
    try:
        _check_list(file)
        made = zipfile.ZipFile(file)
    except Unread:
        file.close()
        raise
    except (*ERRORS, NotImplementedError, RuntimeError):
        file.close()
        raise Unread(BROKEN) from None
    if len(made.infolist()) > MOST_MEMBERS:
        made.close()
        raise Unread(MANY)
    return made


def _check_list(file: IO[bytes]) -> None:
    """Look how long the list at the end is, before it is read; nothing is said of one that is not there."""
    is_one = file.read(2) == b"PK"
    size = file.seek(0, 2)
    start = file.seek(max(0, size - 2**16 - END.size))
    tail = file.read()
    place = tail.rfind(b"PK\5\6")
    if place < 0 or len(tail) - place < END.size:
        raise Unread(BROKEN if is_one else NO_ZIP)
    _, _, _, _, count, length, _, _ = END.unpack_from(tail, place)
    if 0xFFFF in (count, length) or length == 0xFFFFFFFF:  # noqa: PLR2004 - the numbers stand before it
        file.seek(max(0, start + place - 20 - END_LARGE.size))
        large = file.read(END_LARGE.size)
        if large.startswith(b"PK\6\6"):
            count, length = END_LARGE.unpack(large)[7:9]
    if count > MOST_MEMBERS or length > MOST_LISTED:
        raise Unread(MANY)
    file.seek(0)


def inside(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """Return the files in a zip file by their names; of two with one name, the second has a number behind it."""
    made: dict[str, zipfile.ZipInfo] = getattr(archive, "course_inside", {})
    if made:
        return made
    for info in archive.infolist():
        if info.is_dir():
            continue
        name, number = _name(info), 2
        while name in made:
            name, number = numbered(_name(info), number), number + 1
        made[name] = info
    archive.course_inside = made  # type: ignore[attr-defined]
    return made


def numbered(name: str, number: int) -> str:
    """Return a name with a number behind it, before its end."""
    stem, point, end = name.rpartition(".")
    return f"{stem} ({number}).{end}" if point and "/" not in end else f"{name} ({number})"


def _name(info: zipfile.ZipInfo) -> str:
    """Return the name of a file in a zip file; programs that write UTF-8 and do not say so are believed."""
    name = info.filename
    if not name.isascii() and not info.flag_bits & 0x800:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            return name
    return name


def reasons(archive: zipfile.ZipFile) -> Iterator[tuple[str, zipfile.ZipInfo, str]]:
    """Yield each file in a zip file by name, with the reason why it is not to be unpacked, or nothing."""
    ends = 0
    over = set()
    for info in sorted(inside(archive).values(), key=lambda each: each.header_offset):
        if info.header_offset < ends:
            over.add(id(info))
        ends = max(ends, info.header_offset + info.compress_size)
    for name, info in sorted(inside(archive).items()):
        yield name, info, OVER if id(info) in over else _reason(info)


def _reason(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & 0x1:
        return LOCKED
    if info.file_size > FROM and info.file_size > MOST_TIMES * max(info.compress_size, 1):
        return BOMB
    return ""


def read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    """Return the content of a file in a zip file.

    Raises
    ------
    Unread
        It is locked, damaged, or longer than it may be, whatever the list says of it.
    """
    if reason := _reason(info):
        raise Unread(reason)
    if info.file_size > most:
        raise Unread(too_large(info.file_size, most))
    try:
        with archive.open(info) as file:
            data = file.read(most + 1)
    except (NotImplementedError, RuntimeError):
        raise Unread(HOW) from None
    except ERRORS:
        raise Unread(DAMAGED) from None
    if len(data) > most:
        raise Unread(too_large(len(data), most))
    if len(data) != info.file_size:
        raise Unread(DAMAGED)
    return data


def too_large(size: int, most: int) -> str:
    """Return why a file is not read that is too large."""
    has = f"It has {size / 2**20:,.1f} megabytes, and at most {most // 2**20} are read"
    return f"{has}: it is larger than any that the course writes."


def changed(info: zipfile.ZipInfo, otherwise: str) -> str:
    """Return when a file in a zip file was changed; a zip file keeps the time of the place where it was packed."""
    try:
        when = datetime(*info.date_time)  # noqa: DTZ001 - the time of this place
        return of_seconds(when.timestamp()) if when.year > 1980 else otherwise  # noqa: PLR2004 - its zero
    except (ValueError, OverflowError, OSError):
        return otherwise


def stamp(info: zipfile.ZipInfo) -> str:
    """Return what is another one where the content is."""
    return f"{info.file_size}:{info.CRC:08x}"
