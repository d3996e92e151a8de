"""A class whose misreadings are known, among all broken and hostile files at once: what the page counts, and that it runs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.questions.misreadings import misreadings
from course.teach.collect.collecting import collect
from tests.browser.reports import faults
from tests.teach.collect.hostile import ALL
from tests.teach.collect.made_class import make_class

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

TRAP = """
    Object.defineProperty(window, "trapped", { set() { document.title = "TRAPPED"; }, get: () => 0 });
    for (const name of ["alert", "open", "fetch"]) window[name] = () => { document.title = "TRAPPED"; };
"""


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a run wrote, of thirty hand-ins among all that is broken or hostile."""
    root = tmp_path_factory.mktemp("collected")
    make_class(root / "class" / "good", 30)
    for number, bad in enumerate(ALL):
        folder = root / "class" / f"{number:03}"
        folder.mkdir()
        bad.write(folder / bad.name)
    collect(root / "class", root / "out")
    return root / "out"


@pytest.fixture
def page(browser: Browser) -> Page:
    """A page that says in its title when something of a learner has run."""
    made = browser.new_page(viewport={"width": 1024, "height": 768})
    made.add_init_script(TRAP)
    return made


def test_the_page_counts_what_was_planted(page: Page, tmp_path: Path) -> None:
    planted = make_class(tmp_path / "class", 30)
    collect(tmp_path / "class", tmp_path / "out")
    page.goto((tmp_path / "out" / "report.html").as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    told = " ".join(page.locator("main").inner_text().split())
    for name, one in misreadings().items():
        if planted.met[name]:
            assert one.title in told
            assert f"{planted.met[name]} of {planted.could[name]}" in told, name
    page.close()


def test_nothing_of_a_hostile_file_runs_in_the_report_or_in_a_page_of_feedback(page: Page, collected: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: None if request.url.startswith("file:") else asked.append(request.url))
    pages = [collected / "report.html", *sorted((collected / "feedback").iterdir())]
    assert len(pages) > 30
    for each in pages:
        page.goto(each.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        assert page.title() != "TRAPPED", each.name
        assert page.locator("img, iframe, object, embed, [href^='javascript:']").count() == 0, each.name
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), each.name
    assert asked == []
    page.goto(pages[0].as_uri())
    assert faults(page) == []
    page.close()
