"""Code in a fresh Python, which prints what it found as JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

PROJECT = Path(__file__).parents[2]
NOT_COMPILED = "PYTHONDONTWRITEBYTECODE"
"""The variable with which Python compiles our modules each time: a learner's are compiled once, when they are installed."""


def fresh(code: str, *, python: Path | str = sys.executable, env: Mapping[str, str] | None = None) -> Any:
    """Run code in a fresh Python that finds the course; return what its last line says, read as JSON.

    Raises
    ------
    RuntimeError
        It failed.
    """
    given = {**os.environ, "PYTHONPATH": str(PROJECT), **(env or {})}
    given.pop(NOT_COMPILED, None)
    done = subprocess.run([str(python), "-c", code], env=given, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        message = f"It ended with {done.returncode}:\n{code}\n{done.stderr[-3000:]}"
        raise RuntimeError(message)
    return json.loads(done.stdout.splitlines()[-1])


def took(code: str, **more: Any) -> float:
    """Return the seconds of the processor that code takes in a fresh Python, without the start of Python itself."""
    lines = ["import time", "begin = time.process_time()", code, "print(time.process_time() - begin)"]
    return float(fresh("\n".join(lines), **more))
