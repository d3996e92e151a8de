"""The README tells what was measured last, and so do the pages that name rows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.benchmarks.measure import Found, Part
from tests.benchmarks.results import Run, read
from tests.benchmarks.row import Row
from tests.benchmarks.spoken import NAMED, NOT_YET, figures, seconds, spoken, with_figures
from tests.benchmarks.trials.every import TRIALS

PROJECT = Path(__file__).parents[2]


def run(when: str, key: str, ours: float) -> Run:
    return Run("make bench", when, {}, (Found(Row(key, "", "", "s", 1), (Part("", ours, 1, ours),), 7),))


def test_the_readme_has_the_figures_of_the_newest_run() -> None:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    expected = spoken(read((PROJECT / "tests/benchmarks/RESULTS.md").read_text(encoding="utf-8")))
    assert figures(readme) == expected, "python -m tests.benchmarks.spoken puts them there"


def test_figures_are_put_where_they_were_and_nothing_else_is_changed() -> None:
    page = "# A page\n\n| what | how long | measure it |\n|---|---|---|\n| it | 3 seconds | `make bench` |\n| more | 4 | `make lab` |\n"
    assert with_figures(page, {"it": "5 seconds", "more": "6"}) == page.replace("3 seconds", "5 seconds")
    assert figures(page) == {"it": "3 seconds"}


def test_a_figure_is_that_of_the_newest_run_that_has_it() -> None:
    runs = [
        run("2026-11-29", "first-chart", 0.8449),
        run("2026-11-28", "first-chart", 3),
        run("2026-11-28", "collect", 0.0036),
    ]
    assert list(spoken(runs).values()) == [NOT_YET, "0.84 seconds", "3.6 seconds"]


@pytest.mark.parametrize(("value", "said"), [(0.8449, "0.84 seconds"), (12.34, "12 seconds"), (3.0, "3 seconds")])
def test_two_digits_count(value: float, said: str) -> None:
    assert seconds(value) == said


def test_each_row_has_its_meaning_on_the_page_and_the_page_names_no_other() -> None:
    page = (PROJECT / "docs/performance.md").read_text(encoding="utf-8")
    cells = re.findall(r"(?m)^\| .+? \| (`.+?) \| .+ \|$", page)
    assert {name for cell in cells for name in re.findall(r"`(.+?)`", cell)} == {
        row.key for trial in TRIALS for row in trial.rows
    }
    assert {key for key, _ in NAMED.values()} <= {row.key for trial in TRIALS for row in trial.rows}
