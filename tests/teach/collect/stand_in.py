"""A collector for tests of what is around it: each JSON file is a learner's, by the name in it; nothing is judged."""

from __future__ import annotations

import json
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from course.teach.collect.class_report import ClassReport, Person, Told

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NOT_JSON = "It is not whole."


@dataclass(frozen=True)
class Made:
    """What came of a run."""

    report: ClassReport
    out: Path
    lines: tuple[str, ...] = ()


@dataclass
class StandIn:
    """A collector that notes what it is asked.

    Attributes
    ----------
    slow
        Seconds that it takes for each file.
    fails
        What it raises, if anything.
    runs
        The places that each run has seen.
    """

    slow: float = 0
    fails: BaseException | None = None
    runs: list[list[str]] = field(default_factory=list)

    def __call__(self, folder: Path, out: Path, *, tell: Callable[[int, int], None]) -> Made:
        if self.fails:
            raise self.fails
        out.mkdir(parents=True, exist_ok=True)
        files = sorted(path for path in folder.rglob("*") if path.is_file() and out not in path.parents)
        places = [path.relative_to(folder).as_posix() for path in files]
        self.runs.append(places)
        names, refused = [], []
        for done, (place, path) in enumerate(zip(places, files, strict=True)):
            tell(done, len(files))
            time.sleep(self.slow)
            try:
                names.append(str(json.loads(path.read_bytes() if path.suffix != ".zip" else "")["name"]))
            except (ValueError, KeyError, TypeError, OSError):
                refused.append(Told(place, NOT_JSON))
        tell(len(files), len(files))
        people = tuple(Person(number, name, 1, 1, 1) for number, name in enumerate(names))
        report = ClassReport(
            folder.name, "2026-03-02T09:00:00+01:00", len(files), len(names), len(names),
            people=people, refused=tuple(refused),
        )  # fmt: skip
        (out / "feedback").mkdir(exist_ok=True)
        (out / "feedback" / "Ada.html").write_text("<p>Dear Ada", encoding="utf-8")
        (out / "gradebook.csv").write_text("name\n" + "\n".join(names), encoding="utf-8")
        (out / "report.html").write_text(to_html(report), encoding="utf-8")
        with closing(sqlite3.connect(out / ".collect.sqlite", isolation_level=None)) as connection:
            connection.execute("create table if not exists source (place text primary key, stamp text)")
            connection.execute("begin")
            connection.executemany("insert or replace into source values (?, '')", [(place,) for place in places])
            connection.execute("commit")
        return Made(report, out)


def to_html(report: ClassReport, *, live: str = "") -> str:
    """A page that lists the learners and what was refused, and renews itself where it is live."""
    script = f"<script>const live = {live!r};{RENEW}</script>" if live else ""
    people = "".join(f"<li>{person.name}</li>" for person in report.people)
    told = "".join(f"<li>{told.place}: {told.sentence}</li>" for told in report.refused)
    return f"<!doctype html><title>{report.folder}</title><ul>{people}</ul><ul>{told}</ul>{script}"


RENEW = """
let known;
setInterval(async () => {
  const text = await (await fetch(live)).text();
  if (known !== undefined && text !== known) location.reload();
  known = text;
}, 200);
"""
