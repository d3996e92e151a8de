"""What a mutant changes, as two short texts: how the lines were, and what they became."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ABOUT = 60
"""How many letters of a long statement are told before and after what changes in it."""
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
    return Change(f"{module}.{readable}", *around(" ".join(was), " ".join(became)))


def around(was: str, became: str) -> tuple[str, str]:
    """Return two texts without the most of what they share before and after the place where they differ."""
    first = _alike(was, became)
    last = _alike(was[first:][::-1], became[first:][::-1])
    return _cut(was, first, len(was) - last), _cut(became, first, len(became) - last)


def _alike(one: str, other: str) -> int:
    """Return how many letters two texts begin with in common."""
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(one, other, strict=False)))


def _cut(text: str, first: int, last: int) -> str:
    start = 0 if first <= ABOUT * 2 else first - ABOUT
    end = len(text) if len(text) - last <= ABOUT * 2 else last + ABOUT
    return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"


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
