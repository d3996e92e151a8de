"""The two wings lean one way: nothing imports what stands above it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "course"

GROUND = {"course.content", "course.page", "course.wording"}
DATA = {"course.tables", "course.case", "course.bounds", "course.contacts", "course.dates", "course.fingerprints"}
MAY_IMPORT = {
    "content": set(),
    "page": set(),
    "wording": {"course.content"},
    "tables": GROUND,
    "case": GROUND | DATA,
    "bounds": GROUND | DATA,
    "contacts": GROUND | DATA,
    "dates": GROUND,
    "fingerprints": GROUND,
    "charts": GROUND | DATA | {"course.charts"},
    "explore": GROUND | DATA | {"course.charts", "course.explore"},
    "questions": GROUND | {"course.questions"},
    "lab": GROUND,
    "teach": GROUND | DATA | {"course.charts", "course.explore", "course.questions", "course.teach"},
}
"""What each part may import of the package. The wings (data to explore, questions) meet only in `teach`."""


def part_of(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(module: Path) -> set[str]:
    """The modules of the package that a module imports."""
    names = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "course":
            names |= {node.module} if node.module != "course" else {f"course.{alias.name}" for alias in node.names}
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names if alias.name.split(".")[0] == "course"}
    return names


MODULES = sorted(
    m for m in PACKAGE.rglob("*.py") if m.parent != PACKAGE or m.stem not in {"__init__", "__main__", "cli"}
)


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(PACKAGE)))
def test_a_module_imports_only_what_stands_below_it(module: Path) -> None:
    allowed = MAY_IMPORT[part_of(module)]
    above = {name for name in imported(module) if not any(name == a or name.startswith(f"{a}.") for a in allowed)}
    assert above == set()


def test_a_notebook_needs_nothing_of_the_teachers_packages() -> None:
    """What learners run must not import what only authors install."""
    for module in MODULES:
        if part_of(module) != "teach":
            text = module.read_text(encoding="utf-8")
            assert not any(f"import {name}" in text for name in ("frictionless", "jupytext", "nbclient", "nbformat"))


def test_most_files_are_small() -> None:
    lines = {m.name: len(m.read_text(encoding="utf-8").splitlines()) for m in MODULES}
    assert sum(count > 200 for count in lines.values()) < len(lines) / 4
    assert max(lines.values()) < 400
