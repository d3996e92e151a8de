"""What gets the focus is brought back into sight, unless the learner scrolls away meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from course.page.controls import button, line
from course.page.panel import Panel, Part

if TYPE_CHECKING:
    from tests.browser.blank.blank import Blank

COUNT = """() => {
    lab.seen = [];
    Element.prototype.scrollIntoView = function (how) { lab.seen.push([this.textContent || this.localName, how]); };
}"""
NEAREST = {"block": "nearest"}
AFTER_JUPYTERLAB = 500
"""Milliseconds until JupyterLab has laid out the cells above."""


@pytest.fixture
def two(blank: Blank) -> Blank:
    """A page with two buttons, which counts what is brought into sight."""
    blank.run(COUNT)
    blank.show(Panel([Part("it", button("Next")), Part("other", button("Back")), Part("who", line("Who?"))]))
    return blank


def seen(blank: Blank) -> Any:
    """What was brought into sight, and how, since the last time."""
    return blank.run("() => lab.seen.splice(0)")


def test_what_gets_the_focus_by_keyboard_is_brought_into_sight_twice(two: Blank) -> None:
    two.page.keyboard.press("Tab")
    assert seen(two) == []
    two.wait(AFTER_JUPYTERLAB)
    assert seen(two) == [["Next", NEAREST], ["Next", NEAREST]], "soon, and when JupyterLab has done all"


def test_what_has_lost_the_focus_again_is_not(two: Blank) -> None:
    two.page.keyboard.press("Tab")
    two.page.keyboard.press("Tab")
    two.wait(AFTER_JUPYTERLAB)
    assert {word for word, _ in seen(two)} == {"Back"}


def test_nothing_is_moved_under_the_mouse_or_outside_of_our_pages(two: Blank) -> None:
    two.page.mouse.move(5, 5)
    two.page.get_by_text("Back").click()
    two.run("() => document.body.insertAdjacentHTML('beforeend', '<button>Not ours</button>')")
    two.page.get_by_text("Not ours").press("Shift")
    two.wait(AFTER_JUPYTERLAB)
    assert seen(two) == []


@pytest.mark.parametrize("act", ["wheel", "touchmove", "pointerdown"])
def test_who_scrolls_away_is_not_brought_back(two: Blank, act: str) -> None:
    two.page.keyboard.press("Tab")
    two.page.locator("main").dispatch_event(act)
    two.wait(AFTER_JUPYTERLAB)
    assert seen(two) == []


def test_a_page_with_many_widgets_does_it_once(two: Blank) -> None:
    two.show(Panel([]))
    two.page.keyboard.press("Tab")
    two.wait(AFTER_JUPYTERLAB)
    assert len(seen(two)) == 2
