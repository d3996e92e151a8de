"""A teacher drops a class's files onto the page, by mouse or keyboard, and watches a folder while the class hands in."""

from __future__ import annotations

import json
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlparse

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from course.teach.collect import dropping, showing, uploads, watching
from course.teach.collect.dropping import Desk
from course.teach.collect.guarded import HOST
from course.teach.collect.job import Collector
from course.teach.collect.watching import Watch
from tests.teach.collect.served import visited
from tests.teach.collect.stand_in import NOT_JSON, StandIn, to_html

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

    from course.teach.collect.guarded import Guard

FOREIGN = "http://evil.example/"
DROP = """
([names, text]) => {
  const transfer = new DataTransfer();
  for (const name of names) transfer.items.add(new File([JSON.stringify({ name })], `${name}.json`));
  if (text) transfer.setData('text/plain', text);
  document.querySelector('main').dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
}
"""


@dataclass
class Open:
    """The page as a teacher has it open, what was said on its console, and whom it has asked."""

    page: Page
    guard: Guard
    desk: Desk
    collector: StandIn
    said: list[str] = field(default_factory=list)
    asked: set[str | None] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.add(urlparse(request.url).hostname))
        self.page.goto(self.guard.address)
        self.page.wait_for_url("**/")
        self.page.wait_for_load_state()
        expect(self.page.get_by_role("heading", name="Drop a folder, files or zip files")).to_be_visible()

    def drop(self, *places: Path) -> None:
        """Let go of files and folders over the page, as the system does it."""
        devices = self.page.context.new_cdp_session(self.page)
        data = {"items": [], "files": [str(place) for place in places], "dragOperationsMask": 1}
        for kind in ("dragEnter", "dragOver", "drop"):
            devices.send("Input.dispatchDragEvent", {"type": kind, "x": 400, "y": 300, "data": data})

    def results(self, learners: str) -> Locator:
        """Wait for what came of it."""
        heading = self.page.locator("#learners")
        expect(heading).to_have_text(learners)
        expect(heading).to_be_focused()
        return self.page.locator("#result")

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def violations(self) -> list[str]:
        found = Axe().run(self.page).response["violations"]
        wide = self.page.evaluate("document.documentElement.scrollWidth > innerWidth")
        return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]] + ["too wide"] * wide


@contextmanager
def opened(browser: Browser, root: Path, collector: StandIn, **how: object) -> Iterator[Open]:
    desk = Desk(root / "run", collector)
    context = browser.new_context(**how)  # type: ignore[arg-type]
    with visited(lambda guard: dropping.application(guard, desk)) as guard:
        made = Open(context.new_page(), guard, desk, collector)
        yield made
        assert made.said == []
        assert made.asked <= {HOST}
    context.close()


