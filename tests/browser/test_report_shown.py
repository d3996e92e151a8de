"""The report of a class on a projector and on paper: every answer fits, one page is one page, nothing is cut."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from course.questions.spec import questions
from course.teach.collect import slides
from course.teach.collect.class_report import Given
from tests.browser.reports import faults, names_in, show
from tests.teach.collect.sample_report import sample, say, wrong_answers
from tests.teach.collect.test_report import EMPTY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

PROJECTOR = {"width": 1024, "height": 768}
A_PAGE = re.compile(rb"/Type\s*/Page\b")
TOO_LONG = """() => [...document.querySelectorAll('#project .slide:not([hidden]) > *')]
    .filter(each => each.scrollHeight > each.clientHeight + 1).map(each => each.className + ': ' + each.scrollHeight + ' > ' + each.clientHeight)"""
"""A script that returns the columns of the answer in sight that have to be scrolled."""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a browser that has no net; each error on it, and each thing it asks for, is kept."""
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 900})
    made = context.new_page()
    yield made
    context.close()


def test_every_foreseen_answer_of_the_course_fits_on_a_projector_before_and_after_the_vote(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slides, "MOST", 999)
    every = [
        Given(question.id, answer, say(question.id, answer), 5, name, reply)
        for question in questions().values()
        for answer, name, reply in wrong_answers(question)
    ]
    show(page, tmp_path, replace(sample(3), answers=tuple(every)))
    page.set_viewport_size({"width": PROJECTOR["width"], "height": PROJECTOR["height"]})
    page.click("#project-open")
    many = page.locator("#project .slide").count()
    assert many > 100
    found = []
    for _ in range(many):
        found += page.evaluate(TOO_LONG)
        page.keyboard.press("r")
        found += page.evaluate(TOO_LONG)
        page.keyboard.press("ArrowRight")
    assert found == []


def test_a_projector_shows_no_names_in_letters_that_the_last_row_reads(page: Page, tmp_path: Path) -> None:
    report = sample(30)
    show(page, tmp_path, report)
    page.set_viewport_size({"width": PROJECTOR["width"], "height": PROJECTOR["height"]})
    page.click("#project-open")
    assert names_in(page, report) == []
    for _ in range(page.locator("#project .slide").count()):
        sizes = page.locator("#project .slide:visible :is(h2, .answer, .passage p, .label)").evaluate_all(
            "all => all.map(each => parseFloat(getComputedStyle(each).fontSize))"
        )
        assert min(sizes) >= 19
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    expect(page.locator("#project")).to_be_hidden()
    assert names_in(page, report) == []


def test_a_vote_is_counted_by_keys_and_by_buttons_and_each_answer_has_its_own(page: Page, tmp_path: Path) -> None:
    show(page, tmp_path, sample(30))
    page.focus("#project-open")
    page.keyboard.press("Enter")
    hands = page.locator("#project .slide:visible output")
    expect(page.locator("#project-at")).to_have_text(re.compile("^1 of "))
    for key in ("+", "+", "ArrowDown", "+", "-", "-", "3", "3"):
        page.keyboard.press(key)
    expect(hands).to_have_text(["2", "0", "2", "0"])
    page.get_by_role("button", name="One hand more: I can't decide yet").click()
    expect(hands).to_have_text(["2", "0", "2", "1"])
    assert faults(page) == []
    page.keyboard.press("ArrowRight")
    expect(hands).to_have_text(["0", "0", "0", "0"])
    page.keyboard.press("ArrowLeft")
    expect(hands).to_have_text(["2", "0", "2", "1"])
    expect(page.locator("#project .reveal:visible")).to_have_count(0)
    page.get_by_role("button", name="Show the right reading").click()
    expect(page.locator("#project .reveal:visible")).to_contain_text("Hands: fits the text: 2")
    expect(page.locator("#project .reveal:visible")).to_contain_text("A right reading")
    assert faults(page) == []


@pytest.mark.parametrize(
    ("learners", "numbers"),
    [(0, ()), (3, ("03",)), (30, ("00", "03", "04")), (10_000, tuple(f"{at:02}" for at in range(10)))],
)
def test_the_one_page_is_one_page_and_nothing_on_it_is_cut(
    page: Page, tmp_path: Path, learners: int, numbers: tuple[str, ...]
) -> None:
    names = tuple(f"Maximiliane Konstantinopoulou {at}" for at in range(400))
    report = replace(sample(learners, numbers=numbers), missing=names) if learners else EMPTY
    show(page, tmp_path, report)
    page.evaluate("window.print = () => { window.printed = document.body.className; }")
    page.click("#one-page")
    assert page.evaluate("window.printed") == "one-page"
    assert len(A_PAGE.findall(page.pdf(prefer_css_page_size=True))) == 1
    page.click("#one-page")  # printing has ended it
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 703, "height": 1000})
    height, room = page.locator(".sheet").evaluate("each => [each.scrollHeight, each.clientHeight]")
    assert 0 < height <= room + 1
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".sheet")).to_be_hidden()


def test_a_wall_can_be_the_whole_screen(page: Page, tmp_path: Path) -> None:
    show(page, tmp_path, sample(30))
    page.click("#project-open")
    page.click("#full")
    page.wait_for_function("document.fullscreenElement !== null")
    in_sight = "!!document.elementFromPoint(innerWidth / 3, innerHeight / 3)?.closest('.slide')"
    assert page.evaluate(in_sight)
    page.keyboard.press("ArrowRight")
    expect(page.locator("#project-at")).to_have_text(re.compile("^2 of "))
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement === null")
    assert page.evaluate(in_sight)


def test_on_paper_no_row_is_cut_and_no_line_is_wider_than_the_page(page: Page, tmp_path: Path) -> None:
    show(page, tmp_path, sample(30))
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 703, "height": 1000})
    rows = page.locator("main :is(.lines > li:not(.heading), .monday, .given, tr, .facts > dd)")
    inside = rows.evaluate_all("all => all.map(each => getComputedStyle(each).breakInside)")
    assert len(inside) > 100
    assert set(inside) == {"avoid"}
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 703
    expect(page.locator(".tools")).to_be_hidden()
