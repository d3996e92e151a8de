"""The figures of the README, in words, as the file of results has them: `python -m tests.benchmarks.spoken` puts them there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from tests.benchmarks.process import PROJECT
from tests.benchmarks.results import read
from tests.benchmarks.trials.collecting import OURS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.benchmarks.results import Run

README = PROJECT / "README.md"
RESULTS = Path(__file__).with_name("RESULTS.md")
ROW = re.compile(r"(?m)^\| (?P<what>.+?) \| (?P<figure>.+?) \| (?P<command>`make bench(?:-long)?`) \|$")
"""A row of the README that has a figure."""
NOT_YET = "not measured yet"
NAMED = {
    "set it up, once its packages are fetched": ("install-time", 1),
    "the first chart on the screen, from *Run*": ("first-chart", 1),
    f"collect {OURS:,} hand-ins of a lesson, with the report": ("collect", OURS),
}
"""What the README tells, to the row of the results and how many times its seconds that is."""


def spoken(runs: Iterable[Run]) -> dict[str, str]:
    """Return what the README has to say, of the newest run that has it."""
    newest: dict[str, float] = {}
    for run in runs:
        for one in run.found:
            newest.setdefault(one.row.key, one.parts[0].ours)
    return {what: seconds(newest[key] * times) if key in newest else NOT_YET for what, (key, times) in NAMED.items()}


def seconds(value: float) -> str:
    """Return seconds in words, with two digits that count."""
    return f"{np.format_float_positional(value, precision=2, fractional=False, trim='-')} seconds"


def figures(page: str) -> dict[str, str]:
    """Return what a page tells, by what it is."""
    return {row["what"]: row["figure"] for row in ROW.finditer(page)}


def with_figures(page: str, told: dict[str, str]) -> str:
    """Return a page with its figures as they are now."""
    return ROW.sub(lambda row: f"| {row['what']} | {told.get(row['what'], row['figure'])} | {row['command']} |", page)


def main() -> None:
    """Put them into the README."""
    told = spoken(read(RESULTS.read_text(encoding="utf-8")))
    README.write_text(with_figures(README.read_text(encoding="utf-8"), told), encoding="utf-8")


if __name__ == "__main__":
    main()
