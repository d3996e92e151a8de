"""All trials, in the order of the table."""

from __future__ import annotations

from tests.benchmarks.trials import checking, drawing, growing, imports, pages, running

TRIALS = (*imports.TRIALS, *drawing.TRIALS, *running.TRIALS, *checking.TRIALS, *pages.TRIALS, *growing.TRIALS)
