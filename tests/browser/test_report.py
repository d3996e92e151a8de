"""The report of a class in a real browser: its switches, a page that renews itself, an attack."""

from __future__ import annotations

import json
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from course.teach.collect.report import to_html
from tests.browser.reports import faults, names_in, show
from tests.teach.collect.sample_report import sample
from tests.teach.collect.test_report import EMPTY, hostile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from course.teach.collect.class_report import ClassReport


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a browser that has no net; each error on it, and each thing it asks for, is kept."""
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 900})
    made = context.new_page()
    yield made
    context.close()


@pytest.mark.parametrize("width", [1280, 800])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_is_clean_for_axe_and_nothing_is_wider_than_the_window(
    page: Page, tmp_path: Path, width: int, theme: str
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    told = show(page, tmp_path, sample(30))
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    wide = "[...document.querySelectorAll('main *')].filter(each => each.scrollWidth > each.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(each).overflowX)).map(each => each.outerHTML.slice(0, 80))"
    assert page.evaluate(wide) == []
    assert faults(page) == []
    assert told == []


@pytest.mark.parametrize("learners", [0, 1, 3, 10_000])
def test_a_class_of_any_size_is_clean(page: Page, tmp_path: Path, learners: int) -> None:
    report = replace(sample(learners), missing=tuple(f"Missing {at}" for at in range(500))) if learners else EMPTY
    told = show(page, tmp_path, report)
    assert faults(page) == []
    page.click("#project-open")
    assert faults(page) == []
    assert page.locator("#project .slide:visible").count() == (learners > 3)
    assert told == []


def test_names_are_hidden_everywhere_and_stay_so_when_the_page_is_opened_again(page: Page, tmp_path: Path) -> None:
    report = sample(30)
    report = replace(report, written=(replace(report.written[0], text=f"I am {report.people[0].name}, ask ada."),))
    show(page, tmp_path, report)
    assert len(names_in(page, report)) > 30
    page.click("#hide")
    assert names_in(page, report) == []
    expect(page.locator("#written blockquote")).to_have_text("I am Learner 1, ask ada.")
    page.emulate_media(media="print")
    assert "Learner 1" in page.inner_text("body")
    page.emulate_media(media="screen")
    page.reload()
    expect(page.locator("#hide")).to_have_attribute("aria-pressed", "true")
    assert names_in(page, report) == []
    page.click("#hide")
    assert len(names_in(page, report)) > 30
    expect(page.locator("#written blockquote")).to_contain_text(report.people[0].name)


def test_without_a_script_names_are_shown_and_the_page_says_so(browser: Browser, tmp_path: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    (tmp_path / "report.html").write_text(to_html(sample(5)), encoding="utf-8")
    page.goto((tmp_path / "report.html").as_uri())
    expect(page.locator(".note")).to_contain_text("Names are shown")
    expect(page.locator("h1")).to_be_visible()
    assert page.locator("button:visible").count() == 0
    context.close()


def test_questions_are_put_in_order_by_a_switch_and_a_link_opens_one(page: Page, tmp_path: Path) -> None:
    show(page, tmp_path, sample(30))
    course = page.locator("#lines .badge").all_inner_texts()
    page.get_by_role("button", name="Fewest right first").click()
    shares = [int(text.split("\xa0")[0]) for text in page.locator("#lines .share").all_inner_texts()]
    assert shares == sorted(shares)
    expect(page.locator("#lines .heading:visible")).to_have_count(0)
    page.reload()
    expect(page.get_by_role("button", name="Fewest right first")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="In the course's order").click()
    assert page.locator("#lines .badge").all_inner_texts() == course
    page.locator("#people .facts a").first.click()
    expect(page.locator("#lines details[open]")).to_have_count(1)


def test_the_theme_is_the_computers_until_it_is_changed(page: Page, tmp_path: Path) -> None:
    page.emulate_media(color_scheme="dark")
    show(page, tmp_path, sample(3))
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) == "rgb(17, 20, 24)"
    page.click("#theme")
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    page.reload()
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    page.click("#theme")
    page.emulate_media(media="print")
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('.card')).backgroundColor") == "rgb(255, 255, 255)"


def test_nothing_that_a_learner_wrote_runs(page: Page, tmp_path: Path) -> None:
    page.add_init_script("window.trapped = 0; window.trap = () => { window.trapped += 1; };")
    told = show(page, tmp_path, hostile(), live="")
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    for button in ("#hide", "#hide", "#project-open"):
        page.click(button)
    page.keyboard.press("r")
    assert page.evaluate("window.trapped") == 0
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 1
    assert faults(page) == []
    assert told == []
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=trap()>')")
    page.wait_for_timeout(200)
    assert page.evaluate("window.trapped") == 0, "the page's policy stops even what comes into it later"


def test_a_block_is_copied(page: Page, tmp_path: Path) -> None:
    show(page, tmp_path, sample(30))
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    page.locator("#unforeseen summary").first.click()
    page.locator("[data-copy]").first.click()
    expect(page.locator("#said")).to_have_text("Copied")
    assert page.evaluate("window.copied") == page.locator("#unforeseen pre").first.text_content()


class Renewing:
    """A small server that has a report, which can be changed."""

    def __init__(self, report: ClassReport) -> None:
        self.report, self.version = report, 1
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                state = self.path.startswith("/state")
                page = to_html(outer.report, live="/state?token=abc")
                data = (json.dumps({"version": outer.version}) if state else page).encode()
                self.send_response(200 if self.path.endswith("token=abc") else 403)
                self.send_header("Content-Type", "application/json" if state else "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/report.html?token=abc"
        Thread(target=self.server.serve_forever, daemon=True).start()

    def renew(self, report: ClassReport) -> None:
        """Have another report."""
        self.report, self.version = report, self.version + 1

    def stop(self) -> None:
        """Stop it."""
        self.server.shutdown()
        self.server.server_close()


def test_a_page_that_is_served_renews_itself_and_keeps_what_is_open_hidden_and_in_sight(browser: Browser) -> None:
    served = Renewing(sample(20))
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(served.address)
    expect(page.locator("#live")).to_have_text("Renews itself")
    page.click("#hide")
    page.get_by_role("button", name="Fewest right first").click()
    page.locator("#q-3\\.5 summary").click()
    page.locator("#in summary").click()
    page.locator("#q-3\\.5").scroll_into_view_if_needed()
    top = "document.getElementById('q-3.5').getBoundingClientRect().top"
    before = page.evaluate(top)
    served.renew(sample(21))
    expect(page.locator(".big")).to_contain_text("21 learners", timeout=15_000)
    assert names_in(page, served.report) == []
    assert page.locator("#q-3\\.5").get_attribute("open") is not None
    assert page.locator("#in").get_attribute("open") is not None
    expect(page.get_by_role("button", name="Fewest right first")).to_have_attribute("aria-pressed", "true")
    assert abs(page.evaluate(top) - before) < 400
    page.click("#project-open")
    served.renew(sample(22))
    page.wait_for_timeout(4000)
    expect(page.locator("#project")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".big")).to_contain_text("22 learners", timeout=15_000)
    served.stop()
    expect(page.locator("#live")).to_contain_text("the course was stopped", timeout=15_000)
    page.close()
