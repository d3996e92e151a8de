"""The notebooks with nbval: solutions strictly, learner's notebooks as they are opened, nothing answered."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
NAMES = sorted(path.stem for path in (PROJECT / "notebooks" / "source").glob("*.md"))


def nbval(how: str, notebook: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run nbval on one notebook, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "pytest", how, "--nbval-current-env", "-p", "no:cacheprovider", "-q", str(notebook)],
        env={**os.environ, "COURSE_PROGRESS": "memory", **variables},
        cwd=notebook.parent, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of what learners get and of the package, in which files may be written and changed."""
    for folder in ("course", "data", "notebooks"):
        shutil.copytree(PROJECT / folder, tmp_path / folder)
    return tmp_path


@pytest.mark.parametrize("name", NAMES)
def test_a_solution_gives_the_outputs_that_are_stored(copied: Path, name: str) -> None:
    done = nbval("--nbval", copied / "notebooks" / "solutions" / f"{name}.ipynb")
    assert done.returncode == 0, done.stdout
    assert "passed" in done.stdout


@pytest.mark.parametrize("name", NAMES)
def test_a_learners_notebook_runs_with_nothing_answered(copied: Path, name: str) -> None:
    done = nbval("--nbval-lax", copied / "notebooks" / f"{name}.ipynb")
    assert done.returncode == 0, done.stdout
    assert "passed" in done.stdout


def test_a_changed_table_that_makes_an_answer_wrong_fails(copied: Path) -> None:
    troops = copied / "data" / "macron-biden-call" / "troops.csv"
    text = troops.read_text(encoding="utf-8")
    row = "Nato's land force in Romania,4000,up to,present,ceiling"
    assert row in text
    troops.write_text(text.replace(row, "Nato's land force in Romania,5000,up to,present,ceiling"), encoding="utf-8")
    done = nbval("--nbval", copied / "notebooks" / "solutions" / "03_how_many.ipynb", PYTHONPATH=str(copied))
    assert done.returncode == 1
    assert "'high': 5000" in done.stdout, "what differs first is the answer as data"
