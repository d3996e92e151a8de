"""What the course is measured beside that no learner needs: `make bench` installs each into a folder of its own."""

from __future__ import annotations

import os
from pathlib import Path

from tests.benchmarks.process import PROJECT
from tests.benchmarks.row import NotHereError
from tests.teach.export.runner import VARIABLE

OTTER = "COURSE_OTTER"
"""The environment variable with a Python that has otter-grader and what it needs to run a lesson."""


def otter() -> Path:
    """Return a Python that has otter-grader.

    Raises
    ------
    NotHereError
        There is none.
    """
    return _there("otter-grader", OTTER, PROJECT / ".venv/otter/bin/python")


def nbgrader() -> Path:
    """Return the folder that nbgrader is installed into.

    Raises
    ------
    NotHereError
        There is none.
    """
    return _there("nbgrader", VARIABLE, PROJECT / ".venv/nbgrader")


def _there(name: str, variable: str, usual: Path) -> Path:
    found = Path(os.environ.get(variable, usual)).absolute()
    if not found.exists():
        message = f"{name} is not here: make bench installs it, and {variable} names another place."
        raise NotHereError(message)
    return found
