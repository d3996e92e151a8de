"""A lesson as a notebook of nbgrader: its texts and pictures, and cells to answer in instead of what needs our page."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import nbformat

from course import content
from course.teach.build import KERNEL, read_source
from course.teach.export import cells
from course.teach.folds import folded
from course.teach.marks import IN_CODE, KEY, LEARNER, OPEN, PAPER, SCREEN, SOLUTION
from course.teach.source import Cell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course.questions.spec import Lesson

HOW = """\
**How this notebook works.** Run a cell with Shift + Enter. Write each answer in the place of the three dots `...`, run
the cell, then run the cell below it: it says what your answer means. You can try as often as you like.
Where a text says that you click, you write. `course.hint("{first}")` in a cell of your own gives a hint."""
WRITE = "*Click on this text twice and write here.*"
PARTS_OF_THE_PAGE = frozenset({"run", "task", "hint", "keyboard", "keep", "hand-in", "stand"})
"""The keys of parts that are about our own page: how it is used, how answers are kept and handed in there."""
PARTS_AS_ON_PAPER = frozenset({"", "answer", "again"})
"""The keys of parts, the top among them, of which the words for the screen are about our own page."""
PAGES = frozenset({"opening", "ending", "home", "hand_in", "save_progress", "restore_progress", "small_task"})
"""Public functions that draw a part of our page: a cell that ends with one has its other lines alone."""
ASK, NOTE, OPEN_ANSWER = "ask", "note", "open_answer"


def notebook(lesson: Lesson) -> nbformat.NotebookNode:
    """Return the notebook of a lesson, with solutions and points, for the folder `source` of nbgrader.

    Raises
    ------
    ContentError
        The source is not marked as it should be, or a solution is missing.
    """
    pages = read_source(content.notebooks_folder() / "source" / f"{lesson.notebook}.md")
    made = nbformat.v4.new_notebook(metadata={"kernelspec": KERNEL})
    made.cells = list(_Notebook(lesson).cells(pages))
    nbformat.validate(made)
    return made


class _Notebook:
    """What is known while a lesson is gone through: the part, and which notes have been asked for."""

    def __init__(self, lesson: Lesson) -> None:
        self._lesson = lesson
        self._questions = {question.id: question for question in lesson.questions}
        self._part = ""
        self._notes: set[str] = set()
        self._has_told = False

    def cells(self, pages: nbformat.NotebookNode) -> Iterator[nbformat.NotebookNode]:
        for cell in pages.cells:
            self._part = cell.metadata.get(KEY, self._part)
            tags = set(cell.metadata.get("tags", []))
            if self._part in PARTS_OF_THE_PAGE or SOLUTION in tags:
                continue
            if cell.cell_type == "code":
                yield from self._of_code(cell, tags)
            elif (SCREEN if self._part in PARTS_AS_ON_PAPER else PAPER) not in tags:
                yield nbformat.v4.new_markdown_cell(folded(cell.source), id=cell.id)

    def _of_code(self, cell: nbformat.NotebookNode, tags: set[str]) -> Iterator[nbformat.NotebookNode]:
        call, texts = Cell(cell.id, cell.source, ()).call
        question = self._questions.get(texts[0]) if texts else None
        if not self._has_told:
            self._has_told = True
            yield nbformat.v4.new_markdown_cell(HOW.format(first=self._lesson.questions[0].id), id="how")
        if call == ASK and question:
            yield cells.asked(question)
            if question.track == "reading":
                yield from (cells.answer(question), cells.test(question))
        elif call == cells.CHECK and LEARNER in tags and question:
            yield from (cells.answer(question, cell.source), cells.test(question))
        elif call == OPEN_ANSWER:
            yield from cells.open_answer(self._lesson)
        elif call == NOTE and texts[0] not in self._notes:
            self._notes.add(texts[0])
            yield nbformat.v4.new_markdown_cell(f"**{cells.escaped(texts[1])}**\n\n{WRITE}", id=cell.id)
        elif call != NOTE and (source := _without_page(cell.source, call)):
            shown = self._shown(cell, source, tags)
            if self._part != IN_CODE and OPEN not in tags:
                shown.metadata["jupyter"] = {"source_hidden": True}
            yield shown

    def _shown(self, cell: nbformat.NotebookNode, source: str, tags: set[str]) -> nbformat.NotebookNode:
        """Return code that shows something: locked, but where a text asks learners to change it."""
        if LEARNER in tags or (OPEN in tags and self._part):
            return nbformat.v4.new_code_cell(source, id=cell.id)
        return cells.given(cell, source)


def _without_page(code: str, call: str) -> str:
    """Return code without a last line that draws a part of our page."""
    if call not in PAGES:
        return code
    last = ast.parse(code).body[-1]
    return "\n".join(code.splitlines()[: last.lineno - 1]).strip()
