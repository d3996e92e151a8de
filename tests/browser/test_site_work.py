"""Work of one's own on the site: a text at the desk, a case that is brought along, two kernels, a page that is loaded again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from course.desk import keeping
from course.teach.kit.new import new
from tests.browser.on_site import (
    HOLD_PYTHON,
    SHORT,
    add_cell,
    answer,
    download,
    explorers_answer,
    is_right,
    listed,
    make_folder,
    upload,
    wait_until_kept,
)
from tests.browser.parts import says
from tests.browser.test_coding_desk import REPORT, choose, drag_over
from tests.desk.samples import TEXT

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator

    from tests.browser.site import InBrowser

pytestmark = pytest.mark.timeout(900)  # the first of them waits until the site is made
CODING, OTHER = "08_code_your_own.ipynb", "04_who_says.ipynb"
DAY = date(2022, 2, 4)
SHOWN = "() => jupyterapp.shell.currentWidget.node.textContent"
WIDGETS = """async () => {
    const { kernel } = jupyterapp.shell.currentWidget.sessionContext.session;
    const { content } = await kernel.requestCommInfo({ target_name: 'jupyter.widget' });
    return Object.keys(content.comms).length;
}"""
STATUS = "() => jupyterapp.shell.currentWidget.sessionContext.session.kernel.status"


def still(window: InBrowser) -> Locator:
    """Return what of the lesson in front has no Python behind it."""
    return window.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .btl-still")


def own_desk(window: InBrowser) -> Locator:
    """Return the desk with the learner's own text."""
    return window.page.locator(".btl-page").filter(has_text="crossed the river")


def test_a_text_is_coded_kept_and_taken_along_and_what_has_no_alpha_says_so(visitor: InBrowser, tmp_path: Path) -> None:
    visitor.run(CODING)
    explorers_answer(visitor, CODING)
    page = visitor.page
    says(page.locator(".jp-Notebook"), "on a computer of your own the course tells it")
    page.get_by_role("textbox", name="The text", exact=True).fill(TEXT)
    page.get_by_role("button", name="Take this text").click()
    expect(own_desk(visitor).get_by_role("textbox", name=REPORT)).to_be_visible()
    drag_over(visitor, own_desk(visitor), 1, "More than 100")
    choose(own_desk(visitor), status="present", measure="strength", stock_or_flow="stock", voice="own voice")
    own_desk(visitor).get_by_role("button", name="Save as a case").click()
    says(own_desk(visitor), "Saved as a case.")
    visitor.save_and_load_anew()
    add_cell(visitor, "import course\n\ncourse.explore.coding_desk()")
    says(own_desk(visitor), "Your coding is as you left it: 1 row.")
    add_cell(visitor, 'print(course.charts.how_many(course.load("coding-my-report/case")).text)')
    says(page.locator(".jp-OutputArea-output").last, "soldiers (paragraph 1): at least 101")
    add_cell(visitor, "import plotly.express\nplotly.express.bar(x=[1, 2], y=[3, 4])")
    expect(page.locator(".jp-Cell .js-plotly-plot").last).to_be_visible()
    assert visitor.failures() == []
    listed(visitor, "coding-my-report").dblclick()
    name = page.locator(".jp-DirListing-itemName", has_text=keeping.END).inner_text()
    taken = keeping.read(download(visitor, name, tmp_path))
    assert [row.wording for row in taken.coding.rows] == ["More than 100"]


def test_a_case_of_ones_own_is_brought_along_and_drawn(visitor: InBrowser, tmp_path: Path) -> None:
    text = tmp_path / "river.txt"
    text.write_text(TEXT, encoding="utf-8")
    new(tmp_path / "my-river", text=text, written=(DAY, DAY))
    visitor.page.goto(f"http://localhost:{visitor.port}/lab/index.html")
    upload(visitor, tmp_path / "my-river.ipynb")
    make_folder(visitor, "my-river")
    upload(visitor, *sorted((tmp_path / "my-river").iterdir()))
    visitor.open_beside("my-river.ipynb")
    visitor.run_all()
    says(visitor.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)"), "soldiers (paragraph 1): at least 101")
    assert download(visitor, "counts.csv", tmp_path).read_bytes() == (tmp_path / "my-river/counts.csv").read_bytes()


def test_a_page_that_is_loaded_again_is_as_it_was_before_python_is_there(visitor: InBrowser) -> None:
    visitor.run(SHORT)
    answer(visitor, "0.1")
    visitor.page.add_init_script(f"({HOLD_PYTHON})()")
    visitor.save()
    visitor.page.reload()
    is_right(visitor, "0.1")
    says(visitor.page.locator(".jp-Notebook"), "Asleep. Your answers are kept.")
    assert "Loading widget" not in visitor.page.evaluate(SHOWN)
    assert visitor.page.evaluate(STATUS) == "unknown", "its Python is held back"
    assert visitor.page.evaluate(WIDGETS) == 0
    visitor.page.evaluate("() => letPythonStart()")
    visitor.wait_for_kernel()
    visitor.page.get_by_role("button", name="▶▶ Run all cells").click()
    expect(still(visitor)).to_have_count(0)
    is_right(visitor, "0.1")


def test_two_kernels_of_one_window_and_a_lesson_that_is_closed_and_opened(visitor: InBrowser) -> None:
    visitor.run(SHORT)
    visitor.open_beside(OTHER)
    visitor.run_all()
    answer(visitor, "4.1")
    visitor.open_beside(SHORT)
    answer(visitor, "0.1")
    wait_until_kept(visitor, "0.1", "4.1")
    visitor.save()
    visitor.page.evaluate("() => { jupyterapp.commands.execute('application:close'); }")
    expect(visitor.page.locator(".jp-NotebookPanel")).to_have_count(1)
    visitor.open_beside(SHORT)
    is_right(visitor, "0.1")
    expect(still(visitor)).to_have_count(0)
    assert visitor.page.evaluate(WIDGETS) > 0, "its kernel has gone on"
    visitor.restart_kernel()
    says(visitor.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)"), "Python was started anew.")
    visitor.run_all_again()
    is_right(visitor, "0.1")
    expect(still(visitor)).to_have_count(0)
