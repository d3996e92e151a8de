"""The site for a browser alone, with every other host blocked: lessons run, answers are kept, files come and go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from course.questions.opening import NOT_KEPT
from course.teach.collect.collecting import collect
from course.teach.printing import QUIET
from tests.browser.on_site import (
    SHORT,
    STORED,
    add_cell,
    answer,
    download,
    explorers_answer,
    is_right,
    kept,
    wait_until_kept,
)
from tests.browser.parts import says
from tests.browser.server import CHROMIUM
from tests.browser.site import InBrowser, Served, page_of

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.timeout(900)  # the first of them waits until the site is made
LESSON, OTHER = "03_how_many.ipynb", "04_who_says.ipynb"
MOST_MOVED = 30_000_000
SECOND_VISIT = 1_000_000
AGE = """(name) => new Promise((resolve) => {
    const request = indexedDB.open('between-the-lines');
    request.onsuccess = () => {
        const files = request.result.transaction('files', 'readwrite').objectStore('files');
        files.get(name).onsuccess = ({ target: { result } }) => {
            result.content.metadata['between-the-lines'] = { edition: 'of last year' };
            files.put(result, name).onsuccess = () => { request.result.close(); resolve(); };
        };
    };
})"""


def test_a_lesson_runs_on_a_first_visit_and_a_second_one_fetches_next_to_nothing(
    visitor: InBrowser, site: Served
) -> None:
    site.moved.clear()
    visitor.run(LESSON)
    expect(visitor.page.locator(".btl-figure svg.main-svg").first).to_be_visible()
    first = dict(site.moved)
    assert sum(first.values()) < MOST_MOVED, sorted(first.items(), key=lambda each: -each[1])[:10]
    explorers_answer(visitor, LESSON)
    assert visitor.failures() == []
    visitor.page.wait_for_timeout(3000)
    site.moved.clear()
    again = page_of(visitor.page.context, site)
    visitor.page.close()
    again.open(LESSON)
    again.run_all_again()  # the first visit may have been long enough to be saved in the middle
    assert again.failures() == []
    second = dict(site.moved)
    assert sum(second.values()) < SECOND_VISIT, sorted(second.items(), key=lambda each: -each[1])[:10]


def test_two_windows_lose_no_answer_and_a_reload_shows_them(visitor: InBrowser, site: Served) -> None:
    visitor.run(SHORT)
    explorers_answer(visitor, SHORT)
    other = page_of(visitor.page.context, site)
    other.run(OTHER)
    explorers_answer(other, OTHER)
    answer(other, "4.1")
    answer(visitor, "0.1")
    answer(other, "4.2", right=False)
    wait_until_kept(visitor, "0.1", "4.1", "4.2")
    visitor.save_and_load_anew()
    visitor.run_all_again()
    is_right(visitor, "0.1")
    assert visitor.failures() == other.failures() == []


def test_a_hand_in_and_a_lesson_are_downloaded_and_collected(visitor: InBrowser, tmp_path: Path) -> None:
    visitor.run(SHORT)
    answer(visitor, "0.1")
    add_cell(visitor, "course.hand_in()")
    write = visitor.page.get_by_role("button", name="Write the file")
    panel = visitor.page.locator(".btl-page").filter(has=write)
    panel.get_by_label("Your name, or the code that your teacher gave you").fill("Zoë")
    write.click()
    with visitor.page.expect_download() as taken:
        panel.get_by_role("link", name="Download it").click()
    handed_in = tmp_path / "handed in"
    taken.value.save_as(handed_in / taken.value.suggested_filename)
    visitor.save()
    lesson = download(visitor, SHORT, tmp_path / "lessons")
    for inbox, name in ((handed_in, "Zoë"), (lesson.parent, lesson.stem)):
        collect(inbox, tmp_path / "collected" / name)
        tables = "".join(path.read_text("utf-8") for path in (tmp_path / "collected" / name).rglob("*.csv"))
        assert name in tables
        assert "0.1" in tables


def test_answers_are_saved_a_learner_begins_anew_and_they_come_back(visitor: InBrowser) -> None:
    visitor.run(SHORT)
    answer(visitor, "0.1")
    wait_until_kept(visitor, "0.1")
    add_cell(visitor, "course.save_progress()")
    add_cell(visitor, "course.begin_anew()")
    expect(visitor.question("0.1").get_by_text("0.1 ✓ right")).to_have_count(0)
    visitor.page.wait_for_timeout(6000)  # what was written over is looked after so long
    assert kept(visitor) == {}
    add_cell(visitor, 'course.restore_progress("my-progress.json")')
    wait_until_kept(visitor, "0.1")
    assert visitor.failures() == []


def test_answers_outlive_a_closed_browser_and_a_newer_lesson_comes_beside_the_old_page(
    site: Served, tmp_path: Path, browser: Browser
) -> None:
    chromium = browser.browser_type
    with chromium.launch_persistent_context(tmp_path / "profile", executable_path=CHROMIUM, args=list(QUIET)) as first:
        window = page_of(first, site)
        window.run(SHORT)
        answer(window, "0.1")
        wait_until_kept(window, "0.1")
        window.save()
        window.page.goto("about:blank")
        window.page.goto(f"{site.address}index.html")
        window.page.evaluate(AGE, SHORT)
    with chromium.launch_persistent_context(tmp_path / "profile", executable_path=CHROMIUM, args=list(QUIET)) as second:
        window = page_of(second, site)
        window.run(SHORT)
        is_right(window, "0.1")
        said = window.page.get_by_role("status").filter(has_text="There is a newer lesson")
        own = said.get_by_role("link").inner_text()
        assert own.startswith("00_start_here - yours until ")
        assert (
            window.page.evaluate(STORED, own)["content"]["metadata"]["between-the-lines"]["edition"] == "of last year"
        )
        said.get_by_role("link").click()
        window.wait_for_notebook(own)


def test_who_is_kept_nothing_is_told_so_and_takes_the_answers_along(
    site: Served, browser: Browser, tmp_path: Path
) -> None:
    arguments = [*QUIET, f"--host-resolver-rules=MAP school.test 127.0.0.1:{site.port}"]
    with browser.browser_type.launch(executable_path=CHROMIUM, args=arguments) as school:
        page = school.new_context(accept_downloads=True).new_page()
        page.goto("http://school.test/index.html")
        expect(page.locator("#kept")).to_contain_text("Your answers are not kept here")
        page.goto(f"http://school.test/lab/index.html?path={SHORT}")
        expect(page.locator(".btl-before")).to_contain_text("the address of this page begins with http:")
        page.locator(".btl-before").get_by_role("button", name="Close").click()
        window = InBrowser(page, site.port, site.folder)
        window.wait_for_notebook(SHORT)
        window.wait_for_kernel()
        window.run_all()
        says(page.locator(".jp-Notebook"), NOT_KEPT)
        answer(window, "0.1")
        add_cell(window, "course.save_progress()")
        with page.expect_download() as download:
            page.get_by_role("link", name="Download it").last.click()
        download.value.save_as(tmp_path / download.value.suggested_filename)
        window.restart_kernel()
        window.run_all_again()
        expect(window.question("0.1").get_by_text("0.1 ✓ right")).to_have_count(0)
        page.get_by_label("The file with your answers").set_input_files(tmp_path / "my-progress.json")
        says(page.locator(".jp-Notebook"), "1 answer restored from my-progress.json.")
        window.run_all_again()
        is_right(window, "0.1")
        assert window.failures() == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_sites_own_page_has_all_lessons_and_links_for_a_teacher(
    site: Served, shut: Browser, scheme: Literal["light", "dark"]
) -> None:
    context = shut.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(site.address)
    lessons = page.locator("ol a")
    expect(lessons).to_have_count(10)
    expect(page.locator("#kept")).to_contain_text("are kept in this browser")
    page.get_by_text("The links", exact=True).click()
    expect(page.locator("#links code").nth(3)).to_have_text(f"{site.address}lab/index.html?path={LESSON}")
    for width in (1280, 800, 400):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0
    assert Axe().run(page).response["violations"] == []
    context.close()
