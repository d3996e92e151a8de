"""The computer around the course: the home folder, the console, browsers and the clock."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from course.jupyter.doctor.drives import nearest
from course.jupyter.doctor.finding import MEND, NOTE, Finding
from course.jupyter.doctor.folders import FULL, try_to_write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

NO_HOME = "No home folder is known: JupyterLab does not start."
SIGNS = {
    "\N{FULL BLOCK}\N{LIGHT SHADE}": "the bars of progress",
    "\N{CHECK MARK}\N{BALLOT X}": "the marks for right and not right",
    "\N{BLACK RIGHT-POINTING SMALL TRIANGLE}": "the arrows in menus",
    "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}": "quotation marks",
    "\N{EN DASH}\N{HORIZONTAL ELLIPSIS}": "dashes and dots",
}
"""The signs that the course prints and that not every console has, with what they are."""
RELEASED = date(2026, 11, 1)
"""No clock that is right has an earlier day than this one, on which this version was made."""
YEARS_IN_USE = 20
TEXT_BROWSERS = {"elinks", "links", "lynx", "w3m", "www-browser"}


def homeless(home: Callable[[], Path], own: Callable[[], str]) -> Iterator[Finding]:
    """Yield a finding where there is no home folder, or JupyterLab cannot keep files of its own.

    Parameters
    ----------
    home
        What returns the home folder, or raises a RuntimeError.
    own
        What returns the folder in which JupyterLab keeps what a running server needs.
    """
    try:
        there = home()
    except RuntimeError:
        yield Finding(MEND, NO_HOME, "Set the variable HOME to a folder of your own.")
        return
    place = Path(own())
    error = try_to_write(nearest(place))
    if error and error.errno not in FULL:
        sentence = f"JupyterLab keeps files of its own in {place}, and cannot ({error.strerror}): it does not start."
        yield Finding(MEND, sentence, "Set the variable JUPYTER_RUNTIME_DIR to a folder that you can write to.")
    elif not there.is_dir():
        sentence = f"The home folder {there} is not there. JupyterLab makes it anew, without your settings."
        yield Finding(NOTE, sentence, "Set the variable HOME to your own folder.")


def poor_console(encoding: str | None, variables: Mapping[str, str], *, windows: bool) -> Iterator[Finding]:
    """Yield a finding where a console cannot print what the course prints.

    Parameters
    ----------
    encoding
        The encoding of what is printed.
    variables
        The variables of the environment.
    windows
        Whether this is Windows.
    """
    lost = [what for signs, what in SIGNS.items() if not _has(encoding, signs)]
    if not lost:
        return
    sentence = (
        f"This console writes {encoding or 'nothing but ASCII'}: {', '.join(lost)} come out as plainer signs. "
        "In JupyterLab they are shown."
    )
    setting = "PYTHONIOENCODING=utf-8" if variables.get("PYTHONIOENCODING") else "PYTHONUTF8=1"
    name, _, value = setting.partition("=")
    yield Finding(NOTE, sentence, f"setx {name} {value}, then a new console" if windows else f"export {setting}")


def _has(encoding: str | None, signs: str) -> bool:
    try:
        signs.encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def no_browser(name: str | None) -> Iterator[Finding]:
    """Yield a finding where no browser can open the course by itself.

    Parameters
    ----------
    name
        The browser that Python would open, None where there is none.
    """
    if name is None or name in TEXT_BROWSERS:
        sentence = f"{'No browser was found' if name is None else f'The only browser is {name}'}: none opens by itself."
        yield Finding(NOTE, sentence, "Copy the address that course lab says into a browser.")


def no_printer(chromium: str | None) -> Iterator[Finding]:
    """Yield a finding where there is no Chromium to make a PDF with.

    Parameters
    ----------
    chromium
        The Chromium that was found, or that the variable BROWSER_PATH names.
    """
    only = "Only course pack and course worksheet --format pdf need one."
    if not chromium:
        sentence = f"There is no Chromium, Chrome or Edge. {only}"
        yield Finding(NOTE, sentence, "Print a page from any browser, or install one of the three.")
    elif not shutil.which(chromium):
        sentence = f"BROWSER_PATH names {chromium}, and there is no such program. {only}"
        yield Finding(NOTE, sentence, "Name the program in BROWSER_PATH, or take the variable away.")


def wrong_clock(today: date, kept: date | None) -> Iterator[Finding]:
    """Yield a finding where the clock is far off.

    Parameters
    ----------
    today
        What the clock says.
    kept
        The day on which answers were last kept here, if there are any.
    """
    matters = "Of two hand-ins the newer one counts, and an installation can fail."
    helps = "Set the clock of this computer."
    if today < RELEASED:
        yield Finding(NOTE, f"The clock says {today}, and this course was made after that. {matters}", helps)
    elif today.year > RELEASED.year + YEARS_IN_USE:
        yield Finding(NOTE, f"The clock says {today}, long after this course was made. {matters}", helps)
    elif kept and kept > today + timedelta(days=1):
        yield Finding(NOTE, f"The clock says {today}, and answers were kept on {kept}. {matters}", helps)
