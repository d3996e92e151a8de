"""What a learner does on the site for a browser alone, and what the browser keeps of it."""

from __future__ import annotations

import json
from base64 import b64decode
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from course.questions.spec import find
from tests.browser.test_answering import give
from tests.questions.examples import example_of

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator

    from tests.browser.site import InBrowser

SHORT = "00_start_here.ipynb"
KEPT = ".course-progress.json"
STORED = """(name) => new Promise((resolve, reject) => {
    const request = indexedDB.open('between-the-lines');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
        const found = request.result.transaction('files').objectStore('files').get(name);
        found.onsuccess = () => { request.result.close(); resolve(found.result ?? null); };
    };
})"""
HOLD_PYTHON = """() => {
    const Own = Worker;
    const held = new Promise((let_go) => { globalThis.letPythonStart = let_go; });
    globalThis.Worker = class extends Own {
        postMessage(...all) { held.then(() => super.postMessage(...all)); }
    };
}"""
"""A script that keeps a page's kernels from starting until `letPythonStart` is called."""
EXPLORER = ".btl-page:has(.btl-figure svg, .btl-digest):has(input, select)"
EXPLORERS = {"01": 1, "02": 1, "03": 1, "04": 1, "05": 2, "06": 2, "07": 1, "09": 3}
"""How many explorers a lesson shows with a picture or a text, by its number; the desk of 08 waits for a text."""


def kept(window: InBrowser) -> dict[str, dict[str, object]]:
    """Return what the browser keeps of a learner's answers, by question."""
    found = window.page.evaluate(STORED, KEPT)
    return json.loads(b64decode(found["content"]))["entries"] if found else {}


def wait_until_kept(window: InBrowser, *questions: str) -> None:
    for _ in range(100):
        if set(questions) <= set(kept(window)):
            return
        window.page.wait_for_timeout(100)
    assert set(questions) <= set(kept(window))


def answer(window: InBrowser, number: str, *, right: bool = True) -> None:
    """Give an answer to a question, and wait until it is judged."""
    question = find(number)
    form = window.question(number)
    given = question.kind.keep(question.accepted[0].answer)
    give(form, question, given if right else example_of(question.misconceptions[0].condition, question))
    expect(form.get_by_text(f"{number} {'✓ right' if right else '✗ not yet'}")).to_be_visible()


def is_right(window: InBrowser, number: str) -> None:
    """Look that a question shows the right answer that was given before."""
    expect(window.question(number).get_by_text(f"{number} ✓ right")).to_be_visible()


def add_cell(window: InBrowser, code: str) -> None:
    """Write a cell at the end of a notebook, and run it."""
    window.page.evaluate(
        """async (code) => {
            const { content } = jupyterapp.shell.currentWidget;
            content.activeCellIndex = content.widgets.length - 1;
            await jupyterapp.commands.execute('notebook:insert-cell-below');
            content.activeCell.model.sharedModel.setSource(code);
            jupyterapp.commands.execute('notebook:run-cell');
        }""",
        code,
    )
    window.page.wait_for_function("() => jupyterapp.shell.currentWidget.content.activeCell.model.executionCount")
    window.wait_for_kernel()


def upload(window: InBrowser, *files: Path) -> None:
    """Bring files into the folder that the list of files shows, by its button."""
    with window.page.expect_file_chooser() as chooser:
        window.page.get_by_role("button", name="Upload Files").click()
    chooser.value.set_files(files)
    for file in files:
        expect(listed(window, file.name)).to_be_visible()


def make_folder(window: InBrowser, name: str) -> None:
    """Make a folder in the list of files, by its button, and go into it."""
    window.page.get_by_role("button", name="New Folder").click()
    expect(window.page.locator(".jp-DirListing-editor")).to_be_focused()
    window.page.keyboard.type(name)
    window.page.keyboard.press("Enter")
    listed(window, name).dblclick()


def listed(window: InBrowser, name: str) -> Locator:
    """Return the name of a file or a folder in the list of files."""
    return window.page.locator(".jp-DirListing-itemName").get_by_text(name, exact=True)


def download(window: InBrowser, name: str, to: Path) -> Path:
    """Take a file along, by the menu of the list of files; return where it is then."""
    window.page.evaluate("() => jupyterapp.commands.execute('filebrowser:activate').then(() => null)")
    listed(window, name).click(button="right")
    with window.page.expect_download() as taken:
        window.page.get_by_role("menuitem", name="Download", exact=True).click()
    taken.value.save_as(to / taken.value.suggested_filename)
    return to / taken.value.suggested_filename


def explorers_answer(window: InBrowser, notebook: str) -> None:
    """Look that each figure of a lesson that has run is drawn, that its explorers are there, and that each answers."""
    expect(window.page.locator(".btl-figure:visible:not(:has(svg))")).to_have_count(0)
    explorers = window.page.locator(EXPLORER)
    expect(explorers).to_have_count(EXPLORERS.get(notebook[:2], 0))
    for explorer in explorers.all():
        explorer.scroll_into_view_if_needed()
        before = explorer.inner_text()
        _move(explorer)
        expect(explorer).not_to_have_text(before, use_inner_text=True)


def _move(explorer: Locator) -> None:
    """Set a control of an explorer to something else."""
    control = explorer.locator("input:not([disabled]):not(:checked), select:not([disabled])").first
    kind = control.evaluate("control => control.type")
    if kind in {"checkbox", "radio"}:
        control.click()
    elif kind == "range":
        control.focus()
        control.press("ArrowRight" if control.evaluate("each => each.value < each.max") else "ArrowLeft")
    elif kind == "select-one":
        chosen = control.evaluate("each => each.selectedIndex")
        control.select_option(index=0 if chosen else 1)
    else:
        control.fill("Ukraine")
        control.press("Enter")
