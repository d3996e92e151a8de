"""On the site for a browser alone every lesson runs from its first cell to its last, and each explorer answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from course.questions.spec import lessons
from tests.browser.site import InBrowser, Served, page_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Locator

NOTEBOOKS = [f"{lesson.notebook}.ipynb" for lesson in lessons()]
EXPLORER = ".btl-page:has(.btl-figure svg, .btl-digest):has(input, select)"
EXPLORERS = {"01": 1, "02": 1, "03": 1, "04": 1, "05": 2, "06": 2, "07": 1, "09": 3}
"""How many explorers a lesson shows with a picture or a text, by its number; the desk of 08 waits for a text."""


@pytest.fixture(scope="module")
def profile(shut: Browser) -> Iterator[BrowserContext]:
    """One learner's browser for all lessons."""
    context = shut.new_context()
    yield context
    context.close()


@pytest.fixture
def window(profile: BrowserContext, site: Served) -> Iterator[InBrowser]:
    """A window of it."""
    opened = page_of(profile, site)
    yield opened
    assert opened.asked == []
    opened.page.close()


def move(explorer: Locator) -> None:
    """Set a control of an explorer to something else."""
    control = explorer.locator("input:not([disabled]):not(:checked), select:not([disabled])").first
    kind = control.evaluate("control => control.type")
    if kind in {"checkbox", "radio"}:
        control.click()
    elif kind == "range":
        control.focus()
        control.press("ArrowRight" if control.evaluate("each => each.value < each.max") else "ArrowLeft")
    elif kind == "select-one":
        chosen = control.evaluate("each => each.selectedIndex")
        control.select_option(index=0 if chosen else 1)
    else:
        control.fill("Ukraine")
        control.press("Enter")


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_a_lesson_runs_whole_and_its_explorers_answer(window: InBrowser, notebook: str) -> None:
    window.run(notebook)
    expect(window.page.locator(".btl-figure:visible:not(:has(svg))")).to_have_count(0)
    explorers = window.page.locator(EXPLORER)
    expect(explorers).to_have_count(EXPLORERS.get(notebook[:2], 0))
    for explorer in explorers.all():
        explorer.scroll_into_view_if_needed()
        before = explorer.inner_text()
        move(explorer)
        expect(explorer).not_to_have_text(before, use_inner_text=True)
    assert window.failures() == []
