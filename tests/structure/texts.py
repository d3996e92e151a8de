"""Where a text is read or written and nobody says how its letters are kept: Windows would take cp1252."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

IN_WORDS = {"text", "universal_newlines"}
"""With these a subprocess is read as text."""
OPENERS = {"open": 1, "fdopen": 1, "NamedTemporaryFile": 0, "TemporaryFile": 0}
"""What opens a file, and the place of its mode among the arguments; a method has its mode first."""
METHODS = {"read_text": 0, "write_text": 1}
"""What reads or writes a whole text, and the place of its encoding."""


def without_encoding(tree: Mapping[str, str]) -> list[str]:
    """Return a line for each call that leaves the encoding to the system; of tests, those that start a program."""
    return [
        f"{path}:{call.lineno} names no encoding"
        for path, source in tree.items()
        if path.endswith(".py")
        for call in calls(source)
        if is_read_as_text(call) or (path.startswith("course/") and opens_a_text(call))
    ]


def calls(source: str) -> Iterator[ast.Call]:
    """Yield the calls of a file that name no encoding."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and not {"encoding", None} & {word.arg for word in node.keywords}:
            yield node


def is_read_as_text(call: ast.Call) -> bool:
    """Return whether a call starts a program and takes what it says for text."""
    return any(
        word.arg in IN_WORDS and isinstance(word.value, ast.Constant) and word.value.value is True
        for word in call.keywords
    )


def opens_a_text(call: ast.Call) -> bool:
    """Return whether a call opens, reads or writes a file as text."""
    match call.func:
        case ast.Attribute(attr=name) if name in METHODS:
            return len(call.args) <= METHODS[name]
        case ast.Attribute(value=ast.Name(id="os" | "io" | "tempfile"), attr=name) | ast.Name(id=name):
            return name in OPENERS and "b" not in mode(call, OPENERS[name], "r" if OPENERS[name] else "wb")
        case ast.Attribute(attr="open"):
            return in_letters(mode(call, 0, "b"))
    return False


def mode(call: ast.Call, place: int, usual: str) -> str:
    """Return the mode that a call names, `b` where it is made while the program runs."""
    named = [word.value for word in call.keywords if word.arg == "mode"] or call.args[place : place + 1]
    if not named:
        return usual
    return str(named[0].value) if isinstance(named[0], ast.Constant) else "b"


def in_letters(said: str) -> bool:
    """Return whether a first argument is the mode of a text, and not an address or a name."""
    return 0 < len(said) <= 3 and set(said) <= set("rwaxt+")
