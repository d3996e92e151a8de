"""Files that are broken, foreign or mean harm: each with who writes it into a folder, and the line that it deserves."""

from __future__ import annotations

import os
import socket
import stat
import struct
import warnings
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.teach.collect.made import as_bytes, cell, content, notebook, widget, zipped

if TYPE_CHECKING:
    from collections.abc import Callable

SCRIPT = "<script>window.trapped=1</script>"
IMAGE = '"><img src=x onerror="window.trapped=1">'
LINK = "javascript:window.trapped=1"
FORMULA = "=cmd|' /C calc'!A0"


@dataclass(frozen=True)
class Bad:
    """A file that is not as it should be.

    Attributes
    ----------
    name
        The name of its file in the folder.
    write
        Writes it to that place.
    line
        A part of the reason or the note that is expected.
    read
        Whether answers are read from it all the same.
    place
        The place that is named, where it is not the name.
    """

    name: str
    write: Callable[[Path], object]
    line: str
    read: bool = False
    place: str = ""


def holds(data: Any) -> Callable[[Path], object]:
    """Write bytes, or a value as JSON."""
    return lambda path: path.write_bytes(data if isinstance(data, bytes) else as_bytes(data))


def changed(**fields: Any) -> Callable[[Path], object]:
    """Write a hand-in with some fields in the place of its own."""
    return holds({**content(), **fields})


def answer(**fields: Any) -> Callable[[Path], object]:
    """Write a hand-in of which one answer has some fields in the place of its own."""
    first, *others = content()["answers"]
    return changed(answers=[{**first, **fields}, *others])


def text(of: str, to: str) -> Callable[[Path], object]:
    """Write a hand-in of which a part of the text is another one."""
    whole = as_bytes(content()).decode()
    assert of in whole
    return holds(whole.replace(of, to, 1).encode())


def packed(files: dict[str, Any], change: Callable[[bytes], bytes] = bytes) -> Callable[[Path], object]:
    """Write a zip file, changed after it was packed."""
    return holds(
        change(zipped({name: each if isinstance(each, bytes) else as_bytes(each) for name, each in files.items()}))
    )


def locked(data: bytes) -> bytes:
    """Set the sign of a password in both lists of a zip file."""
    made = bytearray(data)
    made[6] |= 1
    made[data.index(b"PK\1\2") + 8] |= 1
    return bytes(made)


def says_larger(data: bytes) -> bytes:
    """Let the list say that the first file has a gigabyte."""
    place = data.index(b"PK\1\2") + 24
    return data[:place] + struct.pack("<L", 2**30) + data[place + 4 :]


def says_smaller(data: bytes) -> bytes:
    """Let the list say that the first file has ten bytes."""
    place = data.index(b"PK\1\2") + 24
    return data[:place] + struct.pack("<L", 10) + data[place + 4 :]


def other_sum(data: bytes) -> bytes:
    """Let the list have another checksum for the first file."""
    place = data.index(b"PK\1\2") + 16
    return data[:place] + b"\1\2\3\4" + data[place + 4 :]


def unknown_way(data: bytes) -> bytes:
    """Let the list say that the first file is packed in a way that nobody knows."""
    place = data.index(b"PK\1\2") + 10
    return data[:place] + struct.pack("<H", 77) + data[place + 2 :]


def says_many(data: bytes) -> bytes:
    """Let the end say that the list is very long."""
    place = data.rindex(b"PK\5\6")
    return data[: place + 12] + struct.pack("<L", 2**31) + data[place + 16 :]


def _over(path: Path) -> None:
    """Write a zip file in which two names stand for one file, as bombs do that need little room."""
    data = zipped({"a.json": as_bytes(content()), "b.json": as_bytes(content())})
    second = data.rindex(b"PK\1\2")
    path.write_bytes(data[: second + 42] + struct.pack("<L", 0) + data[second + 46 :])


