"""What other accounts of a computer can get to: a Python in a folder that is shut to them starts nothing for a learner.

Run as a program, it prints the Python to set the hub up with: the one that runs it, or the computer's own where root is
who sets it up and that one is shut to others.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

COMPUTER = Path("/usr/bin/python3")
FITS = "import ensurepip, sys; sys.exit(sys.version_info < (3, 11))"
ENTER = 0o001


def shut(place: Path) -> Path | None:
    """Return the first folder on the way to a place that other accounts cannot enter, if there is one."""
    whole = Path(os.path.realpath(place))
    return next((above for above in reversed(whole.parents) if not above.stat().st_mode & ENTER), None)


def fitting_python(own: Path, computer: Path = COMPUTER) -> Path:
    """Return the Python to set the hub up with."""
    if os.geteuid() == 0 and shut(own) and computer.is_file() and not shut(computer):
        fits = subprocess.run([computer, "-c", FITS], capture_output=True, check=False)  # noqa: S603 - both stand here
        if fits.returncode == 0:
            return computer
    return own


if __name__ == "__main__":
    print(fitting_python(Path(sys.executable)))  # noqa: T201 - this is what it is asked for
