"""What a learner does with a part of a page, and what it comes to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.lab import PATIENCE

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from tests.browser.lab import Lab


def choose_day(part: Locator, label: str, day: str) -> None:
    """Choose a day, given in ISO form, from the lists of a field for one."""
    for word, value in zip(("year", "month", "day"), day.split("-"), strict=True):
        part.get_by_label(f"{label}: {word}", exact=True).select_option(str(int(value)))


def says(part: Locator, text: str) -> None:
    """Assert that a part comes to say a text, whatever words in it can be opened."""
    for _ in range(PATIENCE // 100):
        told = part.evaluate(
            """part => {
                const copy = part.cloneNode(true);
                for (const term of copy.querySelectorAll('.btl-term')) term.replaceWith(term.querySelector('summary').textContent);
                return copy.textContent;
            }"""
        )
        if text in told:
            return
        part.page.wait_for_timeout(100)
    assert text in told


def nothing_is_wrong_cut_or_fetched(lab: Lab) -> None:
    """Assert that a notebook that has run shows no fault, that no output scrolls, and that the net was not asked."""
    expect(lab.page.locator(".jp-Dialog")).to_have_count(0)
    expect(lab.page.locator(".jp-RenderedText[data-mime-type='application/vnd.jupyter.error']")).to_have_count(0)
    expect(lab.page.locator(".jp-RenderedText[data-mime-type='application/vnd.jupyter.stderr']")).to_have_count(0)
    scrolls = lab.page.locator(".jp-OutputArea-output").evaluate_all(
        """all => all.filter(o => o.scrollWidth > o.clientWidth + 1 || o.scrollHeight > o.clientHeight + 1)
            .map(o => o.outerHTML.slice(0, 200))"""
    )
    assert scrolls == [], "an output has a scroll bar"
    assert lab.violations() == []
    assert (lab.said, lab.asked) == ([], [])
