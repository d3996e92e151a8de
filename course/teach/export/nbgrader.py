"""The course as the source tree of nbgrader: an assignment a lesson, and the settings that go with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.teach.build import as_text
from course.teach.export.folder import write as write_files
from course.teach.export.lesson import notebook
from course.teach.worksheet import chosen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

CONFIG = """\
# Settings of nbgrader for the course Between the Lines. Run nbgrader in this folder.
c = get_config()  # noqa: F821 - nbgrader gives it

c.CourseDirectory.course_id = "between-the-lines"
# What stands where the solution was: an empty answer stops no cell.
c.ClearSolutions.code_stub = {"python": "# Write over the three dots, or more lines here."}
c.ClearSolutions.text_stub = "*Click on this text twice and write here.*"
# A lesson draws some pictures, and reads tables first.
c.ExecutePreprocessor.timeout = 120
"""
THEN = "Then, in {folder}: nbgrader generate_assignment {name}"


def files(only: Sequence[str] = ()) -> dict[str, str]:
    """Return the texts of all files by their paths, with slashes.

    Parameters
    ----------
    only
        How the names of the notebooks begin; all where none is given.

    Raises
    ------
    ContentError
        No notebook has a name that begins so, or something that they are made from is not as it should be.
    """
    made = {"nbgrader_config.py": CONFIG}
    for lesson in chosen(only):
        made[f"source/{lesson.notebook}/{lesson.notebook}.ipynb"] = as_text(notebook(lesson))
    return made


def write(folder: Path, only: Sequence[str] = ()) -> Iterator[str]:
    """Write the tree into a folder, and yield a line on each file, then what to do next.

    Raises
    ------
    ContentError
        As for `files`; or the folder has other files of these names: then nothing is written.
    OSError
        The folder cannot be written to.
    """
    yield from write_files(folder, files(only))
    yield THEN.format(folder=folder, name=chosen(only)[0].notebook)
