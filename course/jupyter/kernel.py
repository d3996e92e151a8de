"""What a kernel of the course says of an error, such as where a cell is run before the cell that it rests on.

It is loaded as an extension of IPython (`ipython_kernel_config.json`), before anybody has imported the course.
"""

from __future__ import annotations

import ast
import gc
import logging
import os
import re
import sys
import warnings
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from course import content
from course.jupyter.renderers import Renderers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from IPython.core.interactiveshell import InteractiveShell

SESSION = "JPY_SESSION_NAME"
"""The variable in which JupyterLab tells a kernel which notebook it is for."""
LONGEST_LINE = 60
MADE = 10_000
"""How many things are made before Python looks for those that nobody needs any more."""
ANSI = re.compile(r"\x1b\[[0-9;]*m")
log = logging.getLogger(__name__)
WHAT_TO_DO = "Run that cell first, then this one again. Or choose Run ▸ Run All Cells."


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Say in a sentence what an error means, log what is a fault of ours, and complete the columns of a table.

    A learner's own first figure of plotly comes sooner too.
    """
    look_less_often()
    sys.meta_path.insert(0, Renderers())
    shell.set_custom_exc((LookupError, NameError, AttributeError, TypeError, ValueError, Warning), _on_error)
    logging.getLogger("course").handlers = shell.kernel.log.handlers if hasattr(shell, "kernel") else []
    shell.events.register("post_run_cell", lambda _: _know_tables(shell))


def look_less_often() -> None:
    """Let Python pause less often to look for what nobody needs any more, and not among what is there already.

    What a kernel is made of stays as long as it, and a lesson leaves little behind.
    """
    gc.freeze()
    gc.set_threshold(MADE)


def _know_tables(shell: InteractiveShell) -> None:
    """Once a case is there, let `case.troops["` complete its columns, and stop at a change that would be lost."""
    case, pandas = (sys.modules.get(name) for name in ("course.case", "pandas"))
    if not case or not pandas or getattr(shell.Completer, "policy_overrides", True):
        return  # an older IPython has no such policy
    known = import_module("IPython.core.guarded_eval").EVALUATION_POLICIES["limited"]
    shell.Completer.policy_overrides = {
        "allowed_getattr": known.allowed_getattr | {case.Case},
        "allowed_getattr_external": known.allowed_getattr_external | {("course", "case", "Case")},
    }
    warnings.filterwarnings("error", category=pandas.errors.ChainedAssignmentError, module="__main__")


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
            if cell.strip() != code.strip() and name in made_by(cell):
                line = next(line for line in cell.splitlines() if line.strip())[:LONGEST_LINE]
                return f"“{name}” is not there yet: another cell makes it, the one that begins “{line}”. {WHAT_TO_DO}"
    return ""


def _on_error(
    shell: InteractiveShell, kind: type[Exception], error: Exception, trace: TracebackType, tb_offset: int | None = None
) -> None:
    from course.jupyter import errors  # noqa: PLC0415 - both need pandas, and a kernel is ready sooner without
    from course.page import html  # noqa: PLC0415 - as above

    code, notebook = str(shell.user_ns.get("In", [""])[-1]), os.environ.get(SESSION, "")
    first = which_first(str(error.name), code, notebook) if isinstance(error, NameError) else ""
    ours = errors.is_ours(error)
    line = first or (errors.line_on(error, shell.user_ns) if ours or "course" in shell.user_ns else "")
    if not line:
        shell.showtraceback((kind, error, trace), tb_offset=tb_offset)
        return
    if first or ours or isinstance(error, Warning):
        shell._showtraceback(kind, error, [line])  # noqa: SLF001 - what showtraceback itself ends with
        if ours and line != str(error):
            log.error("A call of the course failed.", exc_info=error)
        return
    said = f"{kind.__name__}: {error}".splitlines()[0]
    shell._showtraceback(kind, error, [said, *filter(None, [errors.place(error, shell.user_ns)]), line])  # noqa: SLF001
    trace_lines = shell.InteractiveTB.structured_traceback(kind, error, trace, tb_offset=tb_offset)
    whole = ANSI.sub("", "\n".join(trace_lines))
    folded = html.page(html.fold("All that Python says", html.code(f"{whole}\n")))
    shell.display_pub.publish({"text/plain": whole, "text/html": folded})


def _notebooks(notebook: str, code: str) -> Iterator[list[str]]:
    """Yield the cells of code of the notebook that is named so, or of those that have this cell."""
    for path in sorted(content.notebooks_folder().glob("[0-9][0-9]_*.ipynb")):
        cells = content.code_cells(path)
        named = Path(notebook).stem.startswith(path.stem)
        if named or (not notebook and code.strip() in [cell.strip() for cell in cells]):
            yield cells


def made_by(cell: str) -> set[str]:
    """Return the names that a cell makes: what it assigns, imports or defines."""
    try:
        nodes = list(ast.walk(ast.parse(cell)))
    except SyntaxError:
        return set()
    names = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    names |= {node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    imports = [alias for node in nodes if isinstance(node, ast.Import | ast.ImportFrom) for alias in node.names]
    return names | {alias.asname or alias.name.partition(".")[0] for alias in imports}
