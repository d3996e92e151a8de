"""A list is brought in an order by buttons, by keyboard, by mouse and by finger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.page import controls

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from tests.browser.blank.blank import Blank

COLOURS = {"r": "red", "g": "green", "b": "blue"}
TALL = "li { height: 40px; margin: 0; } ol { margin: 0; padding: 0 }"


@pytest.fixture
def it(blank: Blank) -> Locator:
    """A list of three, each 40 pixels high."""
    it = blank.draw(controls.in_order("Hue", COLOURS))
    blank.page.add_style_tag(content=TALL)
    return it


def keys(it: Locator) -> str:
    """The order as the page shows it."""
    return "".join(it.locator("li").evaluate_all("all => all.map(({ dataset }) => dataset.key)"))


def off(it: Locator) -> list[bool]:
    """Which buttons cannot be pressed: up and down of each item."""
    return list(it.locator("button").evaluate_all("all => all.map(({ disabled }) => disabled)"))


def item(it: Locator, key: str) -> Locator:
    """One item."""
    return it.locator(f"li[data-key={key}] span")


def focused(it: Locator) -> str:
    """The label of the button that has the focus."""
    return str(it.evaluate("() => document.activeElement.ariaLabel"))


def drag(blank: Blank, key: str, *heights: int, button: str = "left") -> None:
    """Press the mouse on an item, and move it to heights in the list."""
    it = blank.page.locator("[data-name=it]")
    box = item(it, key).bounding_box()
    top = it.locator("ol").bounding_box()
    assert box
    assert top
    blank.page.mouse.move(box["x"] + 2, box["y"] + 2)
    blank.page.mouse.down(button=button)  # type: ignore[arg-type]
    for height in heights:
        blank.page.mouse.move(box["x"] + 2, top["y"] + height)


def test_until_something_is_moved_nothing_is_given(blank: Blank, it: Locator) -> None:
    assert (keys(it), blank.value) == ("rgb", None)
    assert off(it) == [True, False, False, False, False, True]
    assert it.locator("[role=status]").text_content() == ""


def test_buttons_move_an_item_and_say_where_it_is(blank: Blank, it: Locator) -> None:
    it.get_by_label("Move down: red").click()
    assert (keys(it), blank.handed) == ("grb", [["g", "r", "b"]])
    assert it.locator("[role=status]").text_content() == "“red” is now 2 of 3."
    assert off(it) == [True, False, False, False, False, True]
    it.get_by_label("Move up: blue").click()
    assert (keys(it), blank.value) == ("gbr", ["g", "b", "r"])
    assert it.locator("[role=status]").text_content() == "“blue” is now 2 of 3."


def test_the_focus_stays_with_the_item_on_a_button_that_can_be_pressed(it: Locator) -> None:
    it.get_by_label("Move down: red").press("Enter")
    assert focused(it) == "Move down: red"
    it.get_by_label("Move down: red").press("Enter")
    assert focused(it) == "Move up: red"
    it.get_by_label("Move up: red").press("Enter")
    assert focused(it) == "Move up: red"
    it.get_by_label("Move up: red").press("Enter")
    assert focused(it) == "Move down: red"


def test_an_order_that_is_given_is_shown_and_none_is_the_first_one(blank: Blank, it: Locator) -> None:
    blank.give("values", {"it": ["b", "r", "g"]})
    assert (keys(it), off(it)) == ("brg", [True, False, False, False, False, True])
    item(it, "b").evaluate("node => (node.dataset.same = 'yes')")
    blank.run("() => lab.views[0].model.tell('change:values')")
    assert item(it, "b").get_attribute("data-same") == "yes", "what is the same is not drawn anew"
    blank.give("values", {})
    assert keys(it) == "rgb"


def test_an_item_is_dragged_down_and_up_and_given_when_it_is_let_go(blank: Blank, it: Locator) -> None:
    drag(blank, "r", 60)
    assert (keys(it), blank.handed) == ("grb", [])
    assert it.locator(".btl-dragged").get_attribute("data-key") == "r"
    blank.page.mouse.move(10, -100)
    assert keys(it) == "grb", "beside the list it stays where it was"
    blank.page.mouse.up()
    assert (blank.handed, it.locator(".btl-dragged").count()) == ([["g", "r", "b"]], 0)
    assert it.locator("[role=status]").text_content() == "“red” is now 2 of 3."
    drag(blank, "b", 20)
    blank.page.mouse.up()
    assert blank.handed[1:] == [["b", "g", "r"]]
    blank.page.mouse.move(12, 60)
    assert keys(it) == "bgr", "what was let go follows the mouse no more"


def test_the_places_between_two_items_belong_to_one_of_them(blank: Blank, it: Locator) -> None:
    drag(blank, "r", 80)
    assert keys(it) == "grb"
    blank.page.mouse.up()
    drag(blank, "g", 39, 79, 120)
    assert keys(it) == "rbg"


def test_an_item_that_comes_back_to_its_place_gives_nothing(blank: Blank, it: Locator) -> None:
    drag(blank, "r", 60, 20)
    blank.page.mouse.up()
    assert (keys(it), blank.handed) == ("rgb", [])
    assert it.locator("[role=status]").text_content() == ""


def test_what_the_system_breaks_off_ends_where_it_is(blank: Blank, it: Locator) -> None:
    drag(blank, "r", 60)
    blank.run("() => document.dispatchEvent(new PointerEvent('pointercancel'))")
    assert blank.handed == [["g", "r", "b"]]
    blank.page.mouse.move(12, 110)
    blank.page.mouse.up()
    assert (keys(it), len(blank.handed)) == ("grb", 1)


def test_another_button_of_the_mouse_drags_nothing(blank: Blank, it: Locator) -> None:
    drag(blank, "r", 60, button="right")
    assert (keys(it), it.locator(".btl-dragged").count()) == ("rgb", 0)


def test_a_list_that_is_asleep_is_not_dragged(it: Locator) -> None:
    press = (
        "node => node.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, cancelable: true, button: 0 }))"
    )
    it.evaluate("node => (node.inert = true)")
    assert item(it, "r").evaluate(press), "the press is left to the page"
    assert it.locator(".btl-dragged").count() == 0
    it.evaluate("node => (node.inert = false)")
    assert not item(it, "r").evaluate(press), "no text is marked while an item is dragged"
    assert it.locator(".btl-dragged").count() == 1


def test_a_press_on_a_button_drags_nothing(blank: Blank, it: Locator) -> None:
    it.get_by_label("Move down: red").dispatch_event("pointerdown", {"button": 0})
    assert it.locator(".btl-dragged").count() == 0
    assert blank.handed == []


def test_python_changes_nothing_of_a_list_but_its_order(blank: Blank, it: Locator) -> None:
    blank.give("more", {"it": {"label": "Which?"}})
    assert (keys(it), it.locator("ol").get_attribute("aria-label")) == ("rgb", "Hue")
