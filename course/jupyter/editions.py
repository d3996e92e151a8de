"""Lessons in a folder that is kept from year to year: a newer edition comes beside a learner's own page, never over it.

Each lesson that is laid bears a mark of its edition. Where the course has another one, the learner's page gets the name
`… - yours until (the day)` and the new lesson takes its place; `course.opening` says so.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from course import content
from course.files import numbered, patiently, write_in_one_step, yours

if TYPE_CHECKING:
    from pathlib import Path

MARK = "between-the-lines"
"""The key of a lesson's metadata that says which edition of the lesson it is."""


def edition(notebook: dict[str, Any]) -> str:
    """Return a mark of what a lesson says and asks: the same for the same cells."""
    cells = [[cell["cell_type"], "".join(cell["source"])] for cell in notebook["cells"]]
    return sha256(json.dumps(cells, ensure_ascii=False).encode()).hexdigest()[:12]


def marked(place: Path) -> dict[str, Any]:
    """Return the notebook of a lesson with the mark of its edition."""
    notebook: dict[str, Any] = json.loads(place.read_text(encoding="utf-8"))
    notebook["metadata"][MARK] = {"edition": edition(notebook)}
    return notebook


def lay(folder: Path) -> list[str]:
    """Lay the lessons into a folder; an older edition of one is given another name, with all that is in it.

    Returns
    -------
    list of str
        A line for each lesson that was laid or laid aside.

    Raises
    ------
    OSError
        The folder cannot be written to, or the disk is full; no part of a lesson is left.
    """
    folder.mkdir(parents=True, exist_ok=True)
    said = []
    for place in content.lesson_files():
        lesson, target = marked(place), folder / place.name
        if target.is_symlink() or target.exists():
            if is_of(target, edition(lesson)):
                continue
            own = _own_name(target)
            patiently(lambda old=target, new=own: old.rename(new))  # type: ignore[misc]
            said.append(f"Kept {target.name} as {own.name}")
        write_in_one_step(target, json.dumps(lesson, ensure_ascii=False, indent=1) + "\n")
        said.append(f"Laid {target.name}")
    return said


def is_of(page: Path, wanted: str) -> bool:
    """Return whether a learner's page is of an edition; one without a mark is, where its cells are the same."""
    try:
        notebook = json.loads(page.read_text(encoding="utf-8"))
        mark = notebook["metadata"].get(MARK, {}).get("edition") or edition(notebook)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False
    return bool(mark == wanted)


def _own_name(page: Path) -> Path:
    """Return a name for a learner's page that nothing has yet, with the day until which it was the lesson."""
    named = page.with_name(f"{yours(page.stem, datetime.now(UTC).astimezone().date().isoformat())}{page.suffix}")
    return next(name for name in numbered(named) if not name.exists())
