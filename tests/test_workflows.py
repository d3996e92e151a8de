"""The workflow files of a public home are what GitHub takes: they call make, with targets that are there."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml

PROJECT = Path(__file__).parents[1]
FILES = sorted((PROJECT / ".github" / "workflows").glob("*.yml"))
TARGETS = set(re.findall(r"(?m)^([\w-]+):", (PROJECT / "Makefile").read_text(encoding="utf-8")))


SCHEMA = pytest.mark.skipif(
    not find_spec("check_jsonschema"), reason="check-jsonschema is missing: make test installs it"
)


def said_of(path: Path) -> str:
    """What GitHub's own schema of workflows has to say of a file, or nothing; the package brings it, no net is asked."""
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(path)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode == 0) == done.stdout.startswith("ok"), done.stderr
    return done.stdout * done.returncode


def read(path: Path) -> dict[Any, Any]:
    content: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return content


def test_there_are_two() -> None:
    assert [path.stem for path in FILES] == ["check", "site"]


@SCHEMA
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_github_takes_each(path: Path) -> None:
    assert said_of(path) == ""


@SCHEMA
@pytest.mark.parametrize(
    ("right", "slip", "said"),
    [
        ("runs-on:", "run-on:", "'runs-on' is a required property"),
        ("timeout-minutes: 90", "timeout-minutes: ninety", "$.jobs.check['timeout-minutes']"),
        ("contents: read", "contents: all", "$.permissions.contents"),
        ("- run: make", "- does: make", "$.jobs.check.steps[2]"),
        ("push:", "pushed:", "$.on"),
    ],
)
def test_github_takes_none_with_a_slip(right: str, slip: str, said: str, tmp_path: Path) -> None:
    text = (PROJECT / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8")
    assert right in text
    copy = tmp_path / "check.yml"
    copy.write_text(text.replace(right, slip, 1), encoding="utf-8")
    assert said in said_of(copy)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_step_is_an_action_of_a_version_or_a_call_of_make(path: Path) -> None:
    for job in read(path)["jobs"].values():
        assert job["timeout-minutes"]
        for step in job["steps"]:
            if "run" in step:
                program, *targets = [word for word in step["run"].split() if "=" not in word]
                assert program == "make"
                assert set(targets) <= TARGETS
            else:
                assert re.fullmatch(r"actions/[\w-]+@v\d+", step["uses"])


def test_each_python_that_the_course_supports_is_tried_on_each_system() -> None:
    matrix = read(PROJECT / ".github" / "workflows" / "check.yml")["jobs"]["check"]["strategy"]["matrix"]
    assert matrix["python"] == ["3.11", "3.12", "3.13", "3.14"]
    assert {name.split("-")[0] for name in matrix["os"]} == {"ubuntu", "macos", "windows"}


def test_a_site_is_published_for_a_release_with_no_more_rights_than_it_needs() -> None:
    site = read(PROJECT / ".github" / "workflows" / "site.yml")
    assert site[True]["release"] == {"types": ["published"]}  # YAML takes the word `on` for true
    assert site["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
