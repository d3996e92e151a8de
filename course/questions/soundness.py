"""Whether a question is sound: no right answer meets a misconception, each one can speak, no hint tells the answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from course import content

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course.questions.spec import Question

FEWEST_HINTS = {"reading": 2, "coding": 3}
GAP = re.compile("`[^`]*____[^`]*`")
"""What the last hint of a question in code has: code with a gap."""
FEWEST_MISCONCEPTIONS = 2


def faults(question: Question) -> Iterator[str]:
    """Yield a sentence on each thing that makes a question unsound.

    Raises
    ------
    ContentError
        The digest of its case cannot be read.
    """
    digest = content.shipped_digest(question.case)
    for number in question.paragraphs:
        if number not in digest:
            yield f"paragraph {number} is not in the case {question.case}: it has 1 to {len(digest)}."
    yield from _of_misconceptions(question)
    fewest = FEWEST_HINTS[question.track]
    if len(question.hints) < fewest:
        yield f"at least {fewest} hints are needed, from a nudge to nearly there."
    elif question.track == "coding" and not GAP.search(question.hints[-1]):
        yield "the last hint of a question in code has code with a gap: `answer = ____`, between backticks."
    for hint in question.hints:
        if any(question.kind.gives_away(hint, accepted.answer) for accepted in question.accepted):
            yield f"the hint {hint!r} gives the answer away."


def _of_misconceptions(question: Question) -> Iterator[str]:
    kind, misconceptions = question.kind, question.misconceptions
    if len(misconceptions) < FEWEST_MISCONCEPTIONS:
        yield f"at least {FEWEST_MISCONCEPTIONS} misconceptions are needed."
    for misconception in misconceptions:
        condition = dict(misconception.condition)
        for accepted in question.accepted:
            if kind.meets(accepted.answer, condition):
                yield f"{kind.say(accepted.answer)} is right and meets the misconception {condition!r}."
        if condition.keys() == {"answer"}:
            given = kind.need(condition["answer"])
            if next(each for each in misconceptions if kind.meets(given, each.condition)) != misconception:
                yield f"misconception {condition!r}: an earlier one meets it. Put it before that."
