"""Measure the site for a browser alone, beside a bare JupyterLite with the same packages, in turn.

`python -m tests.benchmarks.site` prints a table; `--pyodide` as for `course browser`, `--rounds` says how often.
"""

from __future__ import annotations

import argparse
import json
import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from course.teach.browser import lock, packages, site
from course.teach.printing import QUIET
from tests.browser.server import CHROMIUM
from tests.browser.site import NO_OTHER_HOST, PYODIDE, InBrowser, Served, made, page_of, served

LESSON, BARE = "03_how_many.ipynb", "bare.ipynb"
CELL = "import anywidget, ipywidgets\nimport pandas as pd\nimport plotly.express as px\n\npx.bar(pd.DataFrame({'x': ['a', 'b'], 'y': [1, 2]}), x='x', y='y')"
RUNS = "() => ['busy', 'idle'].includes(jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status)"
"""True as soon as the kernel takes the first cell."""
CHART = {LESSON: ".btl-figure svg.main-svg", BARE: ".js-plotly-plot svg.main-svg"}


@dataclass
class Visit:
    """What one visit took: seconds to the kernel and to the first chart, and megabytes."""

    ready: float
    chart: float
    moved: float


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


def visit(window: InBrowser, where: Served, notebook: str) -> Visit:
    """Open a notebook, run all of it as soon as that can be chosen, and wait for its first chart."""
    where.moved.clear()
    began = time.monotonic()
    window.page.goto(f"{where.address}lab/index.html?path={notebook}")
    window.wait_for_notebook(notebook)
    window._choose("Run", "Run All Cells")
    window.page.wait_for_function(RUNS, polling=50)
    ready = time.monotonic() - began
    window.page.wait_for_selector(CHART[notebook], state="attached", timeout=180_000)
    return Visit(ready, time.monotonic() - began, sum(where.moved.values()) / 1e6)


def main(rounds: int, pyodide: str) -> None:
    """Measure, and print a table."""
    seen: dict[str, list[Visit]] = {"bare, first": [], "site, first": [], "site, second": []}
    with TemporaryDirectory() as scratch, sync_playwright() as playwright:
        ours = made(Path(scratch) / "ours", pyodide)
        theirs = bare(Path(scratch) / "bare", ours, pyodide)
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=[*QUIET, NO_OTHER_HOST])
        for _ in range(rounds):
            for name, folder, notebook in (("bare", theirs, BARE), ("site", ours, LESSON)):
                with served(folder) as where:
                    context = chromium.new_context()
                    seen[f"{name}, first"].append(visit(page_of(context, where), where, notebook))
                    if name == "site":
                        context.pages[0].wait_for_timeout(20_000)  # what is kept for the next visit
                        context.pages[0].close()
                        seen["site, second"].append(visit(page_of(context, where), where, notebook))
                    context.close()
        chromium.close()
    print("| visit | kernel ready (s) | first chart (s) | moved (MB) |\n|---|---|---|---|")  # noqa: T201 - what it is for
    for name, visits in seen.items():
        parts = [median(getattr(each, key) for each in visits) for key in ("ready", "chart", "moved")]
        print(f"| {name} | {parts[0]:.1f} | {parts[1]:.1f} | {parts[2]:.1f} |")  # noqa: T201 - as above
    pairs = zip(seen["site, first"], seen["bare, first"], strict=True)
    print(f"\nFirst chart, site to bare: {median(own.chart / other.chart for own, other in pairs):.2f}")  # noqa: T201 - as above


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pyodide", default=PYODIDE)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    main(asked.rounds, asked.pyodide)
