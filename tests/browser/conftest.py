"""A server and a browser for all browser tests; without Chromium they are skipped and say how to get it."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest

from course.jupyter.lab import lay_notebooks
from tests.browser.lab import CHROMIUM, HOW_TO_GET_IT, Lab, chromium, server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext

LEARNERS = count(1)


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
def running() -> Iterator[tuple[int, Path]]:
    """One JupyterLab for all tests: its port and its folder."""
    with server() as started:
        yield started


@pytest.fixture(scope="session")
def window(browser: Browser) -> Iterator[BrowserContext]:
    """One window for all tests, so that JupyterLab's own scripts are fetched and compiled once."""
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def lab(window: BrowserContext, running: tuple[int, Path], request: pytest.FixtureRequest) -> Iterator[Lab]:
    """A learner's own folder and workspace in JupyterLab; the page has the width that the test asks for."""
    port, root = running
    page = window.new_page()
    page.set_viewport_size({"width": getattr(request, "param", 1280), "height": 1000})
    learner = Lab(page, port, root / f"learner-{next(LEARNERS)}")
    lay_notebooks(learner.folder)
    yield learner
    page.close()
    learner.stop_kernels()
