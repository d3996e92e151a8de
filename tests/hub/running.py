"""A real hub of the tests' own, from `hub/`, on ports of its own and with a folder of its own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

import httpx

from hub.passwords import Passwords
from hub.places import Places
from hub.reach import shut
from tests.browser.server import unused_port

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PROJECT = Path(__file__).parents[2]
PYTHON = PROJECT / ".venv" / "hub" / "bin" / "python"
WORD = "heron-lake"
TEACHER = "Ms Okafor"
COLLEAGUE = "Mr Lindqvist"
"""A teacher who has no password yet."""
SECONDS = 120
AS_ROOT = getattr(os, "geteuid", lambda: 1)() == 0
CONFIG = """\
load_subconfig({ours!r})
c.JupyterHub.hub_port = {hub_port}
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{api_port}"
c.JupyterHub.log_level = "WARN"
c.Spawner.env_keep = ["PATH", "PYTHONPATH", "LANG", "COURSE_TEST_NET"]
"""
"""What differs from a hub of a class: ports that nobody else has, and what cuts the tests off from the net."""


def why_not() -> str:
    """Return why there can be no hub here; nothing where there can."""
    if not PYTHON.is_file():
        return "there is no .venv/hub; make test makes it on Linux"
    if AS_ROOT and (folder := shut(PYTHON) or shut(PROJECT / "hub")):
        return f"other accounts cannot enter {folder}"
    return ""


@dataclass
class Hub:
    """A hub that can be stopped and started again.

    Attributes
    ----------
    learners
        Who is on the list of the class.
    """

    scratch: Path
    learners: Sequence[str]
    port: int = field(default_factory=unused_port)
    process: subprocess.Popen[bytes] | None = None

    def __post_init__(self) -> None:
        """Write the settings, and give the teacher a password."""
        self.scratch.chmod(0o711)
        names = ", ".join(f'"{name}"' for name in self.learners)
        (self.scratch / "class.toml").write_text(
            f'teachers = ["{TEACHER}", "{COLLEAGUE}"]\nlearners = [{names}]\nword = "{WORD}"\naddress = "127.0.0.1"\n'
            f'port = {self.port}\nfolder = "state"\ntrial = {"false" if AS_ROOT else "true"}\n',
            encoding="utf-8",
        )
        ours = str(PROJECT / "hub" / "jupyterhub_config.py")
        config = CONFIG.format(ours=ours, hub_port=unused_port(), api_port=unused_port())
        (self.scratch / "config.py").write_text(config, encoding="utf-8")
        self.places.make()
        Passwords(self.places.own / "passwords.json").keep("ms-okafor", password(TEACHER))

    @property
    def places(self) -> Places:
        """Return its folders."""
        return Places(self.scratch / "state", AS_ROOT)

    @property
    def address(self) -> str:
        """Return where it answers."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def said(self) -> str:
        """Return what it has said."""
        return (self.scratch / "log.txt").read_text(encoding="utf-8", errors="replace")

    def start(self) -> None:
        """Start it, and wait until it answers.

        Raises
        ------
        RuntimeError
            It has ended, or does not answer.
        """
        command = [str(PYTHON), "-m", "jupyterhub", "-f", str(self.scratch / "config.py")]
        environment = {name: value for name, value in os.environ.items() if not name.startswith("COURSE_PROGRESS")}
        environment |= {"COURSE_HUB": str(self.scratch / "class.toml"), "PATH": f"{PYTHON.parent}:{os.environ['PATH']}"}
        with (self.scratch / "log.txt").open("ab") as log:
            self.process = subprocess.Popen(command, cwd=self.scratch, env=environment, stdout=log, stderr=log)
        deadline = time.monotonic() + SECONDS
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                message = f"the hub did not start:\n{self.said}"
                raise RuntimeError(message)
            time.sleep(0.1)

    def answers(self) -> bool:
        """Return whether the hub answers, behind its proxy."""
        try:
            return httpx.get(f"{self.address}/hub/health", trust_env=False).status_code == HTTPStatus.OK
        except httpx.HTTPError:
            return False

    def stop(self) -> None:
        """Stop the hub and its proxy; the learners' servers go on."""
        if self.process:
            self.process.terminate()
            self.process.wait(timeout=60)
            self.process = None

    def end(self) -> None:
        """Stop the hub, the servers of its learners, and whatever it has left where it was stopped too soon."""
        self.stop()
        for number in (*self.numbers(), *_with(f"COURSE_HUB={self.scratch / 'class.toml'}".encode())):
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)

    def numbers(self, name: str = "") -> list[int]:
        """Return the numbers of the processes of a learner, or of all learners: those that have a home here."""
        homes = f"HOME={self.scratch / 'state' / 'homes'}/"
        return _with(f"{homes}{name}".encode(), whole=bool(name))


def _with(variable: bytes, *, whole: bool = True) -> list[int]:
    """Return the numbers of the processes whose environment has a variable, or one that begins so."""
    found = []
    for place in Path("/proc").glob("[0-9]*/environ"):
        with suppress(OSError):  # it has ended, or is somebody else's
            variables = place.read_bytes().split(b"\0")
            if any(each == variable if whole else each.startswith(variable) for each in variables):
                found.append(int(place.parent.name))
    return found


@contextmanager
def hub(*learners: str) -> Iterator[Hub]:
    """Run a hub for some learners."""
    scratch = Path(tempfile.mkdtemp(prefix="course-hub-"))  # pytest's own folders are shut to all others
    made = Hub(scratch, learners)
    try:
        made.start()
        yield made
    finally:
        made.end()
        shutil.rmtree(scratch, ignore_errors=True)


def password(name: str) -> str:
    """Return the password that somebody chooses in the tests."""
    return f"the password of {name}"
