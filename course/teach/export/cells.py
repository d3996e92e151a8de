"""The cells of a question as nbgrader knows them: what is asked, where the answer goes, what gives the points."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Any

import nbformat

from course.content import ContentError
from course.page.html import CODE
from course.questions.kinds.options import options_of
from course.questions.solution import code_of
from course.say import and_
from course.teach.source import Cell

if TYPE_CHECKING:
    from course.questions.spec import Lesson, Question

SCHEMA = 3
"""The version of the metadata of a cell that nbgrader 0.6 to 0.9 read."""
POINTS = 1
"""What each question gives; an open answer gives as many points as its rubric has levels."""
BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
WAITING = "..."
SPECIAL = re.compile(r"([\\*_<>\[\]$~|#])")
"""What Markdown, and the mathematics in it, take for more than a sign."""
CHECK, ANSWER = "check", "answer"
"""The function and the name that a cell to answer in has, in a learner's notebook and in a solution."""


def asked(question: Question) -> nbformat.NotebookNode:
    """Return the text of a question: its prompt, its options with their keys, and how an answer is written."""
    lines = [
        f"### Question {question.id}",
        escaped(question.prompt),
        "\n".join(f'- `"{key}"`: {escaped(text)}' for key, text in options_of(question.kind).items()),
        f"{how_to_answer(question)} *({question.track} track, about {question.minutes} min)*",
    ]
    return _text("\n\n".join(filter(None, lines)), grade_id=f"question_{_name(question.id)}", locked=True)


def how_to_answer(question: Question) -> str:
    """Return what form an answer has in Python, in sentences."""
    columns = and_(f"`{name}`" for name in question.kind.on_paper().columns)
    return f"{question.kind.in_code} They are {columns}." if columns else question.kind.in_code


def answer(question: Question, start: str = "") -> nbformat.NotebookNode:
    """Return the cell to answer in: three dots, and for the teacher a solution that nbgrader takes out.

    Parameters
    ----------
    question
        The question; one in code has the solution of the course, any other the answer of its spec.
    start
        The cell that the course gives learners to begin with, if it does.
    """
    name = variable(question)
    begun = _begun(start, name) if start else f"{name} = {WAITING}"
    solved = _computed(question, name) if question.track == "coding" else f"{name} = {_literal(question)}"
    source = "\n".join([f"# Question {question.id}", begun, BEGIN, solved, END])
    return _code(source, grade_id=name, solution=True)


def test(question: Question) -> nbformat.NotebookNode:
    """Return the locked cell that gives the points, or says what is off; learners run it as often as they like."""
    source = f'import course\n\ncourse.require("{question.id}", {variable(question)})'
    return _code(source, grade_id=f"test_{_name(question.id)}", grade=True, locked=True, points=POINTS)


def open_answer(lesson: Lesson) -> list[nbformat.NotebookNode]:
    """Return the cells of an open answer: the prompt with its levels, and the answer, which a teacher reads."""
    if lesson.open is None:
        return []
    levels = "\n".join(f"- {escaped(level)}" for level in lesson.open.levels.values())
    text = f"### In a few sentences\n\n{escaped(lesson.open.prompt)}\n\nHow far an answer can go:\n\n{levels}"
    written = f"{BEGIN}\n{lesson.open.example}\n{END}"
    points = len(lesson.open.rubric)
    return [
        _text(text, grade_id="question_open", locked=True),
        _text(written, grade_id="answer_open", grade=True, solution=True, points=points),
    ]


def given(cell: nbformat.NotebookNode, source: str) -> nbformat.NotebookNode:
    """Return code of a lesson that no learner has to change; nbgrader puts it back where one has."""
    return _code(source, grade_id=cell.id.replace("-", "_"), locked=True)


def variable(question: Question) -> str:
    """Return the name that an answer is given to."""
    return f"answer_{_name(question.id)}"


def escaped(text: str) -> str:
    """Return a plain text as Markdown; what stands between backticks stays code."""
    return "".join(
        f"`{part}`" if place % 2 else SPECIAL.sub(r"\\\1", part) for place, part in enumerate(CODE.split(text))
    )


def _name(identity: str) -> str:
    return identity.replace(".", "_")


def _literal(question: Question) -> str:
    return repr(question.kind.keep(question.accepted[0].answer))


def _begun(start: str, name: str) -> str:
    """Return the lines that a learner begins with, without the check, for an answer of this name."""
    lines = [line for line in start.splitlines() if not line.startswith("course.check(")]
    return "\n".join(re.sub(rf"^{ANSWER} = ", f"{name} = ", line) for line in lines).strip()


def _computed(question: Question, name: str) -> str:
    """Return the solution of the course, its last line a value that is given a name and not checked."""
    code = code_of(question)
    call, texts = Cell("", code, ()).call
    if call != CHECK or texts[:1] != [question.id]:
        message = f"{question.notebook}: the solution of {question.id} does not end with its check."
        raise ContentError(message)
    last = ast.parse(code).body[-1]
    assert isinstance(last, ast.Expr)  # noqa: S101 - for the types: it is a call
    assert isinstance(last.value, ast.Call)  # noqa: S101 - for the types
    before = "\n".join(code.splitlines()[: last.lineno - 1])
    value = ast.get_source_segment(code, last.value.args[1])
    return f"{before}\n{name} = {value}".strip()


def _text(source: str, **marks: Any) -> nbformat.NotebookNode:  # noqa: ANN401 - what nbgrader knows of a cell
    return nbformat.v4.new_markdown_cell(source, id=_id(marks["grade_id"]), metadata={"nbgrader": _marked(**marks)})


def _code(source: str, **marks: Any) -> nbformat.NotebookNode:  # noqa: ANN401
    return nbformat.v4.new_code_cell(source, id=_id(marks["grade_id"]), metadata={"nbgrader": _marked(**marks)})


def _id(grade_id: str) -> str:
    return grade_id.replace("_", "-")


def _marked(**marks: Any) -> dict[str, Any]:  # noqa: ANN401
    marked = {"grade": False, "locked": False, "schema_version": SCHEMA, "solution": False, "task": False}
    return marked | marks
