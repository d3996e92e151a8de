"""Show a solution of a question, after its last hint: the code that the stored solution notebook answers it with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from course import content
from course.page import html
from course.questions import keeping
from course.questions.judge import State, Verdict
from course.questions.spec import find
from course.questions.standing import state_of

if TYPE_CHECKING:
    from course.questions.record import Entry
    from course.questions.spec import Question

TITLE, CODE = "A right answer", "How the tables give it, in code"
NOTED = "It is noted that you have seen a solution. Now answer in your own way."
SEEN = "You answered after a solution was shown; that is noted beside your answer."


@dataclass(frozen=True)
class Solution:
    """A solution of a question: an answer in words where it takes no code, the code, and what is said of it."""

    question: str
    words: str = ""
    code: str = ""
    said: str = ""

    def __str__(self) -> str:
        """Return the answer, the code and what is said, one below the other."""
        words = f"{TITLE}: {self.words}" if self.words else ""
        return "\n".join(filter(None, [words, self.code, html.unmarked(self.said)]))

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return self.to_html()

    def to_html(self) -> html.Html:
        """Return the solution as HTML; the code is folded away where there is an answer in words."""
        return html.solution(self.words and f"{TITLE}: {self.words}", CODE, self.code, self.said)


def solution(question_id: str) -> Solution:
    """Show a solution of a question, once all its hints are taken.

    That it was shown is kept with your answers and is in a hand-in; it does not count as an answer. For whoever has
    answered right before, nothing is noted.

    Raises
    ------
    ContentError
        There is no such question.
    """
    question = find(question_id)
    if not code_of(question):
        return Solution(question.id, said=f"There is no solution of {question.id} to show.")
    entry = keeping.read().entry(question.id)
    left = len(question.hints) - entry.hints
    if state_of(question, entry) == State.RIGHT:
        return of(question, "")
    if left > 0:
        said = f'First take the hints that are left ({left}): `course.hint("{question.id}")` gives the next one.'
        return Solution(question.id, said=said)
    problem = keeping.keep_solution(question.id)
    return of(question, f"{NOTED} {problem}".strip())


def of(question: Question, said: str = NOTED) -> Solution:
    """Return the solution of a question, with what is said of it."""
    words = question.kind.say(question.accepted[0].answer) if question.track == "reading" else ""
    return Solution(question.id, words, code_of(question), said)


def code_of(question: Question) -> str:
    """Return the code with which the stored solution answers a question; nothing where there is none."""
    answers = (cell for cell in _stored(question.notebook) if f'course.check("{question.id}"' in cell)
    return next(answers, "")


@cache
def _stored(notebook: str) -> list[str]:
    return content.code_cells(content.notebooks_folder() / "solutions" / f"{notebook}.ipynb")


def noted(verdict: Verdict, entry: Entry) -> Verdict:
    """Return a verdict that says so where a right answer came after a solution was shown."""
    return replace(verdict, next_step=SEEN) if verdict.state is State.RIGHT and entry.solution else verdict
