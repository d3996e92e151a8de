"""Kernels that start at once: each is a fork of a process that has loaded what all need.

Nothing of the course and nothing of plotly is loaded before the fork: a lesson loads these as it does for a learner.
"""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any
from unittest import mock

from jupyter_client.launcher import launch_kernel as alone
from jupyter_client.provisioning import local_provisioner

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CAN_FORK = hasattr(os, "fork") and hasattr(os, "pidfd_open")
LAUNCHER = "ipykernel_launcher"
LOADED = ("ipykernel.kernelapp", "jedi", "pandas", "ipywidgets", "anywidget")
MANAGER = "tests.forking_server.Kernels"
"""What the tests' JupyterLab is told to hold its kernels by, so that they are forks."""


class Forked:
    """A kernel as Jupyter's server holds it: what it asks of a `Popen`, of a process that is not its own child."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int) -> None:
        self.pid, self.returncode = pid, None if pid else 1
        self._ends = os.pidfd_open(pid)

    def poll(self) -> int | None:
        """Return None while it runs; how it ended is known to its parent alone."""
        return self.wait(0)

    def wait(self, timeout: float | None = None) -> int | None:
        """Wait until it has ended."""
        if self.returncode is None and select.select([self._ends], [], [], timeout)[0]:
            os.close(self._ends)
            self.returncode = 0
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Send a signal to it, if it still runs."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)


class Parent:
    """The process that the kernels are forks of; it ends with who has started it."""

    def __init__(self) -> None:
        command = [sys.executable, "-c", f"import runpy; runpy.run_path({__file__!r}, run_name='__main__')"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=os.sep)

    def fork(self, command: Sequence[str], env: dict[str, str], cwd: str | None) -> Forked:
        """Start a kernel by the command that would start it in a process of its own."""
        arguments = list(command[command.index(LAUNCHER) + 1 :])
        asked, told = self._process.stdin, self._process.stdout
        assert asked
        assert told
        asked.write(json.dumps({"arguments": arguments, "env": env, "cwd": str(cwd or Path.cwd())}).encode() + b"\n")
        asked.flush()
        return Forked(int(told.readline()))

    def end(self) -> None:
        """End it; kernels that still run end with it."""
        self._process.communicate()


@contextmanager
def forks() -> Iterator[None]:
    """Let each kernel that this process starts be a fork; where the system has none, kernels start as ever."""
    if not CAN_FORK:
        yield
        return
    parent = Parent()

    def launch(command: list[str], **how: Any) -> Any:
        return parent.fork(command, how["env"], how.get("cwd")) if LAUNCHER in command else alone(command, **how)

    try:
        with mock.patch.object(local_provisioner, "launch_kernel", launch):
            yield
    finally:
        parent.end()


def serve(asked: IO[bytes], told: IO[bytes]) -> dict[str, Any] | None:
    """Fork a kernel for each line that comes; return in the fork what was asked of it, and nothing at the end."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in iter(asked.readline, b""):
        pid = os.fork()
        if pid == 0:
            os.setpgid(0, 0)
            return dict(json.loads(line))
        try:
            os.setpgid(pid, pid)  # whoever is first: a signal to the kernel's group must never reach this process
        except OSError:
            assert os.getpgid(pid) == pid
        told.write(b"%d\n" % pid)
        told.flush()
    return None


def become(kernel: dict[str, Any], parent: int) -> None:
    """Be a kernel, until it ends."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(2, 1)  # what the kernel itself prints goes where its log goes
    os.chdir(kernel["cwd"])
    os.environ.clear()
    os.environ.update(kernel["env"])
    sys.argv = [LAUNCHER, *kernel["arguments"]]
    app = import_module("ipykernel.kernelapp")
    app.launch_new_instance([*kernel["arguments"], f"--IPKernelApp.parent_handle={parent}"])


if __name__ == "__main__":
    sys.path[:] = [place for place in sys.path if place and Path(place) != Path(__file__).parent]
    os.environ.pop("JPY_PARENT_PID", None)
    for each in LOADED:
        import_module(each)
    own = os.getpid()
    if wanted := serve(sys.stdin.buffer, sys.stdout.buffer):
        become(wanted, own)
