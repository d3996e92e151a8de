"""A chart in a real browser: what its marks say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.browser.lab import Lab

EVIDENCE = "¶4 “more than 100,000 heavily armed troops”"


def test_a_mark_that_is_chosen_by_keyboard_or_clicked_says_its_words_below_the_chart(lab: Lab) -> None:
    lab.open_with("course.charts.how_many(case)")
    chart = lab.page.locator(".btl-page").last
    mark = chart.get_by_role("button", name="Russian troops around Ukraine: at least 100,001")
    mark.focus()
    lab.press("Enter")
    said = chart.locator(".btl-mark-said")
    expect(said.locator("mark")).to_have_text(EVIDENCE)
    expect(said.locator("b")).to_have_text("Russian troops around Ukraine: at least 100,001, no limit above")
    lab.press("ArrowUp", "Space")
    expect(said.locator("mark")).to_have_text("¶1 “military buildup on the Ukrainian border”")
    mark.hover(force=True)
    expect(chart.locator(".hoverlayer")).to_contain_text("more than 100,000 heavily armed troops")
    mark.click(force=True)
    expect(said.locator("mark")).to_have_text(EVIDENCE)
    assert lab.violations() == []
    assert (lab.said, lab.asked) == ([], [])


def test_a_chart_is_as_wide_as_there_is_room_and_no_text_of_it_is_cut(lab: Lab) -> None:
    lab.open_with("course.charts.how_many(case)")
    chart = lab.page.locator(".btl-page").last
    expect(chart.locator(".js-plotly-plot")).to_be_visible()
    for _ in lab.looks():
        lab.fits(chart)
        plot, panel = (chart.locator(each).bounding_box() for each in (".js-plotly-plot", ".btl-panel"))
        assert plot is not None
        assert panel is not None
        assert plot["width"] > 0.9 * panel["width"]
