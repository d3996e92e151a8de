"""A block to paste into a spec, for an answer that no misconception foresaw: all but its name and its feedback."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING, Any

from course.questions.kinds.limits import NO_LIMIT
from course.questions.kinds.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.questions.spec import Question

GAP = "…"
"""What stands where an author writes."""
MOST_CELLS = 6
"""How many cells of a table a condition names at most: one that names them all meets one answer only."""
BARE = re.compile(r"[A-Za-z0-9_-]+")
UNSEEN = {"Cc", "Cf", "Zl", "Zp"}
"""The kinds of letters that an author would not see, or that turn the line around: they are pasted as escapes."""


def block(question: Question, answer: Any) -> str:  # noqa: ANN401 - each kind has its own
    """Return the lines to paste below a question, or nothing where its kind cannot read the answer.

    Parameters
    ----------
    question
        The question, as its spec says it.
    answer
        The answer as plain JSON, as it is kept.
    """
    try:
        condition = _condition(question, answer)
    except ValueError:
        return ""
    if not condition:
        return ""
    return "\n".join([
        f"# question {question.id} in {question.notebook}.toml; the name is one of misreadings.csv",
        "[[question.misconception]]",
        f'name = "{GAP}"',
        *(f"{_key(key)} = {toml(value)}" for key, value in condition.items()),
        f'feedback = "{GAP}"',
    ])  # fmt: skip


def _condition(question: Question, answer: Any) -> Mapping[str, Any]:  # noqa: ANN401
    kind = question.kind
    given = kind.need(answer)
    if isinstance(kind, Table):
        return _of_table(question, kind, given)
    kept = kind.keep(given)
    if isinstance(kept, dict):  # two ends, either of which can be open
        kept = {name: NO_LIMIT if end is None else end for name, end in kept.items()}
    return {"answer": kept}


def _of_table(question: Question, kind: Table, given: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return what tells a table from the right one that is nearest: rows too few, rows too many, or cells.

    Where another right table would meet that too, which the loader refuses, it is all of the table; where it is right
    itself, nothing.
    """
    right = [each.answer for each in question.accepted]
    wanted = kind.nearest(given, right)
    records = dict(zip(given, kind.keep(given), strict=True))
    lacks, extra = [key for key in wanted if key not in given], [key for key in given if key not in wanted]
    cells = [(column, key) for key in given for column in kind.columns]
    off = [
        (column, key)
        for column, key in cells
        if key in wanted and given[key][place := kind.columns.index(column)] != wanted[key][place]
    ]
    for contains, some in ((extra, off[:MOST_CELLS]), (list(given), cells)):
        values: dict[str, dict[str, Any]] = {}
        for column, key in some:
            values.setdefault(column, {})[key] = records[key][column]
        every = {"lacks": lacks, "contains": contains, "values": values}
        condition = {name: value for name, value in every.items() if value}
        if not any(kind.meets(each, condition) for each in right):
            return condition
    return {}


def toml(value: Any) -> str:  # noqa: ANN401
    """Return a value of plain JSON as TOML, on one line."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return "".join(map(_escaped, json.dumps(value, ensure_ascii=False)))
        case dict():
            return f"{{ {', '.join(f'{_key(key)} = {toml(each)}' for key, each in value.items())} }}"
        case list() | tuple():
            return f"[{', '.join(map(toml, value))}]"
    return repr(value)


def _key(name: str) -> str:
    return name if BARE.fullmatch(name) else toml(name)


def _escaped(letter: str) -> str:
    """Return a letter as it can be pasted; half of a pair, which no TOML has, becomes the sign for what is lost."""
    kind = unicodedata.category(letter)
    if kind == "Cs":
        return "\N{REPLACEMENT CHARACTER}"
    return f"\\U{ord(letter):08x}" if kind in UNSEEN else letter
