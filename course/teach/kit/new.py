"""Make an own case: a folder with a digest to fill, tables with what the finder proposes, and a notebook beside it."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from course.content import TO_FILL, ContentError, cases
from course.files import RESERVED
from course.finder.propose import counts_of
from course.finder.text import Text, read_text
from course.fingerprints import FILE_NAME, as_json, fingerprint
from course.loading import KEPT, PACKAGE
from course.say import count, listed
from course.schema import TABLES
from course.teach.kit.notebook import notebook
from course.writing import json_text, table_text

if TYPE_CHECKING:
    from pathlib import Path

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
OWN = tuple(table for table in TABLES if table not in {"troops", "numbers"})
"""The tables of an own case: `counts` hold what `troops` and `numbers` hold in the case of soldiers."""
FIRST_WORDS = 4
MOST_LEFT_OUT = 5
NO_TEXT = Text((), ())


@dataclass(frozen=True)
class Kit:
    """What a case is made from: its name and title, the text, when it was written, whether the text may be kept."""

    name: str
    title: str
    report: Text
    written: tuple[date, date] | None
    keep_text: bool

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """The rows that the finder proposes."""
        return counts_of(self.report.paragraphs)

    def files(self) -> dict[str, str]:
        """Return what each file of the case holds, by its path."""
        made = {
            PACKAGE: json_text(self._package()),
            "digest.md": self._digest(),
            **{f"{table}.csv": table_text(table, self.rows if table == "counts" else []) for table in OWN},
            "README.md": self._readme(len(self.rows)),
        }
        if self.report.paragraphs:
            known = {number: fingerprint(text) for number, text in enumerate(self.report.paragraphs, start=1)}
            made[FILE_NAME] = json_text(as_json(known))
        if self.keep_text:
            made[KEPT] = "\n".join([*self.report.paragraphs, ""])
        return made

    def _package(self) -> dict[str, Any]:
        ends = zip(("start", "end"), self.written or (), strict=False)
        days = {"written": {**{end: f"{day}" for end, day in ends}, "why": ""}} if self.written else {}
        tables = [{"name": table, "path": f"{table}.csv"} for table in OWN]
        return {"name": self.name, "title": self.title, "sources": [], "unknown": [], **days, "resources": tables}

    def _digest(self) -> str:
        """Return a line to fill for each paragraph, which its first words tell from others."""
        starts = [" ".join(text.split()[:FIRST_WORDS]) for text in self.report.paragraphs] or [""]
        lines = [
            f"{number}. {TO_FILL}{f' (“{start} …”)' if start else ''}" for number, start in enumerate(starts, start=1)
        ]
        head = "The report retold in our words: one numbered line for each paragraph, with every number, every hedge"
        return "\n".join([f"# {self.title}", "", head, "and everybody who says something.", "", *lines, ""])

    def _readme(self, rows: int) -> str:
        found = (
            f"It has {count(rows, 'row')}, one for each number that the course has found in the text." if rows else ""
        )
        return _template("README.md").format(
            name=self.name,
            title=self.title,
            kept=f", but for `{KEPT}`: you said that it may be kept" if self.keep_text else "",
            digest="; the first words tell you which" if self.report.paragraphs else ", numbered 1, 2, 3",
            proposed=found or "Make a row for each number, and for each thing whose number the report does not give.",
        )


@dataclass(frozen=True)
class Made:
    """What was made: the folder, how many paragraphs and proposals are in it, and what of the text was left out."""

    folder: Path
    paragraphs: int
    proposed: int
    left_out: tuple[str, ...]

    def __str__(self) -> str:
        """Return what there is now and what to do with it, a line each."""
        found = (
            f"{count(self.paragraphs, 'paragraph')}, {count(self.proposed, 'number')} found." if self.paragraphs else ""
        )
        short = f"Left out as subheads or credits: {listed(self.left_out, MOST_LEFT_OUT)}." if self.left_out else ""
        lines = [
            f"{self.folder}: a case of your own. {found}".strip(),
            short,
            f"1. Read {self.folder / 'README.md'}: it says what each file is.",
            f"2. Fill {self.folder / 'digest.md'} and {self.folder / 'counts.csv'}.",
            f"3. Check them: course validate {self.folder}",
            f"4. Open the notebook, and run all its cells: course lab {self.folder.parent / self.folder.name}.ipynb",
        ]
        return "\n".join(line for line in lines if line)


def new(
    folder: Path,
    title: str = "",
    text: Path | None = None,
    written: tuple[date, date] | None = None,
    *,
    keep_text: bool = False,
) -> Made:
    """Make a case in a folder that is not there yet, and a notebook of its name beside it.

    Parameters
    ----------
    folder
        Where to; its name is the name of the case.
    title
        The heading; the headline of the text, or the name of the folder, where none is given.
    text
        A file with the report's text, as `read_text` takes it. Nothing of it is kept but wordings of at most six words
        and fingerprints. Without it the tables have headers only.
    written
        The first and the last day on which the report can have been written.
    keep_text
        Whether the text may be kept in the case, as `text.txt`: only where its rights allow that.

    Raises
    ------
    ContentError
        The name is none, something is there already, the text cannot be read, or the days are not in order. Then
        nothing is written.
    OSError
        The disk is full, or the place cannot be written to. What was written is taken away again.
    """
    beside = folder.parent / f"{folder.name}.ipynb"
    _check(folder, beside, written)
    if keep_text and text is None:
        message = "There is no text to keep: name its file with --text."
        raise ContentError(message)
    report = read_text(text) if text else NO_TEXT
    kit = Kit(folder.name, title or report.headline or folder.name, report, written, keep_text)
    made = kit.files()
    try:
        for path, content in made.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(content, encoding="utf-8", newline="\n")
        beside.write_text(notebook(kit.name, kit.title), encoding="utf-8", newline="\n")
    except OSError:  # half a case would be taken for one that is there already
        shutil.rmtree(folder, ignore_errors=True)
        beside.unlink(missing_ok=True)
        raise
    return Made(folder, len(report.paragraphs), len(kit.rows), report.left_out)


def days(written: str) -> tuple[date, date] | None:
    """Return the first and the last day that are written as one, or as two with `..` between; None for nothing.

    Raises
    ------
    ContentError
        It is no day, or more than two.
    """
    if not written:
        return None
    try:
        first, *rest = [date.fromisoformat(each.strip()) for each in written.split("..")]
        (last,) = rest or [first]
    except ValueError:
        message = f"{written!r} is not a day such as 2021-08-24, nor two of them with two dots between."
        raise ContentError(message) from None
    return first, last


def _check(folder: Path, beside: Path, written: tuple[date, date] | None) -> None:
    """Raise a ContentError where the case cannot be made."""
    name = folder.name
    if not NAME.fullmatch(name):
        better = "-".join(re.findall(r"[a-z0-9]+", name.lower())) or "my-report"
        message = f"{name!r}: the name of a case has small letters, digits and hyphens only. Try {better!r}."
        raise ContentError(message)
    if RESERVED.match(name):
        message = f"Windows takes {name!r} for a device. Try '{name}-report'."
        raise ContentError(message)
    if name in cases():
        message = f"{name!r} is a case of the course. Take another name."
        raise ContentError(message)
    for place in (folder, beside):
        if place.exists():
            message = f"{place} is there already, and nothing is overwritten. Take another name, or move it away."
            raise ContentError(message)
    if written and written[0] > written[1]:
        message = f"The report cannot be written from {written[0]} to {written[1]}: the second day is the earlier one."
        raise ContentError(message)


def _template(name: str) -> str:
    return files("course.teach").joinpath(f"templates/new/{name}").read_text(encoding="utf-8")
