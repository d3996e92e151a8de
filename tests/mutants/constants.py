"""Constants of modules and classes, each changed a little: mutmut changes what stands in functions alone."""

from __future__ import annotations

import ast
import multiprocessing
import os
import re
import sys
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from tests.mutants.said import Change

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SMALL = 10
"""From here on a number becomes ten times as large: one pixel more in a hundred is no fault."""
LONGEST = 180
"""Seconds that the tests may take for one constant; one that makes them longer is noticed."""
COLOUR = re.compile(r"#[0-9a-f]{6}")
HEAVY = ("hypothesis", "ipywidgets", "pandas", "plotly.graph_objects", "plotly.express", "pytest")
"""Packages that are imported once: each constant is tried in a fork of a process that has them, and nothing of ours."""


@dataclass(frozen=True)
class Constant:
    """A constant in a file: where it begins and ends in the file's bytes, what it was, and what it is to be."""

    line: int
    start: int
    end: int
    was: str
    became: str


def constants(source: str) -> list[Constant]:
    """Return the numbers, truths and texts that stand outside of functions, with what each becomes."""
    lines = source.encode().splitlines(keepends=True)
    begins = [sum(map(len, lines[:at])) for at in range(len(lines))]
    found = [
        Constant(
            node.lineno, begins[node.lineno - 1] + node.col_offset, begins[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0),
            repr(node.value), repr(changed(node.value)),
        )
        for node in _outside(ast.parse(source))
        if changed(node.value) != node.value
    ]  # fmt: skip
    return sorted(found, key=lambda each: each.start)


def changed(value: object) -> object:
    """Return what a constant becomes; itself where it is of no kind that is changed."""
    match value:
        case bool():
            return not value
        case int() | float():
            return value + 1 if abs(value) < SMALL else value * 10
        case str() if COLOUR.fullmatch(value):
            return f"#{0xFFFFFF - int(value[1:], 16):06x}"
        case str() if value:
            return f"XX{value}XX"
    return value


def survivors(work: Path, mutate: list[str], tests: list[str], most: int) -> tuple[int, list[Change]]:
    """Return how many constants were tried in a copy of the project, and those that no test noticed."""
    for package in HEAVY:
        import_module(package)
    tried, found = 0, list[Change]()
    files = sorted(file for pattern in mutate for file in work.glob(pattern))
    every = [(file, each) for file in files for each in constants(file.read_text(encoding="utf-8"))]
    step = max(1, len(every) // most) if most else 1
    for file, each in every[::step]:
        sound = file.read_bytes()
        file.write_bytes(sound[: each.start] + each.became.encode() + sound[each.end :])
        path = file.relative_to(work)
        tried += 1
        if _run(work, nearest(work, path, tests)) == 0:
            found.append(told(path, sound, each))
        file.write_bytes(sound)
        (work / "tried.txt").write_text(f"{tried} of {len(every[::step])}\n", encoding="utf-8")
    return tried, found


def told(path: Path, sound: bytes, each: Constant) -> Change:
    """Return what a constant becomes, as the line that it is in, before and after."""
    first = sound.rfind(b"\n", 0, each.start) + 1
    last = sound.find(b"\n", each.end)
    before, after = sound[first : each.start].decode(), sound[each.end : last].decode()
    was = sound[each.start : each.end].decode()
    module = path.with_suffix("").as_posix().replace("/", ".")
    return Change(module, f"{before}{was}{after}".strip(), f"{before}{each.became}{after}".strip())


def nearest(work: Path, path: Path, tests: list[str]) -> list[str]:
    """Return the files with tests of a part: those of the module first, then those that import it, then all others."""
    module = path.with_suffix("").as_posix().replace("/", ".")
    found = [work / each for each in tests]
    files = [file for each in found for file in (sorted(each.rglob("test_*.py")) if each.is_dir() else [each])]

    def distance(file: Path) -> int:
        if file.name == f"test_{path.name}" and file.parent.name == path.parent.name:
            return 0
        return 1 if module in _imported(file) else 2

    return [file.relative_to(work).as_posix() for file in sorted(files, key=distance)]


def _imported(file: Path) -> set[str]:
    """Return the modules that a file names in its imports."""
    nodes = [node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.ImportFrom)]
    return {
        name for node in nodes for name in (f"{node.module}", *(f"{node.module}.{each.name}" for each in node.names))
    }


def _run(work: Path, tests: list[str]) -> int | None:
    """Run tests in a fork until one fails; return 0 where none does."""
    process = multiprocessing.get_context("fork").Process(target=_tests, args=(work, tests))
    process.start()
    process.join(LONGEST)
    if process.is_alive():
        process.kill()
        process.join()
    return process.exitcode


def _tests(work: Path, tests: list[str]) -> None:
    os.chdir(work)
    sys.path.insert(0, str(work))
    sys.dont_write_bytecode = True
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - the fork ends with it
    for each in [name for name in sys.modules if name.split(".")[0] in {"course", "tests"}]:
        del sys.modules[each]
    main = import_module("pytest").main
    os._exit(int(main(["-x", "-q", "-p", "tests.mutants.fresh", "-p", "no:cacheprovider", *tests])))


def _outside(tree: ast.Module) -> Iterator[ast.Constant]:
    """Return the constants of assignments that stand in the module or in a class."""
    bodies: list[ast.stmt] = [
        *tree.body,
        *(each for node in tree.body if isinstance(node, ast.ClassDef) for each in node.body),
    ]
    for statement in bodies:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value:
            yield from (
                each
                for each in ast.walk(statement.value)
                if isinstance(each, ast.Constant) and not _is_part(each, statement)
            )


def _is_part(constant: ast.Constant, statement: ast.stmt) -> bool:
    """Whether a constant is the text of an f-string, which has no quotes of its own."""
    parts = (each for each in ast.walk(statement) if isinstance(each, ast.JoinedStr))
    return any(constant is each for part in parts for each in ast.walk(part))
