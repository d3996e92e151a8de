"""A kernel as JupyterLab starts one, its memory, and the time that its cells take."""

from __future__ import annotations

import ast
import os
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
from jupyter_client.manager import start_new_kernel

from tests.benchmarks.process import NOT_COMPILED, PROJECT
from tests.benchmarks.row import NotHereError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

KIB = 1024
MEGA = 1_000_000
PLAIN = ("--InteractiveShellApp.extensions=[]",)
"""What leaves out the course's extension, which each kernel of this environment loads."""
PATIENCE = 120
"""Seconds to wait for a cell."""


class Kernel:
    """A fresh kernel in a folder of its own."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        """Start it, as a learner's: with a file for progress, and nothing of the tests."""
        env = {name: value for name, value in os.environ.items() if not name.startswith("COURSE_")}
        env["PYTHONPATH"] = str(PROJECT)
        env.pop(NOT_COMPILED, None)
        self._manager, self._client = start_new_kernel(
            kernel_name="python3", cwd=str(folder), env=env, stderr=subprocess.DEVNULL, extra_arguments=[*arguments]
        )

    def run(self, code: str) -> None:
        """Run a cell, and wait until all of it has come."""
        self._reply(code)

    def value(self, expression: str) -> Any:
        """Return the value of an expression, which is a plain one."""
        told = self._reply("", {"it": expression})["user_expressions"]["it"]
        return ast.literal_eval(told["data"]["text/plain"])

    def _reply(self, code: str, expressions: dict[str, str] | None = None) -> dict[str, Any]:
        told: dict[str, Any] = self._client.execute_interactive(
            code,
            timeout=PATIENCE,
            output_hook=lambda _: None,
            user_expressions=expressions or {},
            store_history=bool(code),
        )["content"]
        if told["status"] != "ok":
            message = f"A cell failed: {code}\n{told.get('ename')}: {told.get('evalue')}"
            raise RuntimeError(message)
        return told

    def run_all(self, cells: Iterable[str]) -> float:
        """Run cells one after another; return the seconds."""
        begin = time.perf_counter()
        for cell in cells:
            self.run(cell)
        return time.perf_counter() - begin

    def memory(self) -> float:
        """Return the megabytes that it takes; what it shares with others is counted in part.

        Raises
        ------
        NotHereError
            This system does not tell it.
        """
        return memory_of(Path(f"/proc/{self._manager.provisioner.pid}/smaps_rollup"))  # type: ignore[union-attr]

    def stop(self) -> None:
        """Stop it."""
        self._client.stop_channels()
        self._manager.shutdown_kernel(now=True)


def memory_of(told: Path) -> float:
    """Return the megabytes of a process, from what Linux tells of it.

    Raises
    ------
    NotHereError
        There is no such file.
    """
    try:
        lines = told.read_text(encoding="utf-8").splitlines()
    except OSError:
        message = "How much memory a kernel takes is told on Linux alone."
        raise NotHereError(message) from None
    [size] = [int(line.split()[1]) for line in lines if line.startswith("Pss:")]
    return size * KIB / MEGA


@contextmanager
def kernel(*arguments: str) -> Iterator[Kernel]:
    """Yield a fresh kernel, started with some arguments, such as `PLAIN`."""
    with tempfile.TemporaryDirectory() as folder:
        made = Kernel(Path(folder), *arguments)
        try:
            yield made
        finally:
            made.stop()


def cells_of(notebook: Path) -> list[str]:
    """Return the cells of code in a notebook."""
    return [cell.source for cell in nbformat.read(notebook, as_version=4).cells if cell.cell_type == "code"]
