"""What a page costs in a real browser: the first chart, and explorers beside plotly's `FigureWidget`.

Each time it is a fresh page with a fresh kernel.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import nbformat
from playwright.sync_api import Error

from course.jupyter.lab import lay_notebooks
from tests.benchmarks.kernel import PLAIN
from tests.benchmarks.row import NotHereError, Readings, Row, Sides, Trial, one
from tests.browser.lab import HOW_TO_GET_IT, Lab
from tests.browser.server import CHROMIUM, chromium, server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import CDPSession, Page

MEGA = 1_000_000
COURSES, PLAINS = "python3", "plain"
"""The names of two kernels: as a learner has it, and without anything of the course."""
BARE = "four bare `FigureWidget`s with the same traces and words"
FIRST = Row(
    "first-chart", "first chart on the screen, fresh kernel, real browser", "plotly's own first figure", "s", 0.35
)
SLIDER = Row("slider", "slider to picture, real browser", "a bare `FigureWidget` with the same traces", "ms", 0.7)
MEMORY = Row("page-memory", "memory of a page with four explorers", BARE, "MB", 0.4)
MOVED = Row("moved", "what comes over the websocket for them", BARE, "MB", 0.2)
CHART = "import course\n\ncase = course.load()\ncourse.charts.how_many(case)"
PLOTLYS = "import pandas as pd\nimport plotly.express as px\n\npx.bar(pd.DataFrame({'force': ['a', 'b', 'c'], 'number': [1, 2, 3]}), x='number', y='force')"
LOADED = "import course\n\ncase = course.load()"
MAKE = """explorers = [
    course.explore.adding_machine(case, ["m2", "m7", "m9"], "usual"),
    course.explore.timeline(case), course.explore.places(case), course.explore.contacts(case),
]"""
SHOW = "from IPython.display import display\n\nfor explorer in explorers:\n    display(explorer)"
COMPUTED = """shown = []
for closeness in range(31):
    explorers[0].set(closeness=closeness / 100)
    shown.append((explorers[0].figure.to_plotly_json(), explorers[0].words))
others = [(explorer.figure, explorer.words) for explorer in explorers[1:]]
for explorer in explorers:
    explorer.widget.close()"""
"""What the bare widgets show is computed before anything is measured."""
SHOW_BARE = """import ipywidgets
import plotly.graph_objects as go
from IPython.display import display

figure, words = go.FigureWidget(shown[10][0]), ipywidgets.HTML(shown[10][1])
slider = ipywidgets.IntSlider(10, 0, 30, description="Closeness")

def change(event):
    new, words.value = shown[event["new"]]
    with figure.batch_update():
        for old, trace in zip(figure.data, new["data"]):
            old.update(trace)
        figure.layout.update(new["layout"])

slider.observe(change, "value")
display(ipywidgets.VBox([slider, figure, words]))
for other, said in others:
    display(ipywidgets.VBox([go.FigureWidget(other), ipywidgets.HTML(said)]))"""
DRAWN = "[...document.querySelectorAll('.js-plotly-plot .main-svg')].filter(svg => svg.clientWidth).length"
AFTER_PLOT = """() => {
    const plot = document.querySelector('.js-plotly-plot');
    window.took = new Promise((tell, fail) => {
        let start = 0;
        setTimeout(() => fail(new Error('the picture does not change')), 60000);
        document.addEventListener('pointerdown', () => { start = performance.now(); }, { capture: true, once: true });
        const drawn = () => start && requestAnimationFrame(() => tell(performance.now() - start));
        plot.on('plotly_afterplot', drawn);
    });
}"""
IDLE = """() => new Promise((tell) => requestIdleCallback(() =>
    tell([...document.querySelectorAll('.js-plotly-plot')].map((plot) => plot.innerHTML.length).join())))"""
"""A script that waits until the page has nothing to do, and tells how much is drawn."""
PLACES = (0.2, 0.7, 0.4)
"""Where the slider is clicked, as parts of its width."""
RUN_NEXT = "jupyterapp.commands.execute('notebook:run-cell-and-select-next')"
RUN = """async (number) => {
    const start = performance.now();
    jupyterapp.commands.execute('notebook:run-cell');
    while (drawn() < number) {
        if (performance.now() - start > 120000) throw new Error('the figures do not come');
        await new Promise((go) => setTimeout(go, 10));
    }
    return performance.now() - start;
}"""
"""A script that runs a cell, and stays there, until so many figures are drawn."""


def heap(client: CDPSession) -> float:
    """Return the megabytes that the page's heap holds on to."""
    client.send("HeapProfiler.collectGarbage")
    return float(client.send("Runtime.getHeapUsage")["usedSize"]) / MEGA


def drawn(page: Page, number: int) -> float:
    """Run the chosen cell; return the seconds until so many figures are drawn, by the page's own clock."""
    return float(page.evaluate(RUN.replace("drawn()", DRAWN), number)) / 1000


