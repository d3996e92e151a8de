"""On the site for a browser alone every lesson runs from its first cell to its last, and each explorer answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.questions.spec import lessons
from tests.browser.on_site import explorers_answer
from tests.browser.site import InBrowser, Served, page_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext

pytestmark = pytest.mark.timeout(900)  # the first of them waits until the site is made
NOTEBOOKS = [f"{lesson.notebook}.ipynb" for lesson in lessons()]
ELSEWHERE = {"00", "03", "04", "08"}
"""Lessons that are run, with their explorers, by the tests of `test_site.py` and `test_site_work.py`."""


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


@pytest.mark.parametrize("notebook", [name for name in NOTEBOOKS if name[:2] not in ELSEWHERE])
def test_a_lesson_runs_whole_and_its_explorers_answer(window: InBrowser, notebook: str) -> None:
    window.run(notebook)
    explorers_answer(window, notebook)
    assert window.failures() == []
