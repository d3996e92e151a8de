"""Files into a folder of a teacher: all of them or none, and nothing of theirs is written over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.content import ContentError
from course.say import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

MOST_NAMED = 5
REMEDY = "Nothing was written. Name an empty folder, or move these files away."


def write(folder: Path, files: Mapping[str, str]) -> Iterator[str]:
    """Write texts into a folder, and yield a line on each that is new.

    Parameters
    ----------
    folder
        The folder; it is made where it is missing. Other files in it stay as they are.
    files
        The texts by their paths from the folder, with slashes.

    Raises
    ------
    ContentError
        A file of that name is there with another text, or something stands where a folder or a file is to be; nothing
        was written then.
    OSError
        The folder cannot be written to.
    """
    taken = [name for name, text in files.items() if _is_taken(folder, name, text)]
    if taken:
        named = ", ".join(taken[:MOST_NAMED])
        more = f" and {count(len(taken) - MOST_NAMED, 'more file')}" if len(taken) > MOST_NAMED else ""
        message = f"{folder} has other files of these names: {named}{more}. {REMEDY}"
        raise ContentError(message)
    new = [name for name in files if not (folder / name).exists()]
    for name in new:
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(files[name], encoding="utf-8", newline="\n")
        yield f"{place}: written"
    if old := len(files) - len(new):
        yield f"{folder}: {count(old, 'file')} as before"


def _is_taken(folder: Path, name: str, text: str) -> bool:
    """Return whether something else than this text is where it is to be written, or where one of its folders is."""
    place = folder / name
    if place.is_file():
        return place.read_bytes() != text.encode()
    above = [each for each in place.parents if each == folder or folder in each.parents]
    return place.exists() or place.is_symlink() or any(each.exists() and not each.is_dir() for each in above)
