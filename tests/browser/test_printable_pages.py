"""The printable pages in a real browser: clean for axe, nothing cut, and nothing asked of the net."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from course.teach import stills, worksheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

PRINTED = 658
"""Pixels: the width between the margins of an A4 page."""
PHONE = 380


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """The pages of one notebook, with pictures, and the index."""
    [lesson] = worksheet.chosen(["03"])
    made = [worksheet.learner_sheet(lesson, stills.draw), worksheet.teacher_sheet(lesson)]
    made.append(worksheet.index_sheet("html", ["learner", "teacher"]))
    return {sheet.name: sheet.html for sheet in made}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page of the browser that has no net."""
    context = browser.new_context(offline=True)
    yield context.new_page()
    context.close()


def width_needed(page: Page, width: int) -> int:
    """How wide the page is in a window of that width."""
    page.set_viewport_size({"width": width, "height": 1000})
    return int(page.evaluate("document.documentElement.scrollWidth"))


@pytest.mark.parametrize("name", ["03_how_many-learner", "03_how_many-teacher", "index"])
def test_a_page_is_clean_for_axe_and_nothing_of_it_is_cut(
    pages: dict[str, str], page: Page, tmp_path: Path, name: str
) -> None:
    file = tmp_path / f"{name}.html"
    file.write_text(pages[name], encoding="utf-8")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    found = Axe().run(page).response["violations"]
    assert [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]] == []
    assert width_needed(page, PHONE) <= PHONE
    page.emulate_media(media="print")
    assert width_needed(page, PRINTED) <= PRINTED
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


def test_pictures_are_drawn_and_have_a_text(pages: dict[str, str], page: Page) -> None:
    page.set_content(pages["03_how_many-learner"])
    images = page.locator("img")
    assert images.count() == 3
    for image in images.all():
        assert image.evaluate("image => image.complete && image.naturalWidth") == stills.WIDTH
        assert len(image.get_attribute("alt") or "") > 40


def test_a_question_is_never_split_between_two_pages(pages: dict[str, str], page: Page) -> None:
    page.set_content(pages["03_how_many-learner"])
    inside = page.locator(".question").evaluate_all("all => all.map(one => getComputedStyle(one).breakInside)")
    assert inside == ["avoid"] * 7
    hints = page.locator("section", has=page.get_by_role("heading", name="Hints"))
    assert hints.evaluate("section => getComputedStyle(section).breakBefore") == "page"
