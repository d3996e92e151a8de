"""Python and the packages: what is needed, what the pins say, what teachers need on top."""

from __future__ import annotations

import os
import shlex
import sys
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import TYPE_CHECKING

from packaging.requirements import Requirement

from course.jupyter.doctor.finding import MEND, NOTE, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import PurePath

PACKAGE = "between-the-lines"
OLDEST_PYTHON = 3, 11
PINS = Path("requirements-dev.txt")
MOST_NAMED = 5
FOR_TEACHERS = "course build, count, pack and worksheet do not work without. The lessons do."


def too_old(pip: str) -> Iterator[Finding]:
    """Yield a finding on each thing that the course needs, or needs in another version.

    Parameters
    ----------
    pip
        How pip is called for this Python.
    """
    if sys.version_info < OLDEST_PYTHON:
        sentence = f"Python is {sys.version.split()[0]}, and 3.11 or newer is needed."
        yield Finding(MEND, sentence, "Install a newer Python, then the course in it.")
    try:
        needed = _needed()
    except PackageNotFoundError:
        sentence = "The course is not installed in this Python."
        yield Finding(MEND, sentence, f"In the folder of the course: {pip} install -c {PINS.as_posix()} -e .")
        return
    for need in needed:
        there = installed(need.name)
        if there is None or not need.specifier.contains(there, prereleases=True):
            sentence = f"{need.name} is {there or 'missing'}, and {need.specifier} is needed."
            yield Finding(MEND, sentence, f'{pip} install "{need.name}{need.specifier}"')


def broken(error: ImportError | None, pip: str) -> Iterator[Finding]:
    """Yield a finding where a package cannot be loaded for another reason than that it is missing from what is needed.

    Parameters
    ----------
    error
        What Python said when the course was loaded, if anything.
    pip
        How pip is called for this Python.
    """
    if error is None:
        return
    package = (error.name or "").partition(".")[0]
    if installed(package) is None and package in {need.name for need in _needed()}:
        return  # that is told already
    again = f"--force-reinstall {package}" if package else f"--force-reinstall -c {PINS.as_posix()} -e ."
    yield Finding(MEND, f"{package or 'A package'} cannot be loaded ({error}).", f"{pip} install {again}")


def other_than_pinned(root: Path, pip: str) -> Iterator[Finding]:
    """Yield a finding where packages have other versions than those that the course is tested with.

    Parameters
    ----------
    root
        The folder of a checkout, which has the pins; elsewhere there is nothing to compare.
    pip
        How pip is called for this Python.
    """
    if not (root / PINS).is_file():
        return
    others = []
    for line in (root / PINS).read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.lstrip().startswith(("#", "-")):
            continue
        pin = Requirement(line)
        there = installed(pin.name) if not pin.marker or pin.marker.evaluate() else None
        if there and not pin.specifier.contains(there, prereleases=True):
            others.append(f"{pin.name} {there} ({str(pin.specifier).lstrip('=')})")
    if others:
        more = f" and {len(others) - MOST_NAMED} more" if len(others) > MOST_NAMED else ""
        sentence = (
            f"The course is tested with other versions, here in brackets: {', '.join(others[:MOST_NAMED])}{more}. "
            "It may work all the same."
        )
        yield Finding(NOTE, sentence, f'In {root}: {pip} install -c {PINS.as_posix()} -e ".[teach]"')


def teachers_lack(pip: str) -> Iterator[Finding]:
    """Yield a finding where packages are missing that only teachers and authors need."""
    try:
        needed = _needed("teach")
    except PackageNotFoundError:
        return
    missing = [need.name for need in needed if installed(need.name) is None]
    if missing:
        sentence = f"Packages for teachers are missing ({', '.join(missing)}): {FOR_TEACHERS}"
        yield Finding(NOTE, sentence, f"{pip} install {' '.join(missing)}")


def installed(name: str) -> str | None:
    """Return the version of a package, or None where it is not here."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _needed(extra: str = "") -> list[Requirement]:
    """Return what the course needs; with the name of an extra, what that needs on top."""
    every = map(Requirement, requires(PACKAGE) or [])
    if not extra:
        return [need for need in every if not need.marker or need.marker.evaluate({"extra": ""})]
    marked = (need for need in every if need.marker and need.marker.evaluate({"extra": extra}))
    return [need for need in marked if need.marker and not need.marker.evaluate({"extra": ""})]


def this_pip() -> str:
    """Return how pip is called for this Python, on this system."""
    return pip(sys.executable, Path(sys.prefix), windows=os.name == "nt")


def pip(python: str, prefix: PurePath, *, windows: bool) -> str:
    """Return how pip is called for the Python that runs, in words that every shell of its system takes.

    On Windows cmd takes no program with a slash, bash none with a backslash, and PowerShell none in quotation marks.
    So it is the launcher's pip that is told where to install.
    """
    return f'py -m pip --python "{prefix.as_posix()}"' if windows else f"{shlex.quote(python)} -m pip"
