"""The controls of a page, each alone: what a learner does with it, what it then holds, and what it shows of what it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.page import controls
from course.page.panel import Panel, Part

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from tests.browser.blank.blank import Blank

BLANK = ("not stated", "the report does not state it")
COLOURS = {"r": "red", "g": "green", "b": "blue"}
OFFER = """async ([script, kind]) => {
    const url = URL.createObjectURL(new Blob([script + '; export { CONTROLS };'], { type: 'text/javascript' }));
    const { CONTROLS } = await import(url);
    const list = { kind, label: 'Hue', options: [['r', 'red'], ['b', 'blue']] };
    const made = CONTROLS[kind](list, () => {});
    made.fill('b');
    made.update({ ...list, options: [['y', 'yellow'], ['b', 'blue']] });
    const kept = made.read();
    made.update({ ...list, options: [['y', 'yellow'], ['g', 'green']] });
    return [kept, made.read()];
}"""
"""Offers other options twice: with the one that is chosen, and without it."""
OTHERS = [["b", "blue"], ["y", "yellow"]]


def has_focus(node: Locator) -> bool:
    """Whether a node has the keyboard's place."""
    return bool(node.evaluate("node => node === document.activeElement"))


def is_off(node: Locator) -> bool:
    """Whether a group or a field cannot be used."""
    return bool(node.evaluate("node => node.disabled"))


@pytest.mark.parametrize("kind", ["one", "some", "pick", "order"])
def test_a_control_may_have_nothing_to_choose_from(blank: Blank, kind: str) -> None:
    blank.show_part({"kind": kind, "label": "Hue"})
    assert blank.page.locator("option, .btl-option, li").count() == 0


def test_of_radio_buttons_one_is_chosen_and_at_first_none(blank: Blank) -> None:
    it = blank.draw(controls.one_of("Hue", COLOURS))
    assert it.locator(":checked").count() == 0
    it.get_by_label("green").check()
    it.get_by_label("blue").check()
    assert blank.handed == ["g", "b"]
    assert it.locator(":checked").evaluate_all("nodes => nodes.map(({ value }) => value)") == ["b"]
    blank.give("values", {"it": "r"})
    assert it.get_by_label("red").is_checked()
    blank.give("more", {"it": {"options": OTHERS}})
    assert it.locator(":checked").count() == 0


def test_of_boxes_any_are_chosen_in_the_order_of_the_list(blank: Blank) -> None:
    it = blank.draw(controls.some_of("Hue", COLOURS))
    it.get_by_label("blue").check()
    it.get_by_label("red").check()
    it.get_by_label("blue").uncheck()
    it.get_by_label("green").check()
    assert blank.handed == [["b"], ["r", "b"], ["r"], ["r", "g"]]
    blank.give("values", {"it": ["b"]})
    assert it.locator(":checked").evaluate_all("nodes => nodes.map(({ value }) => value)") == ["b"]


def test_what_is_chosen_stays_when_the_options_change(blank: Blank) -> None:
    it = blank.draw(controls.some_of("Hue", COLOURS))
    it.get_by_label("blue").check()
    blank.give("more", {"it": {"options": OTHERS, "label": "Which?", "disabled": True}})
    assert it.get_by_label("blue").is_checked()
    assert it.locator("legend").text_content() == "Which?"
    assert it.locator("input").evaluate_all("nodes => nodes.map(({ value }) => value)") == ["b", "y"]
    assert is_off(it)
    blank.give("more", {"it": {"options": OTHERS}})
    assert not is_off(it)


def test_two_groups_in_a_page_do_not_take_each_others_choice(blank: Blank) -> None:
    for _ in range(2):
        blank.draw(controls.one_of("Hue", COLOURS))
    first, second = blank.page.locator("[data-name=it]").all()
    first.get_by_label("red").check()
    second.get_by_label("blue").check()
    assert first.get_by_label("red").is_checked()


def test_a_word_is_picked_from_a_list_and_stays_while_it_is_in_it(blank: Blank) -> None:
    it = blank.draw(controls.pick("Hue", COLOURS), "g").locator("select")
    assert it.input_value() == "g"
    it.select_option("blue")
    assert blank.handed == ["b"]
    blank.run("() => lab.views.at(-1).model.state.values = {}")
    blank.give("more", {"it": {"options": OTHERS[::-1]}})
    blank.give("values", {"it": "b"})
    assert it.locator("option").all_text_contents() == ["yellow", "blue"]
    assert it.input_value() == "b"
    assert not is_off(it)
    blank.give("more", {"it": {"disabled": True}})
    assert is_off(it)


@pytest.mark.parametrize(("kind", "empty"), [("pick", "y"), ("one", None)])
def test_a_choice_is_kept_by_the_control_itself_and_gives_way_where_it_is_gone(
    blank: Blank, kind: str, empty: str | None
) -> None:
    assert blank.run(OFFER, [str(Panel._esm), kind]) == ["b", empty]


def test_a_slider_says_its_number_with_the_unit_while_it_is_moved(blank: Blank) -> None:
    it = blank.draw(controls.slider("Near", 0, 400, "km", 25), 50)
    handle, said = it.locator("input"), it.locator("output")
    assert said.text_content() == "50 km"
    handle.press("ArrowRight")
    assert (said.text_content(), handle.get_attribute("aria-valuetext")) == ("75 km", "75 km")
    assert blank.handed == [75]
    blank.give("values", {"it": 400})
    assert (said.text_content(), handle.input_value()) == ("400 km", "400")
    blank.give("more", {"it": {"disabled": True}})
    assert handle.is_disabled()


