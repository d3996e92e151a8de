"""The pins: exact, one set for learners and one for authors that holds it, for every system and each Python."""

from __future__ import annotations

import re
import tomllib
from itertools import product
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from course.jupyter.doctor.packages import PINS

PROJECT = Path(__file__).parents[1]
LEARNERS = PROJECT / "binder" / "requirements.txt"
AUTHORS = PROJECT / PINS
HUB = PROJECT / "hub" / "requirements.txt"
PYTHONS = ["3.11", "3.12", "3.13", "3.14"]
SYSTEMS = {"linux": "posix", "darwin": "posix", "win32": "nt"}
NOT_FOR_LEARNERS = {
    "frictionless",
    "hypothesis",
    "jupytext",
    "kaleido",
    "mypy",
    "nbval",
    "playwright",
    "pytest",
    "ruff",
}
FORM = re.compile(r"[a-z0-9-]+==[0-9][0-9a-z.]*( ; .+)?")


def pins(file: Path) -> list[str]:
    """The lines of a file of pins."""
    return file.read_text(encoding="utf-8").splitlines()


def installed(file: Path, python: str, system: str) -> dict[str, str]:
    """What is installed on a system, each with its version."""
    here = {
        "python_version": python,
        "python_full_version": f"{python}.9",
        "sys_platform": system,
        "os_name": SYSTEMS[system],
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
        "extra": "",
    }
    named = [Requirement(line) for line in pins(file)]
    there = [pin for pin in named if not pin.marker or pin.marker.evaluate(here)]
    assert len({pin.name for pin in there}) == len(there), "a package has two pins"
    return {pin.name: str(pin.specifier).removeprefix("==") for pin in there}


@pytest.mark.parametrize("file", [LEARNERS, AUTHORS, HUB], ids=lambda file: file.parent.name)
def test_each_line_is_one_exact_pin_and_none_names_a_place(file: Path) -> None:
    assert [line for line in pins(file) if not FORM.fullmatch(line)] == []


@pytest.mark.parametrize(("python", "system"), list(product(PYTHONS, SYSTEMS)))
def test_what_learners_get_is_a_part_of_what_authors_get(python: str, system: str) -> None:
    learners, authors = (installed(file, python, system) for file in (LEARNERS, AUTHORS))
    assert learners.items() <= authors.items()
    assert not NOT_FOR_LEARNERS & learners.keys()
    assert authors.keys() > NOT_FOR_LEARNERS


@pytest.mark.parametrize(("python", "system"), list(product(PYTHONS, ["linux", "darwin"])))
def test_a_hub_has_what_learners_have_and_what_it_is_made_of(python: str, system: str) -> None:
    learners, hub = (installed(file, python, system) for file in (LEARNERS, HUB))
    assert learners.items() <= hub.items()
    asked = [Requirement(line) for line in (HUB.with_suffix(".in")).read_text(encoding="utf-8").splitlines()]
    assert "jupyterhub" in {each.name for each in asked}
    assert [each.name for each in asked if not each.specifier.contains(hub.get(each.name, "0"))] == []
    assert not NOT_FOR_LEARNERS & hub.keys()


@pytest.mark.parametrize(("file", "extras"), [(LEARNERS, ["server"]), (AUTHORS, ["server", "teach", "test", "check"])])
def test_each_thing_that_is_needed_has_a_pin_that_fits(file: Path, extras: list[str]) -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = [project["dependencies"], *(project["optional-dependencies"][name] for name in extras)]
    needed = [Requirement(line) for group in groups for line in group if not line.startswith(project["name"])]
    there = installed(file, "3.12", "linux")
    assert [each.name for each in needed if not each.specifier.contains(there.get(each.name, "0"))] == []


def test_the_classic_page_fits_the_jupyterlab_that_is_pinned() -> None:
    there = installed(LEARNERS, "3.12", "linux")
    lab, notebook = (there[name].split(".")[:2] for name in ("jupyterlab", "notebook"))
    assert lab[0] == "4"
    assert notebook == ["7", lab[1]], "Notebook 7.x is built on JupyterLab 4.x: others share no modules"
