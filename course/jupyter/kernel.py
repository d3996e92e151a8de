"""What a kernel of the course says where a cell is run before the cell that it rests on.

It is loaded as an extension of IPython (`ipython_kernel_config.json`), before anybody has imported the course.
"""

from __future__ import annotations

import ast
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course import content

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from IPython.core.interactiveshell import InteractiveShell

SESSION = "JPY_SESSION_NAME"
"""The variable in which JupyterLab tells a kernel which notebook it is for."""
LONGEST_LINE = 60
WHAT_TO_DO = "Run that cell first, then this one again. Or choose Run ▸ Run All Cells."


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Say in a sentence which cell to run first, where a name is missing that a notebook of the course makes."""
    shell.set_custom_exc((NameError,), _on_name_error)


def which_first(name: str, code: str, notebook: str = "") -> str:
    """Return a sentence on the cell that makes a name, or nothing where the course's notebooks have none.

    Parameters
    ----------
    name
        The name that is missing.
    code
        The cell that was run.
    notebook
        The path of its notebook, as far as it is known.
    """
    for cells in _notebooks(notebook, code):
        for cell in cells:
            if cell.strip() != code.strip() and name in _made(cell):
                line = next(line for line in cell.splitlines() if line.strip())[:LONGEST_LINE]
                return f"“{name}” is not there yet: another cell makes it, the one that begins “{line}”. {WHAT_TO_DO}"
    return ""


def _on_name_error(
    shell: InteractiveShell, kind: type[NameError], error: NameError, trace: TracebackType, tb_offset: int | None = None
) -> None:
    code = str(shell.user_ns.get("In", [""])[-1])
    sentence = which_first(str(error.name), code, os.environ.get(SESSION, ""))
    if sentence:
        shell._showtraceback(kind, error, [sentence])  # noqa: SLF001 - what showtraceback itself ends with
    else:
        shell.showtraceback((kind, error, trace), tb_offset=tb_offset)


def _notebooks(notebook: str, code: str) -> Iterator[list[str]]:
    """Yield the cells of code of the notebook that is named so, or of those that have this cell."""
    for path in sorted(content.notebooks_folder().glob("[0-9][0-9]_*.ipynb")):
        cells = _code(path)
        named = Path(notebook).stem.startswith(path.stem)
        if named or (not notebook and code.strip() in [cell.strip() for cell in cells]):
            yield cells


def _code(path: Path) -> list[str]:
    try:
        cells: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["cells"]
        return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    except (OSError, ValueError, KeyError, TypeError):
        return []  # a notebook that cannot be read has no cell to name


def _made(cell: str) -> set[str]:
    """Return the names that a cell makes: what it assigns, imports or defines."""
    try:
        nodes = list(ast.walk(ast.parse(cell)))
    except SyntaxError:
        return set()
    names = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    names |= {node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    imports = [alias for node in nodes if isinstance(node, ast.Import | ast.ImportFrom) for alias in node.names]
    return names | {alias.asname or alias.name.partition(".")[0] for alias in imports}
