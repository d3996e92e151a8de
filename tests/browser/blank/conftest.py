"""One page for all tests of scripts alone, blank at the start of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.blank.blank import MORNING, PATIENCE, TODAY, Blank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Window


@pytest.fixture(scope="session")
def one_page(browser: Browser) -> Iterator[Window]:
    """The page that the tests share; its clock stands still."""
    with browser.new_context(locale="en-GB", timezone_id="UTC") as context:
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.clock.install(time=MORNING)
        page.clock.pause_at(TODAY)
        yield page


@pytest.fixture
def blank(one_page: Window) -> Iterator[Blank]:
    """A blank page; what a script of ours has let fall is a fault."""
    faults: list[str] = []

    def note(error: Exception) -> None:
        faults.append(str(error))

    one_page.on("pageerror", note)
    made = Blank(one_page)
    made.begin()
    yield made
    one_page.remove_listener("pageerror", note)
    assert faults == []
