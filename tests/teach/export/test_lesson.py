"""A lesson as a notebook of nbgrader: it runs alone, right answers pass, blank ones do not, and nothing is kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from course.questions.spec import lessons
from course.teach.export.lesson import notebook

if TYPE_CHECKING:
    from pathlib import Path

    import nbformat

    from course.questions.spec import Lesson

EVERY = lessons()
BLOCK = re.compile("### BEGIN SOLUTION.*### END SOLUTION", re.DOTALL)
names = pytest.mark.parametrize("lesson", EVERY, ids=lambda lesson: lesson.notebook)


def marks(cell: nbformat.NotebookNode) -> dict[str, Any]:
    return dict(cell.metadata.get("nbgrader", {}))


@names
def test_each_question_is_asked_answered_and_graded_once_in_its_order(lesson: Lesson) -> None:
    cells = notebook(lesson).cells
    graded = [marks(cell)["grade_id"] for cell in cells if marks(cell).get("grade") and cell.cell_type == "code"]
    assert graded == [f"test_{question.id.replace('.', '_')}" for question in lesson.questions]
    identities = [marks(cell)["grade_id"] for cell in cells if marks(cell)]
    assert len(identities) == len(set(identities))
    for question in lesson.questions:
        kinds = [
            name for name in ("question", "answer", "test") if f"{name}_{question.id.replace('.', '_')}" in identities
        ]
        assert kinds == ["question", "answer", "test"]
    assert ("answer_open" in identities) == (lesson.open is not None)


@names
def test_nothing_of_our_own_page_is_left(lesson: Lesson) -> None:
    text = "\n".join(cell.source for cell in notebook(lesson).cells)
    calls = set(re.findall(r"course\.(\w+)\(", text))
    assert not calls & {"ask", "check", "note", "opening", "ending", "home", "hand_in", "small_task", "save_progress"}
    assert "card above" not in text
    assert re.findall(r"\]\((?!http)[^)]*\)", text) == [], "no link leads to a file that is not there"
    assert text.count("How this notebook works") == 1


@names
def test_code_of_the_lesson_is_locked_and_answers_are_not(lesson: Lesson) -> None:
    for cell in notebook(lesson).cells:
        if cell.cell_type == "code" and marks(cell):
            assert marks(cell)["locked"] is not marks(cell)["solution"]


def test_what_a_text_asks_learners_to_change_is_not_locked() -> None:
    free = [
        cell.source
        for lesson in EVERY
        for cell in notebook(lesson).cells
        if cell.cell_type == "code" and not marks(cell)
    ]
    assert 'course.glossary("bounds")' in free
    assert any('coder="Ada"' in source for source in free)
    assert not any("course.load()\n" in source for source in free)


@names
def test_with_its_solutions_each_test_passes_and_without_them_none(
    lesson: Lesson, progress_file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    cells = [cell for cell in notebook(lesson).cells if cell.cell_type == "code"]
    assert _passed(cells, is_solved=True) == len(lesson.questions)
    assert _passed(cells, is_solved=False) == 0
    assert not progress_file.exists(), "grading keeps nothing"
    assert [each for each in tmp_path.rglob("*") if each.is_file()] == []


def _passed(cells: list[nbformat.NotebookNode], *, is_solved: bool) -> int:
    """Run cells one after another, and return how many of those that give points pass."""
    names: dict[str, Any] = {}
    passed = 0
    for cell in cells:
        source = cell.source if is_solved else BLOCK.sub("", cell.source)
        try:
            exec(compile(source, cell.id, "exec"), names)  # noqa: S102 - it is our own notebook
        except AssertionError:
            assert marks(cell)["grade"], source
        else:
            passed += marks(cell).get("grade", False)
    return passed
