"""The adding machine in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.browser.lab import Lab


def test_by_mouse_the_ranges_the_sum_and_the_words_move(lab: Lab) -> None:
    machine = lab.explorer('adding_machine(case, ["m7"])')
    machine.get_by_role("checkbox", name="Extra US troops for Poland and Romania").check()
    expect(machine.get_by_text("Sum of 2 mentions, strict reading: 0 to 6,999.")).to_be_visible()
    expect(
        machine.get_by_text("2 ticked instead of 1. The sum was “0 to 4,000” and is “0 to 6,999” now.")
    ).to_be_visible()
    expect(machine.locator("svg").get_by_text("0 to 6,999")).to_be_visible()
    lab.draws(machine, {"sum": {"x": [0, 6_999, None]}})
    lab.draws(machine, {"announced": {"x": [0, 2_999, None]}})
    expect(machine.get_by_text("Flow with stocks:")).to_be_visible()
    machine.get_by_role("radio", name="usual").check()
    expect(machine.get_by_text("Sum of 2 mentions, usual reading: 5,900 to 6,999.")).to_be_visible()
    lab.draws(machine, {"sum": {"x": [5_900, 6_999, None]}})


def test_by_keyboard_alone_and_back_after_scrolling_away(lab: Lab) -> None:
    machine = lab.explorer('adding_machine(case, ["m7"])')
    machine.get_by_role("checkbox", name="Mission in Romania that France offers to lead").focus()
    lab.press("Space")
    expect(machine.get_by_text("Sum of 2 mentions, strict reading: 0 to 5,000.")).to_be_visible()
    lab.press("Tab", "Tab", "Tab", "Tab", "ArrowDown")
    expect(machine.get_by_text("Sum of 2 mentions, usual reading: 4,000 to 5,000.")).to_be_visible()
    lab.press("Tab", "ArrowUp")
    expect(machine.get_by_text("closeness 11% instead of 10%")).to_be_visible()
    lab.draws(machine, {"sum": {"x": [3_900, 5_000, None]}})
    lab.scroll_away_and_back(machine)
    expect(machine.get_by_label("Closeness")).to_have_value("11")
    expect(machine.get_by_role("radio", name="usual")).to_be_checked()
    lab.draws(machine, {"sum": {"x": [3_900, 5_000, None]}})
    assert (lab.said, lab.asked) == ([], [])


def test_nothing_is_cut_and_axe_finds_nothing(lab: Lab) -> None:
    machine = lab.explorer('adding_machine(case, ["m2", "m7", "m9"], "usual")')
    expect(machine.locator(".main-svg").first).to_be_visible()
    for _ in lab.looks():
        lab.fits(machine)
        assert lab.violations() == []


def test_a_page_that_is_loaded_anew_shows_what_was_set(lab: Lab) -> None:
    machine = lab.explorer('adding_machine(case, ["m7"])')
    machine.get_by_role("checkbox", name="Extra US troops for Poland and Romania").check()
    expect(machine.locator("svg").get_by_text("0 to 6,999")).to_be_visible()
    lab.save_and_load_anew()
    machine = lab.page.locator(".btl-page").last
    expect(machine.locator("svg").get_by_text("0 to 6,999")).to_be_visible()
    expect(machine.get_by_role("checkbox", name="Extra US troops for Poland and Romania")).to_be_checked()
    machine.get_by_role("checkbox", name="Nato's land force in Romania").uncheck()
    expect(machine.locator("svg").get_by_text("0 to 6,999")).to_have_count(0)
    lab.draws(machine, {"sum": {"x": [0, 2_999, None]}})
