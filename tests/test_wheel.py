"""The installed package works in an empty folder, far from this project."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

PROJECT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(folder),
        ".",
    ]
    subprocess.run(command, cwd=PROJECT, check=True)
    [path] = folder.glob("*.whl")
    return path


def test_a_wheel_carries_what_a_learner_needs_and_no_solution(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    assert "course/content/data/macron-biden-call/troops.csv" in names
    assert "course/content/data/vocabulary/hedges.csv" in names
    assert "course/content/notebooks/exercises/03_how_many.toml" in names
    assert "course/content/notebooks/00_start_here.ipynb" in names
    assert "course/jupyter/overrides.json" in names
    assert "course/py.typed" in names
    assert not any("solutions" in name or "notebooks/source" in name or name.startswith("tests") for name in names)


def test_an_installed_wheel_lays_the_notebooks_and_answers_questions(wheel: Path, tmp_path: Path) -> None:
    installed, empty = tmp_path / "installed", tmp_path / "empty"
    empty.mkdir()
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(installed), str(wheel)]
    subprocess.run(command, check=True)
    script = (
        "from pathlib import Path; import course; from course import lab, content\n"
        "print(content.root()); print(lab.lay_notebooks(Path())); print(lab.lay_notebooks(Path()))\n"
        "print(course.check('3.1', course.load().troops['number'].notna().sum()))"
    )
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=empty, env=environment, capture_output=True, text=True, check=True
    )
    root, first, second, verdict, *_ = done.stdout.splitlines()
    assert root == str(installed / "course" / "content")
    assert first == "['Laid notebooks/00_start_here.ipynb', 'Laid notebooks/03_how_many.ipynb']"
    assert second == "[]"
    assert verdict == "3.1  ✓ right"
    assert (empty / "notebooks" / "03_how_many.ipynb").is_file()
