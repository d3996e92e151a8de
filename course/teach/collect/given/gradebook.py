"""The tables that a teacher gets of a class: a row a learner, the columns that Moodle and Canvas take, all answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from course.questions.spec import lessons
from course.questions.standing import takes_code
from course.teach.collect.given.cells import NotWrittenError, Tables, data, text
from course.teach.collect.given.learners import asked, judged, learners, missing

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    from course.questions.spec import Lesson
    from course.teach.collect.given.cells import Cell
    from course.teach.collect.given.learners import Answered, Learner

__all__ = ["NotWrittenError", "write_tables"]
GRADEBOOK, MOODLE, CANVAS, ANSWERS = "gradebook.csv", "moodle.csv", "canvas.csv", "answers.csv"
WHO = ("learner", "owner", "files", "written", "lessons")
SUMS = ("right", "tried", "hints")
OF_MOODLE = ("Identifier", "Full name", "Grade", "Last modified (grade)")
OF_CANVAS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
OF_ANSWERS = ("learner", "owner", "file", "lesson", "question", "place", "answer", "said", "state", "misreading",
              "hints", "at", "counted")  # fmt: skip
COLUMN = "Q{}"
"""The column of a question; a bare 3.10 would be 3.1 in a spreadsheet, or the third of October."""
RIGHT, SHOWN, NOT_YET, HINT = "right", "shown", "not yet", "hint"
POINTS = "    Points Possible"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
TRIED_IN = "select distinct question from entry where tries > 0 or hints > 0"


@dataclass(frozen=True)
class Counted:
    """A lesson of which somebody handed something in, and its questions that need no code: what platforms count."""

    lesson: Lesson
    ids: tuple[str, ...]

    @property
    def on_moodle(self) -> str:
        """Its column for Moodle."""
        return f"right answers of lesson {self.lesson.number} (of {len(self.ids)})"

    @property
    def on_canvas(self) -> str:
        """Its column for Canvas, which makes an assignment of that name."""
        return f"Between the Lines {self.lesson.number}: {self.lesson.title}"

    def right(self, learner: Learner) -> int | None:
        """Return how many of its questions are right; None where the learner tried none of the lesson."""
        own = (learner.answers.get(question.id) for question in self.lesson.questions)
        if not any(each and each.tries for each in own):
            return None
        return sum(each.is_right for name in self.ids if (each := learner.answers.get(name)))


def write_tables(connection: sqlite3.Connection, out: Path) -> list[Path]:
    """Write `gradebook.csv`, `moodle.csv`, `canvas.csv` and `answers.csv`.

    Parameters
    ----------
    connection
        The store.
    out
        The folder that they are written to, each in one step.

    Returns
    -------
    list of Path
        Where they are.

    Raises
    ------
    NotWrittenError
        Some could not be written, for another program has them open; the others are.
    """
    here = counted(connection)
    with Tables(out) as tables:
        for name, head in heads(here).items():
            tables.write(name, head)
        tables.write(CANVAS, [POINTS, *[""] * (len(OF_CANVAS) - 1), *(len(each.ids) for each in here)])
        for learner in learners(connection):
            _write(tables, learner, here)
            tables.write(ANSWERS, *_answers(learner))
        for learner in missing(connection):
            _write(tables, learner, here)
        return tables.close()


def counted(connection: sqlite3.Connection) -> list[Counted]:
    """Return the lessons of which somebody handed in an answer or took a hint."""
    met = {question for (question,) in connection.execute(TRIED_IN)}
    return [
        Counted(lesson, tuple(question.id for question in lesson.questions if not takes_code(question)))
        for lesson in lessons()
        if any(question.id in met for question in lesson.questions)
    ]


def heads(here: list[Counted]) -> dict[str, list[str]]:
    """Return the columns of each table."""
    asked_here = [COLUMN.format(question.id) for each in here for question in each.lesson.questions]
    return {
        GRADEBOOK: [*WHO, *asked_here, *SUMS],
        MOODLE: [*OF_MOODLE, *(each.on_moodle for each in here)],
        CANVAS: [*OF_CANVAS, *(each.on_canvas for each in here)],
        ANSWERS: [*OF_ANSWERS],
    }


def cell(answered: Answered | None) -> str:
    """Return how a learner stands with a question, in a word and the number of tries where there were several."""
    if answered is None or not (answered.tries or answered.hints or answered.solution):
        return ""
    if not answered.tries:
        return HINT
    if not answered.is_right:
        return f"{NOT_YET} {answered.tries}"
    word = SHOWN if answered.solution else RIGHT
    return word if answered.right_at == 1 else f"{word} {answered.right_at}"


def _write(tables: Tables, learner: Learner, here: list[Counted]) -> None:
    """Write a learner's row of each table that has one."""
    name, rights = text(learner.name), [each.right(learner) for each in here]
    sums = [right for right in rights if right is not None]
    number = learner.account("moodle")
    participant, grade = f"Participant {text(number)}" if number else "", sum(sums) if sums else ""
    tables.write(GRADEBOOK, _gradebook(learner, here))
    tables.write(MOODLE, [participant, name, grade, "", *rights])
    tables.write(CANVAS, [name, text(learner.account("canvas")), "", "", "", *rights])


def _gradebook(learner: Learner, here: list[Counted]) -> list[Cell]:
    own = [cell(learner.answers.get(question.id)) for each in here for question in each.lesson.questions]
    row: list[Cell] = [text(learner.name), text(learner.owner), learner.files]
    if not learner.files:
        return [*row, "", "", *own, *[""] * len(SUMS)]
    answers = learner.answers.values()
    lesson_of = {asked()[each.question].notebook[:2] for each in answers if each.question in asked() and each.tries}
    lesson_of.update(each.notebook for each in learner.writings)
    right, tried = sum(each.is_right for each in answers), sum(each.tries > 0 for each in answers)
    return [*row, _moment(learner.written), len(lesson_of), *own, right, tried, sum(each.hints for each in answers)]


def _moment(written: str) -> str:
    """Return a moment as spreadsheets of all languages read it."""
    return written[:16].replace("T", " ") if MOMENT.match(written) else text(written)


def _answers(learner: Learner) -> Iterator[tuple[Cell, ...]]:
    """Yield a row a try; one without an answer where only hints were taken, or no answer is kept."""
    name, owner = text(learner.name), text(learner.owner)
    for each in learner.every:
        who = name, owner, text(each.file), *_of_question(each.question)
        end = "yes" if each.counts else "no"
        for place, tried in enumerate(each.given, 1):
            what = _of_answer(each.question, tried.answer)
            yield *who, place, *what, tried.state, tried.met, tried.hints, text(tried.at), end
        if not each.given and (each.tries or each.hints):
            yield *who, "", "", "", each.state, "", each.hints, "", end


@lru_cache(maxsize=1024)
def _of_question(name: str) -> tuple[str, str]:
    """Return the cells of a question: its lesson, and its column in the gradebook."""
    question = asked().get(name)
    return question.notebook if question else "", COLUMN.format(text(name))


@lru_cache(maxsize=4096)
def _of_answer(question: str, answer: str) -> tuple[str, str]:
    """Return the cells of an answer: as JSON, and in words; a class gives the same ones."""
    verdict = judged(question, answer)
    return data(answer), text(verdict.understood) if verdict else ""
