"""The pages of feedback in a real browser: clean in both themes, nothing runs, and half a sheet of paper each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from course.teach.collect.given.feedback import FOLDER, write_feedback
from tests.teach.collect.filled import a_class, fullest
from tests.teach.collect.filled import filled as filled_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

MILLIMETRE = 96 / 25.4
WIDTH, HALF = int((210 - 2 * 16) * MILLIMETRE), (297 / 2 - 12) * MILLIMETRE
"""The room on an A4 sheet between the margins: its width, and half of its height."""
PHONE, WIDE = 380, 1280


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of a class, of some with the fullest pages that there can be."""
    out = tmp_path_factory.mktemp("feedback")
    write_feedback(filled_store(out, *a_class(), *fullest()), out)
    return out / FOLDER


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page of the browser that has no net."""
    context = browser.new_context(offline=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["Ada", "Ben", "Full-03", "علي"])
def test_a_page_is_clean_for_axe_in_both_themes(folder: Path, page: Page, name: str, theme: str) -> None:
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    [file] = folder.glob(f"{name}*.html")
    page.goto(file.as_uri())
    assert page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor") == (
        "rgb(17, 20, 24)" if theme == "dark" else "rgb(255, 255, 255)"
    )
    if answer := page.locator("summary").all():
        answer[0].press("Enter")
        assert page.locator("details p").is_visible()
    found = Axe().run(page).response["violations"]
    assert [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]] == []


def test_every_page_is_half_a_sheet_and_fits_a_phone_and_nothing_on_it_runs_or_is_fetched(
    folder: Path, page: Page
) -> None:
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: faults.append(said.text))
    files = sorted(folder.glob("*.html"))
    assert len(files) == len(a_class()) + len(fullest())
    for file in files:
        page.emulate_media(media="screen")
        page.set_viewport_size({"width": PHONE, "height": 800})
        page.goto(file.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE, file.name
        assert page.title().startswith("Between the Lines: ")
        page.emulate_media(media="print")
        page.set_viewport_size({"width": WIDTH, "height": 1000})
        assert page.evaluate("document.body.getBoundingClientRect().height") <= HALF, file.name
        assert page.locator("summary").count() == 0 or not page.locator("summary").is_visible()
        assert all(each.is_visible() for each in page.locator(".upside").all())
    assert faults == []
    assert [url for url in asked if not url.startswith("file:")] == []


def test_a_page_is_printed_on_one_side(folder: Path, page: Page) -> None:
    for file in folder.glob("Full-*.html"):
        page.goto(file.as_uri())
        pdf = page.pdf(prefer_css_page_size=True)
        assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") == 1
