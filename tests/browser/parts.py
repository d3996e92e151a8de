"""What a learner does with a part of a page, and what it comes to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.lab import PATIENCE

if TYPE_CHECKING:
    from playwright.sync_api import Locator


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
