"""Reading sideways in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.browser.lab import Lab


def test_by_mouse_and_by_keyboard_another_thing_and_another_reading(lab: Lab) -> None:
    sideways = lab.explorer('sideways("us-extra")')
    expect(sideways.get_by_text("Sums compared with “nearly 3,000” (0 to 2,999):")).to_be_visible()
    sideways.get_by_label("usual: what people mostly mean").check()
    expect(sideways.get_by_text("What you changed: usual reading instead of strict.")).to_be_visible()
    expect(sideways.locator("svg").get_by_text("2,700 → 2,530 to 2,870")).to_be_visible()
    sideways.get_by_label("Closeness").focus()
    lab.press("ArrowLeft")
    expect(sideways.get_by_text("closeness 9% instead of 10%.")).to_be_visible()
    expect(sideways.get_by_text("Sums compared with “nearly 3,000” (2,730 to 2,999):")).to_be_visible()
    sideways.get_by_label("What do you follow?").select_option("Le Drian meets nine ministers.")
    expect(sideways.locator("svg").get_by_text("not noted")).to_be_visible()
    expect(sideways.get_by_label("Closeness")).to_be_disabled()
    before = lab.traces(sideways)
    lab.scroll_away_and_back(sideways)
    assert lab.traces(sideways) == before
    assert (lab.said, lab.asked) == ([], [])


@pytest.mark.parametrize("thing", ["us-extra", "disequilibrium"])
def test_nothing_is_cut_and_axe_finds_nothing(lab: Lab, thing: str) -> None:
    sideways = lab.explorer(f'sideways("{thing}")')
    expect(sideways.locator(".main-svg").first).to_be_visible()
    for _ in lab.looks():
        lab.fits(sideways)
        assert lab.violations() == []
