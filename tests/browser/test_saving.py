"""A notebook that is saved by JupyterLab and by a learner in the same moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Route

    from tests.browser.lab import Lab

pytestmark = pytest.mark.own_page


def test_two_saves_at_once_ask_nothing(lab: Lab) -> None:
    lab.open_with('course.ask("3.1")')
    written: list[str] = []
    held: list[Route] = []

    def hold(route: Route) -> None:
        """Hold back what JupyterLab asks for once it has written."""
        if written and not held:
            held.append(route)
            return
        if route.request.method == "PUT":
            written.append(route.request.url)
        route.continue_()

    lab.page.route("**/api/contents/**scratch.ipynb?**", hold)
    save = """() => {
        const { context } = jupyterapp.shell.currentWidget;
        context.model.setMetadata("changed", `${Math.random()}`);
        context.save().then(() => { window.saved = (window.saved ?? 0) + 1; });
    }"""
    lab.page.evaluate(save)
    while not held:
        lab.page.wait_for_timeout(100)
    lab.page.evaluate(save)
    lab.page.wait_for_timeout(1000)
    held[0].continue_()
    lab.page.wait_for_function("() => window.saved === 2 || document.querySelector('.jp-Dialog')")
    expect(lab.page.locator(".jp-Dialog")).to_have_count(0)