@pytest.fixture
def teacher(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    with opened(browser, tmp_path, StandIn()) as made:
        yield made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return lay(tmp_path / "class 9b", "Ada", "Ben", "deep/er/Cleo")


def lay(folder: Path, *names: str) -> Path:
    for name in names:
        place = folder / f"{name}.json"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(json.dumps({"name": place.stem}), encoding="utf-8")
    return folder


def test_a_folder_by_button_its_report_its_zip_and_its_end(teacher: Open, folder: Path, tmp_path: Path) -> None:
    (folder / "<img src=x onerror=alert(1)>.json").write_text("{", encoding="utf-8")
    page = teacher.page
    page.set_input_files("#of-folder", folder)
    teacher.results("3 learners, 4 files")
    expect(page.locator("#status")).to_contain_text("Done. 3 learners, 4 files. 1 file could not be read")
    expect(page.locator("#list")).to_have_text(f"class 9b/-img src=x onerror=alert(1)-.json{NOT_JSON}")
    with page.expect_popup() as popup:
        page.get_by_role("link", name="Open the report").click()
    expect(popup.value.get_by_text("Cleo")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download all as a zip file").click()
    download.value.save_as(tmp_path / "all.zip")
    assert "collected/report.html" in zipfile.ZipFile(tmp_path / "all.zip").namelist()
    teacher.button("Delete all from this computer").click()
    teacher.button("Delete all").click()
    expect(page.locator("#problem")).to_have_text("Deleted")
    expect(page.locator("#result")).to_be_hidden()
    assert [path for path in teacher.desk.root.rglob("*") if path.is_file()] == []


def test_a_folder_with_folders_is_dropped_and_more_is_added(teacher: Open, folder: Path, tmp_path: Path) -> None:
    teacher.drop(folder)
    teacher.results("3 learners, 3 files")
    assert teacher.collector.runs[-1] == ["class 9b/Ada.json", "class 9b/Ben.json", "class 9b/deep/er/Cleo.json"]
    late = lay(tmp_path / "late", "Dina")
    teacher.drop(late, late / "Dina.json")
    teacher.results("5 learners, 5 files")
    teacher.button("Begin anew").click()
    teacher.button("Keep it").click()
    expect(teacher.page.locator("#result")).to_be_visible()
    teacher.button("Begin anew").click()
    teacher.page.locator("#yes").click()
    expect(teacher.page.locator("#result")).to_be_hidden()
    teacher.drop(late)
    teacher.results("1 learner, 1 file")


def test_three_thousand_files_in_one_folder(teacher: Open, tmp_path: Path) -> None:
    names = [f"learner {number}" for number in range(3000)]
    teacher.drop(lay(tmp_path / "year", *names))
    expect(teacher.page.locator("#learners")).to_have_text("3,000 learners, 3,000 files", timeout=120_000)
    assert len(teacher.collector.runs[-1]) == 3000


def test_files_that_a_program_drops(teacher: Open) -> None:
    teacher.page.evaluate(DROP, [["Ada", "Ben"], ""])
    teacher.results("2 learners, 2 files")


def test_a_large_zip(teacher: Open, tmp_path: Path) -> None:
    with (tmp_path / "class.zip").open("wb") as file:
        file.truncate(300 * 10**6)
    teacher.page.set_input_files("#of-files", tmp_path / "class.zip")
    expect(teacher.page.locator("#learners")).to_have_text("0 learners, 1 file", timeout=60_000)
    assert (teacher.desk.uploads.files / "class.zip").stat().st_size == 300 * 10**6


def test_a_drop_with_no_file_says_so(teacher: Open, tmp_path: Path) -> None:
    (tmp_path / "empty" / "deep").mkdir(parents=True)
    problem = teacher.page.locator("#told")
    teacher.drop(tmp_path / "empty")
    expect(problem).to_contain_text("There is no file in what was dropped")
    expect(teacher.page.locator("#problem")).to_be_focused()
    teacher.page.evaluate(DROP, [[], "some text"])
    expect(problem).to_contain_text("Nothing to copy")
    expect(teacher.button("Choose a folder")).to_be_visible()


def test_one_that_is_not_taken_costs_none_of_the_others(
    teacher: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "LARGEST", 10**6)
    (folder / "film.mp4").write_bytes(b"x" * 2 * 10**6)
    teacher.drop(folder)
    teacher.results("3 learners, 3 files")
    expect(teacher.page.locator("#list")).to_contain_text("class 9b/film.mp4It is larger than 1 MB.")


def test_it_is_stopped_and_goes_on(browser: Browser, tmp_path: Path) -> None:
    slow = StandIn(slow=0.1)
    with opened(browser, tmp_path, slow) as teacher:
        teacher.drop(lay(tmp_path / "class", *(f"learner {number}" for number in range(60))))
        expect(teacher.page.locator("#doing")).to_have_text("Reading and judging the answers")
        expect(teacher.page.locator("#far")).to_contain_text("of 60 files")
        teacher.drop(tmp_path / "class")
        expect(teacher.page.locator("#status")).to_have_text("Wait until this is done, or press Stop.")
        teacher.button("Stop").click()
        expect(teacher.page.locator("#told")).to_contain_text("60 files are here.")
        expect(teacher.page.locator("#problem")).to_have_text("Stopped")
        teacher.page.reload()
        expect(teacher.page.locator("#told")).to_contain_text("60 files are here.")
        slow.slow = 0
        teacher.button("Collect what is here").click()
        teacher.results("60 learners, 60 files")


def test_a_program_that_has_ended_is_said(browser: Browser, tmp_path: Path, folder: Path) -> None:
    context = browser.new_context()
    desk = Desk(tmp_path / "run", StandIn())
    page = context.new_page()
    with visited(lambda guard: dropping.application(guard, desk)) as guard:
        page.goto(guard.address)
        expect(page.locator("#folder")).to_be_visible()
        page.wait_for_load_state("networkidle")
    page.set_input_files("#of-folder", folder)
    expect(page.locator("#told")).to_contain_text("The program behind this page does not answer.")
    context.close()


def test_by_keyboard_alone(teacher: Open, folder: Path) -> None:
    page = teacher.page
    page.keyboard.press("Tab")
    expect(teacher.button("Choose a folder")).to_be_focused()
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    chooser.value.set_files(folder)
    teacher.results("3 learners, 3 files")
    focused = []
    for _ in range(6):
        page.keyboard.press("Tab")
        focused.append(page.evaluate("document.activeElement.textContent"))
    assert focused == [
        "Open the report", "Download all as a zip file", "Choose a folder", "Choose files or zip files", "Begin anew",
        "Delete all from this computer",
    ]  # fmt: skip
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator("#result")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 800])
def test_it_can_be_read_in_every_state(browser: Browser, tmp_path: Path, folder: Path, scheme: str, width: int) -> None:
    (folder / f"{'broken' * 30}.json").write_text("{", encoding="utf-8")
    slow = StandIn(slow=0.5)
    with opened(browser, tmp_path, slow, color_scheme=scheme, viewport={"width": width, "height": 800}) as teacher:
        assert teacher.violations() == []
        teacher.drop(folder)
        expect(teacher.page.locator("#far")).to_contain_text("of 4 files")
        assert teacher.violations() == []
        teacher.results("3 learners, 4 files")
        assert teacher.violations() == []
        teacher.button("Delete all from this computer").click()
        assert teacher.violations() == []
        teacher.button("Delete all").click()
        expect(teacher.page.locator("#problem")).to_have_text("Deleted")
        assert teacher.violations() == []
        ink, paper = teacher.page.evaluate(
            "[getComputedStyle(document.querySelector('h1')).color, getComputedStyle(document.body).backgroundColor]"
        )
        assert (ink < paper) == (scheme == "light") or len(ink) != len(paper)


def test_a_page_from_elsewhere_can_lead_here_and_do_nothing_here(teacher: Open, folder: Path) -> None:
    teacher.drop(folder)
    teacher.results("3 learners, 3 files")
    other = teacher.page.context.new_page()
    other.route(
        FOREIGN, lambda route: route.fulfill(content_type="text/html", body=f"<a href='{teacher.guard.address}'>x</a>")
    )
    other.goto(FOREIGN)
    base = f"http://{HOST}:{teacher.guard.port}"
    for method, path in (("POST", "/anew"), ("POST", "/collect")):
        other.evaluate(
            "([url, method]) => fetch(url, { method, mode: 'no-cors', credentials: 'include' }).catch(() => 0)",
            [base + path, method],
        )
    assert teacher.desk.uploads.count == 3
    other.click("a")
    expect(other.locator("#learners")).to_have_text("3 learners, 3 files")
    assert "token" not in other.url


def test_a_hand_in_that_is_laid_into_the_folder_appears_on_the_open_page(
    browser: Browser, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "SECONDS", 0.2)
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
