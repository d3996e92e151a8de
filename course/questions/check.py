"""Check an answer from code: a plain output, the same at every run."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from course.questions import keeping
from course.questions.judge import State, Verdict, judge
from course.questions.solution import noted
from course.questions.spec import find
from course.questions.standing import state_of

if TYPE_CHECKING:
    from course.questions.record import Entry


def check(question_id: str, answer: object = ...) -> Verdict:
    """Check an answer to a question.

    Parameters
    ----------
    question_id
        Such as `"3.1"`.
    answer
        The answer in whatever form; `...` stands for "not answered yet".

    Returns
    -------
    Verdict
        What was understood, what is off, what to do next. It is kept in the learner's progress.

    Raises
    ------
    ContentError
        There is no such question. A learner's answer, whatever it is, raises nothing.
    """
    question = find(question_id)
    verdict = judge(question, answer)
    if verdict.state in (State.RIGHT, State.NOT_YET):
        before: list[Entry] = []

        def stands(entry: Entry) -> State:
            before.append(entry)
            return state_of(question, entry)

        problem = keeping.keep_answer(question.id, verdict.kept, verdict.state, stands)
        for entry in before[-1:]:
            verdict = replace(noted(verdict, entry), first=_first(entry, verdict))
        if problem:
            verdict = replace(verdict, next_step=f"{verdict.next_step} {problem}".strip())
    return verdict


def _first(before: Entry, verdict: Verdict) -> Any:  # noqa: ANN401 - plain JSON
    """Return the answer that was given first; None where it was not kept."""
    return before.given[0].answer if before.given else None if before.tries else verdict.kept
