"""What a learner installs, in time and in megabytes, beside JupyterLab with the four packages that the course stands on.

The packages are fetched once. Each time both are installed from there, into environments that are made anew.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.process import PROJECT
from tests.benchmarks.row import NotHereError, Readings, Row, Sides, Trial, one

if TYPE_CHECKING:
    from collections.abc import Iterator

PEER = "JupyterLab, pandas, plotly, ipywidgets and anywidget"
SECONDS = Row("install-time", "a learner's install, from files that are there", PEER, "s", 1.15)
SIZE = Row("install", "what a learner's install takes on the disk", PEER, "MB", 1.05)
BARE = ["jupyterlab", "pandas", "plotly", "ipywidgets", "anywidget"]
PINS = PROJECT / "binder" / "requirements.txt"
MEGA = 1_000_000


def pip(python: Path | str, *words: object) -> None:
    """Run pip; it has to end well.

    Raises
    ------
    NotHereError
        It does not: most often there is no net.
    """
    command = [str(python), "-m", "pip", "--quiet", "--disable-pip-version-check", *map(str, words)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise NotHereError(done.stderr.strip()[-300:].replace("\n", " "))


def size_of(folder: Path) -> float:
    """Return the megabytes of the files in a folder."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file()) / MEGA


@contextmanager
def installs() -> Iterator[Sides]:
    """Yield both installs."""
    with tempfile.TemporaryDirectory() as scratch:
        wheels = Path(scratch) / "wheels"
        pip(sys.executable, "wheel", "--no-deps", "--wheel-dir", wheels, PROJECT)
        [course] = wheels.glob("between_the_lines-*.whl")
        pip(sys.executable, "download", "--dest", wheels, "--constraint", PINS, course, *BARE)

        def install(*what: object) -> Readings:
            with tempfile.TemporaryDirectory() as place:
                subprocess.run([sys.executable, "-m", "venv", place], check=True)
                [python] = [each for each in Path(place).glob("*/python*") if each.stem == "python"]
                before, begin = size_of(Path(place)), time.perf_counter()
                pip(python, "install", "--no-index", "--find-links", wheels, "--constraint", PINS, *what)
                return one({SECONDS.key: time.perf_counter() - begin, SIZE.key: size_of(Path(place)) - before})

        yield Sides(partial(install, course), partial(install, *BARE))


TRIALS = (Trial((SIZE, SECONDS), installs, rounds=3, is_long=True, is_warmed=False),)
