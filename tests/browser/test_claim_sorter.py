"""The claim sorter in a real browser."""

from __future__ import annotations

import json
import os
import signal
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.browser.lab import Lab

SORTED = '[("s1", "intended"), ("s2", "depending"), ("s4", "denied"), ("s10", "possible")]'


def test_by_mouse_statements_are_sorted_and_compared(lab: Lab) -> None:
    sorter = lab.explorer("claim_sorter(case)")
    compare = sorter.get_by_role("button", name="Compare with our coding")
    expect(compare).to_be_disabled()
    for place, mode in enumerate(("intended", "depending", "asserted"), start=1):
        expect(sorter.get_by_text(f"Statement {place} of 18", exact=True)).to_be_visible()
        sorter.get_by_label(f"{mode}: The speaker").check()
        expect(sorter.get_by_role("status").get_by_text(f"sorted as {mode}")).to_be_visible()
        sorter.get_by_role("button", name="Next").click()
    expect(sorter.get_by_text("Statement 4 of 18", exact=True)).to_be_visible()
    expect(sorter.get_by_text("3 of 18 statements sorted so far.")).to_be_visible()
    lab.draws(sorter, {"yours": {"x": [2, 5, 0]}})
    lab.draws(sorter, {"our coding": {"x": []}})
    sorter.get_by_text("Paragraph 5 in our words").click()
    expect(sorter.get_by_text("Russia denies that it plans an invasion.")).to_be_visible()

    compare.click()
    expect(sorter.get_by_text("You and our coding agree on 1 of 3 statements: 33%.")).to_be_visible()
    expect(sorter.get_by_text("2 more can be defended as well as ours: careful readers differ there.")).to_be_visible()
    lab.draws(sorter, {"our coding": {"x": [4, 5, 2]}})
    sorter.get_by_text("Statement 3 (¶3): you say asserted, we say intended; both can be defended.").click()
    expect(sorter.get_by_text("“Agreed to” says what the two are going to do.")).to_be_visible()
    sorter.get_by_label("Statement", exact=True).select_option("s2")
    expect(sorter.get_by_text("Our coding says so too.").first).to_be_visible()
    assert (lab.said, lab.asked) == ([], [])


NEXT_AND_MODE = """(sorter, mode) => {
    const button = [...sorter.querySelectorAll('button')].find((each) => each.textContent === 'Next');
    button.click();
    sorter.querySelector(`input[value=${mode}]`).click();
}"""
"""A script that presses *Next* and chooses a mode before the page can show the next statement."""


def test_a_mode_that_is_chosen_too_early_is_said_of_the_next_statement(lab: Lab) -> None:
    lab.open_with("explorer = course.explore.claim_sorter(case)\nexplorer", "explorer")
    views = lab.page.locator(".btl-page")
    expect(views).to_have_count(2)
    sorter, other = views.first, views.last
    for place, mode in enumerate(("depending", "intended"), start=2):
        expect(sorter.get_by_text(f"Statement {place - 1} of 18", exact=True)).to_be_visible()
        sorter.evaluate(NEXT_AND_MODE, mode)
        for view in (sorter, other):
            expect(view.get_by_text(f"Statement {place} of 18", exact=True)).to_be_visible()
            expect(view.get_by_label(f"{mode}: The speaker")).to_be_checked()
            expect(view.get_by_role("status").get_by_text(f"Statement {place}, ")).to_contain_text(f"sorted as {mode}")
            expect(view.get_by_text(f"{place - 1} of 18 statements sorted so far.")).to_be_visible()
    other.evaluate(NEXT_AND_MODE, "denied")
    other.evaluate(NEXT_AND_MODE, "possible")
    expect(sorter.get_by_text("Statement 5 of 18", exact=True)).to_be_visible()
    expect(sorter.get_by_text("4 of 18 statements sorted so far.")).to_be_visible()
    lab.draws(sorter, {"yours": {"x": [5, 2, 1, 4]}})
    assert (lab.said, lab.asked) == ([], [])


def test_what_python_has_not_come_to_is_saved_with_the_notebook_and_done_later(lab: Lab) -> None:
    lab.open_with("course.explore.claim_sorter(case)", "import os\n\nprint(os.getpid())")
    sorter = lab.page.locator(".btl-page")
    kernel = int(lab.page.locator(".jp-OutputArea-output pre").last.inner_text())
    os.kill(kernel, signal.SIGSTOP)
    try:
        sorter.get_by_label("Statement", exact=True).select_option("s9")
        sorter.get_by_label("possible: The speaker").check()
        lab.page.evaluate("() => jupyterapp.commands.execute('docmanager:save').then(() => null)")
        lab.page.wait_for_function("() => !jupyterapp.shell.currentWidget.context.model.dirty")
    finally:
        os.kill(kernel, signal.SIGCONT)
    notebook = json.loads((lab.folder / "notebooks" / "scratch.ipynb").read_text(encoding="utf-8"))
    [widgets] = notebook["metadata"]["widgets"].values()
    [state] = [each["state"] for each in widgets["state"].values() if "touched" in each["state"]]
    assert (state["values"]["statement"], state["values"]["mode"], state["touched"]) == ("s9", "possible", [])
    expect(sorter.get_by_role("status").get_by_text("Statement 9, ")).to_contain_text("sorted as possible")
    expect(sorter.get_by_text("1 of 18 statements sorted so far.")).to_be_visible()
    assert (lab.said, lab.asked) == ([], [])


def test_by_keyboard_alone_and_back_after_scrolling_away(lab: Lab) -> None:
    sorter = lab.explorer("claim_sorter(case)")
    sorter.get_by_label("Statement", exact=True).focus()
    lab.press("ArrowDown")
    expect(sorter.get_by_text("Statement 2 of 18", exact=True)).to_be_visible()
    lab.press("Tab", "Tab", "Tab", "Enter")
    expect(sorter.get_by_text("The two presidents spoke on Wednesday")).to_be_visible()
    lab.press("Tab", "Space")
    expect(sorter.get_by_label("asserted: The speaker")).to_be_checked()
    lab.press("ArrowUp")
    expect(sorter.get_by_role("status").get_by_text("Statement 2, not named: sorted as depending.")).to_be_visible()
    lab.press("Shift+Tab", "Shift+Tab", "Enter")
    expect(sorter.get_by_text("Statement 3 of 18", exact=True)).to_be_visible()
    expect(sorter.get_by_role("button", name="Next")).to_be_focused()
    lab.press("Enter")
    expect(sorter.get_by_text("Statement 4 of 18", exact=True)).to_be_visible()
    lab.scroll_away_and_back(sorter)
    expect(sorter.get_by_text("Statement 4 of 18", exact=True)).to_be_visible()
    expect(sorter.get_by_label("Statement", exact=True)).to_have_value("s4")
    lab.draws(sorter, {"yours": {"x": [5]}})
    assert (lab.said, lab.asked) == ([], [])


def test_nothing_is_cut_and_axe_finds_nothing(lab: Lab) -> None:
    sorter = lab.explorer(f'claim_sorter(case, "s10", {SORTED}, compared=True)')
    expect(sorter.locator(".main-svg").first).to_be_visible()
    sorter.get_by_text("Statement 10 (¶9): you say possible, we say asserted.").click()
    for _ in lab.looks():
        lab.fits(sorter)
        assert lab.violations() == []
