"""The network of actors in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from tests.browser.lab import Lab

FOLLOWS = "You follow Ukraine, who never speaks in this report. 2 of 29 lines begin or end there."


def click_on(contacts: Locator, trace: str, actor: str) -> None:
    """Click on the point of an actor, where the browser has drawn it."""
    x, y = contacts.locator(".js-plotly-plot").evaluate(
        """(plot, [trace, actor]) => {
            const {x, y, ids} = plot.data.find(({name}) => name === trace);
            const place = [...ids].indexOf(actor);
            const {xaxis, yaxis} = plot._fullLayout;
            return [xaxis.l2p(x[place]) + xaxis._offset, yaxis.l2p(y[place]) + yaxis._offset];
        }""",
        [trace, actor],
    )
    contacts.locator(".js-plotly-plot").hover(position={"x": x, "y": y})
    contacts.locator(".js-plotly-plot").click(position={"x": x, "y": y})


def test_by_mouse_a_point_is_followed_and_boxes_take_lines_away(lab: Lab) -> None:
    contacts = lab.explorer("contacts(case)")
    expect(contacts.get_by_text("27 of 27 actors and 29 of 29 relations.")).to_be_visible()
    expect(contacts.locator("svg").get_by_text("never speaks in this report")).to_be_visible()
    before = lab.traces(contacts)["never speaks"]
    click_on(contacts, "never speaks", "ukraine")
    expect(contacts.get_by_text(FOLLOWS)).to_be_visible()
    expect(contacts.get_by_label("Follow one actor")).to_have_value("ukraine")
    expect(contacts.locator("svg").get_by_text("Who deals with Ukraine?")).to_be_visible()
    expect(contacts.get_by_text("Russia has troops around Ukraine (¶4")).to_be_visible()
    expect(contacts.get_by_text("What Ukraine says: nothing in this report.")).to_be_visible()
    lab.draws(contacts, {"conflict": {"x": [None]}})
    assert len(lab.traces(contacts)["conflict, pale"]["x"]) > 6
    assert lab.traces(contacts)["never speaks"] == before, "nobody moves"
    contacts.get_by_label("conflict (6)").uncheck()
    expect(contacts.get_by_text("Now: 27 actors and 23 relations.")).to_be_visible()
    assert lab.traces(contacts)["conflict, pale"]["x"] == [None]
    click_on(contacts, "never speaks", "ukraine")
    expect(contacts.get_by_text("You follow nobody now")).to_be_visible()


def test_by_keyboard_alone_and_back_after_scrolling_away(lab: Lab) -> None:
    contacts = lab.explorer("contacts(case)")
    contacts.get_by_label("person (5)").focus()
    lab.press("Space")
    expect(contacts.get_by_text("Before: 27 actors and 29 relations. Now: 22 actors and 22 relations.")).to_be_visible()
    assert "Emmanuel Macron" not in lab.traces(contacts)["names"]["text"]
    lab.press(*["Tab"] * 10, *["ArrowDown"] * 14)
    expect(contacts.get_by_label("Follow one actor")).to_have_value("united-states")
    expect(contacts.get_by_text("You follow United States, who speaks in this report.")).to_be_visible()
    expect(contacts.get_by_text("Nearly 3,000 more soldiers will go to Poland and Romania.")).to_be_visible()
    before = lab.traces(contacts)
    assert "<b>United States</b>" in before["names"]["text"]
    lab.scroll_away_and_back(contacts)
    expect(contacts.get_by_label("Follow one actor")).to_have_value("united-states")
    expect(contacts.get_by_label("person (5)")).not_to_be_checked()
    assert lab.traces(contacts) == before
    assert (lab.said, lab.asked) == ([], [])


def test_nothing_is_cut_and_axe_finds_nothing(lab: Lab) -> None:
    contacts = lab.explorer('contacts(case, actor="romania")')
    expect(contacts.locator(".main-svg").first).to_be_visible()
    for _ in lab.looks():
        lab.fits(contacts)
        assert lab.violations() == []
