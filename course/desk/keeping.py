"""Where a desk keeps its work: a folder with the text and a file for each coder, written in one step at each change."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from course.content import ContentError, read_json
from course.desk.coding import Actor, Coding, Row, Settled, in_order
from course.desk.columns import columns, fits
from course.files import patiently, plain_name, why, write_in_one_step
from course.fingerprints import Fingerprint, fingerprint

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

END = ".coding.json"
TEXT = "text.txt"
"""The text of the report, on the coder's own side: no other file has more of it than wordings of six words."""
FORMAT = 1
MOST_BYTES = 2_000_000
WHAT = "A coding that was made at the coding desk of Between the Lines. The text that it is about is not in it."


@dataclass(frozen=True)
class Kept:
    """A coding as it is in a file.

    Attributes
    ----------
    coding
        What the coder has made.
    title
        What the report is called.
    text
        What its paragraphs are recognised by.
    """

    coding: Coding
    title: str
    text: Mapping[int, Fingerprint]


def file_of(folder: Path, coder: str) -> Path:
    """Return the file in which the work of a coder is kept."""
    return folder / f"{plain_name(coder)}{END}"


def others(folder: Path, coder: str) -> list[Path]:
    """Return the files of other coders in a folder, in the order of the alphabet."""
    return sorted(set(folder.glob(f"*{END}")) - {file_of(folder, coder)})


def as_text(coding: Coding, title: str, text: Mapping[int, str]) -> str:
    """Return what a file holds of a coding."""
    known = {str(number): asdict(fingerprint(each)) for number, each in text.items()}
    content = {"what": WHAT, "format": FORMAT, "title": title, "text": known, **asdict(coding)}
    return f"{json.dumps(content, indent=1, ensure_ascii=False)}\n"


def write(place: Path, text: str) -> str:
    """Write a file in one step; return why it cannot be, in words, or nothing."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        write_in_one_step(place, text)
    except OSError as error:
        return f"It cannot be kept in {place.parent}: {why(error)}. Your work is on this page only."
    return ""


def read(place: Path) -> Kept:
    """Return the coding that a file holds.

    Raises
    ------
    ContentError
        The file cannot be read, is too large, or is none of a coding desk; the message says which.
    """
    try:
        state = place.stat()
    except OSError as error:
        message = f"{place.name}: this file cannot be read ({why(error)})."
        raise ContentError(message) from None
    if state.st_size > MOST_BYTES:
        message = f"{place.name}: this file is too large for a coding."
        raise ContentError(message)
    return _read(place, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=32)
def _read(place: Path, changed: int, size: int) -> Kept:  # noqa: ARG001 - a file that was changed is read again
    """Return the coding in a file, read once: a desk asks for its partner's at each step."""
    return of(patiently(lambda: read_json(place)), place.name)


def of(content: Mapping[str, Any], called: str) -> Kept:
    """Return the coding that the content of a file stands for.

    Raises
    ------
    ContentError
        It is none of a coding desk.
    """
    if not isinstance(content.get("format"), int) or content.get("format", 0) > FORMAT:
        message = f"{called}: this is not a coding of the desk, or one of a newer version of the course."
        raise ContentError(message)
    try:
        rows = in_order(_row(each) for each in content["rows"])
        if len({row.key for row in rows}) < len(rows):
            raise ValueError  # noqa: TRY301 - told below, with all else that a hand can do to a file
        coding = Coding(
            _text(content["coder"]),
            rows,
            {
                _text(name): Actor(_text(each["kind"]), _text(each["quoted"]))
                for name, each in content["actors"].items()
            },
            {int(number): _text(said) for number, said in content["retold"].items()},
            content["is_done"] is True,
            content["is_opened"] is True,
            {_text(key): _settled(each) for key, each in content["settled"].items()},
        )
        text = {
            int(number): Fingerprint(int(each["words"]), _text(each["sha256"]))
            for number, each in content["text"].items()
        }
        return Kept(coding, _text(content["title"]), text)
    except (KeyError, TypeError, ValueError, AttributeError):
        message = f"{called}: this coding is broken: something in it was changed by hand or lost."
        raise ContentError(message) from None


def _row(given: Mapping[str, Any]) -> Row:
    key = _text(given["key"])
    if not (key.startswith("r") and key[1:].isdecimal()):
        raise ValueError(key)
    return Row(
        key,
        int(given["paragraph"]),
        int(given["start"]),
        int(given["end"]),
        _text(given["wording"]),
        _cells(given["cells"]),
        _text(given["note"]),
    )


def _cells(given: Mapping[str, Any]) -> dict[str, str]:
    """Return what is in the columns that the course knows; a word that it does not know is left blank."""
    cells = {name: _text(cell) for name, cell in given.items() if name in columns()}
    return {name: cell for name, cell in cells.items() if fits(name, cell)}


def _settled(given: Mapping[str, Any]) -> Settled:
    return Settled(_cells(given["cells"]), given["is_kept"] is True, _text(given["rule"]))


def _text(given: object) -> str:
    if not isinstance(given, str):
        raise TypeError
    return given
