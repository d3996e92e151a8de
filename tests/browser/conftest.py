"""A server and a browser for all browser tests; without Chromium they are skipped and say how to get it."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from course.jupyter.lab import lay_notebooks
from tests.browser.lab import HOW_TO_GET_IT, PATIENCE, Lab
from tests.browser.server import CHROMIUM, Server, chromium, server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext

LEARNERS = count(1)
expect.set_options(timeout=PATIENCE)


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


@pytest.fixture(scope="session")
def running() -> Iterator[Server]:
    """One JupyterLab for all tests."""
    with server() as started:
        yield started


@pytest.fixture(scope="session")
def window(browser: Browser) -> Iterator[BrowserContext]:
    """One window for all tests, so that JupyterLab's own scripts are fetched and compiled once."""
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def lab(window: BrowserContext, running: Server, request: pytest.FixtureRequest) -> Iterator[Lab]:
    """A learner's own folder and workspace in JupyterLab; the page has the width that the test asks for."""
    page = window.new_page()
    page.set_viewport_size({"width": getattr(request, "param", 1280), "height": 1000})
    learner = Lab(page, running.port, running.root / f"learner-{next(LEARNERS)}")
    lay_notebooks(learner.folder)
    yield learner
    page.close()
    learner.stop_kernels()
