"""Answers in the outputs of a notebook's cells: what `course.check` laid there, or literals in the cell itself."""

from __future__ import annotations

import ast
import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from course.questions.judge import ANSWER_TYPE, State, judge
from course.questions.record import Entry, Try
from course.questions.spec import questions
from course.teach.collect import faults
from course.teach.collect.values import TooLarge, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course.teach.collect.faults import Faults

SAID = re.compile(r"(\d{1,2}\.\d{1,2})  [✓✗] (?:right|not yet)\b")
"""How the text of a verdict begins; what was not answered or could not be read is no answer."""
LONGEST_SOURCE = 20_000
MOST_OUTPUTS = 200
UNKNOWN_TRIES = 2
"""How many tries are counted where it is not known how many there were."""


def entries(code: list[dict[str, Any]], off: Faults) -> dict[str, Entry]:
    """Return an entry for each question that was checked in some cells, as far as its answer is there."""
    known = questions()
    found: dict[str, Entry] = {}
    bare: set[str] = set()
    for cell in code:
        for name, given in _checked(cell):
            if name not in known:
                off.note(faults.UNKNOWN, name)
            elif not given:
                bare.add(name)
            elif entry := _entry(name, given, off):
                found[name] = joined(found.get(name), entry)
    for name in known:
        if name in bare and name not in found:
            off.note(faults.CHECKED, name)
    return found


def joined(one: Entry | None, other: Entry | None) -> Entry:
    """Return two entries of a question as one: the tries of one that has any, and a right answer before others."""
    if one is None or other is None:
        return one or other or Entry()
    base, more = (other, one) if other.given and not one.given else (one, other)
    hints = max(one.hints, other.hints)
    if more.tried == base.tried or not more.tries:
        return replace(base, hints=hints)
    tries = (*base.given, more.given[-1]) if base.given and more.given else base.given
    right = more.state == State.RIGHT != base.state or base.state != State.RIGHT
    answer = more if right else base
    return replace(
        base,
        answer=answer.answer,
        state=answer.state,
        tried=more.tried,
        tries=max(base.tries, len(tries), UNKNOWN_TRIES),
        hints=hints,
        given=tries,
    )


def source(cell: dict[str, Any]) -> str:
    """Return the text of a cell; nothing where it has none."""
    given = cell.get("source")
    lines = given if isinstance(given, list) else [given]
    return "".join(line for line in lines if isinstance(line, str))


def _checked(cell: dict[str, Any]) -> Iterator[tuple[str, list[Any]]]:
    """Yield each question that was checked in a cell, with the answers that are known: the first one, and the last."""
    outputs = cell.get("outputs")
    literals: dict[str, Any] | None = None
    for output in outputs[:MOST_OUTPUTS] if isinstance(outputs, list) else []:
        data = output.get("data") if isinstance(output, dict) else None
        if not isinstance(data, dict):
            continue
        laid = data.get(ANSWER_TYPE)
        if isinstance(laid, dict) and isinstance(laid.get("question"), str) and "answer" in laid:
            first = laid.get("first", laid["answer"])
            yield laid["question"], [laid["answer"]] if first is None else [first, laid["answer"]]
        elif said := SAID.match(source({"source": data.get("text/plain")})[:100]):
            literals = _literals(source(cell)) if literals is None else literals
            yield said[1], [literals[said[1]]] if said[1] in literals else []


def _entry(name: str, given: list[Any], off: Faults) -> Entry | None:
    """Return the entry of a question whose answers are known: one, or the first and the last."""
    try:
        verdicts = [judge(questions()[name], plain(each)) for each in given]
    except TooLarge:
        off.note(faults.LONG, name)
        return None
    if any(verdict.kept is None for verdict in verdicts):
        off.note(faults.UNREAD, name)
        return None
    tries = [Try(verdict.kept, str(verdict.state), 0, "") for verdict in verdicts]
    last = tries[-1]
    if len(tries) == 1:
        return Entry(last.answer, last.state, last.answer, UNKNOWN_TRIES)
    few = tuple(tries[-1:] if tries[0].answer == last.answer else tries)
    return Entry(last.answer, last.state, last.answer, len(few), given=few)


def _literals(text: str) -> dict[str, Any]:
    """Return the answers that stand as they are in calls of `course.check`, by the questions; nothing is run."""
    lines = [line for line in text[:LONGEST_SOURCE].splitlines() if not line.lstrip().startswith(("%", "!"))]
    try:
        tree = ast.parse("\n".join(lines))
        return dict(_of_calls(tree))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}


def _of_calls(tree: ast.Module) -> Iterator[tuple[str, Any]]:
    stores = Counter(
        node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    )
    named: dict[str, ast.expr] = {}
    for statement in tree.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if stores[name] == 1:
                named[name] = value
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Name(id="check") | ast.Attribute(attr="check"),
                args=[ast.Constant(value=str(question)), answer, *_],
            ):
                meant = named.get(answer.id) if isinstance(answer, ast.Name) else answer
                if meant is not None and (value := _value(meant)) is not ...:
                    yield question, value


def _value(node: ast.expr) -> Any:  # noqa: ANN401 - whatever a literal is
    """Return what a literal stands for as JSON has it; `...` where it is no literal."""
    try:
        value = ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
        return ...
    if isinstance(value, tuple | set | frozenset):
        value = sorted(value, key=str) if isinstance(value, set | frozenset) else list(value)
    return value if isinstance(value, str | int | float | list | dict | None) else ...
