"""Code whose decorators are called and not written above: mutmut leaves out each function that has one."""

from __future__ import annotations

import ast

KEPT = {"classmethod", "staticmethod", "overload"}
"""Decorators that mutmut knows, and one that has no code below it."""


def undecorated(source: str) -> str:
    """Return a module in which each decorated function is `f = decorator(f)` behind it."""
    lines = source.splitlines()
    for function in reversed(list(_decorated(ast.parse(source)))):
        made = function.name
        for decorator in reversed(function.decorator_list):
            made = f"{ast.unparse(decorator)}({made})"
        indent = " " * function.col_offset
        lines.insert(function.end_lineno or function.lineno, f"{indent}{function.name} = {made}")
        del lines[function.decorator_list[0].lineno - 1 : function.lineno - 1]
    return "\n".join(lines) + "\n"


def _decorated(tree: ast.Module) -> list[ast.FunctionDef]:
    """Return the decorated functions and methods from the first to the last; not setters, for these need two of a name."""
    bodies = [tree.body, *(each.body for each in tree.body if isinstance(each, ast.ClassDef))]
    found = [each for body in bodies for each in body if isinstance(each, ast.FunctionDef) and each.decorator_list]
    sound = [
        each
        for each in found
        if not any(
            isinstance(by, ast.Attribute) or (isinstance(by, ast.Name) and by.id in KEPT) for by in each.decorator_list
        )
    ]
    return sorted(sound, key=lambda each: each.lineno)
