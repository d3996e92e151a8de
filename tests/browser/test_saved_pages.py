"""A notebook in which everything was used stays small, and nbconvert makes a page of it with all pictures and words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbconvert import HTMLExporter
from playwright.sync_api import expect

from tests.browser.lab import PATIENCE, Lab

if TYPE_CHECKING:
    from playwright.sync_api import Browser


pytestmark = pytest.mark.own_page
LARGEST = 1_000_000
"""Bytes of the heaviest notebook, saved after everything in it was used."""
STATE = "application/vnd.jupyter.widget-state+json"
USE_ALL = (Path(__file__).parent / "use_all.js").read_text(encoding="utf-8")


def use_all(lab: Lab) -> None:
    """Use all that stands on the page, cell by cell: a notebook draws what is in sight."""
    cells = lab.page.evaluate("() => jupyterapp.shell.currentWidget.content.widgets.length")
    for cell in range(cells):
        lab.page.evaluate("cell => jupyterapp.shell.currentWidget.content.scrollToItem(cell, 'start')", cell)
        lab.page.wait_for_timeout(150)
        for page in lab.page.locator(f'.jp-Cell[data-windowed-list-index="{cell}"] .btl-page').all():
            page.evaluate(USE_ALL)


def draw_only_what_is_in_sight(lab: Lab) -> None:
    """Let the notebook be as one without the settings of the course: a cell out of sight has no place on the page."""
    lab.page.evaluate(
        """() => {
            const notebook = jupyterapp.shell.currentWidget.content;
            notebook.notebookConfig = { ...notebook.notebookConfig, windowingMode: 'full' };
        }"""
    )


def saved(lab: Lab, name: str) -> Path:
    """Save the notebook once each figure has its still, and return the file."""
    file = lab.folder / "notebooks" / name
    for _ in range(PATIENCE // 1000):
        lab.page.wait_for_timeout(1000)
        lab.page.evaluate("() => jupyterapp.commands.execute('docmanager:save').then(() => null)")
        lab.page.wait_for_function("() => !jupyterapp.shell.currentWidget.context.model.dirty")
        if all(state.get("still") for state in figures(file)):
            break
    return file


def states(file: Path) -> list[dict[str, Any]]:
    """Return the states of the widgets in a saved notebook."""
    widgets = nbformat.read(file, as_version=4).metadata["widgets"][STATE]["state"]
    return [each["state"] for each in widgets.values()]


def figures(file: Path) -> list[dict[str, Any]]:
    """Return the states of those that have a figure."""
    return [state for state in states(file) if state.get("drawn", "{}") != "{}"]


def html_of(file: Path) -> str:
    """Return the page that nbconvert makes of a notebook."""
    exporter = HTMLExporter()  # type: ignore[no-untyped-call]
    return str(exporter.from_filename(str(file))[0])


def words(text: str) -> str:
    """Return the words of some HTML."""
    return "".join(BeautifulSoup(text, "html.parser").get_text().split())


def test_the_heaviest_notebook_when_all_in_it_was_used(lab: Lab, browser: Browser, tmp_path: Path) -> None:
    name = "05_when_and_where.ipynb"
    lab.open(name)
    lab.run_all()
    use_all(lab)
    file = saved(lab, name)
    assert lab.said == []
    assert file.stat().st_size < LARGEST
    assert all(state["_esm"].startswith("const gz = ") for state in states(file) if "_esm" in state), "packed"
    drawn = figures(file)
    assert len(drawn) >= 3
    assert all(state["still"].startswith("<svg") for state in drawn)

    page = tmp_path / "page.html"
    page.write_text(html_of(file), encoding="utf-8")
    offline = browser.new_context(offline=True)
    shown = offline.new_page()
    shown.goto(page.as_uri())
    expect(shown.locator(".btl-printed svg.main-svg:visible")).to_have_count(len(drawn))
    text = words(shown.content())
    assert all(words(state.get("printed", "")) in text for state in states(file))
    offline.close()


CHANGE = """from course.figures.panel import FigurePanel
for panel in [each for each in FigurePanel.widgets.values() if isinstance(each, FigurePanel)]:
    panel.picture = {**panel.picture, "layout": {**panel.picture["layout"], "title": {"text": "Changed from code"}}}"""


def test_a_figure_out_of_sight_has_a_still_of_what_it_shows_now(lab: Lab) -> None:
    name = "03_how_many.ipynb"
    lab.open(name)
    draw_only_what_is_in_sight(lab)
    lab.run_all()
    told = "".join(stills_of(saved(lab, name)))
    assert "Whatyouaddup,andthesum" in told
    assert "MissioninRomaniathatFranceofferstolead" in told

    # The widgets are told by code, as by a cell that a learner writes; the page stays where it is.
    kernel = "jupyterapp.shell.currentWidget.sessionContext.session.kernel"
    lab.page.evaluate(f"code => {{ {kernel}.requestExecute({{ code }}); }}", CHANGE)
    for _ in range(PATIENCE // 1000):
        old = [still for still in stills_of(saved(lab, name)) if "Changedfromcode" not in still]
        if not old:
            break
    assert old == []
    assert lab.said == []


def stills_of(file: Path) -> list[str]:
    """Return the words of each still in a saved notebook, nothing where a figure has none."""
    return [words(state.get("still", "")) for state in figures(file)]
