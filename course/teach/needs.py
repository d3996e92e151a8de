"""What a command says where the packages of authors and teachers are missing."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import PurePath

NEEDS_TEACH = (
    "This command needs a few more packages ({name} is missing). In the project's folder, run:\n"
    '{pip} install -c binder/requirements.txt -e ".[teach]"'
)


def needs_teach(error: ModuleNotFoundError) -> str:
    """Return what is missing, and the line that installs it for the Python that runs."""
    return NEEDS_TEACH.format(name=error.name, pip=pip(sys.executable, Path(sys.prefix), windows=os.name == "nt"))


def pip(python: str, prefix: PurePath, *, windows: bool) -> str:
    """Return how pip is called for the Python that runs, in words that every shell of its system takes.

    On Windows cmd takes no program with a slash, bash none with a backslash, and PowerShell none in quotation marks.
    So it is the launcher's pip that is told where to install.
    """
    return f'py -m pip --python "{prefix.as_posix()}"' if windows else f"{shlex.quote(python)} -m pip"
