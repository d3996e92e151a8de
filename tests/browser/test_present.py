"""A lesson on a projector: its figures are drawn and move, and no code is to be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from course.jupyter.present import lay

if TYPE_CHECKING:
    from tests.browser.lab import Lab


def test_a_lesson_is_shown_with_its_figures_and_without_code(lab: Lab) -> None:
    lay("03", lab.folder / "notebooks")
    lab.open_alone("present-03.ipynb")
    lab.run_all()
    figures = lab.page.locator(".btl-figure svg.main-svg")
    expect(figures.first).to_be_attached()
    expect(lab.page.get_by_role("heading", name="How many troops?")).to_be_visible()
    explorer = lab.page.locator(".btl-page", has=lab.page.locator("input[type=range]")).first
    explorer.scroll_into_view_if_needed()
    expect(explorer.locator(".btl-figure svg").first).to_be_attached()
    shown = lab.page.locator(".jp-CodeCell .jp-Editor, .jp-CodeCell .cm-editor").all()
    assert not any(each.is_visible() for each in shown), "code is in sight"
    assert lab.page.locator("form.btl-question").count() == 0
    assert lab.said == []
    assert lab.asked == []
