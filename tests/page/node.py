"""Node, where there is one: it reads the scripts of the page without a browser."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

NODE = shutil.which("node")
needs_node = pytest.mark.skipif(NODE is None, reason="no node on PATH: it is what parses and runs a script here")


def node(folder: Path, source: str, *options: str) -> str:
    """Return what a module prints; an error is told as node tells it."""
    module = folder / "module.mjs"
    module.write_text(source, encoding="utf-8")
    done = subprocess.run(
        [str(NODE), *options, str(module)], capture_output=True, encoding="utf-8", check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
