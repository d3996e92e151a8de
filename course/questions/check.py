"""Check an answer from code: a plain output, the same at every run."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from course.questions import keeping
from course.questions.judge import State, Verdict, judge
from course.questions.solution import noted
from course.questions.spec import find
from course.questions.standing import state_of


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
    verdict = noted(judge(question, answer), keeping.read().entry(question.id))
    if verdict.state in (State.RIGHT, State.NOT_YET):
        problem = keeping.keep_answer(question.id, verdict.kept, verdict.state, partial(state_of, question))
        verdict = replace(verdict, next_step=f"{verdict.next_step} {problem}".strip())
    return verdict
