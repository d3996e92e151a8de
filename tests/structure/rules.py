"""The rules of the house, as functions of a tree: a path to the text of its file."""

from __future__ import annotations

import ast
import sys
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Tree = dict[str, str]
"""Paths from the project's root, with slashes, and the text of each file."""

GROUND = {
    "console",
    "content",
    "face",
    "tables",
    "case",
    "loading",
    "wording",
    "fingerprints",
    "names",
    "say",
    "lit",
    "hedges",
    "finder",
    "schema",
    "vocabulary",
    "problem",
    "cells",
    "columns",
    "files",
    "writing",
}
THEMES = {"evidence", "network", "numbers", "claims", "days", "map", "misleading", "sideways", "coders", "desk"}
FACES = {"charts", "explore"}
BELOW: dict[str, set[str]] = {
    **dict.fromkeys(GROUND, GROUND),
    **dict.fromkeys(
        ("case", "lit"), GROUND | {"page"}
    ),  # a passage shows itself; what `page/html.py` needs of the ground is `say` alone
    "page": GROUND | {"page"},
    "figures": GROUND | {"page", "figures"},
    **{theme: GROUND | {"page", "figures", theme} for theme in THEMES},
    "misleading": GROUND | {"page", "figures", "numbers", "misleading"},
    **dict.fromkeys(("sideways", "coders", "desk"), GROUND | THEMES | {"page", "figures"}),
    **dict.fromkeys(FACES, {"face"} | THEMES | {"figures"}),
    "questions": GROUND | {"page", "questions"},
    "jupyter": GROUND | {"page", "jupyter"},
    "__init__": GROUND | THEMES | FACES | {"page", "figures", "questions"},
    "__main__": {"cli"},
    "teach": GROUND | THEMES | FACES | {"page", "figures", "questions", "jupyter", "teach"},
    "cli": GROUND | {"figures", "questions", "jupyter", "teach"},
}
"""What each part of the package may import of the package: one way only, and no theme another."""
LEARNERS = {
    *("IPython", "anywidget", "click", "filelock", "ipywidgets", "numpy", "pandas", "plotly", "traitlets"),
    *("jupyter_core", "jupyter_server", "packaging", "tornado"),  # what JupyterLab runs on
    *("krippendorff",),  # loaded where codings are compared
    *("js", "pyodide", "pyodide_js"),  # what a browser's Python has of the page
    *("kaleido",),  # asked for where a chart is saved as a picture; without it a sentence says what to do
}
"""The packages that a learner's install has."""
AUTHORS = {"teach"}
"""The parts that only authors and teachers use, with whatever packages these need."""
AWAY = {"load", "cases"}
"""Functions whose module has another name: a module `course/load.py` would stand in the way of `course.load`."""
CODE = {".py", ".js", ".css", ".html", ".sh"}
MOST_LINES = 300


def part_of(path: str) -> str:
    """Return the part of the package that a file is in: a folder or a module right below it."""
    return PurePosixPath(path).parts[1].removesuffix(".py")


def imports(path: str, source: str) -> Iterator[str]:
    """Yield the full name of each module that a file imports, however the import is written."""
    package = PurePosixPath(path).parent.parts
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=module, names=names, level=level):
                start = ".".join([*package[: len(package) - level + 1], *([module] if module else [])])
                base = start if level else module or ""
                # `from course import charts` imports a module, `from course.charts import when` a name in one.
                yield from (f"{base}.{alias.name}" for alias in names) if base == "course" else [base]
            case ast.Call(func=ast.Name(id="import_module" | "__import__") | ast.Attribute(attr="import_module")):
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield first.value


def modules(tree: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the Python files of the package."""
    return ((path, text) for path, text in tree.items() if path.startswith("course/") and path.endswith(".py"))


def leans_up(tree: Mapping[str, str]) -> list[str]:
    """Return a line for each import of something that does not stand below."""
    return [
        f"{path} imports {name}"
        for path, source in modules(tree)
        for name in imports(path, source)
        if name.partition(".")[0] == "course" and name != "course" and name.split(".")[1] not in BELOW[part_of(path)]
    ]


def needs_more(tree: Mapping[str, str]) -> list[str]:
    """Return a line for each import of a package that a learner does not have."""
    known = {"course", *LEARNERS, *sys.stdlib_module_names}
    return [
        f"{path} imports {name}"
        for path, source in modules(tree)
        if part_of(path) not in AUTHORS
        for name in imports(path, source)
        if name.partition(".")[0] not in known
    ]


def too_long(tree: Mapping[str, str]) -> list[str]:
    """Return a line for each file of code with too many lines."""
    counts = {path: text.count("\n") for path, text in tree.items() if PurePosixPath(path).suffix in CODE}
    return [f"{path} has {lines} lines" for path, lines in counts.items() if lines > MOST_LINES]


def not_at_home(tree: Mapping[str, str]) -> list[str]:
    """Return a line for each public function that does not come from a module of its name; classes stand beside it."""
    faces = [f"course/{face}.py" for face in ("__init__", *sorted(FACES))]
    return [
        f"{node.module} is the home of {alias.name}"
        for face in faces
        for node in ast.walk(ast.parse(tree.get(face, "")))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("course.")
        for alias in node.names
        if not node.module.endswith(f".{alias.name}") and alias.name.islower() and alias.name not in AWAY
    ]


def has_logic(source: str) -> bool:
    """Tell whether a module computes anything: it has a function with more than a docstring and dots."""
    functions = (
        node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    return any(not is_blank(statement) for function in functions for statement in function.body)


def is_blank(statement: ast.stmt) -> bool:
    """Tell whether a statement is a docstring or dots."""
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def without_tests(tree: Mapping[str, str]) -> list[str]:
    """Return a line for each module with logic that has no test module of its name in the mirrored folder."""
    lines = []
    for path, source in modules(tree):
        place = PurePosixPath(path)
        mirrored = PurePosixPath("tests", *place.parts[1:-1], f"test_{place.stem.strip('_')}.py")
        if has_logic(source) and "def test_" not in tree.get(str(mirrored), ""):
            lines.append(f"{path} has no {mirrored}")
    return lines
