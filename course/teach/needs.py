"""What a command says where the packages of authors and teachers are missing."""

from __future__ import annotations

from course.jupyter.doctor.packages import this_pip

NEEDS_TEACH = (
    "This command needs a few more packages ({name} is missing). In the project's folder, run:\n"
    '{pip} install -c requirements-dev.txt -e ".[teach]"'
)


def needs_teach(error: ModuleNotFoundError) -> str:
    """Return what is missing, and the line that installs it for the Python that runs."""
    return NEEDS_TEACH.format(name=error.name, pip=this_pip())
