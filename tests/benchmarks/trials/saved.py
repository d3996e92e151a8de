"""How large a learner's notebook is that was saved after everything in it was used."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from course import content
from course.jupyter.lab import lay_notebooks
from tests.benchmarks.row import NotHereError, Readings, Row, Sides, Trial
from tests.browser.lab import HOW_TO_GET_IT, Lab
from tests.browser.server import CHROMIUM, chromium, server
from tests.browser.test_saved_pages import saved, use_all

if TYPE_CHECKING:
    from collections.abc import Iterator

MEGA = 1_000_000
HEAVIEST = "05"
SAVED = Row("saved", "the heaviest notebook, saved after everything in it was used", "1 MB", "MB", 1)
EACH = Row("saved-each", "each notebook, saved after everything in it was used", "1 MB", "MB", 1)


@contextmanager
def notebooks(row: Row, number: str) -> Iterator[Sides]:
    """Yield the notebooks of some lessons, used and saved in a browser."""
    if CHROMIUM is None:
        raise NotHereError(HOW_TO_GET_IT)
    names = sorted(path.name for path in content.notebooks_folder().glob(f"{number}*.ipynb") if path.name[0].isdigit())
    with server(is_silent=True) as running, chromium() as browser:

        def size(name: str) -> float:
            folder = running.root / name[:2]
            lay_notebooks(folder)
            lab = Lab(browser.new_page(viewport={"width": 1280, "height": 1000}), running.port, folder)
            lab.open(name)
            lab.run_all()
            use_all(lab)
            found = saved(lab, name).stat().st_size / MEGA
            lab.stop_kernels()
            lab.page.close()
            return found

        def ours() -> Readings:
            return {row.key: {name[:2]: size(name) for name in names}}

        yield Sides(ours)


TRIALS = (
    Trial((SAVED,), partial(notebooks, SAVED, HEAVIEST), rounds=1, is_warmed=False),
    Trial((EACH,), partial(notebooks, EACH, ""), rounds=1, is_long=True, is_warmed=False),
)
