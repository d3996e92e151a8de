"""The file of results: of each command the last two runs, newest first, as tables that people and code read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from tests.benchmarks.measure import Found, Part
from tests.benchmarks.row import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

KEPT = 2
"""How many runs of a command stand in the file."""
HEAD = """# How fast it is

Made by `make bench` and `make bench-long`; do not edit it. [What each row means](../../docs/performance.md).

*Ours* and *peer* are medians of all rounds, measured in turn. The *ratio* is the median of the ratios of each round, so compare
ratios, not seconds: those are of that computer. Where a row measures several things, it shows the middle one and the most, and
*In detail* has each. A goal is for each thing, or for the middle and the most.
"""
ROWS = ("row", "what", "against", "ours", "peer", "ratio", "most", "goal", "reached", "rounds")
PARTS = ("row", "part", "ours", "peer", "ratio")
DETAIL = "In detail"
LEFT_OUT = "Left out: "
NONE = "–"
TITLE = re.compile(r"## (?P<command>.+), (?P<when>\d{4}-\d\d-\d\d \d\d:\d\d)")
Cells = dict[str, str]


@dataclass(frozen=True)
class Run:
    """What a command found.

    Attributes
    ----------
    command, when
        Such as `make bench`, and the minute in which it began, as `2026-11-29 08:10`.
    card
        What it ran on.
    left_out
        What was not measured, and why.
    """

    command: str
    when: str
    card: dict[str, str]
    found: tuple[Found, ...]
    left_out: tuple[str, ...] = field(default=())


def kept(runs: Iterable[Run]) -> list[Run]:
    """Return the last runs of each command, newest first."""
    newest = sorted(runs, key=lambda run: run.when, reverse=True)
    return [run for place, run in enumerate(newest) if sum(one.command == run.command for one in newest[:place]) < KEPT]


def text(runs: Iterable[Run], others: str = "") -> str:
    """Return the file of some runs, and after them what others wrote into it."""
    return "\n".join([HEAD, *map(_section, runs), *([others] if others else [])])


def others(content: str) -> str:
    """Return the sections of a file that are not those of runs."""
    sections = re.split(r"(?m)^(?=## )", content)
    return "".join(section for section in sections[1:] if not TITLE.match(section))


def rounded(value: float) -> str:
    """Return a number with three digits that count.

    >>> rounded(0.36251), rounded(1234.5), rounded(0.00012345)
    ('0.363', '1230', '0.000123')
    """
    return np.format_float_positional(value, precision=3, fractional=False, trim="-")


def with_unit(value: float | None, unit: str) -> str:
    """Return a number with its unit; a dash where there is none."""
    return NONE if value is None else f"{rounded(value)} {unit}"


def table(run: Run) -> str:
    """Return the rows of a run as a table in Markdown."""
    return _table(ROWS, map(_row, run.found))


def _section(run: Run) -> str:
    lines = [f"## {run.command}, {run.when}", "", *(f"- {name}: {said}" for name, said in run.card.items())]
    lines += [f"- {LEFT_OUT}{said}" for said in run.left_out]
    parts = [_part(one, part) for one in run.found for part in one.parts if part.name]
    lines += ["", table(run)]
    return "\n".join([*lines, "", DETAIL, "", _table(PARTS, parts), ""] if parts else [*lines, ""])


def _row(one: Found) -> Cells:
    row, several = one.row, len(one.parts) > 1
    [first, *_] = sorted(one.parts, key=lambda part: abs(one.judged[part.name] - one.middle))
    name, most = one.worst
    ratios = [part.ratio for part in one.parts if part.ratio is not None]
    is_limit = one.is_limit
    return {
        "row": f"`{row.key}`",
        "what": row.what,
        "against": row.against,
        "ours": with_unit(first.ours, row.unit),
        "peer": with_unit(first.peer, row.unit),
        "ratio": rounded(float(np.median(ratios))) if ratios else NONE,
        "most": f"{with_unit(most, row.unit) if is_limit else rounded(most)} ({name})" if several else NONE,
        "goal": goal(one),
        "reached": "yes" if one.is_reached else "not yet",
        "rounds": str(one.rounds),
    }


def goal(one: Found) -> str:
    """Return the goal of a row in words."""
    unit = f" {one.row.unit}" if one.is_limit else ""
    most = "" if one.row.worst is None else f", none over {rounded(one.row.worst)}"
    return f"≤ {rounded(one.row.goal)}{unit}{most}"


def _part(one: Found, part: Part) -> Cells:
    ratio = NONE if part.ratio is None else rounded(part.ratio)
    ours, peer = (with_unit(value, one.row.unit) for value in (part.ours, part.peer))
    return {"row": f"`{one.row.key}`", "part": part.name, "ours": ours, "peer": peer, "ratio": ratio}


def _table(heads: tuple[str, ...], rows: Iterable[Cells]) -> str:
    lines = [
        " | ".join(heads),
        " | ".join("---" for _ in heads),
        *(" | ".join(row[head] for head in heads) for row in rows),
    ]
    return "\n".join(f"| {line} |" for line in lines)


def read(content: str) -> list[Run]:
    """Return the runs of a file."""
    sections = re.split(r"(?m)^(?=## )", content)
    titles = [(title, section) for section in sections if (title := TITLE.match(section))]
    return [_run(Run(title["command"], title["when"], {}, ()), section) for title, section in titles]


def _run(run: Run, section: str) -> Run:
    said = [line.removeprefix("- ") for line in section.splitlines() if line.startswith("- ")]
    card = dict(line.split(": ", 1) for line in said if not line.startswith(LEFT_OUT))
    left_out = tuple(line.removeprefix(LEFT_OUT) for line in said if line.startswith(LEFT_OUT))
    whole, _, detail = section.partition(f"\n{DETAIL}\n")
    parts: dict[str, list[Part]] = {}
    for cells in _cells(detail):
        parts.setdefault(cells["row"], []).append(_read_part(cells["part"], cells))
    found = tuple(_read_row(cells, parts.get(cells["row"], [])) for cells in _cells(whole))
    return replace(run, card=card, left_out=left_out, found=found)


def _cells(lines: str) -> Iterator[Cells]:
    """Yield the rows of a table, by its heads."""
    split = [line.removeprefix("| ").removesuffix(" |").split(" | ") for line in lines.splitlines() if line[:1] == "|"]
    for row in split[2:]:
        cells = dict(zip(split[0], row, strict=True))
        yield {**cells, "row": cells["row"].strip("`")}


def _read_part(name: str, cells: Cells) -> Part:
    ours, peer, ratio = (
        None if cells[key] == NONE else float(cells[key].split()[0]) for key in ("ours", "peer", "ratio")
    )
    assert ours is not None
    return Part(name, ours, peer, ratio)


def _read_row(cells: Cells, parts: list[Part]) -> Found:
    numbers = [float(number) for number in re.findall(r"[\d.]+", cells["goal"])]
    unit = cells["ours"].split(" ", 1)[1]
    is_limit = cells["peer"] != NONE and cells["goal"].partition(",")[0].endswith(f" {unit}")
    row = Row(
        cells["row"],
        cells["what"],
        cells["against"],
        unit,
        numbers[0],
        numbers[1] if len(numbers) > 1 else None,
        is_limit,
    )
    return Found(row, tuple(parts) or (_read_part("", cells),), int(cells["rounds"]))
