"""The notebooks with nbval: solutions strictly, learner's notebooks as they are opened, nothing answered."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
NAMES = sorted(path.stem for path in (PROJECT / "notebooks" / "source").glob("*.md"))


ALONE = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "COURSE_PROGRESS": "memory"}
"""What lets a pytest load nothing but what it is told to."""


def nbval(how: str, *notebooks: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run nbval on some notebooks, each in a kernel of its own, in one process: to start that takes as long as a notebook."""
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "nbval.plugin", "-p", "no:cacheprovider", "--nbval-current-env", "-v",
         how, *map(str, notebooks)],
        env={**os.environ, **ALONE, **variables},
        cwd=notebooks[0].parent, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def run_in(said: str) -> list[str]:
    """Return the names of the notebooks of which nbval says that a cell has passed."""
    return sorted(set(re.findall(r"(\w+)::ipynb::.* PASSED", said)))


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of what learners get and of the package, in which files may be written and changed."""
    for folder in ("course", "data", "notebooks"):
        shutil.copytree(PROJECT / folder, tmp_path / folder)
    return tmp_path


@pytest.mark.timeout(1200)
def test_each_solution_gives_the_outputs_that_are_stored(copied: Path) -> None:
    done = nbval("--nbval", *(copied / "notebooks" / "solutions" / f"{name}.ipynb" for name in NAMES))
    assert done.returncode == 0, done.stdout
    assert run_in(done.stdout) == NAMES


@pytest.mark.timeout(1200)
def test_each_learners_notebook_runs_with_nothing_answered(copied: Path) -> None:
    done = nbval("--nbval-lax", *(copied / "notebooks" / f"{name}.ipynb" for name in NAMES))
    assert done.returncode == 0, done.stdout
    assert run_in(done.stdout) == NAMES


def test_a_changed_table_that_makes_an_answer_wrong_fails(copied: Path) -> None:
    troops = copied / "data" / "macron-biden-call" / "troops.csv"
    text = troops.read_text(encoding="utf-8")
    row = "Nato's land force in Romania,4000,up to,present,ceiling"
    assert row in text
    troops.write_text(text.replace(row, "Nato's land force in Romania,5000,up to,present,ceiling"), encoding="utf-8")
    done = nbval("--nbval", copied / "notebooks" / "solutions" / "03_how_many.ipynb", PYTHONPATH=str(copied))
    assert done.returncode == 1
    assert "'high': 5000" in done.stdout, "what differs first is the answer as data"
