"""A server and a browser for all browser tests; without Chromium they are skipped and say how to get it."""

from __future__ import annotations

import os
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock
from playwright.sync_api import Error, expect

from course.jupyter.lab import lay_notebooks
from course.teach.browser import packages
from course.teach.printing import QUIET
from tests.browser.lab import HOW_TO_GET_IT, PATIENCE, Lab
from tests.browser.server import CHROMIUM, Server, chromium, server
from tests.browser.site import NO_OTHER_HOST, PYODIDE, InBrowser, Served, made, page_of, served
from tests.browser.warm import Warm

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from playwright.sync_api import Browser, BrowserContext

LEARNERS = count(1)
LONGEST = (
    "test_site_lessons",
    "test_living_on",
    "test_site",
    "test_answering",
    "test_notebooks",
    "test_site_work",
    "test_collect_page",
    "test_coding_desk",
    "test_packs",
    "test_saved_pages",
)
"""Files that take longest: the rest fills up what the workers have left."""
WHAT_IS_THERE = """() => JSON.stringify({
    dialogs: [...document.querySelectorAll('.jp-Dialog-content')].map((dialog) => dialog.textContent),
    without: [...document.querySelectorAll('.jp-OutputArea-child')]
        .filter((output) => output.querySelector('.jupyter-widgets-view, .jp-RenderedText, [class*=widget]')
            && !output.querySelector('.btl-page, .btl'))
        .map((output) => output.innerText.slice(0, 200) || output.innerHTML.slice(0, 300)),
})"""
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest; skip the browser tests where there is no Chromium."""
    items.sort(key=lambda item: LONGEST.index(item.path.stem) if item.path.stem in LONGEST else len(LONGEST))
    if CHROMIUM is None:
        for item in items:
            if "tests/browser" in item.nodeid:
                item.add_marker(pytest.mark.skip(reason=HOW_TO_GET_IT))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Function) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Say with a failure what the page showed and said then: its dialogs, empty outputs and errors."""
    report = yield
    learner = next((each for each in getattr(item, "funcargs", {}).values() if isinstance(each, Lab)), None)
    if report.when == "call" and report.failed and learner and not learner.page.is_closed():
        learner.page.set_default_timeout(PATIENCE)
        try:
            shown = learner.page.evaluate(WHAT_IS_THERE)
        except Error as error:
            shown = f"the page does not answer: {error}"
        report.sections.append(("The page", f"{shown}\n{learner.said}"))
    return report


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium."""
    with chromium() as running:
        yield running


@pytest.fixture(scope="session")
def running() -> Iterator[Server]:
    """One JupyterLab for all tests."""
    with server(forks=True) as started:
        yield started


@pytest.fixture(scope="session")
def window(browser: Browser) -> Iterator[BrowserContext]:
    """One window for all tests, so that JupyterLab's own scripts are fetched and compiled once."""
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture(scope="session")
def warm(window: BrowserContext) -> Warm:
    """The page that the tests hand on to one another."""
    return Warm(window)


@contextmanager
def at_work(warm: Warm, running: Server, width: int = 1280, *, is_own: bool = False) -> Iterator[Lab]:
    """Yield a learner's own folder in JupyterLab, on a page of some width; `is_own`: one that nobody had before."""
    page = warm.context.new_page() if is_own else warm.take()
    page.set_viewport_size({"width": width, "height": 1000})
    learner = Lab(page, running.port, running.root / f"learner-{next(LEARNERS)}")
    lay_notebooks(learner.folder)
    yield learner
    learner.leave()
    if is_own:
        page.close()
    else:
        warm.give_back(page)
    learner.stop_kernels()


@pytest.fixture
def lab(warm: Warm, running: Server, request: pytest.FixtureRequest) -> Iterator[Lab]:
    """A learner's own folder in JupyterLab; the page has the width that the test asks for.

    A test that is marked with `own_page` gets a page that nobody had before it.
    """
    is_own = request.node.get_closest_marker("own_page") is not None
    with at_work(warm, running, getattr(request, "param", 1280), is_own=is_own) as learner:
        yield learner


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The site, made once for all that run side by side."""
    if lacking := packages.missing(PYODIDE):
        pytest.skip(f"These files of the site are not here: {', '.join(lacking)}. To get them: make site-files")
    ours = tmp_path_factory.getbasetemp()
    shared = ours.parent if "PYTEST_XDIST_WORKER" in os.environ else ours
    folder, whole = shared / "site", shared / "site-is-made"
    with FileLock(shared / "site.lock"):
        if not whole.exists():
            made(folder)
            whole.touch()
    with served(folder) as running:
        yield running


@pytest.fixture(scope="session")
def shut(browser: Browser) -> Iterator[Browser]:
    """A browser that reaches this computer alone."""
    with browser.browser_type.launch(executable_path=CHROMIUM, args=[*QUIET, NO_OTHER_HOST]) as running:
        yield running


@pytest.fixture
def visitor(shut: Browser, site: Served) -> Iterator[InBrowser]:
    """A learner whose browser has never been here."""
    context = shut.new_context(accept_downloads=True)
    window = page_of(context, site)
    yield window
    assert window.asked == []
    context.close()
