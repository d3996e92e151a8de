"""How soon the site for a browser alone draws its first chart, beside a bare JupyterLite with the same packages."""

from __future__ import annotations

import json
import shutil
import time
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from course.teach.browser import lock, packages, site
from course.teach.browser.packages import NotToBeHadError
from course.teach.printing import QUIET
from tests.benchmarks.row import NotHereError, Readings, Row, Sides, Trial, one
from tests.browser.lab import HOW_TO_GET_IT
from tests.browser.server import CHROMIUM
from tests.browser.site import NO_OTHER_HOST, PYODIDE, made, page_of, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.browser.site import InBrowser, Served

BARE_ONE = "a bare JupyterLite with the same packages"
FIRST = Row("site", "the site in a browser: first chart, cold", BARE_ONE, "s", 1.3)
AGAIN = Row("site-again", "the same at the second visit", BARE_ONE, "s", 1.3)
MOVED = Row("site-moved", "what is moved at the first visit", BARE_ONE, "MB", 1)
LESSON, BARE = "03_how_many.ipynb", "bare.ipynb"
CELL = "import anywidget, ipywidgets\nimport pandas as pd\nimport plotly.express as px\n\npx.bar(pd.DataFrame({'x': ['a', 'b'], 'y': [1, 2]}), x='x', y='y')"
SETTLES = 20_000
"""Milliseconds after which the browser has kept what it keeps for the next visit."""
CHART = {LESSON: ".btl-figure svg.main-svg", BARE: ".js-plotly-plot svg.main-svg"}


def bare(folder: Path, from_: Path, pyodide: str) -> Path:
    """Make a JupyterLite with the same packages as they come, nothing left out and nothing compiled."""
    found = packages.fetch(pyodide)
    shutil.copytree(from_, folder)
    beside = folder / site.PYODIDE
    whole = json.loads((beside / lock.NAME).read_text(encoding="utf-8"))
    for item in packages.used("core", "start", "later"):
        if item.name == "ipython":  # as it comes it needs the terminal's editor, which no page has a use for
            continue
        shutil.copyfile(found[item.file], beside / item.file)
        if item.file.endswith(".whl"):
            own = lock.Package(item.name, item.version, beside / item.file, item.imports, item.depends)
            whole["packages"][lock.key(item.name)] = own.as_data()
    (beside / lock.NAME).write_text(json.dumps(whole), encoding="utf-8")
    config = json.loads((folder / "jupyter-lite.json").read_text(encoding="utf-8"))
    options = config["jupyter-config-data"]["litePluginSettings"][site.KERNEL]["loadPyodideOptions"]
    options["packages"] = [name for name in options["packages"] if name != "between_the_lines"]
    (folder / "jupyter-lite.json").write_text(json.dumps(config), encoding="utf-8")
    for place in [*folder.rglob("*.gz")]:
        place.unlink()  # a plain server sends none
    cell: dict[str, object] = {
        "cell_type": "code",
        "id": "a",
        "metadata": {},
        "source": CELL,
        "outputs": [],
        "execution_count": None,
    }
    kernel = {"display_name": "Python", "language": "python", "name": "python"}
    notebook = {"cells": [cell], "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    (folder / "files" / BARE).write_text(json.dumps(notebook), encoding="utf-8")
    listed = folder / "api" / "contents" / "all.json"
    content = json.loads(listed.read_text(encoding="utf-8"))
    content["content"].append({**content["content"][0], "name": BARE, "path": BARE})
    listed.write_text(json.dumps(content), encoding="utf-8")
    return folder


def visit(window: InBrowser, where: Served, notebook: str) -> tuple[float, float]:
    """Open a notebook, and run all of it as soon as that can be chosen; return seconds to its first chart, and megabytes."""
    where.moved.clear()
    began = time.monotonic()
    window.page.goto(f"{where.address}lab/index.html?path={notebook}")
    window.wait_for_notebook(notebook)
    window._choose("Run", "Run All Cells")
    window.page.wait_for_selector(CHART[notebook], state="attached", timeout=180_000)
    return time.monotonic() - began, sum(where.moved.values()) / 1e6


@contextmanager
def sites() -> Iterator[Sides]:
    """Yield the site and the bare one, each visited for the first time by a browser that has nothing of it."""
    if CHROMIUM is None:
        raise NotHereError(HOW_TO_GET_IT)
    with TemporaryDirectory() as scratch, sync_playwright() as playwright:
        try:
            ours = made(Path(scratch) / "ours", PYODIDE)
        except NotToBeHadError as error:
            raise NotHereError(str(error)) from error
        theirs = bare(Path(scratch) / "bare", ours, PYODIDE)
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=[*QUIET, NO_OTHER_HOST])

        def visits(folder: Path, notebook: str) -> Readings:
            with served(folder) as where:
                context = chromium.new_context()
                first, moved = visit(page_of(context, where), where, notebook)
                context.pages[0].wait_for_timeout(SETTLES)
                context.pages[0].close()
                again, _ = visit(page_of(context, where), where, notebook)
                context.close()
            return one({FIRST.key: first, AGAIN.key: again, MOVED.key: moved})

        yield Sides(partial(visits, ours, LESSON), partial(visits, theirs, BARE))
        chromium.close()


TRIALS = (Trial((FIRST, AGAIN, MOVED), sites, rounds=3, is_long=True, is_warmed=False),)
