"""A JupyterLab of the tests' own, which can be stopped and started, and a Chromium."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING
from urllib.request import Request, urlopen

from playwright.sync_api import sync_playwright

from course.jupyter import lab
from course.teach.printing import QUIET
from tests import forks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

PROJECT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium")
TOKEN = "a-token-for-the-tests"  # noqa: S105 - it guards nothing


def unused_port() -> int:
    """Return a port that the system gives, so that tests that run side by side do not meet."""
    with socket.socket() as probe:
        probe.bind((lab.HOST, 0))
        return int(probe.getsockname()[1])


@dataclass
class Server:
    """JupyterLab on a port and a folder that stay the same when it is stopped and started again.

    Attributes
    ----------
    root
        Its folder, in which each learner gets a folder.
    is_silent
        Whether what it and its kernels log is left out.
    forks
        Whether its kernels start at once, as forks, where the system can do that; a learner's do not.
    """

    scratch: Path
    port: int = field(default_factory=unused_port)
    is_silent: bool = False
    forks: bool = False
    process: subprocess.Popen[bytes] | None = None

    @property
    def root(self) -> Path:
        """Return its folder, in which each learner gets a folder."""
        return self.scratch / "root"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        # Of the environment of the tests only the place of the progress file is left out: a learner has none.
        environment = {name: value for name, value in lab.environment(TOKEN).items() if name != "COURSE_PROGRESS"}
        environment["JUPYTERLAB_SETTINGS_DIR"] = str(self.scratch / "settings")
        environment["JUPYTERLAB_WORKSPACES_DIR"] = str(self.scratch / "workspaces")
        command = [*lab.command(self.root, self.port), "--LabApp.expose_app_in_browser=True"]
        if self.forks and forks.CAN_FORK:
            command.append(f"--ServerApp.kernel_manager_class={forks.MANAGER}")
        before = lab.running()
        log = subprocess.DEVNULL if self.is_silent else None
        self.process = subprocess.Popen(command, env=environment, stderr=log, cwd=PROJECT)
        if not lab.where(self.process, self.root, before):
            message = "JupyterLab did not start"
            raise RuntimeError(message)

    def stop(self) -> None:
        """Stop it with its kernels."""
        if self.process:
            lab.stop(self.process)
            self.process = None


@contextmanager
def server(*, is_silent: bool = False, forks: bool = False) -> Iterator[Server]:
    """Run JupyterLab."""
    with tempfile.TemporaryDirectory() as scratch:
        made = Server(Path(scratch), is_silent=is_silent, forks=forks)
        lab.lay_notebooks(made.root / "learner")
        try:
            made.start()
            yield made
        finally:
            made.stop()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Yield a running Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


def stop_kernels(port: int, folder: str) -> None:
    """Have the kernels stopped whose notebooks are in a folder; how they end is not waited for."""
    address, token = f"http://localhost:{port}/api/sessions", {"Authorization": f"token {TOKEN}"}
    with urlopen(Request(address, headers=token)) as answer:
        sessions = json.load(answer)
    for session in sessions:
        if session["path"].startswith(f"{folder}/"):
            Thread(target=_end, args=[Request(f"{address}/{session['id']}", headers=token, method="DELETE")]).start()


def _end(session: Request) -> None:
    """End a session with its kernel; where its server has ended before, nothing is left to do."""
    with suppress(OSError, HTTPException):
        urlopen(session).close()