def size_of(frame: dict[str, Any]) -> int:
    """Return the bytes of a frame; one that is no text is told in base 64."""
    length = len(frame["payloadData"])
    return length * 3 // 4 if frame["opcode"] == 2 else length


def move(page: Page, track: str, place: float) -> float:
    """Click on the first slider, and return the milliseconds until the picture has changed."""
    slider = page.locator(track).first
    slider.scroll_into_view_if_needed()
    page.evaluate(AFTER_PLOT)
    box = slider.bounding_box()
    assert box
    page.mouse.click(box["x"] + place * box["width"], box["y"] + box["height"] / 2)
    took = float(page.evaluate("() => window.took"))
    page.wait_for_timeout(500)
    return took


def write(lab: Lab, name: str, *cells: str) -> None:
    """Write a notebook for the kernel of a name, and open it."""
    lab.write("bench.ipynb", *cells)
    file = lab.folder / "notebooks" / "bench.ipynb"
    notebook = nbformat.read(file, as_version=4)
    notebook.metadata["kernelspec"]["name"] = name
    nbformat.write(notebook, file)
    lab.open("bench.ipynb")


def first(name: str, cell: str, lab: Lab) -> Readings:
    """Return how long the first figure of a fresh kernel takes."""
    write(lab, name, cell)
    return one({FIRST.key: drawn(lab.page, 1)})


def explorers(before: str, cell: str, track: str, lab: Lab) -> Readings:
    """Return what four explorers take, once what stands before them has run."""
    write(lab, COURSES, before, cell)
    lab.page.evaluate(f"() => {RUN_NEXT}.then(() => null)")
    client = lab.page.context.new_cdp_session(lab.page)
    client.send("Network.enable")
    sizes: list[int] = []
    client.on("Network.webSocketFrameReceived", lambda event: sizes.append(size_of(event["response"])))
    empty = heap(client)
    drawn(lab.page, 4)
    settle(lab.page, sizes)
    received, memory = sum(sizes) / MEGA, heap(client) - empty
    slider = median(move(lab.page, track, place) for place in PLACES)
    return one({SLIDER.key: slider, MEMORY.key: memory, MOVED.key: received})


def settle(page: Page, sizes: list[int]) -> None:
    """Wait until for a while nothing more comes and nothing more is drawn: stills are made, and nothing moves any more."""
    before = None
    for _ in range(30):
        now = len(sizes), page.evaluate(IDLE)
        if now == before:
            return
        before = now
        page.wait_for_timeout(1500)


@contextmanager
def plain_kernel() -> Iterator[None]:
    """Let the server find a kernel that has nothing of the course."""
    with TemporaryDirectory() as scratch:
        place = Path(scratch, "kernels", PLAINS, "kernel.json")
        place.parent.mkdir(parents=True)
        command = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}", *PLAIN]
        place.write_text(json.dumps({"argv": command, "display_name": PLAINS, "language": "python"}), encoding="utf-8")
        before = os.environ.get("JUPYTER_PATH")
        os.environ["JUPYTER_PATH"] = os.pathsep.join(filter(None, [scratch, before]))
        try:
            yield
        finally:
            os.environ.pop("JUPYTER_PATH")
            if before is not None:
                os.environ["JUPYTER_PATH"] = before


@contextmanager
def pages(ours: Callable[[Lab], Readings], peer: Callable[[Lab], Readings]) -> Iterator[Sides]:
    """Yield two ways to fill a page, each on a page of its own with a kernel of its own."""
    if CHROMIUM is None:
        raise NotHereError(HOW_TO_GET_IT)
    numbers = count()
    with plain_kernel(), server(is_silent=True) as running, chromium() as browser:

        def side(way: Callable[[Lab], Readings], tries: int = 2) -> Readings:
            folder = running.root / str(next(numbers))
            lay_notebooks(folder)
            lab = Lab(browser.new_page(viewport={"width": 1280, "height": 1000}), running.port, folder)
            try:
                return way(lab)
            except Error:  # on a busy computer a page can miss a click
                if tries == 1:
                    raise
            finally:
                lab.stop_kernels()
                lab.page.close()
            return side(way, tries - 1)

        yield Sides(partial(side, ours), partial(side, peer))


LIGHT = partial(explorers, LOADED, f"{MAKE}\n{SHOW}", 'input[type="range"]')
HEAVY = partial(explorers, f"{LOADED}\n{MAKE}\n{COMPUTED}", SHOW_BARE, ".noUi-base")
TRIALS = (
    Trial((FIRST,), partial(pages, partial(first, COURSES, CHART), partial(first, PLAINS, PLOTLYS)), is_warmed=False),
    Trial((SLIDER, MEMORY, MOVED), partial(pages, LIGHT, HEAVY), is_warmed=False),
)