def test_a_slider_without_unit_goes_in_steps_of_one(blank: Blank) -> None:
    it = blank.draw(controls.slider("Near", 0, 30))
    it.locator("input").press("ArrowRight")
    assert (blank.value, str(it.locator("output").text_content()).strip()) == (1, "1")


def test_a_line_hands_over_what_is_typed_without_the_spaces_around_it(blank: Blank) -> None:
    field = blank.draw(controls.line("Who?")).locator("input")
    field.press_sequentially(" a b ")
    assert blank.handed == [None, "a", "a", "a b", "a b"]
    assert field.input_value() == " a b ", "what is being typed stays as it is"
    blank.give("values", {"it": "c"})
    assert field.input_value() == "c"
    field.fill("  ")
    assert blank.value is None
    blank.give("more", {"it": {"disabled": True}})
    assert field.is_disabled()


def test_a_box_beside_a_field_stands_for_there_is_none(blank: Blank) -> None:
    it = blank.draw(controls.number("How many?", BLANK))
    field, box = it.get_by_label("How many?"), it.get_by_label(BLANK[1])
    field.fill("7")
    box.check()
    assert (blank.handed, field.is_disabled()) == (["7", BLANK[0]], True)
    assert field.input_value() == "", "a number that is not given is not shown"
    box.uncheck()
    assert (blank.value, field.is_enabled()) == (None, True)
    blank.give("values", {"it": BLANK[0]})
    assert (box.is_checked(), field.is_disabled()) == (True, True)
    blank.give("values", {"it": "7"})
    assert (box.is_checked(), field.is_disabled(), field.input_value()) == (False, False, "7")


def test_without_such_a_box_no_value_stands_for_it(blank: Blank) -> None:
    field = blank.draw(controls.number("How many?")).locator("input")
    blank.give("values", {})
    assert (field.input_value(), field.is_enabled()) == ("", True)


def test_a_text_is_handed_over_when_the_learner_looks_up(blank: Blank) -> None:
    field = blank.draw(controls.text("Why?", "Write.", 2)).locator("textarea")
    field.press_sequentially("so ")
    blank.wait(200)
    assert blank.handed == []
    field.press_sequentially("it")
    blank.give("values", {"it": "older"})
    blank.wait(200)
    assert (blank.handed, field.input_value()) == ([], "so it"), "what is being typed stays"
    blank.wait(1000)
    assert blank.handed == ["so it"], "once, and with its spaces"
    blank.give("values", {"it": "newer"})
    assert field.input_value() == "newer"


def test_a_text_is_handed_over_when_the_learner_goes_on(blank: Blank) -> None:
    field = blank.draw(controls.text("Why?")).locator("textarea")
    field.press_sequentially(" so ")
    field.press("Tab")
    assert blank.handed == [" so "]
    blank.wait(2000)
    field.focus()
    field.press("Tab")
    assert blank.handed == [" so "], "nothing is handed over twice"
    assert field.get_attribute("rows") == "3"


def test_a_text_without_hint_or_rows_is_one_line_high(blank: Blank) -> None:
    blank.show_part({"kind": "text", "label": "Why?"})
    field = blank.page.locator("textarea")
    assert (field.get_attribute("rows"), field.get_attribute("placeholder"), field.input_value()) == ("1", "", "")


def test_a_button_counts_its_presses_and_never_goes_back(blank: Blank) -> None:
    it = blank.draw(controls.button("Next"))
    it.click()
    it.click()
    assert blank.handed == [1, 2]
    blank.give("values", {"it": 1})
    it.click()
    assert blank.value == 3
    blank.give("values", {"it": 7})
    it.click()
    assert blank.value == 8
    blank.give("values", {})
    it.click()
    assert blank.value == 9


def test_a_button_that_nobody_has_pressed_begins_to_count_at_one(blank: Blank) -> None:
    it = blank.draw(controls.button("Next"))
    blank.give("values", {})
    it.click()
    assert blank.value == 1


def test_a_button_that_can_be_pressed_no_more_keeps_the_keyboards_place(blank: Blank) -> None:
    it = blank.draw(controls.button("Next"))
    it.focus()
    blank.give("more", {"it": {"label": "Done", "disabled": True}})
    assert has_focus(it)
    assert it.text_content() == "Done"
    assert it.get_attribute("aria-disabled") == "true"
    it.press("Enter")
    assert blank.handed == []


def test_arrow_keys_stay_with_the_control_and_escape_leads_back_to_the_cell(blank: Blank) -> None:
    blank.run(
        "() => document.body.insertAdjacentHTML('afterbegin', '<div class=jp-Cell tabindex=-1><p id=in-it></p></div>')"
    )
    blank.run(
        "() => document.addEventListener('keydown', ({ key }) => (window.heard = [...(window.heard ?? []), key]))"
    )
    blank.show(Panel([Part("it", controls.line("Who?"))]), place="#in-it")
    field = blank.page.locator("input")
    field.focus()
    assert field.get_attribute("data-lm-suppress-shortcuts") == "true"
    field.press("a")
    assert has_focus(field)
    field.press("Escape")
    assert has_focus(blank.page.locator(".jp-Cell"))
    assert blank.run("() => window.heard") == ["a"], "whatever else Escape would do is not done"


def test_escape_is_harmless_where_there_is_no_cell(blank: Blank) -> None:
    field = blank.draw(controls.line("Who?")).locator("input")
    field.press("Escape")
    assert has_focus(field)
