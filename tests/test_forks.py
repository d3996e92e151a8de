"""Kernels that are forks: they are as others are, and end as others do."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import nbformat
import pytest
from nbclient import NotebookClient

from tests.forks import CAN_FORK, LAUNCHER, LOADED, Parent, forks

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="This system has no forks, or no handles of processes.")
LOOK = """import os, sys
print(*sorted({"course.case", "plotly", "pandas", "tests"} & set(sys.modules)))
print(os.getcwd(), os.environ["OF_THE_KERNEL"], os.getppid())
print([place for place in sys.path if place.endswith("tests")])"""


def said(*cells: str, folder: Path, **variables: str) -> list[str]:
    """Return what cells print in a kernel of their own, line by line."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(each) for each in cells])
    client = NotebookClient(notebook, timeout=60, resources={"metadata": {"path": str(folder)}})
    with client.setup_kernel(env={**os.environ, **variables}):
        for number, cell in enumerate(notebook.cells):
            client.execute_cell(cell, number)
    return "".join(output.text for cell in notebook.cells for output in cell.outputs).splitlines()


def test_a_fork_has_loaded_what_all_need_and_nothing_of_the_course(tmp_path: Path) -> None:
    with forks():
        one, other = (said(LOOK, folder=tmp_path, OF_THE_KERNEL=each) for each in ("one", "other"))
    assert "pandas" in LOADED
    assert one[0] == "pandas"
    (place, first, parent), (_, second, same) = one[1].split(), other[1].split()
    assert (place, first, second) == (str(tmp_path), "one", "other")
    assert parent == same != str(os.getpid())
    assert one[2] == "[]"
    assert said("import os; print(os.getppid())", folder=tmp_path) == [str(os.getpid())], (
        "afterwards they start as ever"
    )


def test_a_fork_is_told_to_be_ended_and_ends_with_its_parent(tmp_path: Path) -> None:
    parent = Parent()
    killed, left = (
        parent.fork(["python", "-m", LAUNCHER, "-f", str(tmp_path / name)], dict(os.environ), None)
        for name in ("one.json", "other.json")
    )
    assert (killed.poll(), left.poll()) == (None, None)
    assert os.getpgid(killed.pid) == killed.pid
    killed.kill()
    assert killed.wait(30) is not None
    assert left.poll() is None
    while not (tmp_path / "other.json").exists():
        time.sleep(0.05)
    parent.end()
    assert left.wait(30) is not None
