"""A page of JupyterLab that one test hands on to the next: to load it is half of what a short test takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.sync_api import Error

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

MOST = 15
"""Tests on one page: what JupyterLab holds on to of closed notebooks adds up."""
CLOSE_ALL = """() => {
    if (document.querySelector('.jp-Dialog')) return false;
    for (const each of [...jupyterapp.shell.widgets('main')]) each.dispose();
    return location.pathname.startsWith('/lab/workspaces/') && !document.querySelector('.jp-NotebookPanel');
}"""
"""A script that closes what is open, without a question, and returns whether nothing is left of it."""


@dataclass
class Warm:
    """The page that is handed on, and how many tests have had it."""

    context: BrowserContext
    page: Page | None = None
    used: int = 0

    def take(self) -> Page:
        """Return a page: the one that was given back last, or a new one."""
        if self.page is None:
            self.page, self.used = self.context.new_page(), 0
        self.used += 1
        page, self.page = self.page, None
        return page

    def give_back(self, page: Page) -> None:
        """Keep a page for the next test, if nothing of this one is left on it; otherwise close it."""
        try:
            is_clear = self.used < MOST and page.evaluate(CLOSE_ALL)
        except Error:
            is_clear = False
        if is_clear:
            page.emulate_media(media="null", color_scheme="null", reduced_motion="null")
            self.page = page
        else:
            page.close()
