"""A kernel runs cells and tells values; one that fails is told; its memory is read of what Linux tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import nbformat
import pytest

from tests.benchmarks.kernel import PLAIN, cells_of, kernel, memory_of
from tests.benchmarks.row import NotHereError

if TYPE_CHECKING:
    from pathlib import Path


def test_cells_run_one_after_another_in_a_learners_kernel() -> None:
    with kernel() as running:
        assert running.run_all(["import os", "number = 40", "number + 2"]) > 0
        assert running.value("number") == 40
        assert running.value("[name for name in os.environ if name.startswith('COURSE_')]") == []
        with pytest.raises(RuntimeError, match="NameError"):
            running.run("nowhere")


@pytest.mark.parametrize(("arguments", "is_there"), [((), True), (PLAIN, False)])
def test_a_plain_kernel_has_nothing_of_the_course(arguments: tuple[str, ...], is_there: bool) -> None:  # noqa: FBT001 - as the table has it
    with kernel(*arguments) as running:
        running.run("import sys")
        assert running.value("'course' in sys.modules") is is_there


def test_memory_is_what_is_its_own_and_its_part_of_what_is_shared(tmp_path: Path) -> None:
    told = tmp_path / "smaps_rollup"
    told.write_text(
        "5590 ---p 0 00:00 0 [rollup]\nRss:   999999 kB\nPss:    50000 kB\nPss_Dirty:  7 kB\n", encoding="utf-8"
    )
    assert memory_of(told) == 51.2


def test_another_system_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotHereError, match="on Linux alone"):
        memory_of(tmp_path / "nothing")


def test_the_cells_of_a_notebook_are_those_with_code(tmp_path: Path) -> None:
    notebook = nbformat.v4.new_notebook()
    notebook.cells = [nbformat.v4.new_markdown_cell("words"), nbformat.v4.new_code_cell("1 + 1")]
    nbformat.write(notebook, tmp_path / "it.ipynb")
    assert cells_of(tmp_path / "it.ipynb") == ["1 + 1"]
