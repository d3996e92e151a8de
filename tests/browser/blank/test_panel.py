"""A panel: its parts in areas and rows, texts that change, and controls that sleep with Python."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.page.controls import button, line, slider, text
from course.page.panel import Panel, Part

if TYPE_CHECKING:
    from tests.browser.blank.blank import Blank

WORDS = {"words": "<details><summary>More</summary>Near.</details>", "told": "3 <of> 4"}


def panel() -> Panel:
    """A panel with two areas, a row and two kinds of text."""
    return Panel(
        [
            Part("near", slider("How near?", 0, 400, "km")),
            Part("back", button("Back"), row="steps"),
            Part("on", button("Next"), row="steps"),
            Part("more", button("More"), "under", row="steps"),
            Part("words", "html", "under"),
            Part("told", "status"),
        ],
        html=WORDS,
    )


def test_parts_stand_in_their_areas_and_rows(blank: Blank) -> None:
    blank.show(panel())
    body = blank.page.locator(".btl-page > div")
    assert body.get_attribute("class") == "btl-panel btl-has-left-under"
    assert body.evaluate("node => [...node.children].map(({ className }) => className)") == [
        "btl-area btl-left",
        "btl-area btl-under",
    ]
    left, under = body.locator("> div").all()
    names = "node => [...node.children].map(({ className }) => className)"
    assert left.evaluate(names) == ["btl-line", "btl-row", "btl-status"]
    assert left.locator(".btl-row").evaluate("node => [...node.children].map(({ dataset }) => dataset.name)") == ["back", "on"]  # fmt: skip
    assert under.evaluate(names) == ["btl-row", "btl-text btl-words"]
    assert under.locator(".btl-row button").text_content() == "More"


def test_a_text_is_drawn_anew_only_where_it_changes(blank: Blank) -> None:
    blank.show(panel())
    words, told = blank.page.locator(".btl-words"), blank.page.get_by_role("status").nth(1)
    words.locator("summary").click()
    assert told.text_content() == "3 <of> 4"
    blank.give("html", {**WORDS, "told": "4 of 4"})
    assert words.locator("details[open]").count() == 1, "what was unfolded stays so"
    assert told.text_content() == "4 of 4"
    blank.give("html", {"words": "<b>Far.</b>"})
    assert (words.inner_html(), told.text_content()) == ("<b>Far.</b>", "")
    blank.give("html", {})
    assert words.inner_html() == ""


def test_a_status_line_is_told_and_a_text_is_not(blank: Blank) -> None:
    blank.show(panel())
    assert blank.page.locator(".btl-status").get_attribute("role") == "status"
    assert blank.page.locator(".btl-words").get_attribute("role") is None


def test_a_control_changes_its_own_value_and_no_other(blank: Blank) -> None:
    blank.show(panel())
    blank.page.get_by_label("How near?").press("ArrowRight")
    blank.page.get_by_text("Next").click()
    saved = blank.run("() => lab.views[0].model.saved.map(({ values }) => values)")
    assert saved == [{"near": 1, "back": 0, "on": 0, "more": 0}, {"near": 1, "back": 0, "on": 1, "more": 0}]
    blank.wait(5000)
    assert len(blank.run("() => lab.views[0].model.saved")) == 2


def test_two_views_of_a_panel_show_the_same(blank: Blank) -> None:
    blank.show(panel())
    blank.run("() => lab.view(lab.views[0])")
    first, second = blank.page.get_by_label("How near?").all()
    first.press("ArrowRight")
    assert second.input_value() == "1"


def test_a_control_is_made_anew_only_where_something_of_it_changes(blank: Blank) -> None:
    it = blank.draw(button("Next"), label="Go on")
    assert it.text_content() == "Go on"
    it.evaluate("node => (node.textContent = 'as it was')")
    blank.give("more", {"it": {"label": "Go on"}, "other": {"label": "Back"}})
    assert it.text_content() == "as it was"
    blank.give("more", {"other": {}})
    assert it.text_content() == "Next"


def test_typed_text_waits_and_a_line_does_not(blank: Blank) -> None:
    blank.show(Panel([Part("it", text("Why?")), Part("who", line("Who?"))]))
    blank.page.get_by_label("Why?").press_sequentially("so")
    blank.page.get_by_label("Who?").press_sequentially("a")
    saved = blank.run("() => lab.views[0].model.saved.map(({ values }) => [values.it, values.who])")
    assert saved == [["so", None], ["so", "a"]]


def test_what_can_be_used_sleeps_with_python_and_texts_do_not(blank: Blank) -> None:
    blank.show(panel())
    blank.wait(800)
    inert = (
        "() => [...document.querySelectorAll('.btl-line, .btl-row, .btl-status, .btl-words')].map(({ inert }) => inert)"
    )
    assert blank.run(inert) == [False] * 5
    blank.run("() => lab.turn('dead')")
    assert blank.run(inert) == [True, True, False, True, False]
    blank.run("() => lab.turn('idle')")
    assert blank.run(inert) == [False] * 5
    blank.run("() => { lab.views[0].stop(); lab.turn('dead'); }")
    blank.wait(5000)
    assert blank.run(inert) == [False] * 5, "a view that is gone is not looked after"


def test_a_group_of_options_sleeps_too(blank: Blank) -> None:
    blank.show_part({"kind": "one", "label": "Hue", "options": [["r", "red"]]})
    blank.run("() => lab.turn('dead')")
    blank.wait(800)
    assert blank.page.locator(".btl-group").evaluate("node => node.inert")


def test_what_python_has_not_heard_of_stays_in_its_control_and_in_order(blank: Blank) -> None:
    blank.show(panel())
    blank.run("() => (lab.views[0].model.isBusy = true)")
    near = blank.page.get_by_label("How near?")
    near.press("ArrowRight")
    near.press("ArrowRight")
    blank.page.get_by_text("Next").click()
    blank.page.get_by_text("Next").click()
    touched = [[2, "near", 2], [3, "on", 1], [4, "on", 2]]
    assert [row[1:] for row in blank.run("() => lab.views[0].model.get('touched')")] == [row[1:] for row in touched]
    blank.give("values", {"near": 0, "back": 0, "on": 0, "more": 0})
    assert near.input_value() == "2", "what Python says of older touches comes later"
