"""A server and a browser for all browser tests; without Chromium they are skipped and say how to get it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.lab import CHROMIUM, HOW_TO_GET_IT, Lab, chromium, server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the browser tests where there is no Chromium."""
    if CHROMIUM is None:
        for item in items:
            if "tests/browser" in item.nodeid:
                item.add_marker(pytest.mark.skip(reason=HOW_TO_GET_IT))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium."""
    with chromium() as running:
        yield running


@pytest.fixture
def lab(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Lab]:
    """JupyterLab with a fresh copy of the notebooks; the window has the width that the test asks for."""
    width = getattr(request, "param", 1280)
    with server() as (port, folder):
        page = browser.new_page(viewport={"width": width, "height": 1000})
        yield Lab(page, port, folder)
        page.close()
