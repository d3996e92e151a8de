"""The timeline in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.parts import choose_day

if TYPE_CHECKING:
    from tests.browser.lab import Lab

WRITTEN = "The report was written on"
MOVED = "“Wednesday” and “Earlier Wednesday” are Wed 26 Jan instead of Wed 2 Feb"


def test_by_mouse_the_words_move_with_the_day(lab: Lab) -> None:
    timeline = lab.explorer("timeline(case)")
    expect(timeline.get_by_text("all 8 date words mean what the tables say.")).to_be_visible()
    assert lab.traces(timeline)["happened"]["x"][:2] == ["2022-02-02", "2022-02-03"]
    earlier = timeline.get_by_role("button", name="a day earlier")
    earlier.click()
    expect(timeline.get_by_text("2 of 8 date words mean other days than in the tables.")).to_be_visible()
    earlier.click()
    expect(timeline.get_by_text(MOVED)).to_be_visible()
    expect(timeline.get_by_label(f"{WRITTEN}: day")).to_have_value("1")
    expect(timeline.locator("svg").get_by_text("written on Tue 1 Feb 2022")).to_be_visible()
    expect(timeline.locator("svg").get_by_text("Wed 26 Jan")).to_have_count(2)
    drawn = lab.traces(timeline)
    assert drawn["happened"]["x"][:2] == ["2022-01-26", "2022-01-27"]
    assert drawn["scheduled"]["x"][:2] == ["2022-02-03", "2022-02-04"]
    assert drawn["tables in words"]["text"][0] == "in the tables: Wed 2 Feb"
    timeline.get_by_label("Show", exact=True).select_option("what is said")
    expect(timeline.get_by_text("Shown: what is said, 18 rows instead of 35.")).to_be_visible()
    timeline.get_by_label("Light one date word").select_option("“this week”")
    expect(timeline.get_by_text("From the Monday of the week of writing to the day of writing.")).to_be_visible()
    expect(timeline.locator("svg").get_by_text("▸ “this week”")).to_be_visible()


def test_by_keyboard_alone_and_back_after_scrolling_away(lab: Lab) -> None:
    timeline = lab.explorer("timeline(case)")
    day = timeline.get_by_label(f"{WRITTEN}: day")
    day.focus()
    timeline.get_by_role("button", name="a day earlier").focus()
    lab.press("Enter")
    expect(timeline.get_by_text("2 of 16 rows moved.")).to_be_visible()
    lab.press("Space")
    expect(timeline.get_by_text(MOVED)).to_be_visible()
    lab.press("Tab", "Enter")
    expect(day).to_have_value("2")
    lab.press("Tab", "ArrowDown", "ArrowDown")
    expect(timeline.get_by_text("Shown: events, 17 rows")).to_be_visible()
    lab.press("Tab", "ArrowDown")
    expect(timeline.get_by_text("Lit: “Wednesday”.")).to_be_visible()
    expect(timeline.get_by_text("Macron and Biden speak in a call.")).to_be_visible()
    expect(timeline.locator("svg").get_by_text("▸ “Wednesday”")).to_be_visible()
    before = lab.traces(timeline)
    lab.scroll_away_and_back(timeline)
    expect(day).to_have_value("2")
    expect(timeline.get_by_label("Show", exact=True)).to_have_value("events")
    lab.draws(timeline, before)
    assert (lab.said, lab.asked) == ([], [])


def test_a_day_that_is_chosen(lab: Lab) -> None:
    timeline = lab.explorer("timeline(case)")
    choose_day(timeline, WRITTEN, "2022-02-09")
    expect(
        timeline.get_by_text("“Wednesday” and “Earlier Wednesday” are Wed 9 Feb instead of Wed 2 Feb")
    ).to_be_visible()
    expect(timeline.locator("svg").get_by_text("written on Wed 9 Feb 2022")).to_be_visible()
    assert lab.traces(timeline)["happened"]["x"][:2] == ["2022-02-09", "2022-02-10"]
    expect(timeline.get_by_text("Wednesday", exact=True)).to_be_visible()
    choose_day(timeline, WRITTEN, "2022-12-09")  # out of reach: the last day that can be set
    expect(timeline.get_by_label(f"{WRITTEN}: month")).not_to_have_value("12")


def test_nothing_is_cut_and_axe_finds_nothing(lab: Lab) -> None:
    timeline = lab.explorer('timeline(case, "2022-01-26", word="this week")')
    expect(timeline.locator(".main-svg").first).to_be_visible()
    for _ in lab.looks():
        lab.fits(timeline)
        assert lab.violations() == []
