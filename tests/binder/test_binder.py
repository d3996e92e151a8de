"""What repo2docker finds here, and what the files of `binder/` do; `stand_in.py` builds it and opens it in a browser."""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
BINDER = PROJECT / "binder"
SHELL = pytest.mark.skipif(not shutil.which("bash"), reason="a shell of Linux runs these")
PIP = """#!/bin/sh
if [ "$1" = -m ]; then echo "$@" >> "$TOLD"; else echo "$PREFIX"; fi
"""
"""A Python that tells what it was asked to install, and says where it lies."""


@pytest.fixture(scope="module")
def dockerfile(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What repo2docker would build, and what it says on the way; it needs no engine for that."""
    if not find_spec("repo2docker"):
        pytest.skip("repo2docker is missing: make test installs it")
    scratch = tmp_path_factory.mktemp("checkout")
    shutil.copytree(BINDER, scratch / "binder")
    command = [
        sys.executable,
        "-m",
        "repo2docker",
        "--no-build",
        "--debug",
        "--user-id=1000",
        "--user-name=jovyan",
        ".",
    ]
    # git would look at the folders above
    environment = {**os.environ, "GIT_CEILING_DIRECTORIES": str(scratch.parent)}
    done = subprocess.run(command, cwd=scratch, env=environment, capture_output=True, encoding="utf-8", check=False)
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    return said


def test_repo2docker_takes_it_for_python_and_finds_each_file(dockerfile: str) -> None:
    assert "Building conda environment for python=3.12" in dockerfile
    assert "environment-2epy-2d3-2e12" in dockerfile, "Python 3.12, as runtime.txt says"
    assert 'pip install --no-cache-dir -r "binder/requirements.txt"' in dockerfile
    assert "RUN ./binder/postBuild" in dockerfile
    assert 'ENV R2D_ENTRYPOINT="${REPO_DIR}/binder/start"' in dockerfile


def test_nothing_is_built_or_run_with_the_rights_of_root(dockerfile: str) -> None:
    lines = dockerfile.splitlines()
    for asked in ("pip install --no-cache-dir -r", "RUN ./binder/postBuild"):
        [at] = [number for number, line in enumerate(lines) if asked in line]
        assert [line for line in lines[:at] if line.startswith("USER ")][-1] == "USER ${NB_USER}"
    assert [line for line in lines if line.startswith("USER ")][-1] == "USER ${NB_USER}"


def test_the_python_that_is_asked_for_is_one_that_the_pins_serve() -> None:
    asked = (BINDER / "runtime.txt").read_text(encoding="utf-8").strip()
    assert re.fullmatch(r"python-3\.1[1-4]", asked)
    image = json.loads((PROJECT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8"))
    assert image["image"].endswith(f":{asked.removeprefix('python-')}"), "Codespaces have the same"


@SHELL
def test_after_the_pins_the_course_is_installed_and_set_and_tests_of_packages_go(tmp_path: Path) -> None:
    python = tmp_path / "bin" / "python"
    site = tmp_path / "env" / "lib" / "python3.12" / "site-packages"
    for name in ("pandas/tests/test_a.py", "numpy/lib/tests/b.py", "jinja2/tests.py", "plotly/testsuite/a.py"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).touch()
    (tmp_path / "env" / "tests").mkdir()
    python.parent.mkdir()
    python.write_text(PIP, encoding="utf-8")
    python.chmod(0o755)
    told = tmp_path / "told"
    given = {
        "PATH": f"{python.parent}{os.pathsep}{os.environ['PATH']}",
        "TOLD": str(told),
        "PREFIX": str(tmp_path / "env"),
    }
    subprocess.run([BINDER / "postBuild"], cwd=PROJECT, env={**os.environ, **given}, check=True)
    assert told.read_text(encoding="utf-8") == "-m pip install --no-deps --no-cache-dir --editable .\n"
    settings = tmp_path / "env" / "share" / "jupyter" / "lab" / "settings"
    for name in ("overrides.json", "page_config.json"):
        assert (settings / name).read_bytes() == (PROJECT / "course" / "jupyter" / name).read_bytes()
    left = {str(path.relative_to(site)) for path in site.rglob("*.py")}
    assert left == {"jinja2/tests.py", "plotly/testsuite/a.py"}
    assert (tmp_path / "env" / "tests").is_dir()


@SHELL
def test_a_server_starts_with_figures_that_need_no_net_and_with_its_own_arguments() -> None:
    code = "import os, sys; print(os.environ['PLOTLY_RENDERER'], sys.argv[1:])"
    done = subprocess.run(
        [BINDER / "start", sys.executable, "-c", code, "a b", "c"], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout == "plotly_mimetype ['a b', 'c']\n"


@pytest.mark.parametrize("name", ["postBuild", "start"])
def test_what_is_run_may_be_run(name: str) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "--stage", f"binder/{name}"],  # noqa: S607 - the git that made the checkout
        cwd=PROJECT, capture_output=True, encoding="utf-8", check=True,
    ).stdout  # fmt: skip
    assert listed.startswith("100755 ")
    assert (BINDER / name).stat().st_mode & stat.S_IXUSR or sys.platform == "win32"


def test_codespaces_install_the_same_pins() -> None:
    made = json.loads((PROJECT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8"))
    assert made["onCreateCommand"].endswith("--requirement binder/requirements.txt")
    assert made["postCreateCommand"].endswith("--no-deps --editable .")
    assert made["containerEnv"]["PLOTLY_RENDERER"] == "plotly_mimetype"
    [first] = made["customizations"]["codespaces"]["openFiles"]
    assert (PROJECT / first).is_file()
