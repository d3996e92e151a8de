"""Measure pages with explorers, drawn by plotly's `FigureWidget` and by the light figure: `make bench`.

Both ways get the same explorers with the same traces, in turns, each time on a fresh page with a fresh kernel. Printed
is the median of the rounds; run it on a computer that does nothing else.
"""

from __future__ import annotations

import argparse
import os
import platform
from dataclasses import astuple, dataclass
from importlib.metadata import version
from statistics import median
from typing import TYPE_CHECKING, Any

from course.jupyter.lab import lay_notebooks
from tests.browser.lab import HOW_TO_GET_IT, Lab
from tests.browser.server import CHROMIUM, Server, chromium, server

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, CDPSession, Page

EXPLORERS = ("adding_machine(case, ['m2', 'm7', 'm9'], 'usual')", "timeline(case)", "places(case)", "contacts(case)")
COUNTS = (1, 4)
ROUNDS = 5
MEGA = 1_000_000
LIGHT = "from IPython.display import display\n\nfor explorer in explorers:\n    display(explorer)"
HEAVY = """import ipywidgets
import plotly.graph_objects as go
from IPython.display import display

for explorer in explorers:
    figure = go.FigureWidget(explorer.figure)
    words = ipywidgets.HTML(explorer.widget.html["words"])
    slider = ipywidgets.IntSlider(10, 0, 30, description="Closeness")

    def change(event, explorer=explorer, figure=figure, words=words):
        explorer.set(closeness=event["new"] / 100)
        new = explorer.figure
        with figure.batch_update():
            for old, trace in zip(figure.data, new.data):
                old.update(trace.to_plotly_json())
            figure.layout.update(new.layout.to_plotly_json())
        words.value = explorer.widget.html["words"]

    slider.observe(change, "value")
    display(ipywidgets.VBox([slider, figure, words]))"""
WAYS = {"FigureWidget": (HEAVY, ".noUi-base"), "light figure": (LIGHT, 'input[type="range"]')}
"""A way to what a cell does, and what of its slider is clicked on."""
DRAWN = "count => [...document.querySelectorAll('.js-plotly-plot .main-svg')].filter(svg => svg.clientWidth).length >= count"
AFTER_PLOT = """() => {
    const plot = document.querySelector('.js-plotly-plot');
    window.took = new Promise((tell) => {
        let start = 0;
        document.addEventListener('pointerdown', () => { start = performance.now(); }, { capture: true, once: true });
        const drawn = () => start && requestAnimationFrame(() => tell(performance.now() - start));
        plot.on('plotly_afterplot', drawn);
    });
}"""


@dataclass(frozen=True)
class Cost:
    """What a page with explorers costs.

    Attributes
    ----------
    opens
        Seconds from Run All to the last figure.
    received
        Megabytes that came over the websocket meanwhile.
    memory
        Megabytes of the page's heap that it takes.
    slider
        Milliseconds from a click on a slider to the new picture.
    """

    opens: float
    received: float
    memory: float
    slider: float


def heap(client: CDPSession) -> float:
    """Return the megabytes that the page's heap holds on to."""
    client.send("HeapProfiler.collectGarbage")
    return float(client.send("Runtime.getHeapUsage")["usedSize"]) / MEGA


def seconds(page: Page, code: str) -> float:
    """Return how long a script takes on the page, by the page's own clock."""
    return (
        float(
            page.evaluate(
                f"async () => {{ const start = performance.now(); {code}; return performance.now() - start; }}"
            )
        )
        / 1000
    )


def measure(lab: Lab, way: str, count: int) -> Cost:
    """Open a notebook with some explorers, run it, and move a slider."""
    cell, track = WAYS[way]
    make = f"import course\n\ncase = course.load()\nexplorers = [{', '.join(f'course.explore.{call}' for call in EXPLORERS[:count])}]"
    lab.write("bench.ipynb", make, cell)
    lab.open("bench.ipynb")
    client = lab.page.context.new_cdp_session(lab.page)
    client.send("Network.enable")
    sizes: list[int] = []
    client.on("Network.webSocketFrameReceived", lambda event: sizes.append(size_of(event["response"])))
    before = heap(client)
    opens = seconds(
        lab.page,
        "jupyterapp.commands.execute('notebook:run-all-cells'); "
        f"while (!({DRAWN})({count})) await new Promise((go) => setTimeout(go, 20))",
    )
    lab.page.wait_for_timeout(4000)  # until stills are made and nothing moves any more
    received, memory = sum(sizes) / MEGA, heap(client) - before
    return Cost(opens, received, memory, median(move(lab.page, track, place) for place in (0.2, 0.7, 0.4, 0.9, 0.1)))


def size_of(frame: dict[str, Any]) -> int:
    """Return the bytes of a frame; one that is no text is told in base 64."""
    length = len(frame["payloadData"])
    return length * 3 // 4 if frame["opcode"] == 2 else length


def move(page: Page, track: str, place: float) -> float:
    """Click on the first slider, and return the milliseconds until the picture has changed."""
    page.evaluate(AFTER_PLOT)
    box = page.locator(track).first.bounding_box()
    assert box
    page.mouse.click(box["x"] + place * box["width"], box["y"] + box["height"] / 2)
    took = float(page.evaluate("() => window.took"))
    page.wait_for_timeout(1000)
    return took


def one_round(running: Server, browser: Browser, name: str, way: str, count: int) -> Cost:
    """Measure on a page of its own, with a kernel of its own."""
    lay_notebooks(running.root / name)
    page = browser.new_page(viewport={"width": 1280, "height": 1000})
    lab = Lab(page, running.port, running.root / name)
    try:
        return measure(lab, way, count)
    finally:
        lab.stop_kernels()
        page.close()


def table(costs: dict[tuple[str, int], list[Cost]]) -> str:
    """Return the medians as a table in Markdown."""
    lines = [
        "| explorers | drawn by | opens, s | received, MB | page memory, MB | slider to picture, ms |",
        "|---:|---|---:|---:|---:|---:|",
    ]
    for (way, count), rounds in costs.items():
        opens, received, memory, slider = (median(values) for values in zip(*map(astuple, rounds), strict=True))
        lines.append(f"| {count} | {way} | {opens:.1f} | {received:.1f} | {memory:.0f} | {slider:.0f} |")
    return "\n".join(lines)


def main(say: Callable[[str], None] = print) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    rounds = parser.parse_args().rounds
    if CHROMIUM is None:
        raise SystemExit(HOW_TO_GET_IT)
    costs: dict[tuple[str, int], list[Cost]] = {(way, count): [] for count in COUNTS for way in WAYS}
    with server() as running, chromium() as browser:
        for number in range(rounds + 1):
            for place, ((way, count), found) in enumerate(costs.items()):
                cost = one_round(running, browser, f"{number}-{place}", way, count)
                if number:  # the first round warms files and caches
                    found.append(cost)
    made = ", ".join(f"{name} {version(name)}" for name in ("jupyterlab", "plotly", "anywidget"))
    say(
        f"Median of {rounds} rounds; Python {platform.python_version()}, {made}; {os.cpu_count()} cores.\n\n{table(costs)}"
    )


if __name__ == "__main__":
    main()
