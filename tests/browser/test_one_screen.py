"""In the window of a small laptop one screen holds an explorer's controls, its picture and the first line of its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import ViewportSize

    from tests.browser.lab import Lab

SMALL: ViewportSize = {"width": 1280, "height": 800}
CALLS = {
    "adding machine": 'adding_machine(case, ["m7", "m8"])',
    "chart lab": 'chart_lab(case, ["cut axis"])',
    "contacts": "contacts(case)",
    "places": "places(case)",
    "timeline": "timeline(case)",
}
BELOW = """async (page) => {
    const pane = page.closest('.jp-WindowedPanel-outer');
    pane.scrollTop += page.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    await new Promise(requestAnimationFrame);
    const end = pane.getBoundingClientRect().bottom;
    const parts = '.btl-left :is(input, select), .btl-figure text:not(.xtitle), .btl-words p:first-child';
    const isBelow = (node) => node.getBoundingClientRect().bottom > end;
    return [...page.querySelectorAll(parts)].filter(isBelow).map((node) => node.textContent || node.outerHTML);
}"""
"""What of the controls, of the picture (but the title of its axis) and of the first words is below the screen."""


def test_controls_picture_and_first_words_are_in_one_screen(lab: Lab) -> None:
    lab.page.set_viewport_size(SMALL)
    calls = (f"course.explore.{call}" for call in CALLS.values())
    lab.write("scratch.ipynb", "import course\n\ncase = course.load()", *calls)
    lab.open_alone("scratch.ipynb")
    lab.run_all()
    pages = lab.page.locator(".btl-page")
    for place, name in enumerate(CALLS):
        page = pages.nth(place)
        page.scroll_into_view_if_needed()
        page.locator("svg.main-svg").first.wait_for()
        assert page.evaluate(BELOW) == [], name
