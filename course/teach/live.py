"""See a change of a script or of the style sheet at once, in a notebook with a running kernel."""

from __future__ import annotations

import time
from contextlib import suppress
from threading import Thread

import ipywidgets

from course.page.panel import Page, script

PAUSE = 0.5
"""Seconds between two looks at the files."""


def watch() -> Thread:
    """Look at the files of the page layer from now on, and bring every widget of this kernel up to date.

    Returns
    -------
    threading.Thread
        What looks; it ends with the kernel.
    """
    thread = Thread(target=_look, daemon=True)
    thread.start()
    return thread


def renew() -> int:
    """Give every widget of the course the scripts and the styles as they are in the files; return how many changed."""
    every = list(ipywidgets.Widget.widgets.values())  # at once: a cell that runs meanwhile may open more of them
    pages = [widget for widget in every if isinstance(widget, Page)]
    changed = 0
    for page in pages:
        fresh = script(*page.scripts), page.looks()
        if (page._esm, page._css) != fresh:  # noqa: SLF001 - anywidget's own names
            page._esm, page._css = fresh  # noqa: SLF001
            changed += 1
    return changed


def _look() -> None:
    while True:
        time.sleep(PAUSE)
        with suppress(OSError, UnicodeDecodeError):  # a file that is just being saved is looked at again
            renew()
