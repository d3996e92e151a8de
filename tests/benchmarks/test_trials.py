"""What the trials compare is alike on both sides, and no row is missing or there twice."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jupyter_client.kernelspec import KernelSpecManager

import course
from course.teach.kit.notebook import of_a_case
from tests.benchmarks.kernel import PLAIN
from tests.benchmarks.row import ROUNDS
from tests.benchmarks.trials import drawing, growing, installing, pages, running
from tests.benchmarks.trials.every import TRIALS

if TYPE_CHECKING:
    from course.case import Case

ROWS = [row for trial in TRIALS for row in trial.rows]
COUNTED = {"saved"}
"""What is counted in bytes, and is the same each time."""


def test_each_row_has_a_name_of_its_own_and_no_cell_breaks_the_table() -> None:
    assert [key for key, times in Counter(row.key for row in ROWS).items() if times > 1] == []
    assert [row.key for row in ROWS if " | " in f"{row.what}{row.against}{row.unit}"] == []


def test_each_theme_has_its_trials() -> None:
    modules = {path.stem for path in Path(drawing.__file__).parent.glob("*.py")} - {"__init__", "every"}
    assert modules == {
        trial.sides.func.__module__.rpartition(".")[2]
        if hasattr(trial.sides, "func")
        else trial.sides.__module__.rpartition(".")[2]
        for trial in TRIALS
    }


def test_what_make_bench_measures_by_the_clock_is_measured_seven_times_or_more() -> None:
    few = {trial.rows[0].key for trial in TRIALS if not trial.is_long and trial.rounds < ROUNDS}
    assert few == COUNTED


@pytest.mark.parametrize("name", of_a_case(course.charts))
def test_plotlys_figure_beside_a_chart_shows_what_the_chart_shows(name: str, case: Case) -> None:
    chart = getattr(course.charts, name)(case)
    assert drawing.plotlys(chart.picture.to_json()).to_plotly_json() == chart.figure.to_plotly_json()


def test_each_explorer_with_a_figure_is_changed(case: Case) -> None:
    made = {name: getattr(course.explore, name)(case) for name in of_a_case(course.explore)}
    drawn = {name for name, explorer in made.items() if explorer.figure is not None}
    assert drawn | {drawing.SEVERAL} == set(drawing.CHANGED)


@pytest.mark.parametrize("name", drawing.CHANGED)
def test_a_bare_widget_comes_to_show_what_the_explorer_shows(name: str, case: Case) -> None:
    explorer = getattr(course.explore, name)(*([] if name == drawing.SEVERAL else [case]))
    bare = drawing.Bare(explorer, drawing.CHANGED[name])
    bare.change()
    explorer.set(**drawing.CHANGED[name][0])
    shown = explorer.figure.to_plotly_json()
    assert bare.widget.to_plotly_json()["layout"]["title"] == shown["layout"]["title"]
    assert [trace.name for trace in bare.widget.data] == [trace.get("name") for trace in shown["data"]]


def test_the_words_of_what_is_made_are_read(case: Case) -> None:
    assert growing.shown(course.charts.how_many, case) == str(course.charts.how_many(case))
    assert growing.shown(course.explore.timeline, case) == course.explore.timeline(case).words


def test_a_notebook_of_trivial_cells_has_as_many_and_imports_in_the_first() -> None:
    cells = running.trivial(4)
    assert len(cells) == 4
    assert cells[0].startswith("import pandas, plotly")


def test_bytes_of_a_frame_are_those_before_they_were_told_in_base_64() -> None:
    assert pages.size_of({"payloadData": "abcd", "opcode": 1}) == 4
    assert pages.size_of({"payloadData": "abcd" * 10, "opcode": 2}) == 30


def test_the_size_of_a_folder_is_that_of_all_files_in_it(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a").write_bytes(b"x" * 1_500_000)
    (tmp_path / "b").write_bytes(b"x" * 500_000)
    assert installing.size_of(tmp_path) == 2.0


def test_a_plain_kernel_is_found_while_it_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUPYTER_PATH", "before")
    with pages.plain_kernel():
        spec = KernelSpecManager().get_kernel_spec(pages.PLAINS)
        assert spec.argv[-len(PLAIN) :] == list(PLAIN)
    assert os.environ["JUPYTER_PATH"] == "before"
    assert pages.PLAINS not in KernelSpecManager().find_kernel_specs()
