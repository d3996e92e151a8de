"""Where a Chromium, a Chrome or an Edge is on this computer: named, on the path, or in one of its usual places."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

BROWSER_VARIABLE = "BROWSER_PATH"
BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
"""What such browsers are called on the path."""
WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
"""The variables that name the folders of programs on Windows."""
ON_WINDOWS = (
    Path("Google", "Chrome", "Application", "chrome.exe"),
    Path("Microsoft", "Edge", "Application", "msedge.exe"),
    Path("Chromium", "Application", "chrome.exe"),
)
ON_MACOS = ("Google Chrome", "Microsoft Edge", "Chromium")


def find_browser() -> str | None:
    """Return the browser that pictures can be drawn and pages be printed with, or None."""
    if named := os.environ.get(BROWSER_VARIABLE):
        return named
    on_path = next(filter(None, map(shutil.which, BROWSERS)), None)
    return on_path or next((str(place) for place in usual_places() if place.is_file()), None)


def usual_places() -> Iterator[Path]:
    """Yield where such browsers are put on Windows and macOS."""
    for variable in WINDOWS_FOLDERS:
        if folder := os.environ.get(variable):
            yield from (Path(folder) / place for place in ON_WINDOWS)
    applications = [Path("/Applications")]
    with suppress(RuntimeError):  # no home folder is known
        applications.append(Path.home() / "Applications")
    for root in applications:
        yield from (root / f"{name}.app" / "Contents" / "MacOS" / name for name in ON_MACOS)
