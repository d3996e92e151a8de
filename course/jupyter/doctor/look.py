"""All that is looked at, in order; the quick part of it, before JupyterLab starts; and what is mended."""

from __future__ import annotations

import os
import subprocess
import sys
import webbrowser
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from jupyter_core.paths import jupyter_config_path, jupyter_path, jupyter_runtime_dir

from course import content
from course.jupyter.doctor import computer, drives, folders, kernels, packages, widgets
from course.jupyter.doctor.finding import FINE, MEND, NOTE, Finding, printable
from course.jupyter.doctor.settings import PORT, port_taken, settings
from course.jupyter.doctor.shadows import shadows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

WINDOWS = os.name == "nt"
IN_MEMORY = Finding(
    NOTE,
    "COURSE_PROGRESS is set to memory: answers are gone when a notebook is closed.",
    "Take the variable COURSE_PROGRESS away.",
)


@dataclass(frozen=True)
class Machine:
    """What is looked at: the folder with the folder `notebooks`, and what others know of this computer."""

    folder: Path
    progress: Path | None
    """The file that progress is kept in, or None where it is kept in memory."""
    chromium: str | None = None
    """The Chromium that pages are printed with, if there is one."""
    port: int | None = PORT
    missing: Callable[[], Sequence[str]] = list
    """What returns the notebooks that are not in the folder."""
    lay: Callable[[], Iterable[str]] = list
    """What lays them there, and returns a line for each."""
    ask: Callable[[str], tuple[str, str]] | None = kernels.ask_python
    """What tells of another Python where it lives and which version of the course it has; None asks nobody."""
    unloaded: ImportError | None = None
    """What Python said when the questions were loaded, if it could not."""
    pip: str = field(default_factory=packages.this_pip)
    """How pip is called for this Python."""

    def places(self) -> list[Path]:
        """Return the folders that something is kept in."""
        return [self.folder / "notebooks", *([self.progress.parent] if self.progress else [])]

    def last_kept(self) -> date | None:
        """Return the day on which progress was last kept, or None."""
        with suppress(OSError, AttributeError, ValueError, OverflowError):
            return datetime.fromtimestamp(self.progress.stat().st_mtime).astimezone().date()  # type: ignore[union-attr]
        return None


@dataclass(frozen=True)
class Check:
    """One thing to look at: how, what is said where all is fine, whether it is quick, whether Jupyter tells paths."""

    find: Callable[[Machine], Iterable[Finding]]
    fine: str
    quick: bool = False
    asks_jupyter: bool = False


def _paths(of: Callable[..., list[str]], *more: str) -> list[Path]:
    return [Path(each) for each in of(*more)]


def _progress(its: Machine) -> Iterable[Finding]:
    return folders.progress_lost(its.progress) if its.progress else [IN_MEMORY]


CHECKS = (
    Check(lambda its: shadows(its.folder), "No file stands in the way of the course.", quick=True),
    Check(lambda its: packages.too_old(its.pip), "Python and the packages are new enough.", quick=True),
    Check(lambda its: packages.broken(its.unloaded, its.pip), "The packages can be loaded."),
    Check(
        lambda its: packages.other_than_pinned(content.root(), its.pip),
        "No package has another version than the course is tested with.",
    ),
    Check(lambda its: packages.teachers_lack(its.pip), "The packages for teachers are there."),
    Check(
        lambda _: computer.homeless(Path.home, jupyter_runtime_dir),
        "JupyterLab can keep files of its own.",
        quick=True,
    ),
    Check(
        lambda its: kernels.elsewhere(kernels.folders(), its.ask, its.pip),
        "Notebooks run in this Python.",
        quick=True,
        asks_jupyter=True,
    ),
    Check(
        lambda its: widgets.lacking(_paths(jupyter_path, "labextensions"), _paths(jupyter_config_path), its.pip),
        "JupyterLab has what draws questions and explorers.",
        quick=True,
        asks_jupyter=True,
    ),
    Check(lambda its: widgets.classic(_paths(jupyter_path, "nbextensions"), its.pip), "", asks_jupyter=True),
    Check(
        lambda _: settings(_paths(jupyter_config_path)),
        "Jupyter has no settings of your own.",
        quick=True,
        asks_jupyter=True,
    ),
    Check(lambda its: port_taken(its.port) if its.port else (), "Port {its.port} is free.", quick=True),
    Check(lambda its: folders.missing(its.folder, its.missing(), its.lay), "All notebooks are in {its.folder}."),
    Check(lambda its: folders.unwritable(its.folder), "What is done in {its.folder} can be saved.", quick=True),
    Check(lambda its: folders.not_yours(its.folder, folders.me()), "", quick=True),
    Check(_progress, "Progress can be kept in {its.progress}."),
    Check(lambda its: drives.little_room(its.places()), "There is room on the drive.", quick=True),
    Check(lambda its: drives.no_locks(its.places()[-1]), "The drive has locks for files."),
    Check(
        lambda its: drives.too_long(its.folder, windows=WINDOWS, long_ones=drives.takes_long_paths()), "", quick=True
    ),
    Check(
        lambda _: computer.poor_console(sys.stdout.encoding, os.environ, windows=WINDOWS),
        "This console has all signs that the course prints.",
        quick=True,
    ),
    Check(lambda _: computer.no_browser(_browser()), "A browser opens by itself."),
    Check(lambda its: computer.no_printer(its.chromium), "PDFs are made with {its.chromium}."),
    Check(
        lambda its: computer.wrong_clock(datetime.now().astimezone().date(), its.last_kept()),
        "The clock is not far off.",
        quick=True,
    ),
)


