"""A short card of what ran: the computer and the versions, as they are when it begins."""

from __future__ import annotations

import os
import platform
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PROJECT = Path(__file__).parents[2]
PACKAGES = ("pandas", "plotly", "ipywidgets", "anywidget", "jupyterlab", "ipykernel")


def card() -> dict[str, str]:
    """Return what ran: by what it is, in words."""
    return {
        "computer": f"{processor()}, {os.cpu_count()} cores, {memory()}",
        "system": f"{platform.system()} {platform.machine()}",
        "load at the start": load(),
        "Python": platform.python_version(),
        **{name: found for name in PACKAGES if (found := _version(name))},
        "state of the course": commit(),
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def processor() -> str:
    """Return the name of the processor; no system but Linux tells it in a file."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def memory() -> str:
    """Return how much memory there is."""
    if not hasattr(os, "sysconf"):
        return "memory not told"
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GB"


def load() -> str:
    """Return how many processes ran or waited in the last minute, in the mean."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "not told"


def commit() -> str:
    """Return which state of the course it is, where git knows; the results themselves are no change of it."""
    state = _git("describe", "--always")
    changed = _git("status", "--porcelain", "--", ".", ":!tests/benchmarks/RESULTS.md")
    return f"{state}, and what was not committed" if state and changed else state or "not told"


def _git(*words: str) -> str:
    done = subprocess.run(["git", *words], cwd=PROJECT, capture_output=True, encoding="utf-8", check=False)  # noqa: S607 - whichever is here
    return done.stdout.strip()
