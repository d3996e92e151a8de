"""What a mutant changes, as two short texts: how the lines were, and what they became."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

BETWEEN = "ǁ"
"""What mutmut writes between a class and its method."""


@dataclass(frozen=True, order=True)
class Change:
    """One mutant: the function it is in, its lines as they were, and as they became."""

    function: str
    was: str
    became: str

    def __str__(self) -> str:
        return f"{self.function}\n    was    {self.was}\n    became {self.became}"


def change(work: Path, mutant: str) -> Change:
    """Return what a mutant of mutmut changes, such as `course.hedges.x_hedge__mutmut_3`, from its folder."""
    module, _, name = mutant.rpartition(".")
    stem, _, number = name.partition("__mutmut_")
    functions = _functions(work / "mutants" / f"{module.replace('.', '/')}.py")
    before, after = functions[f"{stem}__mutmut_orig"], functions[f"{stem}__mutmut_{number}"]
    changed = [
        each for each in SequenceMatcher(None, before, after, autojunk=False).get_opcodes() if each[0] != "equal"
    ]
    was, became = (
        ([], []) if not changed else (before[changed[0][1] : changed[-1][2]], after[changed[0][3] : changed[-1][4]])
    )
    readable = stem.removeprefix("x_").removeprefix("x").strip(BETWEEN).replace(BETWEEN, ".")
    return Change(f"{module}.{readable}", " ".join(was), " ".join(became))


@cache
def _functions(file: Path) -> dict[str, list[str]]:
    """Return the lines of each function, without its head, by its name."""
    nodes = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    found = [each for each in nodes if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)]
    return {each.name: _lines(each) for each in found if "__mutmut_" in each.name}


def _lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    """Return each statement of a function, and its arguments, as Python would write them."""
    return [
        ast.unparse(function.args),
        *(line.strip() for each in function.body for line in ast.unparse(each).splitlines()),
    ]
