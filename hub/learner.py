"""What a learner's server does first, with the learner's own rights: it lays the lessons, then becomes the server."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from course.jupyter.editions import lay

FOLDER = "notebooks"


def main(arguments: list[str]) -> None:
    """Lay the lessons into the home, and become the server of this learner."""
    try:
        for line in lay(Path.home() / FOLDER):
            say(line)
    except OSError as error:  # what is there already can be worked with
        say(f"The lessons could not be laid: {error.strerror or error}")
    os.execv(sys.executable, [sys.executable, "-P", "-m", "jupyterhub.singleuser", *arguments])  # noqa: S606 - the hub's own


def say(line: str) -> None:
    """Print a line into the hub's log."""
    print(f"{os.environ.get('JUPYTERHUB_USER', 'learner')}: {line}", flush=True)  # noqa: T201 - this is the log


if __name__ == "__main__":
    main(sys.argv[1:])
