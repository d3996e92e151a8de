"""The picture of growth is drawn from the results: a panel for each that was measured, of the newest run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.benchmarks import picture
from tests.benchmarks.measure import Found, Part
from tests.benchmarks.picture import Point, chart, drawn, points
from tests.benchmarks.results import Run
from tests.benchmarks.row import Row

if TYPE_CHECKING:
    from pathlib import Path


def run(when: str, key: str, unit: str, **parts: float) -> Run:
    found = Found(Row(key, "", "", unit, 1), tuple(Part(name, ours, 1, 1) for name, ours in parts.items()), 7)
    return Run("make bench", when, {}, (found,))


RUNS = [
    run("2026-11-29 08:00", "growth", "ms", **{"load, 100": 20.0, "load, 1000": 40.0, "chart, 100": 30.0}),
    run("2026-11-28 08:00", "growth", "ms", **{"load, 100": 9.0}),
    run("2026-11-28 08:00", "collect-growth", "s", **{"1000": 5.0, "10000": 25.0}),
]


def test_the_points_are_those_of_the_newest_run_that_has_them_in_seconds() -> None:
    assert points(RUNS) == [
        Point("rows in a case", "load", 100, 0.02),
        Point("rows in a case", "load", 1000, 0.04),
        Point("rows in a case", "chart", 100, 0.03),
        Point("hand-ins", "", 1000, 5.0),
        Point("hand-ins", "", 10000, 25.0),
    ]


def test_each_that_grows_has_a_panel_and_each_way_a_line_beside_a_straight_one() -> None:
    found = drawn(points(RUNS))
    assert [found.layout[f"xaxis{number}"]["title"]["text"] for number in ("", "2")] == ["rows in a case", "hand-ins"]
    assert "xaxis3" not in found.layout
    load = [(trace["x"], trace["y"]) for trace in found.traces[:2]]
    assert load == [([100, 1000], [0.004, 0.04]), ([100, 1000], [0.02, 0.04])]
    assert [trace["xaxis"] for trace in found.traces] == ["x"] * 4 + ["x2"] * 2
    assert found.to_figure().layout.xaxis2.type == "log"


def test_the_chart_has_its_rows_as_a_table() -> None:
    assert list(chart(points(RUNS)).table["seconds"]) == [0.02, 0.04, 0.03, 5.0, 25.0]


def test_results_without_growth_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "RESULTS", tmp_path / "RESULTS.md")
    picture.RESULTS.write_text("# Nothing yet\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="make bench does"):
        picture.main(tmp_path / "growth.svg")
