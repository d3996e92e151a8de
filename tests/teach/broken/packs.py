"""Make a broken pack of a sound one, as one row of `packs.toml` says."""

from __future__ import annotations

import csv
import io
import shutil
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent
BASE, REAL = HERE / "base", HERE / "real"


def packs() -> list[dict[str, Any]]:
    """Return all packs: what is changed of the sound one, and what is said, mended and left."""
    found: list[dict[str, Any]] = tomllib.loads((HERE / "packs.toml").read_text(encoding="utf-8"))["pack"]
    return found


def broken(pack: dict[str, Any], folder: Path) -> Path:
    """Lay a broken pack into a folder, and return it."""
    shutil.copytree(BASE, folder)
    for file, old, new in pack.get("change", []):
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text, f"{pack['name']}: {old!r} is not in {file}"
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8", newline="")
    for file, old, new in pack.get("everywhere", []):
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text, f"{pack['name']}: {old!r} is not in {file}"
        (folder / file).write_text(text.replace(old, new), encoding="utf-8", newline="")
    for file, text in pack.get("write", {}).items():
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).write_text(text, encoding="utf-8", newline="")
    for file, how in pack.get("save", {}).items():
        text = (folder / file).read_text(encoding="utf-8")
        (folder / file).write_bytes(SAVED[how](text))
    for file, real in pack.get("real", {}).items():
        shutil.copy(REAL / real, folder / file)
    for file in pack.get("delete", []):
        (folder / file).unlink()
    return folder


def _separated(text: str, sign: str) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=sign, lineterminator="\r\n").writerows(csv.reader(io.StringIO(text, newline="")))
    return out.getvalue()


def _with_commas(text: str) -> str:
    """Return a table with semicolons and the decimal comma, as a spreadsheet of half of Europe saves it."""
    rows = list(csv.reader(io.StringIO(text, newline="")))
    number = [name in {"number", "number_to", "latitude", "longitude"} for name in rows[0]]
    comma = [
        [cell.replace(".", ",") if is_number else cell for cell, is_number in zip(row, number, strict=True)]
        for row in rows
    ]
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(comma)
    return out.getvalue()


def _in_one_cell(text: str) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows([line] for line in text.splitlines())
    return out.getvalue()


SAVED: dict[str, Callable[[str], bytes]] = {
    "BOM": lambda text: text.encode("utf-8-sig"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16, big end first": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "UTF-16 without a mark": lambda text: text.encode("utf-16-le"),
    "Windows-1252": lambda text: text.encode("cp1252"),
    "Windows-1252, semicolons": lambda text: _with_commas(text).encode("cp1252"),
    "Mac Roman": lambda text: text.encode("mac-roman"),
    "Windows-1250": lambda text: text.encode("cp1250"),
    "UTF-8 read as Windows-1252": lambda text: text.encode().decode("cp1252").encode(),
    "semicolons": lambda text: _separated(text, ";").encode(),
    "semicolons and decimal commas": lambda text: _with_commas(text).encode(),
    "tabs": lambda text: _separated(text, "\t").encode(),
    "tabs in UTF-16": lambda text: _separated(text, "\t").encode("utf-16"),
    "upright lines": lambda text: _separated(text, "|").encode(),
    "a line sep=; first": lambda text: f"sep=;\r\n{_separated(text, ';')}".encode("utf-8-sig"),
    "rows in one cell": lambda text: _in_one_cell(text).encode(),
    "nothing": lambda _: b"",
    "lines of commas below": lambda text: (text + "\n".join([","] * 3) + "\n").encode(),
    "blank columns behind": lambda text: "".join(f"{line},,\n" for line in text.splitlines()).encode(),
    "blank rows between": lambda text: "\n\n".join(text.splitlines()).encode() + b"\n",
    "blank rows of commas": lambda text: (text + f"{',' * text.splitlines()[0].count(',')}\n" * 4).encode(),
}
"""How a spreadsheet or a person has saved a file."""
