"""Save a coding as a case: the files that `course.load` reads, and a codebook with the rules that a pair has found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from course.content import DIGEST, TO_FILL, cases, digest_of
from course.desk.coding import Coding
from course.desk.columns import ACTORS, TABLE, columns
from course.desk.pair import agreed, pairs
from course.desk.rows import actors, records
from course.files import why, write_in_one_step
from course.finder.propose import slug
from course.fingerprints import FILE_NAME, as_json, fingerprint
from course.loading import CODEBOOK, CODINGS, KEPT, PACKAGE, RULE, read
from course.say import and_
from course.writing import csv_text, json_text, table_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from course.desk.coding import Row, Settled
    from course.desk.pair import Pair

FOLDER = "case"
"""The folder of the case in that of the desk."""
FIRST_WORDS = 4
WHETHER = "whether there is a row"


@dataclass(frozen=True)
class Report:
    """The text that is coded, and what is known of it.

    Attributes
    ----------
    title
        What it is called.
    text
        Its paragraphs by number.
    may_be_kept
        Whether the text may stand in a case that is passed on: only where it is the course's own.
    digest
        Its paragraphs in other words, where a case has them.
    written
        The first and the last day on which it can have been written; None where that is not known.
    """

    title: str
    text: Mapping[int, str]
    may_be_kept: bool = False
    digest: Mapping[int, str] | None = None
    written: tuple[date, date] | None = None


def files(report: Report, mine: Coding, theirs: Coding | None, old: Mapping[int, str]) -> dict[str, str]:
    """Return what each file of the case holds, by its path.

    Parameters
    ----------
    report
        The text.
    mine, theirs
        What the coder and, where both are done, a partner have made of it.
    old
        Paragraphs that were retold in the case before: they stay.
    """
    found = pairs(mine.rows, theirs.rows if theirs else ())
    rows = agreed(found, mine.settled) if theirs else mine.rows
    whole = together(mine, theirs, rows)
    made = {
        PACKAGE: json_text(_package(report, mine)),
        DIGEST: _digest(report, mine, old),
        f"{TABLE}.csv": table_text(TABLE, records(rows)),
        f"{ACTORS}.csv": table_text(ACTORS, actors(whole, report.text)),
        FILE_NAME: json_text(as_json({number: fingerprint(text) for number, text in report.text.items()})),
    }
    if report.may_be_kept:
        made[KEPT] = "\n".join([*report.text.values(), ""])
    if rules := _rules(found, mine.settled):
        made[CODEBOOK] = csv_text(RULE, rules)
    if theirs or any(row.note for row in mine.rows):
        made |= _coding(mine, _ours(rows, mine.rows))
    if theirs:
        made |= _coding(theirs, _ours(rows, theirs.rows), beside=mine)
    return made


def together(mine: Coding, theirs: Coding | None, rows: Sequence[Row]) -> Coding:
    """Return a coding in which everybody is named whom rows name, or either coder, with what is said of them."""
    others = theirs or Coding("")
    return Coding(mine.coder, (*rows, *mine.rows, *others.rows), {**others.actors, **mine.actors})


def save(folder: Path, report: Report, mine: Coding, theirs: Coding | None) -> tuple[Path | None, str]:
    """Write the files of the case; return its folder, and what to say of it."""
    place = folder / FOLDER
    old = digest_of(place)[0] if (place / DIGEST).is_file() else {}
    try:
        for name, text in files(report, mine, theirs, old).items():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            write_in_one_step(place / name, text)
    except OSError as error:
        return None, f"The case cannot be saved in {place}: {why(error)}. Your coding is kept."
    if problems := read(place).problems:
        return None, f"The case is saved in {place}, and cannot be loaded yet. {problems[0]}"
    return place, f"Saved as a case. In a cell of its own: case = course.load({place.as_posix()!r})"


def name_of(title: str, coder: str) -> str:
    """Return the short name of a case: that of its title, and never one that the course has."""
    wanted = slug(title) or "my-report"
    return f"{wanted}-{slug(coder) or 'own'}" if wanted in cases() else wanted


def _package(report: Report, mine: Coding) -> dict[str, Any]:
    days = dict(zip(("start", "end"), map(str, report.written or ()), strict=False))
    written = {"written": {**days, "why": ""}} if days else {}
    tables = [{"name": table, "path": f"{table}.csv"} for table in (ACTORS, TABLE)]
    name = name_of(report.title, mine.coder)
    return {"name": name, "title": report.title, "sources": [], "unknown": [], **written, "resources": tables}


def _digest(report: Report, mine: Coding, old: Mapping[int, str]) -> str:
    lines = []
    for number, text in report.text.items():
        words = " ".join(text.split()[:FIRST_WORDS])
        told = [mine.retold.get(number, ""), _unless_open(old.get(number, "")), (report.digest or {}).get(number, "")]
        said = next((" ".join(each.split()) for each in told if each.strip()), f"{TO_FILL} (“{words} …”)")
        lines.append(f"{number}. {said}")
    return "\n".join(
        [f"# {report.title}", "", "The report retold, a numbered line for each paragraph.", "", *lines, ""]
    )


def _unless_open(line: str) -> str:
    return "" if line.startswith(TO_FILL) else line


def _rules(found: Sequence[Pair], settled: Mapping[str, Settled]) -> list[dict[str, str]]:
    """Return the rules of a pair, each once, with the columns that it is about and the row that it was made for."""
    rules: dict[str, dict[str, str]] = {}
    for pair in found:
        said = settled.get(pair.key)
        if said and said.rule.strip():
            about = and_(columns()[name].label for name in said.cells if name in pair.differs) or WHETHER
            rule = {"about": about, "paragraph": str(pair.row.paragraph), "wording": pair.row.wording}
            rules.setdefault(" ".join(said.rule.split()), rule)
    return [{"rule": rule, **rest} for rule, rest in rules.items()]


def _ours(rows: Sequence[Row], others: Sequence[Row]) -> dict[str, str]:
    """Return the row of the case that each row of a coder speaks of the same as, by the names of the coder's."""
    return {pair.theirs.key: pair.mine.key for pair in pairs(rows, others) if pair.mine and pair.theirs}


def _coding(coder: Coding, same: Mapping[str, str], beside: Coding | None = None) -> dict[str, str]:
    """Return the files of one coder's own rows."""
    name = slug(coder.coder) or "partner"
    if beside and name == (slug(beside.coder) or "partner"):
        name = f"{name}-2"
    notes = {row.key: row.note for row in coder.rows}
    rows = [
        {**row, "same_as": same.get(row["mention"], ""), "note": notes[row["mention"]]} for row in records(coder.rows)
    ]
    package = {
        "name": name,
        "title": f"How {coder.coder} coded the report",
        "by": coder.coder,
        "rules": "Those of the codebook of the case came out of the comparison; nobody had them before.",
        "unseen": "What the other coder had made, until both were done.",
        "resources": [{"name": TABLE, "path": f"{TABLE}.csv"}],
    }
    place = f"{CODINGS}/{name}"
    return {f"{place}/{PACKAGE}": json_text(package), f"{place}/{TABLE}.csv": table_text(TABLE, rows, is_coded=True)}
