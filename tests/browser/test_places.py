"""The map of places in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.browser.lab import Lab

NEAR = "How near is “at Ukraine's border” or “around Ukraine”?"


def test_by_mouse_a_status_goes_a_place_is_lit_and_a_band_grows(lab: Lab) -> None:
    places = lab.explorer("places(case)")
    expect(places.get_by_text("9 of 9 mentions are shown: none at a point")).to_be_visible()
    expect(places.locator("svg").get_by_text("United States: nearly 3,000")).to_be_visible()
    places.get_by_label("announced (1)").uncheck()
    expect(places.get_by_text("Mentions: 8 instead of 9.")).to_be_visible()
    expect(places.locator("svg").get_by_text("United States: nearly 3,000")).to_have_count(0)
    places.get_by_label("Light one place").select_option("Poland")
    expect(places.get_by_text("The circle around it has a radius of 400 km")).to_be_visible()
    assert len(lab.traces(places)["edge of what is lit"]["x"]) > 50
    lab.draws(places, {"band": {"x": []}})
    places.get_by_label(NEAR).fill("100")
    expect(places.get_by_text("100 km instead of 0 km. The band takes in land of Belarus")).to_be_visible()
    expect(places.locator("svg").get_by_text("Orange: up to 100 km outside the dashed line.")).to_be_visible()
    narrow = lab.traces(places)["edge of the band"]["x"]
    places.get_by_label(NEAR).fill("400")
    expect(places.get_by_text("would take in land of 14 other countries")).to_be_visible()
    wide = lab.traces(places)["edge of the band"]["x"]
    assert min(x for x in wide if x is not None) < min(x for x in narrow if x is not None) - 60, "300 km, in pixels"
    assert (lab.said, lab.asked) == ([], [])


def test_by_keyboard_alone_and_back_after_scrolling_away(lab: Lab) -> None:
    places = lab.explorer("places(case)")
    places.get_by_label("present (5)").focus()
    lab.press("Space")
    expect(places.get_by_text("Mentions: 4 instead of 9.")).to_be_visible()
    lab.press(*["Tab"] * 4, "ArrowDown")
    expect(places.get_by_text("Lit: at Ukraine's border.")).to_be_visible()
    lab.press("Tab", *["ArrowRight"] * 4)
    expect(places.get_by_label(NEAR)).to_have_value("100")
    expect(places.get_by_text("With the slider at 100 km that is a band of 100 km.")).to_be_visible()
    before = lab.traces(places)
    assert len(before["lit"]["x"]) > 200
    lab.scroll_away_and_back(places)
    expect(places.get_by_label(NEAR)).to_have_value("100")
    expect(places.get_by_label("present (5)")).not_to_be_checked()
    assert lab.traces(places) == before
    assert (lab.said, lab.asked) == ([], [])


def test_nothing_is_cut_no_label_covers_another_and_axe_finds_nothing(lab: Lab) -> None:
    places = lab.explorer('places(case, place="poland-and-romania", kilometres=150)')
    expect(places.locator(".main-svg").first).to_be_visible()
    for _ in lab.looks():
        lab.fits(places)
        meeting = places.locator(".js-plotly-plot").evaluate(
            """plot => {
                const frame = plot.getBoundingClientRect();
                const texts = [...plot.querySelectorAll('.annotation-text')].map(text => [text.textContent, text.getBoundingClientRect()]);
                const outside = ([, {left, right, bottom}]) => left < frame.left || right > frame.right || bottom > frame.bottom;
                const meet = ([, one], [, other]) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
                return texts.filter((text, place) => outside(text) || texts.slice(place + 1).some(other => meet(text, other))).map(([text]) => text);
            }"""
        )
        assert meeting == []
        assert lab.violations() == []
