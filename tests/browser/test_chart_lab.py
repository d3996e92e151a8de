"""The chart lab in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.browser.lab import Lab


def test_by_mouse_each_switch_changes_the_picture_and_the_verdict(lab: Lab) -> None:
    chart = lab.explorer('chart_lab(case, mentions=["m6", "m7", "m8"])')
    lab.draws(chart, {"present": {"x": [0, 4000, None]}})
    chart.get_by_label("Plain bars").check()
    expect(chart.get_by_text("2 numbers look exact.")).to_be_visible()
    lab.draws(chart, {"present": {"x": []}})
    lab.draws(chart, {"bars: present": {"x": [0, 4000, None]}})
    chart.get_by_label("Cut the axis").check()
    expect(chart.get_by_text("looks 31 times as long as the shortest, but means 4 times as many.")).to_be_visible()
    lab.draws(chart, {"bars: present": {"x": [900, 4000, None]}})
    chart.get_by_label("Log axis").check()
    expect(chart.get_by_text("each step is ten times the one before. Equal steps look equal")).to_be_visible()
    expect(chart.locator("svg").get_by_text("2,000", exact=True)).to_be_visible()
    chart.get_by_label("Leave out").check()
    expect(chart.get_by_text("1 of 3 mentions has vanished")).to_be_visible()
    lab.draws(chart, {"trace 13": {"text": ["  1,000", "  4,000"]}})
    chart.get_by_label("One colour").check()
    expect(chart.get_by_text("what is “an offer or a plan” (1) looks like what is “in place”.")).to_be_visible()
    lab.draws(chart, {"bars: proposed": {"x": []}})
    for switch in ("Plain bars", "Cut the axis", "Log axis", "Leave out", "One colour"):
        chart.get_by_label(switch).uncheck()
    expect(chart.get_by_text("It can mislead in 1 way now, 2 before.")).to_be_visible()
    lab.draws(chart, {"present": {"x": [0, 4000, None]}})
    assert (lab.said, lab.asked) == ([], [])


def test_by_keyboard_alone_and_back_after_scrolling_away(lab: Lab) -> None:
    chart = lab.explorer("chart_lab(case)")
    chart.get_by_label("Cut the axis").focus()
    lab.press("Space")
    expect(chart.get_by_text("This picture can mislead in 1 way.")).to_be_visible()
    lab.press("Tab", "Tab", "Tab", "Space")
    expect(chart.get_by_text("5 of 9 mentions have vanished")).to_be_visible()
    lab.press("Tab", "Tab", "Space")
    expect(chart.get_by_text("Picked rows: you show 8 of 9 mentions.")).to_be_visible()
    chart.get_by_label("Your caption").focus()
    lab.page.keyboard.type("4 000 soldiers in Romania, the axis is cut")
    lab.press("Tab")
    expect(chart.get_by_label("Your caption")).not_to_be_focused()
    expect(chart.get_by_text("“4 000” has no hedge; the report says “up to 4,000” (¶17).")).to_be_visible()
    expect(chart.get_by_role("status").get_by_text("Your caption has 0 of 5 points.")).to_be_visible()
    lab.draws(chart, {"bars: present": {"x": []}})
    before = lab.traces(chart)
    lab.scroll_away_and_back(chart)
    expect(chart.get_by_label("Your caption")).to_have_value("4 000 soldiers in Romania, the axis is cut")
    expect(chart.get_by_label("Cut the axis")).to_be_checked()
    lab.draws(chart, before)
    assert (lab.said, lab.asked) == ([], [])


def test_nothing_is_cut_and_axe_finds_nothing(lab: Lab) -> None:
    chart = lab.explorer('chart_lab(case, ["log axis", "plain bars"], caption="4,000 (¶17)")')
    expect(chart.locator(".main-svg").first).to_be_visible()
    for _ in lab.looks():
        lab.fits(chart)
        assert lab.violations() == []
