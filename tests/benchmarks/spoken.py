"""The figures of the README, in words, as the file of results has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tests.benchmarks.trials.collecting import OURS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.benchmarks.results import Run

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
