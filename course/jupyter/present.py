"""A lesson for a projector: its figures and explorers under their headings, without questions and without code."""

from __future__ import annotations

import ast
import json
from typing import TYPE_CHECKING, Any

from course import content
from course.jupyter.kernel import made_by

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TITLE = "# "
FIGURES = "charts", "explore"
"""Where what is shown comes from: `course.charts.…` and `course.explore.…`."""

Cell = dict[str, Any]


def lay(number: str, folder: Path) -> Path:
    """Write the notebook that shows a lesson into a folder; return its place.

    Parameters
    ----------
    number
        The lesson, such as `"03"`.
    folder
        Where to; a notebook of that name that is there is written anew, since nobody works in it.

    Raises
    ------
    ContentError
        There is no lesson of that number, or nothing in it to show.
    """
    found = sorted(content.notebooks_folder().glob(f"{number}_*.ipynb")) if number.isdigit() else []
    if not found:
        message = f"There is no lesson {number!r}. Name one by its number, such as 03."
        raise content.ContentError(message)
    notebook = json.loads(found[0].read_text(encoding="utf-8"))
    notebook["cells"] = cells = list(_shown(notebook["cells"]))
    if not any(map(_shows, cells)):
        message = f"Lesson {number} has no figure to show."
        raise content.ContentError(message)
    place = folder / f"present-{number}.ipynb"
    place.write_text(json.dumps(notebook, indent=1, ensure_ascii=False), encoding="utf-8", newline="\n")
    return place


def _shown(cells: list[Cell]) -> Iterator[Cell]:
    """Yield what is shown: the cells with a figure, those that make a name for one, and the heading above each."""
    kept, needed = set(), {"course"}
    for at in reversed(range(len(cells))):
        if cells[at]["cell_type"] == "code" and (_shows(cells[at]) or made_by(_source(cells[at])) & needed):
            kept.add(at)
            needed |= _names(_source(cells[at]))
    heading: Cell | None = None
    for at, cell in enumerate(cells):
        if cell["cell_type"] == "markdown" and _source(cell).startswith("#"):
            heading = {**cell, "source": _source(cell).splitlines()[0]}
        if at in kept:
            if heading and (_shows(cell) or heading["source"].startswith(TITLE)):
                yield heading
                heading = None
            folded = {**cell["metadata"].get("jupyter", {}), "source_hidden": True}
            yield {**cell, "metadata": {**cell["metadata"], "jupyter": folded}}


def _shows(cell: Cell) -> bool:
    """Return whether a cell has a figure or an explorer, and nothing that a learner has to fill in."""
    nodes = _nodes(_source(cell)) if cell["cell_type"] == "code" else []
    if any(isinstance(node, ast.Constant) and node.value is ... for node in nodes):
        return False
    return any(
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Attribute)
        and node.value.attr in FIGURES
        and isinstance(node.value.value, ast.Name)
        and node.value.value.id == "course"
        for node in nodes
    )


def _names(source: str) -> set[str]:
    return {node.id for node in _nodes(source) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}


def _nodes(source: str) -> list[ast.AST]:
    try:
        return list(ast.walk(ast.parse(source)))
    except SyntaxError:
        return []


def _source(cell: Cell) -> str:
    return "".join(cell["source"])
