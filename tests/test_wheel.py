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


def test_a_wheel_carries_what_learners_and_teachers_need_and_no_test(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    assert "course/content/data/macron-biden-call/troops.csv" in names
    assert "course/content/data/macron-biden-call/fingerprints.json" in names
    assert "course/content/data/vocabulary/hedges.csv" in names
    assert {f"course/content/data/finder/{name}.csv" for name in ("words", "expressions")} <= names
    assert "course/content/notebooks/exercises/03_how_many.toml" in names
    assert "course/content/notebooks/exercises/tasks/small_task.toml" in names
    assert "course/content/notebooks/00_start_here.ipynb" in names
    assert "course/jupyter/overrides.json" in names
    scripts = {
        "page/controls.js",
        "page/life.js",
        "page/panel.js",
        "page/parts.js",
        "page/page.css",
        "figures/figure.js",
    }
    scripts |= {"questions/question.js", "evidence/reader.js"}
    assert {f"course/{name}" for name in scripts} <= names
    settings = {
        "etc/ipython/ipython_kernel_config.json",
        "etc/jupyter/jupyter_server_config.d/between-the-lines.json",
    }
    assert {name.split(".data/data/")[-1] for name in names if ".data/data/" in name} == settings
    assert "course/py.typed" in names
    for name in ("source/03_how_many.md", "guides/03_how_many.toml", "guides/frameworks.toml"):
        assert f"course/content/notebooks/{name}" in names
    assert "course/content/notebooks/solutions/03_how_many.ipynb" in names
    templates = {path for path in (PROJECT / "course" / "teach" / "templates").rglob("*") if path.is_file()}
    assert {path.relative_to(PROJECT).as_posix() for path in templates} <= names
    assert {"course/content/data/schema/counts.json", "course/content/data/geo/world.geojson"} <= names
    assert not any(name.startswith("tests") for name in names)


def installed(wheel: Path, folder: Path) -> dict[str, str]:
    """Install the wheel into a folder that has an empty one beside it; return the environment that finds it."""
    place = folder / "installed"
    (folder / "empty").mkdir()
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(place), str(wheel)]
    subprocess.run(command, check=True)
    return {**os.environ, "PYTHONPATH": str(place)}


def test_an_installed_wheel_makes_the_pages_of_teacher_and_learner(wheel: Path, tmp_path: Path) -> None:
    environment = installed(wheel, tmp_path)
    environment["BROWSER_PATH"] = ""
    environment["PATH"] = str(tmp_path)
    command = [sys.executable, "-m", "course", "worksheet", "03", "--to", "pages"]
    subprocess.run(command, cwd=tmp_path / "empty", env=environment, check=True)
    pages = sorted((tmp_path / "empty" / "pages").iterdir())
    assert [page.name for page in pages] == ["03_how_many-learner.html", "03_how_many-teacher.html"]
    assert all("How many troops?" in page.read_text(encoding="utf-8") for page in pages)


def test_an_installed_wheel_lays_the_notebooks_and_answers_questions(wheel: Path, tmp_path: Path) -> None:
    environment = installed(wheel, tmp_path)
    empty = tmp_path / "empty"
    script = (
        "from pathlib import Path; import course; from course import content; from course.jupyter import lab\n"
        "print(content.root()); print(lab.lay_notebooks(Path())); print(lab.lay_notebooks(Path()))\n"
        "print(course.check('3.1', course.load().troops['number'].notna().sum()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=empty, env=environment, capture_output=True, encoding="utf-8", check=True
    )
    root, first, second, verdict, *_ = done.stdout.splitlines()
    assert root == str(tmp_path / "installed" / "course" / "content")
    ours = [path.name for path in sorted((PROJECT / "notebooks").glob("*.ipynb")) if "-mine-" not in path.name]
    assert first == str([f"Laid notebooks/{name}" for name in ours])
    assert second == "[]"
    assert verdict == "3.1  ✓ right"
    assert (empty / "notebooks" / "03_how_many.ipynb").is_file()
