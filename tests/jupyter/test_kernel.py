"""A cell that is run before the one that it rests on says which cell to run first."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import nbformat
import pytest
from jupyter_client.manager import start_new_kernel
from nbclient import NotebookClient

from course import content, jupyter
from course.jupyter.kernel import which_first

CODE = "import course\n\ncase = course.load()"
FIRST = content.code_cells(content.notebooks_folder() / "03_how_many.ipynb")[0]
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
        ("case", FIRST, "03_how_many.ipynb"),
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


def test_an_error_in_a_notebook_of_the_course_has_its_line_and_its_traceback_folded() -> None:
    first, column, chained, ours, foreign, back = run(
        CODE, 'x = 1\ncase.statements["Cue"]', 'case.troops["n"] = 1', "course.progress(5)", "1 / 0", "x"
    ).cells
    assert first.outputs == []
    error, folded = column.outputs
    assert error.traceback == [
        "KeyError: 'Cue'",
        'line 2: case.statements["Cue"]',
        "There is no column 'Cue'. Did you mean 'cue'?",
    ]
    assert "<summary>All that Python says</summary>" in folded.data["text/html"]
    assert "get_loc" in folded.data["text/html"], "nothing is lost"
    assert "\x1b" not in folded.data["text/html"]
    assert [len(cell.outputs) for cell in (chained, ours)] == [1, 1]
    assert "troops = case.troops" in chained.outputs[0].traceback[0]
    assert ours.outputs[0].traceback == ["There is no notebook 5. Did you mean '05'?"]
    assert len(foreign.outputs[0].traceback) > 1
    assert back.outputs[0].data["text/plain"] == "1", "the cell ran up to the error"


def test_a_fault_of_ours_is_logged_where_no_learner_sees_it(capfd: pytest.CaptureFixture[str]) -> None:
    *_, failed, judged = run(CODE, "course.charts.how_many(5)", FAULT).cells
    assert [output.output_type for output in failed.outputs] == ["error"]
    assert failed.outputs[0].traceback == [
        "A case is needed here. Make one with case = course.load(), and give it first."
    ]
    [verdict] = judged.outputs
    assert "a fault of the course" in verdict.data["text/plain"]
    said = capfd.readouterr().err
    assert "A call of the course failed." in said
    assert "An answer to question 3.1, of the type <class 'int'>, could not be judged." in said


FAULT = """
import os
from course.questions import judge
os.environ.pop("COURSE_LOUD", None)
judge._judged = None
course.check("3.1", 4)
"""


def test_the_columns_of_a_case_are_completed() -> None:
    manager, client = start_new_kernel(env={**os.environ, "COURSE_PROGRESS": "memory"})
    try:
        client.execute_interactive(CODE, output_hook=lambda _: None, timeout=60)
        found = {
            code: client.complete(code, len(code), reply=True, timeout=60)["content"]["matches"]
            for code in ('case.relations["', 'case.statements["sp', "case.tro", "course.gloss")
        }
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    assert list(found.values()) == [
        ["from", "link", "paragraph", "relation", "to", "wording"],
        ["speaker"],
        ["troops"],
        ["glossary"],
    ]


def test_what_is_typed_is_in_no_list_outside_the_folder_of_the_course(tmp_path: Path) -> None:
    profile = tmp_path / "profile_default"
    profile.mkdir()
    shutil.copy(Path(jupyter.__file__).parent / "ipython_kernel_config.json", profile)
    manager, client = start_new_kernel(env={**os.environ, "IPYTHONDIR": str(tmp_path)})
    try:
        client.execute_interactive('name = "Amber 3"', output_hook=lambda _: None, timeout=60)
    finally:
        client.stop_channels()
        manager.shutdown_kernel()
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert [file.name for file in files if file.suffix == ".sqlite" or b"Amber" in file.read_bytes()] == []


def test_a_broken_notebook_in_the_folder_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "03_how_many.ipynb").write_text("{", encoding="utf-8")
    monkeypatch.setattr("course.content.notebooks_folder", lambda: tmp_path)
    assert which_first("case", "case.read(1)", "03_how_many.ipynb") == ""


def test_python_pauses_less_often_to_look_for_what_nobody_needs() -> None:
    [cell] = run("import gc; print(gc.get_freeze_count() > 10_000, gc.get_threshold()[0] >= 10_000)").cells
    assert cell.outputs[0].text == "True True\n"
