"""A notebook can be left in the middle; after a restart its cells can be run twice, and what was answered is kept."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
import pytest
from nbclient import NotebookClient

from course.questions import keeping
from course.questions.spec import Lesson, lessons
from course.teach.build import verdicts
from tests.forks import forks

if TYPE_CHECKING:
    from collections.abc import Iterator

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"


def run(notebook: nbformat.NotebookNode, folder: Path, *parts: float) -> None:
    """Run the first cells of a notebook in one kernel, as large a part of them as is said, once for each part."""
    client = NotebookClient(notebook, timeout=120, resources={"metadata": {"path": folder}})
    client.extra_arguments = ["--log-level=ERROR"]
    with client.setup_kernel(env={**os.environ, keeping.VARIABLE: str(folder / keeping.FILE_NAME)}):
        for part in parts:
            for number in range(round(part * len(notebook.cells))):
                client.execute_cell(notebook.cells[number], number)


@pytest.fixture(scope="module", autouse=True)
def _forks() -> Iterator[None]:
    with forks():
        yield


def opened(lesson: Lesson, folder: str = ".") -> nbformat.NotebookNode:
    return nbformat.read(NOTEBOOKS / folder / f"{lesson.notebook}.ipynb", as_version=4)


@pytest.mark.parametrize("lesson", lessons(), ids=lambda lesson: lesson.notebook)
def test_a_solution_restarted_in_the_middle_and_run_twice_is_right_throughout(lesson: Lesson, tmp_path: Path) -> None:
    notebook = opened(lesson, "solutions")
    run(notebook, tmp_path, 0.5)
    run(notebook, tmp_path, 1, 1)
    assert verdicts(notebook) == dict.fromkeys([question.id for question in lesson.questions], "✓")
    [ending] = [cell for cell in notebook.cells if cell.source == f'course.ending("{lesson.number}")']
    assert f"You can now {lesson.can}." in str(ending.outputs)


@pytest.mark.parametrize("lesson", lessons(), ids=lambda lesson: lesson.notebook)
def test_a_learners_notebook_restarted_in_the_middle_and_run_twice_has_no_error(lesson: Lesson, tmp_path: Path) -> None:
    notebook = opened(lesson)
    run(notebook, tmp_path, 0.5)
    run(notebook, tmp_path, 1, 1)
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert outputs
    assert {output.output_type for output in outputs} <= {"execute_result", "display_data", "stream"}
    assert all(output.get("name", "stdout") == "stdout" for output in outputs), "nothing is said on stderr"
