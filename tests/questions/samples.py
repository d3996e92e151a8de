"""Questions made for the tests: one of every kind, and one to be broken."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from course.questions.kinds.number import Number
from course.questions.spec import Accepted, Misconception, read_lesson

if TYPE_CHECKING:
    from course.questions.spec import Question

OPTIONS = "options = { a = 'the call', b = 'the speech', c = 'the meeting' }"
KINDS = {
    "number": ("", "7", "answer = 8", "between = [10, 20]"),
    "choice": (OPTIONS, "'b'", "answer = 'a'", "answer = 'c'"),
    "choices": (OPTIONS, "['a', 'b']", "contains = ['c']", "lacks = ['a']"),
    "order": (OPTIONS, "['b', 'c', 'a']", "first = 'a'", "before = ['c', 'b']"),
    "bounds": ("", "{ low = 5, high = 'no limit' }", "high = 9", "low = 6"),
    "date": ("", "'2022-02-02'", "answer = '2022-02-03'", "between = ['2021-01-01', '2021-12-31']"),
    "dates": ("", "{ start = '2022-01-31', end = '2022-02-03' }", "end = '2022-02-06'", "start = '2022-02-01'"),
    "text": ("", "'denies'", "answer = 'says'", "says = 'not'"),
    "table": ("key = 'k'\ncolumns = ['n']", "[{ k = 'x', n = 1 }, { k = 'y', n = 2 }]", "lacks = ['x']", "contains = ['z']"),
}  # fmt: skip
"""Of each kind: its parts, the accepted answer, and the conditions of two misconceptions."""


GOOD = """
notebook = "09_test"
title = "A test"
about = "A test."
can = "test"
aims = ["test"]
needs = []
read = 1
talk = 0
case = "macron-biden-call"

[[question]]
id = "9.1"
kind = "number"
track = "reading"
prompt = "How many?"
outcome = "count"
level = "apply"
minutes = 1
paragraphs = [4]
right = "Yes."
default = "No."
hints = ["Look.", "Look closer."]

[[question.accepted]]
answer = 4

[[question.misconception]]
name = "count-slip"
answer = 5
feedback = "One too many."

[[question.misconception]]
name = "other-thing-counted"
between = [6, 9]
feedback = "Far too many."
"""
"""A file with one question that is as it should be, to be broken."""


def spec(kind: str, number: int = 1) -> str:
    """Return the spec of a question of a kind, as TOML."""
    parts, accepted, one, other = KINDS[kind]
    return f"""
[[question]]
id = "9.{number}"
kind = "{kind}"
track = "reading"
prompt = "A question of the kind {kind}?"
outcome = "test"
level = "apply"
minutes = 1
paragraphs = [4]
right = "Right."
default = "By default."
hints = ["Look.", "Look closer."]
{parts}
[[question.accepted]]
answer = {accepted}
[[question.misconception]]
name = "hedge-dropped"
{one}
feedback = "The first misreading."
[[question.misconception]]
name = "left-out"
{other}
feedback = "The second misreading."
"""


def file(*kinds: str) -> str:
    """Return a spec file with a question of each of these kinds."""
    head = GOOD.partition("[[question]]")[0]
    return head + "".join(spec(kind, number) for number, kind in enumerate(kinds, start=1))


@cache
def sample(kind: str) -> Question:
    """Return a question of a kind."""
    return read(kind)


def share() -> Question:
    """Return a question for a share: 0.7, which 70 is too."""
    accepted = tuple(Accepted(answer, "Right.") for answer in (0.7, 70.0))
    foreseen = (
        Misconception({"answer": 0.3}, "Those that differ.", "other-question"),
        Misconception({"between": [0.38, 0.39]}, "Of all.", "zero-for-blank"),
    )
    return replace(sample("number"), kind=Number(shares=True), accepted=accepted, misconceptions=foreseen)


def read(kind: str) -> Question:
    """Return a question of a kind, read anew."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "09_test.toml"
        path.write_text(file(kind), encoding="utf-8")
        [question] = read_lesson(path).questions
    return question
