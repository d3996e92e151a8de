"""Want a right answer from code: for programs that grade notebooks, such as nbgrader. Nothing is kept."""

from __future__ import annotations

from dataclasses import replace

from course.questions.judge import State, judge
from course.questions.spec import find


class NotRightError(AssertionError):
    """An answer is not right; its text says what it means and what to do next."""

    def _render_traceback_(self) -> list[str]:
        """Return what a notebook shows of it: what it says, without the lines of code that led to it."""
        return [str(self)]


def require(question_id: str, answer: object = ...) -> None:
    """Want the right answer to a question, and print what is said of it.

    Parameters
    ----------
    question_id
        Such as `"3.1"`.
    answer
        The answer in whatever form `course.check` takes; `...` stands for "not answered yet".

    Raises
    ------
    NotRightError
        The answer is not right, could not be read, or is not given. It is an `AssertionError`, for which a cell of
        tests gets no points; it says what `course.check` says. Nothing is kept in a learner's progress.
    ContentError
        There is no such question.

    Examples
    --------
    >>> import course
    >>> course.require("3.1", 4)
    3.1  ✓ right
    Your answer: 4
    Yes. Four out of nine: more than half of the mentions give no number at all.
    """
    question = find(question_id)
    verdict = judge(question, answer)
    if verdict.state is State.RIGHT:
        print(verdict)  # noqa: T201 - a value that a cell ends with could be taken for points
        return
    stuck = f'Stuck? Run `course.hint("{question.id}")` in a cell of your own.' if verdict.next_step else ""
    raise NotRightError(str(replace(verdict, next_step=stuck)))
