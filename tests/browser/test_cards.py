"""The first minute and the last: a notebook opens with a card, in a quiet window, and leads on at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.browser.lab import Lab

RUN, SHOW, HIDE = "▶▶ Run all cells", "Show the code", "Hide the code"


def test_the_first_minute_and_the_last(lab: Lab) -> None:
    lab.open_alone("03_how_many.ipynb")
    assert lab.page.evaluate("jupyterapp.shell.mode") == "single-document"
    expect(lab.page.get_by_role("region", name="File Browser Section")).to_be_hidden()
    first = lab.page.locator(".jp-CodeCell").first
    expect(first.locator(".jp-InputPlaceholder")).to_be_visible()  # folded, and to be found before it has run
    lab.page.evaluate("jupyterapp.shell.currentWidget.content.activeCellIndex = 2")
    lab.page.locator(".jp-NotebookPanel-toolbar").get_by_role("button", name="Run this cell").click()
    card = lab.page.locator(".btl-start")
    expect(card.get_by_text("Lesson 3 of")).to_be_visible()
    expect(lab.page.locator(".jp-cell-toolbar")).to_have_count(0)
    expect(first.locator(".jp-InputPlaceholder")).to_be_hidden()

    card.get_by_role("button", name=RUN).click()
    expect(lab.page.locator(".jp-Dialog")).to_have_count(0)
    lab.page.wait_for_function(
        "() => [...jupyterapp.shell.currentWidget.context.model.cells].every(c => c.type !== 'code' || c.executionCount)"
    )
    lab.wait_for_kernel()
    expect(card.get_by_role("button", name=RUN)).to_be_in_viewport()
    question = lab.question("3.1")
    question.scroll_into_view_if_needed()
    expect(
        question.locator("xpath=ancestor::*[contains(@class,'jp-CodeCell')]").locator(".jp-CodeMirrorEditor")
    ).to_be_hidden()
    question.get_by_label("Your answer").fill("4")
    question.get_by_role("button", name="Check").click()
    expect(question.get_by_text("✓ right")).to_be_visible()
    expect(card.get_by_text("Without code · 1 of 7")).to_be_attached()

    card.get_by_role("button", name=SHOW).click()
    expect(
        question.locator("xpath=ancestor::*[contains(@class,'jp-CodeCell')]").locator(".jp-CodeMirrorEditor")
    ).to_be_visible()
    card.get_by_role("button", name=HIDE).click()
    expect(
        question.locator("xpath=ancestor::*[contains(@class,'jp-CodeCell')]").locator(".jp-CodeMirrorEditor")
    ).to_be_hidden()
    expect(card.get_by_role("button", name=SHOW)).to_be_visible()

    end = lab.page.locator(".btl-end")
    end.scroll_into_view_if_needed()
    expect(end.get_by_text("Without code: left are 3.2,")).to_be_visible()
    end.get_by_role("link", name="Next: Asserted, denied, offered, possible?").click()
    expect(lab.page.get_by_role("heading", name="Asserted, denied, offered, possible?")).to_be_visible()
    assert lab.page.url.endswith("04_who_says.ipynb")
    assert (lab.said, lab.asked) == ([], [])


def test_tiles_lead_to_the_notebooks_and_follow_what_is_answered(lab: Lab) -> None:
    lab.open_with("course.home()", 'course.opening("03")', 'course.ending("00")', 'course.ask("0.1")')
    tiles = lab.page.locator(".btl-tiles")
    expect(tiles.locator(".btl-here")).to_contain_text("How does this work?")
    lab.question("0.1").get_by_label("Your answer").fill("6")
    lab.question("0.1").get_by_role("button", name="Check").click()
    expect(tiles.locator(".btl-done")).to_contain_text("How does this work?")
    expect(lab.page.locator(".btl-end").get_by_text("You can now answer questions here")).to_be_visible()
    for _ in lab.looks():
        lab.fits(lab.page.locator(".btl-page").first)
        assert lab.violations() == []
    tiles.get_by_role("link", name="How many troops?").click()
    expect(lab.page.get_by_role("heading", name="How many troops?")).to_be_visible()
    assert (lab.said, lab.asked) == ([], [])
