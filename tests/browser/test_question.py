"""Every kind of question on the page: answered by keyboard alone, found again after a restart, clean for axe."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from course.questions.kinds import KINDS
from tests.browser.conftest import at_work
from tests.browser.lab import DARK, LIGHT, Lab
from tests.questions import samples

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Locator

    from tests.browser.server import Server
    from tests.browser.warm import Warm

SETUP = """\
from pathlib import Path
from course.questions import spec
from course.questions.ask import Asked
made = {each.id: each for each in spec.read_lesson(Path("../09_test.toml")).questions}
spec._of("09").update(made)"""
NUMBER_OF = {kind: f"9.{number}" for number, kind in enumerate(KINDS, start=1)}


def run(lab: Lab) -> Lab:
    """Run a notebook with a question of every kind from top to bottom."""
    (lab.folder / "09_test.toml").write_text(samples.file(*KINDS), encoding="utf-8")
    lab.write("kinds.ipynb", SETUP, *(f'Asked(made["{number}"])' for number in NUMBER_OF.values()))
    lab.open("kinds.ipynb")
    lab.run_all()
    return lab


@pytest.fixture
def page(lab: Lab) -> Lab:
    """A notebook with a question of every kind, which has run."""
    return run(lab)


@pytest.fixture(scope="module")
def asked(warm: Warm, running: Server) -> Iterator[Lab]:
    """One that has run once, for tests that leave alone what the next ones look at."""
    with at_work(warm, running) as lab:
        yield run(lab)


def form(page: Lab, kind: str) -> Locator:
    return page.question(NUMBER_OF[kind])


def test_every_kind_by_keyboard_alone_and_again_after_a_restart(page: Lab) -> None:
    keys = page.page.keyboard

    form(page, "number").get_by_label("Your answer").focus()
    keys.type("seven")
    keys.press("Enter")

    form(page, "choice").get_by_label("the call").focus()
    keys.press("ArrowDown")
    keys.press("Enter")

    form(page, "choices").get_by_label("the call").focus()
    for key in ("Space", "Tab", "Space", "Enter"):
        keys.press(key)

    form(page, "order").get_by_label("Move down: the call").focus()
    keys.press("Enter")
    keys.press("Enter")
    expect(form(page, "order").get_by_label("Move up: the call")).to_be_focused()
    keys.press("Tab")
    keys.press("Enter")

    form(page, "bounds").get_by_label("At least").focus()
    keys.type("5")
    form(page, "bounds").get_by_label("no limit above").focus()
    keys.press("Space")
    keys.press("Enter")

    form(page, "date").get_by_label("Your answer: day").focus()
    keys.type("2")
    expect(form(page, "date").get_by_label("Your answer: month")).to_have_value("2")  # February, as in the report
    expect(form(page, "date").get_by_text("Wednesday", exact=True)).to_be_visible()
    keys.press("Enter")

    form(page, "dates").get_by_label("First day: day").focus()
    keys.type("31")
    keys.press("Tab")
    keys.type("Jan")
    form(page, "dates").get_by_label("Last day: day").focus()
    keys.type("3")
    keys.press("Enter")

    form(page, "text").get_by_label("Your answer").focus()
    keys.type("Denies")
    keys.press("Enter")

    answered = [kind for kind in KINDS if kind != "table"]
    for kind in answered:
        expect(form(page, kind).get_by_text(f"{NUMBER_OF[kind]} ✓ right")).to_be_visible()
    assert page.said == []

    page.restart_kernel()
    page.run_all_again()
    for kind in answered:
        expect(form(page, kind).get_by_text(f"{NUMBER_OF[kind]} ✓ right")).to_be_visible()
    expect(form(page, "choice").get_by_label("the speech")).to_be_checked()
    expect(form(page, "choices").get_by_label("the meeting")).not_to_be_checked()
    expect(form(page, "order").locator("li span")).to_have_text(["the speech", "the meeting", "the call"])
    expect(form(page, "bounds").get_by_label("no limit above")).to_be_checked()
    expect(form(page, "dates").get_by_label("First day: month")).to_have_value("1")
    expect(form(page, "dates").get_by_label("Last day: day")).to_have_value("3")


def test_escape_leads_out_of_a_question_and_what_a_hint_says_is_in_sight(page: Lab) -> None:
    form(page, "number").get_by_label("Your answer").focus()
    page.press("Escape")
    assert page.page.evaluate("() => document.activeElement.classList.contains('jp-Cell')")
    page.page.set_viewport_size({"width": 1280, "height": 420})
    form(page, "number").get_by_role("button", name="Hint 1").click()
    expect(form(page, "number").get_by_text("Hint 1", exact=True)).to_be_in_viewport()
    page.press("Enter")
    last = form(page, "number").get_by_role("button", name="Hint 2 of 2")
    expect(last).to_be_disabled()
    expect(last).to_be_focused()


def test_every_control_has_a_label_and_the_verdict_is_told(asked: Lab) -> None:
    for field in asked.page.locator("form.btl-question :is(input, select)").all():
        assert field.evaluate("input => input.labels.length === 1 || Boolean(input.ariaLabel)")
    for kind in KINDS:
        expect(form(asked, kind).locator(".btl-said[role=status]")).to_have_count(3)  # hints, a solution, the verdict


def test_an_order_is_changed_by_dragging_and_says_the_new_place(asked: Lab) -> None:
    items = form(asked, "order").locator("li")
    before = items.locator("span").all_text_contents()
    items.first.scroll_into_view_if_needed()
    first, last = items.first.bounding_box(), items.last.bounding_box()
    assert first is not None
    assert last is not None
    asked.page.mouse.move(first["x"] + 150, first["y"] + first["height"] / 2)
    asked.page.mouse.down()
    asked.page.mouse.move(last["x"] + 150, last["y"] + last["height"] / 2, steps=12)
    asked.page.mouse.up()
    expect(items.locator("span")).to_have_text([*before[1:], before[0]])
    expect(form(asked, "order").get_by_text(f"“{before[0]}” is now {len(before)} of {len(before)}.")).to_be_visible()
    items.last.get_by_role("button", name="Move up").click()
    expect(
        form(asked, "order").get_by_text(f"“{before[0]}” is now {len(before) - 1} of {len(before)}.")
    ).to_be_visible()


def test_axe_finds_nothing_before_and_after_an_answer(asked: Lab) -> None:
    for theme in (DARK, LIGHT):
        asked.change_theme(theme)
        assert asked.violations() == []
    for kind in KINDS:
        form(asked, kind).get_by_role("button", name="Hint 1 of 2").click()
        expect(form(asked, kind).get_by_text("Hint 1 Look.")).to_be_visible()
        if kind != "table":
            form(asked, kind).get_by_role("button", name="Check").click()
            expect(form(asked, kind).get_by_text(f"{NUMBER_OF[kind]} ", exact=False).first).to_be_visible()
    for theme in (DARK, LIGHT):
        asked.change_theme(theme)
        assert asked.violations() == []
