"""A line under an error of a learner's own: what happened, in plain words, and the nearest name that is there."""

from __future__ import annotations

import inspect
import linecache
import re
import sys
from operator import attrgetter
from pathlib import Path
from traceback import walk_tb
from types import ModuleType
from typing import TYPE_CHECKING, Any

from course.content import ContentError, did_you_mean, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import FrameType

PACKAGE = str(Path(__file__).parents[1])
MOST_NAMES = 40
FUNCTIONS = ("len", "print", "sum", "min", "max", "round", "sorted", "range", "list", "True", "False", "None")
TEXT = "Is it a text? Then put it between quotation marks."
GAP = "____"
NONE = (
    "This is None: there is no value. print(…) shows a value and hands back None, and so does a method with "
    "inplace=True. Keep the value itself under a name."
)
LOST = (
    "This would change a copy that is gone at once, for case.troops is a new copy each time. Give your table a name "
    "first: troops = case.troops. Then change it in one step: troops[…] = … or troops.loc[…, …] = …"
)
VALUE = (
    "This is a value and no function. Is a comma or a sign missing before the bracket? Or have you given a value the "
    "name of a function, such as len? Then take another name, and restart the kernel."
)
BRACKETS = "Put each condition in round brackets, and & or | between them: (…) & (…)."
SENTENCES = (
    (r"'?NoneType'?", NONE),
    (r"'(DataFrame|Series)' object is not callable", 'A table takes square brackets: table["column"].'),
    (r"'(method|function|builtin_function_or_method)' object is not subscriptable", "A function takes round brackets."),
    (r"'\w+' object is not callable", VALUE),
    (r"boolean value of NA is ambiguous", "A blank is neither true nor false. Ask for blanks with isna() or notna()."),
    (r"truth value of a \w+ is ambiguous", f"Write & for “and”, | for “or”, ~ for “not”. {BRACKETS}"),
    (r"unsupported operand type\(s\) for [&|]|Cannot perform 'r?(and|or)_'|[Oo]peration 'r?(and|or)_'", BRACKETS),
    (
        r"unsupported operand type|can only concatenate|must be str, not",
        "These two do not go together: is one a text, in quotation marks, and the other a number?",
    ),
    (r"missing \d+ required positional arguments?: (.+)", r"What is missing between the round brackets: \1."),
)
"""What the message of an error says, and what that means for a learner."""
KINDS = {"DataFrame": "A table", "Series": "A column", "str": "A text", "int": "A number", "float": "A number",
         "list": "A list", "dict": "A dictionary", "Case": "A case"}  # fmt: skip
UNKNOWN_KEYWORD = re.compile(r"([\w.]+)\(\) got an unexpected keyword argument '(\w+)'")


def line_on(error: BaseException, names: Mapping[str, object]) -> str:
    """Return a sentence or two on an error; nothing where there is nothing to add.

    Parameters
    ----------
    error
        The error, with its traceback.
    names
        The names of the learner's notebook.
    """
    message = str(error)
    if is_ours(error):
        said = _on_ours(error)
    elif GAP in message:
        said = f"There is a gap in this code: put something in the place of {GAP}."
    elif isinstance(error, NameError):
        said = _on_name(str(error.name), names)
    elif isinstance(error, KeyError):
        said = _on_key(error)
    elif isinstance(error, AttributeError) and "NoneType" not in message:
        said = _on_attribute(error)
    elif isinstance(error, Warning):
        said = LOST if _kind(error) == "ChainedAssignmentError" else ""
    elif match := UNKNOWN_KEYWORD.search(message):
        said = _on_keyword(match[1], match[2])
    else:
        found = (match.expand(said) for pattern, said in SENTENCES if (match := re.search(pattern, message)))
        said = next(found, "")
    return said


def is_ours(error: BaseException) -> bool:
    """Return whether an error comes from a call of the course, however deep below it."""
    is_name_of_module = isinstance(error, AttributeError) and isinstance(error.obj, ModuleType)
    return isinstance(error, ContentError) or (not is_name_of_module and any(map(_is_of_course, _frames(error))))


