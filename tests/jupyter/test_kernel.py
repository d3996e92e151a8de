"""A cell that is run before the one that it rests on says which cell to run first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import nbformat
import pytest
from nbclient import NotebookClient

from course.jupyter.kernel import which_first

if TYPE_CHECKING:
    from pathlib import Path

CODE = "import course\n\ncase = course.load()"
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def run(*cells: str, **environment: str) -> nbformat.NotebookNode:
    """Run cells in a fresh kernel, as JupyterLab starts one."""
    notebook = nbformat.v4.new_notebook(metadata={"kernelspec": KERNEL})
    notebook.cells = [nbformat.v4.new_code_cell(cell) for cell in cells]
    client = NotebookClient(notebook, allow_errors=True)
    with client.setup_kernel(env={**environment, "COURSE_PROGRESS": "memory"}):
        for place, cell in enumerate(notebook.cells):
            client.execute_cell(cell, place)
    return notebook


@pytest.mark.parametrize("notebook", ["03_how_many.ipynb", "learner/notebooks/03_how_many-mine-1.ipynb"])
@pytest.mark.parametrize("name", ["course", "case"])
def test_a_name_of_the_first_cell_points_there(name: str, notebook: str) -> None:
    sentence = which_first(name, "case.read(1)", notebook)
    assert f"“{name}” is not there yet" in sentence
    assert "begins “import course”" in sentence


def test_a_name_of_a_later_cell_points_there() -> None:
    assert "begins “import pandas as pd”" in which_first("pd", "pd.DataFrame()", "03_how_many.ipynb")


def test_without_a_name_the_notebook_is_known_by_its_cell() -> None:
    assert "begins “import course”" in which_first("course", 'course.ask("3.1")')
    assert which_first("course", "course.ask('no such cell')") == ""


@pytest.mark.parametrize(
    ("name", "code", "notebook"),
    [
        ("cse", "cse.read(1)", "03_how_many.ipynb"),
        ("case", "case.read(1)", "my own notebook.ipynb"),
        ("case", CODE, "03_how_many.ipynb"),
    ],
)
def test_what_no_other_cell_makes_is_left_to_python(name: str, code: str, notebook: str) -> None:
    assert which_first(name, code, notebook) == ""


def test_a_kernel_of_the_course_says_the_sentence_and_goes_on() -> None:
    first, then, again = run('course.ask("3.1")', CODE, 'course.ask("3.1")', JPY_SESSION_NAME="03_how_many.ipynb").cells
    [error] = first.outputs
    assert error.output_type == "error"
    assert error.traceback == [which_first("course", 'course.ask("3.1")', "03_how_many.ipynb")]
    assert then.outputs == []
    assert again.outputs[0].output_type == "execute_result"


def test_an_error_of_a_learners_own_keeps_its_traceback() -> None:
    [cell] = run("answer + 1", JPY_SESSION_NAME="something else.ipynb").cells
    assert "name 'answer' is not defined" in cell.outputs[0].traceback[-1]
    assert len(cell.outputs[0].traceback) > 1


def test_a_broken_notebook_in_the_folder_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "03_how_many.ipynb").write_text("{", encoding="utf-8")
    monkeypatch.setattr("course.content.notebooks_folder", lambda: tmp_path)
    assert which_first("case", "case.read(1)", "03_how_many.ipynb") == ""
