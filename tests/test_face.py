"""A face has names only: what a type checker sees there is what is loaded, and nothing is loaded before it is used."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import course
from course import charts, explore
from course.face import face
from tests.structure.rules import THEMES

if TYPE_CHECKING:
    from types import ModuleType

FACES = (course, charts, explore)


@pytest.mark.parametrize("module", FACES, ids=lambda module: module.__name__)
def test_each_name_is_loaded_from_where_a_type_checker_finds_it(module: ModuleType) -> None:
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    [seen] = [node for node in tree.body if isinstance(node, ast.If)]
    homes = {alias.name: each.module for each in seen.body if isinstance(each, ast.ImportFrom) for alias in each.names}
    assert sorted(homes) == dir(module) == sorted(module.__all__)
    for name, home in homes.items():
        found = getattr(module, name)
        assert getattr(found, "__module__", "course") == home
        assert vars(module)[name] is found, "the next use is as quick as any other"


@pytest.mark.parametrize(
    ("code", "themes"),
    [
        ("course.charts, course.explore", []),
        ("course.charts.how_many", ["numbers"]),
        ("course.explore.timeline", ["days"]),
        ("course.explore.chart_lab", ["misleading", "numbers"]),
    ],
)
def test_only_the_theme_that_is_used_is_loaded(code: str, themes: list[str]) -> None:
    loaded = "sorted({name.split('.')[1] for name in sys.modules if name.count('.') == 2})"
    program = f"import sys, course\n{code}\nprint([each for each in {loaded} if each in {THEMES}])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == str(themes)


def test_a_name_that_is_none_is_told_as_python_tells_it() -> None:
    load, names = face("course.charts", {"when": "course.days.when"})
    assert names() == ["when"]
    with pytest.raises(AttributeError, match=r"^module 'course.charts' has no attribute 'then'$") as told:
        load("then")
    assert (told.value.name, told.value.obj) == ("then", charts)
