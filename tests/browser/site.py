"""The course as a site for a browser alone, and a browser that drives it as a learner would."""

from __future__ import annotations

import asyncio
import json
import os
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from course.teach.browser import packages, serve
from course.teach.browser.site import build
from tests.browser.lab import HARMLESS, LIGHT, Lab

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext, ConsoleMessage, Page

    from tests.browser.lab import Theme

PYODIDE = os.environ.get("COURSE_PYODIDE") or packages.release()
"""A folder with the files of Pyodide's release; without one they are fetched."""


@dataclass
class Served:
    """A site that is served on this computer.

    Attributes
    ----------
    moved
        How many bytes went to the browser, by the path that was asked for.
    """

    folder: Path
    port: int
    moved: dict[str, int]

    @property
    def address(self) -> str:
        """Return where it is."""
        return f"http://localhost:{self.port}/"


def made(folder: Path, pyodide: str = PYODIDE) -> Path:
    """Make the site, with a hold on JupyterLite for the tests.

    Raises
    ------
    NotToBeHadError
        A file that it is made of cannot be had here.
    """
    for _ in build(folder, pyodide):
        pass
    place = folder / "jupyter-lite.json"
    config = json.loads(place.read_text(encoding="utf-8"))
    config["jupyter-config-data"]["exposeAppInBrowser"] = True
    place.write_text(json.dumps(config), encoding="utf-8")
    place.with_name("jupyter-lite.json.gz").unlink()
    return folder


@contextmanager
def served(folder: Path, host: str = serve.HOST) -> Iterator[Served]:
    """Serve a site from a thread, and count what is moved."""
    moved: dict[str, int] = {}

    class Counted(serve.Files):
        def on_finish(self) -> None:
            moved[self.request.path] = moved.get(self.request.path, 0) + self._bytes()

        def _bytes(self) -> int:
            sent = int(self._headers.get("Content-Length", 0))
            return len(str(self._headers)) + (sent if self.get_status() == 200 else 0)

    sockets = bind_sockets(0, host)
    started = threading.Event()
    loops = []

    async def run() -> None:
        application = serve.application(folder, Counted)
        server = HTTPServer(application)
        server.add_sockets(sockets)
        ended = asyncio.Event()
        loops.append((asyncio.get_running_loop(), ended))
        started.set()
        await ended.wait()
        server.stop()

    thread = threading.Thread(target=lambda: asyncio.run(run()), daemon=True)
    thread.start()
    started.wait()
    try:
        yield Served(folder, sockets[0].getsockname()[1], moved)
    finally:
        loop, ended = loops[0]
        loop.call_soon_threadsafe(ended.set)
        thread.join(10)


NO_OTHER_HOST = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"
"""What lets Chromium reach this computer alone, its own cache as it is."""


NOT_A_FILE = "status of 404"
"""JupyterLite asks for a folder of a learner's that is in the browser alone, and then looks there."""


@dataclass
class InBrowser(Lab):
    """One window of the site; what is kept is in the browser, so there is no folder."""

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not any(word in message.text for word in (*HARMLESS, NOT_A_FILE)):
            self.said.append(message.text)

    def _open(self, window: str, notebook: str, theme: Theme) -> None:  # noqa: ARG002 - there is one kind of window
        self.page.goto(f"http://localhost:{self.port}/lab/index.html?path={quote(notebook)}")
        self.wait_for_notebook(notebook)
        self.change_theme(theme)

    def wait_for_notebook(self, notebook: str) -> None:
        """Wait until a notebook is in front."""
        self.page.wait_for_selector(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Cell")
        self.page.wait_for_function(
            "path => globalThis.jupyterapp?.shell.currentWidget?.context?.path === path", arg=notebook
        )

    def open_beside(self, notebook: str) -> None:
        """Open a notebook in a tab beside what is open, and wait until its kernel is ready."""
        self.page.evaluate("path => { jupyterapp.commands.execute('docmanager:open', {path}); }", notebook)
        self.wait_for_notebook(notebook)
        self.wait_for_kernel()

    def save(self) -> None:
        """Save the notebook in front."""
        self.page.evaluate("() => jupyterapp.commands.execute('docmanager:save')")
        self.page.wait_for_function("() => !jupyterapp.shell.currentWidget.context.model.dirty")

    def stop_kernels(self) -> None:
        """Do nothing: a kernel ends with its page."""

    def run(self, notebook: str, theme: Theme = LIGHT) -> None:
        """Open a notebook, run all of it, and look that no cell failed."""
        self.open(notebook, theme)
        self.run_all()
        assert self.failures() == []

    def failures(self) -> list[str]:
        """Return what cells say that failed, or that warn."""
        found: list[str] = self.page.evaluate(
            """() => [...jupyterapp.shell.currentWidget.context.model.cells].flatMap((cell) =>
                (cell.sharedModel.outputs ?? []).filter((o) => o.output_type === 'error' || o.name === 'stderr')
                    .map((o) => o.output_type === 'error' ? `${o.ename}: ${o.evalue}` : [o.text].flat().join('')))"""
        )
        return found


def page_of(context: BrowserContext, site: Served) -> InBrowser:
    """Open a window of a browser, as wide as a small laptop's."""
    page: Page = context.new_page()
    page.set_viewport_size({"width": 1280, "height": 1000})
    return InBrowser(page, site.port, Path())