def look(machine: Machine, checks: Iterable[Check] = CHECKS) -> Iterator[Finding]:
    """Look at all that could stand in the way; what is fine has a finding too. No fault of a check stops the others."""
    no_home = False
    for check in checks:
        if no_home and check.asks_jupyter:
            continue
        try:
            found = list(check.find(machine))
        except Exception as error:  # noqa: BLE001 - a doctor who cannot look at one thing looks at the next
            asked = check.fine.format(its=machine) or "One thing is as it should be."
            found = [Finding(NOTE, f"It could not be found out whether this is so: {asked} ({_said(error)})")]
        no_home = no_home or any(each.sentence == computer.NO_HOME for each in found)
        yield from found or ([Finding(FINE, check.fine.format(its=machine))] if check.fine else [])


def quick(folder: Path, port: int | None) -> Iterator[str]:
    """Yield a line on each thing in the way that is found in a moment, and one on what helps.

    Parameters
    ----------
    folder
        The folder that has the folder `notebooks`.
    port
        The port that is asked for, if one is.
    """
    machine = Machine(folder, None, port=port, ask=None)
    found = look(machine, [check for check in CHECKS if check.quick])
    for finding in (each for each in found if each.word != FINE):
        yield from (printable(line, sys.stdout.encoding) for line in finding.lines())


def visit(machine: Machine, say: Callable[[str], object], *, mend: bool) -> bool:
    """Say how all is, mend what is safe to mend where that is asked for, and look again; return whether all is well.

    Parameters
    ----------
    machine
        What is looked at.
    say
        What a line is said with.
    mend
        Whether to mend.
    """
    tell = partial(_tell, say)
    findings = tell(look(machine))
    if mend:
        safe = [each for each in findings if each.mend]
        for finding in safe:
            say(printable(_mended(finding), sys.stdout.encoding))
        say("Looked again:" if safe else "There is nothing that is safe to mend without you.")
        findings = tell(look(machine)) if safe else findings
    return not any(finding.word == MEND for finding in findings)


def _tell(say: Callable[[str], object], found: Iterable[Finding]) -> list[Finding]:
    findings = []
    for finding in found:
        findings.append(finding)
        for line in finding.lines():
            say(printable(line, sys.stdout.encoding))
    return findings


def _mended(finding: Finding) -> str:
    try:
        return f"done: {finding.mend() if finding.mend else ''}"
    except (OSError, subprocess.SubprocessError) as error:
        return f"not done: {finding.fix} ({_said(error)})"


def _said(error: Exception) -> str:
    said = getattr(error, "stderr", None) or getattr(error, "strerror", None) or str(error)
    text = said.decode(errors="replace") if isinstance(said, bytes) else str(said)
    return (text.strip().splitlines() or [type(error).__name__])[-1]


def _browser() -> str | None:
    try:
        return str(getattr(webbrowser.get(), "name", "") or "one")
    except webbrowser.Error:
        return None
