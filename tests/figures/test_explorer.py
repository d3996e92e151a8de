"""What all explorers share."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

import course

if TYPE_CHECKING:
    from course.case import Case

ALL = course.explore.__all__
CALLS = sorted(name for name in ALL if name.islower())
FIRST = """
import sys, course
course.explore.adding_machine(course.load())
print("lark" in sys.modules, "nbformat" in sys.modules)
import rfc3987_syntax
print("lark" in sys.modules)
"""


def test_there_are_seven() -> None:
    assert CALLS == ["adding_machine", "chart_lab", "claim_sorter", "contacts", "evidence", "places", "timeline"]


def test_the_first_figure_of_a_kernel_does_not_wait_for_a_grammar_that_it_does_not_need() -> None:
    done = subprocess.run([sys.executable, "-c", FIRST], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True", "True"]


@pytest.mark.parametrize("name", CALLS)
def test_its_settings_are_plain_and_bring_it_back(case: Case, name: str) -> None:
    explorer = getattr(course.explore, name)(case)
    settings = vars(explorer.settings)
    assert all(is_plain(value) for value in settings.values())
    again = getattr(course.explore, name)(case)
    again.set(**settings)
    assert again.settings == explorer.settings
    assert again.words == explorer.words


def is_plain(value: Any) -> bool:
    return all(map(is_plain, value)) if isinstance(value, tuple) else isinstance(value, str | int | float)


@pytest.mark.parametrize("name", CALLS)
def test_what_a_page_that_is_opened_anew_asks_for_is_what_is_drawn(case: Case, name: str) -> None:
    explorer = getattr(course.explore, name)(case)
    if explorer.figure is None:
        assert name == "evidence"
        return
    assert len(explorer.figure._widget_data) == len(explorer.figure.data) > 0
    assert explorer.figure._widget_layout["title"]["text"] == explorer.figure.layout.title.text


@pytest.mark.parametrize("name", CALLS)
def test_a_setting_that_is_none_is_refused_with_the_nearest(case: Case, name: str) -> None:
    explorer = getattr(course.explore, name)(case)
    first = next(iter(vars(explorer.settings)))
    with pytest.raises(TypeError, match=f"There is no setting '{first}x'. Did you mean '{first}'"):
        explorer.set(**{f"{first}x": 1})
