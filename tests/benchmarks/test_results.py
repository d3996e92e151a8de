"""The file of results is read as it was written, and keeps the last two runs of each command."""

from __future__ import annotations

import pytest

from tests.benchmarks.measure import Found, Part
from tests.benchmarks.results import Run, kept, others, read, rounded, table, text
from tests.benchmarks.row import Row

CARD = {"computer": "a processor, 2 cores, 8 GB", "Python": "3.11.7"}
FOUND = (
    Found(Row("import", "`import course`", "`import pandas`", "s", 1.15), (Part("", 0.42, 0.27, 1.51),), 7),
    Found(
        Row("charts", "each chart", "plotly", "ms", 1.5, worst=2),
        (Part("how_many", 3, 2, 1.5), Part("when", 3.61, 2, 1.8), Part("where", 1, 2, 0.5)),
        7,
    ),
    Found(
        Row("opened", "an explorer", "15 ms", "ms", 15), (Part("places", 16, None, None), Part("lab", 3, None, None)), 7
    ),
    Found(Row("own", "their own", "without", "s", 0.35, is_limit=True), (Part("", 0.3, 0.2, 1.5),), 7),
)
RUN = Run("make bench", "2026-11-29 08:10", CARD, FOUND, ("otter. It is not here.",))


def test_what_was_written_is_read() -> None:
    longer = Run("make bench-long", "2026-11-28 08:10", {}, FOUND[:1])
    assert read(text([RUN, longer])) == [RUN, longer]


def test_the_table_tells_the_middle_the_most_the_goal_and_whether_it_is_reached() -> None:
    rows = {line.split(" | ")[0]: line.split(" | ")[3:-1] for line in table(RUN).splitlines()[2:]}
    assert rows == {
        "| `import`": ["0.42 s", "0.27 s", "1.51", "–", "≤ 1.15", "not yet"],
        "| `charts`": ["3 ms", "2 ms", "1.5", "1.8 (when)", "≤ 1.5, none over 2", "yes"],
        "| `opened`": ["16 ms", "–", "–", "16 ms (places)", "≤ 15 ms", "not yet"],
        "| `own`": ["0.3 s", "0.2 s", "1.5", "–", "≤ 0.35 s", "yes"],
    }


def test_what_others_wrote_stays_behind_the_runs() -> None:
    written = "## A class on one hub\n\n| learners | seconds |\n| --- | --- |\n| 30 | 4 |\n"
    content = text([RUN], written)
    assert content.endswith(written)
    assert others(content) == written
    assert read(content) == [RUN]
    assert others(text([RUN])) == ""


def test_the_last_two_runs_of_each_command_are_kept_newest_first() -> None:
    runs = [
        Run(command, f"2026-11-{day} 08:00", {}, ())
        for command, day in (("make bench", 27), ("make bench-long", 20), ("make bench", 29), ("make bench", 28))
    ]
    left = [(run.command, run.when[8:10]) for run in kept(runs)]
    assert left == [("make bench", "29"), ("make bench", "28"), ("make bench-long", "20")]


@pytest.mark.parametrize(
    ("number", "said"),
    [(0.36251, "0.363"), (12.5, "12.5"), (1234.5, "1230"), (2.0, "2"), (0.00012345, "0.000123"), (0.0, "0")],
)
def test_three_digits_of_a_number_count(number: float, said: str) -> None:
    assert rounded(number) == said