def place(error: BaseException, names: Mapping[str, object]) -> str:
    """Return the line of the learner's cell in which an error arose."""
    lines = [(line, frame) for frame, line in walk_tb(error.__traceback__) if frame.f_globals is names]
    if not lines:
        return ""
    number, frame = lines[-1]
    return f"line {number}: {linecache.getline(frame.f_code.co_filename, number).strip()}"


def _is_of_course(frame: FrameType) -> bool:
    return frame.f_code.co_filename.startswith(PACKAGE)


def _frames(error: BaseException) -> list[FrameType]:
    return [frame for frame, _ in walk_tb(error.__traceback__)]


def _on_ours(error: BaseException) -> str:
    """Return what we say ourselves; where we did not foresee an error, what a call of the course needs."""
    message = str(error)
    if isinstance(error, ContentError) or (type(error) in {ValueError, TypeError} and message.endswith((".", "?"))):
        return message
    case = sys.modules.get("course.case")
    if isinstance(error, AttributeError) and case and hasattr(case.Case, str(error.name)):
        return "A case is needed here. Make one with case = course.load(), and give it first."
    return f"The course could not do this with what it was given ({type(error).__name__}: {message})."


def _on_name(name: str, names: Mapping[str, object]) -> str:
    is_column = any(name in getattr(held, "columns", ()) for held in names.values() if _kind(held) == "DataFrame")
    near = "" if is_column else nearest(name, [*(each for each in names if not each.startswith("_")), *FUNCTIONS])
    text = f"It is the name of a column: write it as a text, {name!r}." if is_column else TEXT
    return f"There is no name {name!r} here. {near or text}"


def _on_attribute(error: AttributeError) -> str:
    held, name = error.obj, str(error.name)
    what = getattr(held, "__name__", "") or KINDS.get(_kind(held), f"A thing of the type {_kind(held)}")
    known = [each for each in dir(held) if not each.startswith("_")]
    return f"{what} has no {name!r}. {nearest(name, known)}".strip()


def _on_keyword(function: str, keyword: str) -> str:
    for package in map(sys.modules.get, ("pandas", "course", "builtins")):
        try:
            known = inspect.signature(attrgetter(function)(package)).parameters
        except (AttributeError, TypeError, ValueError):
            continue
        return f"{function} has no option {keyword!r}. {did_you_mean(keyword, [n for n in known if n != 'self'])}"
    return f"{function} has no option {keyword!r}."


def _on_key(error: KeyError) -> str:
    """Say which column, row or key is not there, and which one is nearest."""
    key = error.args[0] if error.args else ""
    said = re.sub(r"dtype=.*|Column not found: ", "", str(key))
    missing = re.findall(r"'([^']+)'", said) if re.search(r"\['|\('", said) else [said]
    for what, known in _known(error):
        for name in missing:
            if name not in known:
                return f"There is no {what} {name!r}. {did_you_mean(name, known[:MOST_NAMES])}"
    return ""


def _known(error: KeyError) -> Iterator[tuple[str, list[str]]]:
    """Yield the names that a key could have had: of the table that was asked, or of a dictionary in the line."""
    for frame in _frames(error):
        held = frame.f_locals.get("self")
        table: Any = getattr(held, "obj", held)  # a group, or what stands behind .loc
        if _kind(table) == "DataFrame":
            by_row = "Indexer" in _kind(held)
            rows = list(map(str, table.index)) if by_row else []
            yield ("row or column" if by_row else "column"), [*map(str, table.columns), *rows]
            return
        if _kind(table) == "Series":
            yield "row", list(map(str, table.index))
            return
    frame, number = list(walk_tb(error.__traceback__))[-1]
    for name in re.findall(r"\w+", linecache.getline(frame.f_code.co_filename, number)):
        held = frame.f_locals.get(name, frame.f_globals.get(name))
        if isinstance(held, dict):
            yield "key", list(map(str, held))


def _kind(held: object) -> str:
    return type(held).__name__
