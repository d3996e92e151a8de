"""A running JupyterLab and a real browser to drive it, as a learner would."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlparse

import nbformat
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import TimeoutError as TooLong
from playwright.sync_api import expect

from tests.browser.server import TOKEN, stop_kernels

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import ConsoleMessage, Locator, Page
    from playwright.sync_api import Request as Asked

HOW_TO_GET_IT = "Chromium is missing. Debian and Ubuntu: apt-get install chromium. Then run the tests again."
SLOW, PATIENCE = 60_000, 20_000
"""Milliseconds to wait for what follows at once on an idle computer."""
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
Theme = Literal["JupyterLab Light", "JupyterLab Dark"]
LIGHT: Theme = "JupyterLab Light"
DARK: Theme = "JupyterLab Dark"

HARMLESS = ("Could not determine jupyterlab/translation", "favicon")

IN_FRONT = "path => jupyterapp.shell.currentWidget?.context?.path === path"
IS_CLEAR = "() => Boolean(window.jupyterapp) && !document.querySelector('.jp-NotebookPanel')"
"""A script that returns whether the page is a JupyterLab in which no notebook is open."""
CURRENT = "jupyterapp.shell.currentWidget"
RAN = f"""() => [...{CURRENT}.context.model.cells].filter((cell) => cell.type === 'code')
    .map((cell) => cell.executionCount !== null)"""
"""A script that returns of each cell with code whether it has run."""
CUT = """plot => {
    const { left, right, top, bottom } = plot.getBoundingClientRect();
    const isCut = (box) =>
        box.width && (box.left < left || box.right > right || box.top < top || box.bottom > bottom);
    return [...plot.querySelectorAll('text')].filter((text) => isCut(text.getBoundingClientRect())).map((text) => text.textContent);
}"""
"""A script that returns the texts of a figure that reach over its edge."""


@dataclass
class Lab:
    """One page of JupyterLab, with what it said on the console and what it asked of the net."""

    page: Page
    port: int
    folder: Path
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Listen from the first request on."""
        self.page.set_default_timeout(SLOW)
        self.page.on("console", self._on_console)
        self.page.on("pageerror", self._on_error)
        self.page.on("request", self._on_request)

    def leave(self) -> None:
        """Listen no longer: the page goes on to somebody else."""
        if not self.page.is_closed():
            self.page.remove_listener("console", self._on_console)
            self.page.remove_listener("pageerror", self._on_error)
            self.page.remove_listener("request", self._on_request)

    def _on_error(self, error: object) -> None:
        self.said.append(str(error))

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not any(word in message.text for word in HARMLESS):
            self.said.append(message.text)

    def _on_request(self, request: Asked) -> None:
        host = urlparse(request.url).hostname
        if host not in {None, "localhost", "127.0.0.1"}:
            self.asked.append(request.url)

    def open(self, notebook: str, theme: Theme = LIGHT) -> None:
        """Open a notebook and wait until its kernel is ready; on a page that another test had, what is loaded stays."""
        if self.page.evaluate(IS_CLEAR):
            path = f"{self.folder.name}/notebooks/{notebook}"
            self.page.evaluate("path => { jupyterapp.commands.execute('docmanager:open', {path}); }", path)
            self.page.wait_for_function(IN_FRONT, arg=path)
            self.change_theme(theme)
        else:
            self._open(f"lab/workspaces/{self.folder.name}", notebook, theme)
            self.page.evaluate("() => jupyterapp.shell.collapseLeft()")
        self.wait_for_kernel()

    def open_alone(self, notebook: str, theme: Theme = LIGHT) -> None:
        """Open a notebook in the quiet window that `course lab` opens, and wait until its kernel is ready."""
        self._open("doc", notebook, theme)
        self.wait_for_kernel()

    def _open(self, window: str, notebook: str, theme: Theme) -> None:
        path = f"{self.folder.name}/notebooks/{notebook}"
        self.page.goto(f"http://localhost:{self.port}/{window}/tree/{path}?token={TOKEN}")
        self.page.wait_for_selector(".jp-Notebook .jp-Cell")
        self.page.wait_for_function(IN_FRONT, arg=path)
        self.change_theme(theme)

    def open_beside(self, notebook: str) -> None:
        """Open a notebook in a tab beside what is open, and wait until its kernel is ready."""
        path = f"{self.folder.name}/notebooks/{notebook}"
        self.page.evaluate("path => { jupyterapp.commands.execute('docmanager:open', {path}); }", path)
        self.page.wait_for_function(IN_FRONT, arg=path)
        self.wait_for_kernel()

    def change_theme(self, theme: Theme) -> None:
        """Change the theme if it is another, and wait until it is there."""
        there = f"body[data-jp-theme-light={'true' if theme == LIGHT else 'false'}]"
        if not self.page.locator(there).count():
            self.page.evaluate("theme => jupyterapp.commands.execute('apputils:change-theme', {theme})", theme)
            self.page.wait_for_selector(there, state="attached")

    def looks(self) -> Iterator[int]:
        """Show the page in both themes and in several widths, one after another; yield the width.

        Below some 1100 pixels a figure no longer stands beside its controls: around it figures are narrowest.
        """
        for theme, widths in ((LIGHT, (1280, 1100, 900, 800)), (DARK, (1280, 800))):
            self.change_theme(theme)
            for width in widths:
                self.page.set_viewport_size({"width": width, "height": 1000})
                yield width

    def stop_kernels(self) -> None:
        """Have the kernels of this learner stopped; it is not waited for how they end."""
        stop_kernels(self.port, self.folder.name)

    def write(self, name: str, *cells: str) -> None:
        """Write a notebook with these cells of code, and enough below them to scroll away from what is looked at."""
        notebook = nbformat.v4.new_notebook(metadata={"kernelspec": KERNEL})
        notebook.cells = [nbformat.v4.new_code_cell(source) for source in cells]
        notebook.cells += [nbformat.v4.new_markdown_cell("Text to scroll to.\n\n" * 60)]
        nbformat.write(notebook, self.folder / "notebooks" / name)

    def open_with(self, *cells: str, theme: Theme = LIGHT) -> None:
        """Open a notebook with these cells after one that loads the case, and run it."""
        self.write("scratch.ipynb", "import course\n\ncase = course.load()", *cells)
        self.open("scratch.ipynb", theme)
        self.run_all()

    def explorer(self, call: str, theme: Theme = LIGHT) -> Locator:
        """Open a notebook with one explorer in it, such as `adding_machine(case)`, and return its output."""
        self.open_with(f"explorer = course.explore.{call}\nexplorer", theme=theme)
        return self.page.locator(".btl-page").last

    def traces(self, explorer: Locator) -> dict[str, dict[str, list[Any]]]:
        """Return what the browser has drawn: by the name of each trace its x, y and text, as plain lists."""
        drawn: dict[str, dict[str, list[Any]]] = explorer.locator(".js-plotly-plot").evaluate(
            """plot => Object.fromEntries(plot.data.map((trace, place) => [trace.name ?? `trace ${place}`,
                Object.fromEntries(["x", "y", "text"].map(key => [key, Array.from(trace[key] ?? [])]))]))"""
        )
        return drawn

    def draws(self, explorer: Locator, expected: dict[str, dict[str, list[Any]]]) -> None:
        """Assert that the browser comes to draw these values; the figure follows a moment after the words."""
        for _ in range(PATIENCE // 100):
            traces = self.traces(explorer)
            drawn = {name: {key: traces.get(name, {}).get(key) for key in keys} for name, keys in expected.items()}
            if drawn == expected:
                return
            self.page.wait_for_timeout(100)
        assert drawn == expected

    def fits(self, explorer: Locator) -> None:
        """Assert that the figure is as wide as there is room, with no text cut, and that nothing of the explorer scrolls."""
        plot = explorer.locator(".js-plotly-plot")
        if plot.count():
            self.page.wait_for_function(
                """([plot]) => {
                    const [drawn, room] = [plot.querySelector('.main-svg'), plot.parentElement];
                    return Math.abs(drawn.getBoundingClientRect().width - room.getBoundingClientRect().width) <= 1;
                }""",
                arg=[plot.element_handle()],
            )
            for _ in range(30):  # plotly makes room for texts in a second pass
                if not (cut := plot.evaluate(CUT)):
                    break
                self.page.wait_for_timeout(100)
            assert cut == [], f"cut at {self.page.viewport_size}: {cut}"
        over = explorer.evaluate("o => [o.scrollWidth - o.clientWidth, o.scrollHeight - o.clientHeight]")
        assert max(over) <= 1, f"the explorer scrolls: {over}"

    def save_and_load_anew(self) -> None:
        """Save the notebook and load the page again; the kernel goes on."""
        self.page.evaluate("() => jupyterapp.commands.execute('docmanager:save')")
        self.page.wait_for_function("() => !jupyterapp.shell.currentWidget.context.model.dirty")
        self.page.reload()
        self.page.wait_for_selector(".jp-Notebook .jp-Cell")
        self.wait_for_kernel()

    def scroll_away_and_back(self, explorer: Locator) -> None:
        """Scroll until the notebook has taken the explorer off the page, and back to it."""
        above = (panel := self.page.locator(".jp-WindowedPanel-outer")).evaluate("panel => panel.scrollTop")
        self.page.mouse.wheel(0, 0)  # a person's wheel turns before the page moves
        panel.evaluate("panel => { panel.scrollTop = panel.scrollHeight; }")
        expect(explorer).not_to_be_in_viewport()
        panel.evaluate("(panel, above) => { panel.scrollTop = above; }", above)
        expect(explorer).to_be_in_viewport()

    def press(self, *keys: str) -> None:
        """Press keys, one after another."""
        for key in keys:
            self.page.keyboard.press(key)

    def wait_for_kernel(self) -> None:
        """Wait until the kernel is idle."""
        self.page.wait_for_function(
            """() => {
                const context = jupyterapp.shell.currentWidget?.sessionContext;
                const kernel = context?.session?.kernel;
                return context?.isReady && kernel?.connectionStatus === 'connected' && kernel.status === 'idle';
            }""",
            polling=50,
        )

    def run_all(self) -> None:
        """Choose Run All Cells from the menu, and wait until every cell has run.

        JupyterLab drops the command without a word while the page is still settling: where nothing starts,
        it is given again, as a learner would.
        """
        for _ in range(SLOW // 500):
            if all(ran := self._ran()):
                break
            if not any(ran) and not self._runs():
                self._choose("Run", "Run All Cells")
            with suppress(TooLong):
                self.page.wait_for_function(f"() => ({RAN})().every((ran) => ran)", polling=50, timeout=500)
        assert all(self._ran()), "not every cell has run"
        self.wait_for_kernel()

    def run_all_again(self) -> None:
        """Clear all outputs, so that one sees what is new, and run every cell."""
        self._choose("Edit", "Clear Outputs of All Cells")
        self.run_all()

    def _choose(self, menu: str, item: str, *, exact: bool = True) -> None:
        self.page.get_by_role("menuitem", name=menu, exact=True).click()
        self.page.get_by_role("menuitem", name=item, exact=exact).click()

    def _ran(self) -> list[bool]:
        """Return of each cell with code whether it has run; its code may be folded away."""
        ran: list[bool] = self.page.evaluate(RAN)
        return ran

    def _runs(self) -> bool:
        """Return whether a cell waits or is being run."""
        return bool(
            self.page.evaluate(f"() => [...{CURRENT}.context.model.cells].some((c) => c.executionState === 'running')")
        )

    def restart_kernel(self) -> None:
        """Choose Restart Kernel from the menu, and confirm."""
        self._choose("Kernel", "Restart Kernel…", exact=False)
        self.page.get_by_role("button", name="Confirm Kernel Restart").click()
        self.page.wait_for_selector(".jp-Dialog", state="detached")
        self.wait_for_kernel()

    def question(self, number: str) -> Locator:
        """Return the form of a question."""
        return self.page.locator("form.btl-question").filter(
            has=self.page.get_by_text(f"Question {number}", exact=True)
        )

    def violations(self) -> list[str]:
        """Return what axe finds in our outputs; the tables of pandas, with their empty corner, are not ours."""
        context = {"include": [[".jp-OutputArea-output"]], "exclude": [[".dataframe"]]}
        found = Axe().run(self.page, context=context).response["violations"]
        return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]

    def show(self, part: Locator, path: Path) -> None:
        """Scroll a part of the notebook to the top, and take a picture of the window."""
        part.evaluate(
            """part => {
                const panel = document.querySelector('.jp-WindowedPanel-outer');
                panel.scrollTop += part.getBoundingClientRect().top - panel.getBoundingClientRect().top - 60;
            }"""
        )
        self.page.mouse.move(0, 0)
        self.page.wait_for_timeout(800)
        self.page.screenshot(path=path)
