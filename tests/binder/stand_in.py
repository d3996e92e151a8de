"""Build what Binder would build, without its engine, and open it as a learner would: `make binder`; it needs the net.

A user without rights gets a folder with a copy of what git tracks, a Python of its own with what repo2docker's base has,
then the pins, `postBuild`, and a server started by `start`. Printed is how large it is, how long it took, and how
notebook 03 runs in JupyterLab and in Notebook 7, with all that the console said.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from course.jupyter.lab import is_open
from tests.browser.lab import CURRENT, HOW_TO_GET_IT, Lab
from tests.browser.server import CHROMIUM, TOKEN, chromium, unused_port

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).parents[2]
BASE = (
    "ipywidgets==8.1.7",
    "jupyter-offlinenotebook==0.3.*",
    "jupyter-resource-usage==1.*",
    "jupyter_server==2.17.0",
    "jupyterhub==5.4.*",
    "jupyterlab==4.4.9",
    "notebook==7.4.7",
)
"""The packages that repo2docker 2026.4.0 puts into its environment for Python 3.12, as it pins them."""
NOBODY = 65534
MOST_MEGABYTES = 600
NOTEBOOK = "03_how_many.ipynb"
WITHOUT_US = "glossary.ipynb"
"""A notebook without code: what the console says with it is what that page says by itself."""
STDERR = "application/vnd.jupyter.stderr"
PAGES = {"JupyterLab": "lab/tree/notebooks", "Notebook 7": "notebooks/notebooks"}
EXPOSED = ("LabApp", "JupyterNotebookApp")
MEGA = 1024 * 1024
SECONDS = 120


def main() -> int:
    """Build it, measure it, open it; return 1 where something is not as it should be."""
    parser = argparse.ArgumentParser(description="Build what Binder would build, and open it.")
    parser.add_argument("--python", default="/usr/bin/python3", help="A Python that every user may run.")
    given = parser.parse_args()
    if not CHROMIUM:
        say(HOW_TO_GET_IT)
        return 1
    with tempfile.TemporaryDirectory() as scratch:
        wrong = try_out(StandIn(Path(scratch), given.python))
    for line in wrong:
        say(f"not as it should be: {line}")
    return 1 if wrong else 0


class StandIn:
    """A home of a user without rights, in which the course is built as on Binder."""

    def __init__(self, scratch: Path, python: str) -> None:
        """Copy what git tracks into a home that belongs to nobody else."""
        self.home, self.prefix, self._python = scratch / "home", scratch / "env", python
        listed = subprocess.run(
            ["git", "ls-files", "--cached", "--others", "--exclude-standard"],  # noqa: S607 - the git of the checkout
            cwd=PROJECT, capture_output=True, encoding="utf-8", check=True,
        ).stdout.splitlines()  # fmt: skip
        for name in filter(lambda name: (PROJECT / name).is_file(), listed):
            (self.home / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(PROJECT / name, self.home / name)
        self._user: dict[str, int | list[int]] = {}
        if os.geteuid() == 0:
            self._user = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
            scratch.chmod(0o755)
            for place in (scratch, self.home, *self.home.rglob("*")):
                os.chown(place, NOBODY, NOBODY)

    def run(self, *command: str) -> float:
        """Run a command in the home, and return how many seconds it took."""
        begun = time.perf_counter()
        subprocess.run(command, cwd=self.home, env=self.environment, check=True, stdout=sys.stderr, **self._user)  # type: ignore[call-overload]
        return time.perf_counter() - begun

    @property
    def environment(self) -> dict[str, str]:
        """The environment of that user: nothing of ours but where packages come from."""
        kept = {name: value for name, value in os.environ.items() if name.startswith(("PIP_", "SSL_", "LANG", "LC_"))}
        path = os.pathsep.join([str(self.prefix / "bin"), "/usr/local/bin", "/usr/bin", "/bin"])
        return {
            **kept,
            "HOME": str(self.home),
            "PATH": path,
            "JUPYTER_TOKEN": TOKEN,
            "BINDER_LAUNCH_HOST": "a-stand-in",
        }

    def build(self) -> dict[str, float]:
        """Build it as the Dockerfile of repo2docker does; return the seconds of each step."""
        pip = (str(self.prefix / "bin" / "python"), "-m", "pip", "install", "--quiet", "--no-cache-dir")
        return {
            "its base": self.run(self._python, "-m", "venv", str(self.prefix)) + self.run(*pip, *BASE),
            "the pins": self.run(*pip, "-r", "binder/requirements.txt"),
            "postBuild": self.run("binder/postBuild"),
        }

    def megabytes(self) -> float:
        """Return how large the environment is; a file with two names counts once."""
        sizes = {each.stat().st_ino: each.stat().st_blocks * 512 for each in self.prefix.rglob("*") if each.is_file()}
        return sum(sizes.values()) / MEGA

    @contextmanager
    def server(self, port: int) -> Iterator[subprocess.Popen[bytes]]:
        """Run the command that Binder runs, on this computer only."""
        exposed = [f"--{app}.expose_app_in_browser=True" for app in EXPOSED]
        command = [
            "binder/start",
            "jupyter",
            "notebook",
            "--ip",
            "127.0.0.1",
            f"--port={port}",
            "--no-browser",
            *exposed,
        ]
        with subprocess.Popen(command, cwd=self.home, env=self.environment, **self._user) as process:  # type: ignore[call-overload]
            try:
                yield process
            finally:
                process.terminate()


def try_out(made: StandIn) -> list[str]:
    """Build it, and open notebook 03 in each page; print what is seen, and return what is not as it should be."""
    for step, seconds in made.build().items():
        say(f"{step}: {seconds:.0f} s")
    made.run("python", "-m", "pip", "check")
    made.run("python", "-c", "import course; course.load(); course.charts, course.explore, course.ask")
    size = made.megabytes()
    say(f"the environment, once the course was imported: {size:.0f} MB")
    wrong = [f"the environment is larger than {MOST_MEGABYTES} MB"] if size > MOST_MEGABYTES else []
    port = unused_port()
    with made.server(port) as process, chromium() as browser:
        wait_for(process, port)
        for name, where in PAGES.items():
            bare, lab = (Lab(browser.new_page(), port, made.home) for _ in range(2))
            show(bare, where, WITHOUT_US)
            bare.page.close()
            begun = time.perf_counter()
            show(lab, where, NOTEBOOK)
            lab.run_all()
            lab.page.wait_for_selector(".btl-figure svg")
            seconds = time.perf_counter() - begun
            said = [line for line in lab.said if line not in bare.said]
            say(f"{name}: notebook 03 has run after {seconds:.1f} s; the console said {said or 'nothing'},")
            say(f"    and with a notebook that runs nothing of ours {bare.said or 'nothing'}")
            errors = lab.page.locator(f".jp-RenderedText[data-mime-type='{STDERR}']").all_inner_texts()
            told = lab.page.get_by_text("This computer is lent").count()
            wrong += [f"{name}: {line}" for line in [*said, *lab.asked, *errors]]
            wrong += [] if told else [f"{name}: nobody says that the computer is lent"]
    return wrong


def wait_for(process: subprocess.Popen[bytes], port: int) -> None:
    """Wait until the server answers, and print how long that took."""
    begun = time.perf_counter()
    while not is_open(port):
        if process.poll() is not None or time.perf_counter() - begun > SECONDS:
            message = "The server did not start; what it said stands above."
            raise RuntimeError(message)
        time.sleep(0.1)
    say(f"the server answers after {time.perf_counter() - begun:.1f} s")


def show(lab: Lab, where: str, notebook: str) -> None:
    """Open a notebook, and wait until its kernel is ready."""
    lab.page.goto(f"http://localhost:{lab.port}/{where}/{notebook}?token={TOKEN}")
    lab.page.wait_for_selector(".jp-Notebook .jp-Cell")
    lab.page.wait_for_function(f"() => {CURRENT}?.context?.path === 'notebooks/{notebook}'")
    lab.wait_for_kernel()


def say(line: str) -> None:
    """Print a line at once."""
    print(line, flush=True)  # noqa: T201 - this is what the command says


if __name__ == "__main__":
    sys.exit(main())
