"""What could stand in the way of the course on this computer, each thing with what helps."""

from __future__ import annotations

import re
import sys
import tempfile
from dataclasses import dataclass
from importlib.machinery import PathFinder
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import TYPE_CHECKING

from jupyter_core.paths import jupyter_config_path
from packaging.requirements import Requirement

from course.say import and_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PACKAGE = "between-the-lines"
OLDEST_PYTHON = 3, 11
NEEDED = ("course", "anywidget", "ipywidgets", "krippendorff", "networkx", "numpy", "pandas", "plotly")
"""The names that a notebook imports, itself or by the course."""
SETTING = re.compile(r"""(?m)^[^#\n]*[."'](base_url|port|password|hashed_password|certfile|token)["']?\s*[:=]""")
"""A line of Jupyter's settings that decides where JupyterLab answers, and to whom."""
CHROMIUM = "There is no Chromium. Only course worksheet --format pdf needs one; a page can be printed from any browser."


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: a word for how it is, and a sentence."""

    word: str
    sentence: str

    def __str__(self) -> str:
        """Return both as a line."""
        return f"{self.word}: {self.sentence}"


def look(folder: Path, progress: Path | None, browser: str | None) -> Iterator[Finding]:
    """Look at all that could stand in the way.

    Parameters
    ----------
    folder
        The folder that has the folder `notebooks`.
    progress
        The file that progress is kept in, or None where it is kept in memory.
    browser
        The Chromium that pages are printed with, if there is one.
    """
    yield from _each("mend", shadows(folder), "No file stands in the way of the course.")
    yield from _each("mend", too_old(), "Python and the packages are new enough.")
    if progress:
        yield from _each("mend", unwritable(progress), f"Progress can be kept in {progress}.")
    else:
        yield Finding("note", "COURSE_PROGRESS is set to memory: answers are gone when a notebook is closed.")
    yield from _each("note", settings(map(Path, jupyter_config_path())), "Jupyter has no settings of your own.")
    yield from _each("note", [] if browser else [CHROMIUM], f"Pages can be printed with {browser}.")


def _each(word: str, faults: Iterable[str], fine: str) -> list[Finding]:
    return [Finding(word, fault) for fault in faults] or [Finding("fine", fine)]


def shadows(folder: Path) -> Iterator[str]:
    """Yield a sentence on each file beside the notebooks that Python would take for a package of the course."""
    package = Path(__file__).parents[1]
    for place in (folder, folder / "notebooks"):
        for name in NEEDED:
            spec = PathFinder.find_spec(name, [str(place)])
            if spec is None or spec.origin is None:  # a folder without __init__.py gives way to a package
                continue
            found = Path(spec.origin)
            shown = found.parent if found.name == "__init__.py" else found
            if not shown.samefile(package):
                yield f"{shown} stands in the way: in a notebook, Python takes it for the package {name!r}. Rename it."


def too_old() -> Iterator[str]:
    """Yield a sentence on each thing that the course needs in a newer version."""
    if sys.version_info < OLDEST_PYTHON:
        yield f"Python is {sys.version.split()[0]}, and 3.11 or newer is needed. Install a newer one, then the course."
    try:
        needed = [Requirement(line) for line in requires(PACKAGE) or []]
    except PackageNotFoundError:
        yield "The course is not installed here. In its folder: python -m pip install -c binder/requirements.txt -e ."
        return
    for need in needed:
        if need.marker and not need.marker.evaluate({"extra": ""}):
            continue
        try:
            there = version(need.name)
        except PackageNotFoundError:
            there = "missing"
        if there == "missing" or there not in need.specifier:
            yield f'{need.name} is {there}, and {need.specifier} is needed: python -m pip install "{need}"'


def unwritable(progress: Path) -> Iterator[str]:
    """Yield a sentence where progress cannot be kept."""
    folder = next(folder for folder in progress.parents if folder.exists())
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
        if progress.exists():
            progress.read_bytes()
    except OSError as error:
        yield f"Progress cannot be kept in {progress} ({error.strerror}). Name another file in COURSE_PROGRESS."


def settings(folders: Iterable[Path]) -> Iterator[str]:
    """Yield a sentence on each file of Jupyter's own settings that decides where JupyterLab answers, and to whom."""
    for file in (file for folder in folders for file in sorted(folder.glob("jupyter*_config*"))):
        if file.suffix not in {".py", ".json"}:
            continue
        try:
            set_here = sorted(set(SETTING.findall(file.read_text(encoding="utf-8"))))
        except (OSError, UnicodeDecodeError) as error:
            yield f"{file} cannot be read ({type(error).__name__}). JupyterLab may not start."
            continue
        if set_here:
            yield f"{file} sets {and_(set_here)}. course lab goes along with it."
