"""The public names: few, each from the module that is named after it, and none loaded before it is used."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

import course

OTHER_HOMES = {"load": "loading", "cases": "content"}
SLOW = ("pandas", "numpy", "plotly", "ipywidgets", "anywidget")


@pytest.mark.parametrize("name", [name for name in course.__all__ if name not in {"charts", "explore"}])
def test_each_name_is_a_function_of_its_own_module(name: str) -> None:
    function = getattr(course, name)
    assert function.__name__ == name
    assert function.__module__.rpartition(".")[2] == OTHER_HOMES.get(name, name)
    assert function.__doc__, "help(course.…) says what it does"


def test_charts_and_explorers_are_modules() -> None:
    assert course.charts is import_module("course.charts")
    assert course.explore is import_module("course.explore")


def test_a_name_that_is_none_is_no_attribute_also_where_there_is_a_module_of_it() -> None:
    for name in ("judge", "plot"):
        with pytest.raises(AttributeError, match=f"module 'course' has no attribute '{name}'"):
            getattr(course, name)


def test_what_is_offered_after_a_dot_is_the_public_names() -> None:
    assert dir(course) == sorted(course.__all__)


def test_importing_the_course_loads_nothing_slow_and_a_question_no_chart() -> None:
    code = (
        "import sys, course\n"
        f"print([name for name in {SLOW} if name in sys.modules])\n"
        "course.cases\n"
        "print('pandas' in sys.modules)\n"
        "course.check\n"
        "print('plotly' in sys.modules, 'check' in vars(course))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines() == ["[]", "False", "False True"]


def test_a_case_is_loaded_without_what_shows_it_or_draws_it() -> None:
    parts = ("page", "figures.figure", "lit", "finder", "charts", "explore", "questions")
    unused = ["IPython", "plotly", "ipywidgets", "anywidget", "networkx", "krippendorff", "jsonschema", "filelock"]
    code = (
        "import sys, course\n"
        "case = course.load()\n"
        "case.evidence('m2')\n"
        f"print([name for name in {[*unused, *(f'course.{part}' for part in parts)]} if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines() == ["[]"]
