"""The real nbgrader, run as a teacher runs it: in a folder, from a release to scores."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

VARIABLE = "COURSE_NBGRADER"
"""The environment variable with the folder that nbgrader is installed into, by `pip install --target`; `make test` sets it."""
SCORES = """
import json
from nbgrader.api import Gradebook
with Gradebook("sqlite:///gradebook.db") as book:
    found = {
        f"{work.student.id} {grade.name}": [grade.auto_score, grade.max_score, grade.needs_manual_grade]
        for assignment in book.assignments for work in assignment.submissions
        for notebook in work.notebooks for grade in notebook.grades
    }
print(json.dumps(found))
"""


@dataclass(frozen=True)
class Course:
    """A folder with the source tree of a course, and the folder that nbgrader is in."""

    folder: Path
    packages: Path

    def run(self, *arguments: str) -> str:
        """Run nbgrader, and return what it says; it has to end well."""
        return self._python("-m", "nbgrader", *arguments)

    def read(self, step: str, name: str) -> nbformat.NotebookNode:
        """Return a notebook of a step, such as `source` or `autograded/Ada`."""
        return nbformat.read(self._place(step, name), as_version=4)

    def submit(self, learner: str, name: str, fill: Callable[[str], str | None]) -> None:
        """Hand in a released notebook for a learner; `fill` says what stands in a cell to answer in, or None."""
        pages = self.read("release", name)
        for cell in pages.cells:
            marks: Mapping[str, Any] = cell.metadata.get("nbgrader", {})
            if marks.get("solution") and (text := fill(marks["grade_id"])) is not None:
                cell.source = text
        place = self._place(f"submitted/{learner}", name)
        place.parent.mkdir(parents=True)
        nbformat.write(pages, place)

    def scores(self) -> dict[str, list[Any]]:
        """Return of each learner and cell the points, the most points, and whether a teacher has to read it."""
        found: dict[str, list[Any]] = json.loads(self._python("-c", SCORES))
        return found

    def _place(self, step: str, name: str) -> Path:
        return self.folder / step / name / f"{name}.ipynb"

    def _python(self, *arguments: str) -> str:
        paths = [str(self.packages), str(Path(__file__).parents[3])]
        own = {
            "PYTHONPATH": os.pathsep.join(paths),
            "PATH": os.pathsep.join([str(self.packages / "bin"), os.environ["PATH"]]),  # it calls `alembic`
        }
        env = {name: value for name, value in os.environ.items() if name != "COURSE_PROGRESS"} | own
        done = subprocess.run(
            [sys.executable, *arguments], cwd=self.folder, env=env, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout
