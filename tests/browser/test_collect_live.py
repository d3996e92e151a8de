"""A teacher watches a folder while a class hands in: the open report renews itself."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlparse

from playwright.sync_api import expect

from course.teach.collect.collecting import collect
from course.teach.collect.served import showing, watching
from course.teach.collect.served.guarded import HOST
from course.teach.collect.served.job import Collector
from course.teach.collect.served.watching import ON_ITS_WAY, Watch
from course.teach.collect.told import report
from tests.teach.collect.made_class import make_class
from tests.teach.collect.stand_in import StandIn, lay, to_html
from tests.teach.collect.visits import visited

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from playwright.sync_api import Browser


def test_the_report_of_a_class_that_hands_in_renews_itself_and_stays_where_it_is_read(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "SECONDS", 0.2)
    make_class(tmp_path / "later", 8, asked=("3.1", "3.2", "3.3"))
    make_class(folder := tmp_path / "9b", 4, asked=("3.1", "3.2", "3.3"))
    watch = Watch(folder, tmp_path / "out", Collector(collect, report.to_html), lambda _: None)
    said: list[str] = []
    context = browser.new_context()
    with visited(lambda guard: showing.application(guard, watch), watch.go_on) as guard:
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.goto(guard.address)
        expect(page.locator("p.big")).to_have_text("4 learners, 4 files.")
        page.get_by_role("link", name="Hints, time, outcomes").click()
        far = page.evaluate("scrollY")
        for file in sorted((tmp_path / "later").iterdir())[4:]:
            file.rename(folder / file.name)
        expect(page.locator("p.big")).to_have_text("8 learners, 8 files.")
        assert page.evaluate("scrollY") > far / 2 > 100
        (folder / "half.json").write_text('{"form', encoding="utf-8")
        expect(page.locator("#content")).to_contain_text(ON_ITS_WAY)
        (folder / "half.json").unlink()
        expect(page.locator("#content")).not_to_contain_text(ON_ITS_WAY)
        folder.rename(tmp_path / "away")
        expect(page.locator("#content")).to_contain_text("9b (not there at the moment)")
        expect(page.locator("p.big")).to_have_text("8 learners, 8 files.")
        (tmp_path / "away").rename(folder)
        expect(page.locator("#content")).not_to_contain_text("(not there at the moment)")
    context.close()
    assert [text for text in said if "CONNECTION_REFUSED" not in text] == []


def test_a_hand_in_that_is_laid_into_the_folder_appears_on_the_open_page(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "SECONDS", 0.2)
    folder = lay(tmp_path / "class", "Cleo")
    watch = Watch(folder, folder.parent / "out", Collector(StandIn(), to_html), lambda _: None)
    asked = set()
    context = browser.new_context()
    with visited(lambda guard: showing.application(guard, watch), watch.go_on) as guard:
        page = context.new_page()
        page.on("request", lambda request: asked.add(urlparse(request.url).hostname))
        page.goto(guard.address)
        expect(page.get_by_text("Cleo")).to_be_visible()
        lay(folder, "Dina")
        expect(page.get_by_text("Dina")).to_be_visible()
        (folder / "Dina.json").unlink()
        expect(page.get_by_text("Dina")).to_be_hidden()
    context.close()
    assert asked == {HOST}
