"""The parts lean one way, a learner's install stays small, and so does each file."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.structure.rules import BELOW, Tree, leans_up, needs_more, not_at_home, part_of, too_long, without_tests

PROJECT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def tree() -> Tree:
    """Return the files that git tracks, and those that it is to track."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "course", "tests"],  # noqa: S607
        cwd=PROJECT, check=True, capture_output=True, encoding="utf-8",
    ).stdout.splitlines()  # fmt: skip
    return {
        name: (PROJECT / name).read_text(encoding="utf-8", errors="replace")
        for name in listed
        if (PROJECT / name).is_file()
    }


def test_the_tree_is_there(tree: Tree) -> None:
    assert {"course/content.py", "course/page/controls.js", "tests/structure/rules.py"} <= set(tree)


def test_every_part_has_its_place(tree: Tree) -> None:
    parts = {part_of(path) for path in tree if path.startswith("course/") and path.endswith(".py")}
    assert parts == set(BELOW)


def test_nothing_imports_what_stands_above_it_and_no_theme_another(tree: Tree) -> None:
    assert leans_up(tree) == []


def test_what_learners_run_needs_no_package_of_the_authors(tree: Tree) -> None:
    assert needs_more(tree) == []


def test_no_file_is_longer_than_a_reader_can_hold(tree: Tree) -> None:
    assert too_long(tree) == []


def test_a_public_name_is_found_in_the_module_of_its_name(tree: Tree) -> None:
    assert not_at_home(tree) == []


def test_each_module_with_logic_has_a_test_module_of_its_name(tree: Tree) -> None:
    assert without_tests(tree) == []


@pytest.mark.parametrize(
    ("path", "source", "found"),
    [
        ("course/tables.py", "from course.numbers.bounds import bounds", "course.numbers.bounds"),
        ("course/tables.py", "import course.teach.build as b", "course.teach.build"),
        ("course/tables.py", "def f():\n    from course import charts", "course.charts"),
        ("course/days/when.py", "from course.map.where import where", "course.map.where"),
        ("course/days/when.py", "from ..map import where", "course.map"),
        ("course/days/when.py", "from .. import charts", "course.charts"),
        ("course/questions/ask.py", "import_module('course.explore')", "course.explore"),
        ("course/questions/ask.py", "importlib.import_module('course.explore')", "course.explore"),
        ("course/charts.py", "from course.questions.ask import ask", "course.questions.ask"),
        (
            "course/page/html.py",
            "if TYPE_CHECKING:\n    from course.figures.chart import Chart",
            "course.figures.chart",
        ),
    ],
)
def test_an_import_of_what_stands_above_is_found_however_it_is_written(path: str, source: str, found: str) -> None:
    assert leans_up({path: source}) == [f"{path} imports {found}"]


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("course/misleading/scene.py", "from course.numbers.bounds import bounds"),
        ("course/days/when.py", "from .rules import resolve"),
        ("course/teach/build.py", "from course.questions.spec import find"),
        ("course/days/when.py", "import course"),
    ],
)
def test_an_import_of_what_stands_below_is_none_of_these(path: str, source: str) -> None:
    assert leans_up({path: source}) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import nbformat", ["nbformat"]),
        ("from nbformat import read", ["nbformat"]),
        ("import nbformat.v4 as v4", ["nbformat.v4"]),
        ("def f():\n    __import__('jupytext')", ["jupytext"]),
        ("import json, pandas as pd\nfrom collections.abc import Mapping", []),
    ],
)
def test_a_package_of_the_authors_is_found_however_it_is_imported(source: str, found: list[str]) -> None:
    assert needs_more({"course/figures/chart.py": source}) == [
        f"course/figures/chart.py imports {name}" for name in found
    ]
    assert needs_more({"course/teach/build.py": source}) == []


@pytest.mark.parametrize("path", ["course/a.py", "course/a.js", "course/a.css", "tests/test_a.py"])
def test_a_long_file_is_found(path: str) -> None:
    assert too_long({path: "x\n" * 300}) == []
    assert too_long({path: "x\n" * 301}) == [f"{path} has 301 lines"]
    assert too_long({"data/a.csv": "x\n" * 301}) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("from course.numbers.bounds import bounds", []),
        ("from course.numbers.add_up import bounds", ["course.numbers.add_up is the home of bounds"]),
        ("if TYPE_CHECKING:\n    from course.ask import check, ask", ["course.ask is the home of check"]),
    ],
)
@pytest.mark.parametrize("face", ["__init__", "charts", "explore"])
def test_a_public_name_that_lives_elsewhere_is_found(face: str, source: str, found: list[str]) -> None:
    assert not_at_home({f"course/{face}.py": source}) == found


LOGIC = "def f(x):\n    return x + 1"


@pytest.mark.parametrize(
    ("tree", "found"),
    [
        ({"course/a/b.py": LOGIC}, ["course/a/b.py has no tests/a/test_b.py"]),
        ({"course/b.py": "class A:\n    " + LOGIC.replace("\n", "\n    ")}, ["course/b.py has no tests/test_b.py"]),
        ({"course/a/b.py": LOGIC, "tests/test_b.py": "def test_b(): ..."}, ["course/a/b.py has no tests/a/test_b.py"]),
        ({"course/a/b.py": LOGIC, "tests/a/test_b.py": "import b"}, ["course/a/b.py has no tests/a/test_b.py"]),
        ({"course/a/b.py": LOGIC, "tests/a/test_b.py": "def test_b(): ..."}, []),
        ({"course/a/b.py": "KEY = 1\n\ndef f() -> int:\n    'A word.'\n    ..."}, []),
    ],
)
def test_a_module_without_tests_is_found(tree: Tree, found: list[str]) -> None:
    assert without_tests(tree) == found
