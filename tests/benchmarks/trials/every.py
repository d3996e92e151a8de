"""All trials, in the order of the table."""

from __future__ import annotations

from tests.benchmarks.trials import (
    checking,
    collecting,
    drawing,
    growing,
    hub,
    imports,
    installing,
    pages,
    running,
    saved,
    site,
    suite,
)

TRIALS = tuple(
    trial
    for theme in (imports, drawing, running, checking, growing, collecting, pages, saved, installing, site, hub, suite)
    for trial in theme.TRIALS
)