def _twice(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive, warnings.catch_warnings(action="ignore"):
        for name in ("Bo", "Cy"):
            archive.writestr("x.json", as_bytes(content(name)))


def _deep_zip(path: Path) -> None:
    data = as_bytes(content())
    for _ in range(5):
        data = zipped({"in.zip": data}) if data.startswith(b"PK") else zipped({"x.json": data})
    path.write_bytes(data)


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the path of a socket must be short
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _sparse(size: int) -> Callable[[Path], object]:
    def write(path: Path) -> None:
        with path.open("wb") as file:
            file.truncate(size)

    return write


def _deep_folder(path: Path) -> None:
    folder = path
    for _ in range(60):
        folder /= "d"
    folder.mkdir(parents=True)
    (folder / "x.txt").write_text("hello")


SYSTEM = [
    Bad("link.json", lambda path: path.symlink_to("/etc/passwd"), "link to another place"),
    Bad("loop", lambda path: path.symlink_to(path.parent), "link to another place"),
    Bad("nowhere.json", lambda path: path.symlink_to("not there"), "link to another place"),
    Bad("pipe.json", _pipe, "no file but a pipe"),
    Bad("socket.json", _socket, "no file but a socket"),
]
if hasattr(os, "geteuid") and os.geteuid() == 0:
    SYSTEM.append(
        Bad("zero.json", lambda path: os.mknod(path, stat.S_IFCHR | 0o600, os.makedev(1, 5)), "no file but a device")
    )

ON_DISK = [
    Bad("empty.json", holds(b""), "It is empty"),
    Bad("blank.json", holds(b" \n\t "), "It is empty"),
    Bad("huge.json", _sparse(21 * 2**20), "21.0 megabytes, and at most 20"),
    Bad("huge.ipynb", _sparse(61 * 2**20), "61.0 megabytes, and at most 60"),
    Bad("deep", _deep_folder, "no hand-in", place="deep/" + "d/" * 60 + "x.txt"),
    Bad("essay.docx", holds(b"PK\3\4 ..."), "a document"),
    Bad("essay.pdf", holds(b"%PDF-1.4"), "a document"),
    Bad("photo.PNG", holds(b"\x89PNG"), "a picture"),
    Bad("all.7z", holds(b"7z\xbc\xaf"), "unpack it, or save it as a zip file"),
    Bad("all.tar.gz", holds(b"\x1f\x8b"), "unpack it, or save it as a zip file"),
    Bad("all.rar", holds(b"Rar!"), "unpack it, or save it as a zip file"),
    Bad("list.xlsx", holds(b"PK\3\4"), "save it as CSV"),
    Bad("run.py", holds(b"raise SystemExit"), "of which nothing was run"),
    Bad("x.pickle", holds(b"cos\nsystem\n(S'touch trapped'\ntR."), "of which nothing was run"),
    Bad("x.weird", holds(b"?"), "a file of another kind"),
    Bad("letter.txt", holds(b"Dear teacher, my computer ate it."), "no hand-in"),
    Bad("packed.json", holds(zipped({"x.json": b"{}"})), "give it a name that ends with .zip"),
    Bad("nul\u202egnp.json", holds(b"\0" * 300), "zero bytes", place="nul\\u202egnp.json"),
]
JSON = [
    Bad("null.json", holds(b"null"), "no hand-in and no progress file"),
    Bad("list.json", holds([1, 2]), "no hand-in and no progress file"),
    Bad("other.json", holds({"name": "package", "version": "1.0"}), "no hand-in and no progress file"),
    Bad("cut.json", holds(as_bytes(content())[:-40]), "ends in the middle"),
    Bad("cut2.json", holds(b'{"format": 4, "name": "A'), "ends in the middle"),
    Bad("damaged.json", holds(as_bytes(content()).replace(b":", b";", 5)), "It is not JSON (line 1"),
    Bad("nuls.json", holds(as_bytes(content()).replace(b"3.1", b"3\0001", 1)), "zero bytes"),
    Bad("binary.json", holds(bytes(range(1, 256)) * 4), "not a text"),
    Bad("nested.json", holds(b"[" * 100_000 + b"]" * 100_000), "nested deeper"),
    Bad("nested2.json", holds(b'{"a":' * 100_000), "nested deeper"),
    Bad("newer.json", changed(format=5), "newer version of the course: install"),
    Bad("newer-progress.json", holds({"format": 3, "entries": {}, "notes": {}}), "newer version of the course: install"),
    Bad("none.json", changed(answers=[], open=[], tasks=[]), "There is no answer in it"),
    Bad("no-form.json", changed(format=None), "does not say of which form", read=True),
    Bad("latin.json", holds(as_bytes(content("Zoë Müller")).decode().encode("cp1252")), "Windows-1252", read=True),
    Bad("formats.json", changed(format="4" * 5000), "does not say of which form", read=True),
    Bad("digits.json", answer(tries=int("1" * 4000)), "", read=True),
    Bad("digits2.json", text('"tries": 2', '"tries": ' + "1" * 5000), "another type", read=True),
    Bad("nan.json", text('"tries": 2', '"tries": NaN'), "another type", read=True),
    Bad("infinite.json", text('"answer": 4', '"answer": -Infinity'), "", read=True),
    Bad("large.json", text('"answer": 4', '"answer": 1e999'), "", read=True),
    Bad("half.json", text('"answer": 4', r'"answer": "\ud83d"'), "", read=True),
    Bad("doubled.json", text('"name": "Ada"', '"name": "Bo", "name": "Ada"'), "A field stands in it twice", read=True),
    Bad("million.json", changed(answers=content()["answers"] + [{"question": "1"}] * 900_000), "of another version", read=True),
    Bad("twice.json", changed(answers=content()["answers"] * 2), "stood in it twice", read=True),
    Bad("unknown.json", changed(answers=[*content()["answers"], {"question": SCRIPT}]), "1 answer of another version", read=True),
    Bad("long.json", answer(answer="x" * 20_000), "longer or deeper", read=True),
    Bad("wide.json", answer(answer=[[1]] * 20_000), "longer or deeper", read=True),
    Bad("tall.json", answer(answer=[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]), "longer or deeper", read=True),
    Bad("tries.json", answer(given=[{"answer": n, "state": "not yet", "hints": 0, "at": ""} for n in range(500)]), "more tries", read=True),
    Bad("tries2.json", answer(given={"0": 1}), "another type", read=True),
    Bad("tries3.json", answer(given=[1, None, {}]), "another type", read=True),
    Bad("time.json", answer(first="yesterday"), "a time that is none", read=True),
    Bad("time2.json", answer(first="2026-02-31T99:00:00"), "a time that is none", read=True),
    Bad("back.json", answer(first="2026-11-20T12:00:00+00:00"), "a last try before the first", read=True),
    Bad("future.json", changed(written="9999-12-31T23:59:59-12:00"), "does not say when it was written", read=True),
    Bad("future2.json", changed(written="2999-01-01T00:00:00+00:00"), "written on 2999-01-01", read=True),
    Bad("past.json", changed(written="1970-01-01T00:00:00+00:00"), "written on 1970-01-01", read=True),
    Bad("undated.json", changed(written={}), "does not say when", read=True),
    Bad("nameless.json", changed(name=None), "The name is that of its place", read=True),
    Bad("long-name.json", changed(name="Ada" * 3_500_000), "10,500,000 letters, and was cut", read=True),
    Bad("script.json", changed(name=SCRIPT), "", read=True),
    Bad("image.json", answer(answer=IMAGE, given=[]), "", read=True),
    Bad("href.json", changed(name=LINK), "", read=True),
    Bad("formula.json", changed(name=FORMULA), "", read=True),
    Bad("bidi.json", changed(name="A\u202eda\x1b[31m\x07"), "", read=True),
    Bad("text.json", changed(open=[{"notebook": "03", "text": SCRIPT * 1000, "level": 9, "why": IMAGE}]), "longer than 10,000", read=True),
    Bad("tasks.json", changed(tasks={"when": [1]}, open="no"), "", read=True),
]  # fmt: skip
ZIPS = [
    Bad("empty.zip", holds(zipped({})), "There is nothing in this zip file"),
    Bad("cut.zip", packed({"x.json": content()}, lambda data: data[:-30]), "a broken zip file"),
    Bad("renamed.zip", holds(b"7z\xbc\xaf\x27\x1c" * 50), "no zip file, whatever"),
    Bad("page.zip", holds(b"<html>Please log in</html>"), "no zip file, whatever"),
    Bad("locked.zip", packed({"x.json": content()}, locked), "locked with a password", place="locked.zip/x.json"),
    Bad("bomb.zip", packed({"x.json": b" " * 19_000_000}), "300 times as large", place="bomb.zip/x.json"),
    Bad("large.zip", packed({"x.json": content()}, says_larger), "1,024.0 megabytes", place="large.zip/x.json"),
    Bad("small.zip", packed({"x.json": content()}, says_smaller), "damaged in its zip file", place="small.zip/x.json"),
    Bad("sum.zip", packed({"x.json": content()}, other_sum), "damaged in its zip file", place="sum.zip/x.json"),
    Bad("way.zip", packed({"x.json": content()}, unknown_way), "packed in a way", place="way.zip/x.json"),
    Bad("many.zip", packed({"x.json": content()}, says_many), "more than 200,000 files"),
    Bad("over.zip", _over, "lies over another file", place="over.zip/b.json"),
    Bad("deep.zip", _deep_zip, "more than 3 deep", place="deep.zip/in.zip/in.zip/in.zip"),
    Bad(
        "up.zip",
        packed({"../../up.json": content(), "/etc/x.json": content("Bo")}),
        "",
        read=True,
        place="up.zip/up.json",
    ),
    Bad("back.zip", packed({"..\\..\\up.json": content()}), "", read=True, place="back.zip/up.json"),
    Bad("two.zip", _twice, "", read=True, place="two.zip/x (2).json"),
    Bad(
        "in.zip",
        packed({"in/in.zip": zipped({"essay.pdf": b"%PDF"})}),
        "a document",
        place="in.zip/in/in.zip/essay.pdf",
    ),
]
NOTEBOOKS = [
    Bad("none.ipynb", holds(notebook()), "not one of this course"),
    Bad("other.ipynb", holds(notebook(cell("import os"))), "not one of this course"),
    Bad("open.ipynb", holds(notebook(cell('course.ask("3.1")'))), "no answer in it"),
    Bad("three.ipynb", holds({"nbformat": 3, "worksheets": [{"cells": []}], "metadata": {}}), "an old format"),
    Bad("cells.ipynb", holds({"cells": {"0": 1}, "nbformat": 4}), "no notebook that is whole"),
    Bad("odd.ipynb", holds({"cells": [1, None, {"cell_type": "code", "source": 5, "outputs": [7]}], "metadata": []}), "not one of this course"),
    Bad("cut.ipynb", holds(as_bytes(notebook(cell("1")))[:-20]), "ends in the middle"),
    Bad("bare.ipynb", holds(notebook(cell('course.check("3.1", compute())', {"text/plain": ["3.1  ✗ not yet"]}))), "1 question was checked in it"),
    Bad("state.ipynb", holds(notebook(cell("course.home()"), widgets={"a": widget("3.1", judged={"answer": {"x": [1]}})})), "cannot be read as one"),
    Bad("ids.ipynb", holds(notebook(cell("course.home()"), widgets={"a": widget("3.1", question={"id": SCRIPT})})), "of another version"),
]  # fmt: skip
TABLES = [
    Bad("grades.csv", holds(b"A,B\n1,2\n"), "neither a class list nor typed-in answers"),
    Bad("blank.csv", holds(b"code,question,answer\nL01,3.1,\n"), "All its answers are blank"),
    Bad("quote.csv", holds(b'code,question,answer\nL01,3.1,"4' + b"x" * 200_000), "not a table in CSV"),
    Bad("codes.csv", holds(b"code,question,answer\n,3.1,4\n"), "A code is missing in 1 of its rows"),
]
ALL = [*SYSTEM, *ON_DISK, *JSON, *ZIPS, *NOTEBOOKS, *TABLES]
