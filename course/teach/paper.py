"""From a source and its solution to what a learner gets on paper: the same text, with nothing that needs a screen."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING, Any

from course.content import ContentError
from course.teach.marks import LEARNER, LEVEL, NOT_PRINTED, TALK
from course.teach.outputs import Shown, paragraphs, shown, without_repeats
from course.teach.prose import blocks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import nbformat

    from course.questions.spec import Question
    from course.teach.guides import Guide
    from course.teach.source import Cell, Source

NOTHING = {
    "begin_anew",
    "opening",
    "ending",
    "hint",
    "solution",
    "progress",
    "hand_in",
    "check",
    "save_progress",
    "restore_progress",
}
"""The functions of the course that make sense with a kernel only."""
FORMS = ("open_answer", "small_task")
"""The functions of the course that give a form to fill in; its template has it on paper."""
CODE_PART = "This part needs a computer."
CODE_QUESTION = "Question {} needs a computer."
STANDS_STILL = (
    "On a computer you can change this. Here it stands still. What would you change, and what would you look for?"
)
OWN_WORDS = "Your own words:"


@dataclass(frozen=True)
class Item:
    """One thing on a learner's page.

    Attributes
    ----------
    kind
        `text` (as it is), `shown` (what a cell shows), `explorer` (the same, of an explorer), `question`, `note` (a
        field for own words), `open_answer`, `small_task`, `task` (what to do, with lines) or `screen` (that a computer
        is needed).
    html
        The words of it, as HTML.
    shown, question
        What it shows, and the question that it asks.
    picture
        The address of a picture of its figure, or nothing where there is none.
    """

    kind: str
    html: str = ""
    shown: Shown | None = None
    question: Question | None = None
    picture: str = ""


@dataclass(frozen=True)
class Part:
    """One part of a notebook: its heading, and what stands below it."""

    title: str
    items: tuple[Item, ...]


def parts(
    source: Source, guide: Guide, questions: Mapping[str, Question], solution: nbformat.NotebookNode
) -> tuple[Part, ...]:
    """Return the parts of a notebook as they stand on paper; the first one has no title.

    Raises
    ------
    ContentError
        The solution is not that of the source.
    """
    writer = _Writer(guide, questions, _outputs(source, solution))
    made = (Part(part.title, tuple(writer.items(part.cells))) for part in source.parts if not part.screen_only)
    return tuple(part for part in made if part.items)


def with_pictures(made: Sequence[Part], draw: Callable[[list[dict[str, Any]]], list[bytes]]) -> tuple[Part, ...]:
    """Return the same parts with a picture of each figure in them; `draw` makes SVGs of figures."""
    figures = [item.shown.figure for part in made for item in part.items if item.shown and item.shown.figure]
    drawn = iter(f"data:image/svg+xml;base64,{b64encode(svg).decode()}" for svg in draw(figures))
    return tuple(
        replace(
            part,
            items=tuple(
                replace(item, picture=next(drawn)) if item.shown and item.shown.figure else item for item in part.items
            ),
        )
        for part in made
    )


def asked(made: Sequence[Part]) -> tuple[Question, ...]:
    """Return the questions that stand on the pages, in their order."""
    return tuple(item.question for part in made for item in part.items if item.question)


def paragraphs_shown(made: Sequence[Part]) -> set[int]:
    """Return the paragraphs of the report that stand on the pages in our words."""
    found = [paragraphs(item.shown.html) for part in made for item in part.items if item.shown]
    return set().union(*found)


def _outputs(source: Source, solution: nbformat.NotebookNode) -> dict[str, list[dict[str, Any]]]:
    cells = {cell.id: cell for cell in solution.cells}
    for cell in source.cells:
        if cell.is_code and LEARNER not in cell.tags and (cell.id not in cells or cells[cell.id].source != cell.code):
            number = source.name[:2]
            message = f"solutions/{source.name}.ipynb: it is not up to date with its source. Run: course build {number}"
            raise ContentError(message)
    return {identity: list(cell.get("outputs", [])) for identity, cell in cells.items()}


class _Writer:
    """Writes one part after another."""

    def __init__(
        self, guide: Guide, questions: Mapping[str, Question], outputs: Mapping[str, list[dict[str, Any]]]
    ) -> None:
        self.tasks = {task.part: "".join(block.html for block in blocks(task.do)) for task in guide.tasks}
        self.questions = questions
        self.outputs = outputs
        self.seen: set[int] = set()

    def items(self, cells: Sequence[Cell]) -> Iterator[Item]:
        printed = [cell for cell in cells if not NOT_PRINTED & cell.tags]
        if {question.track for cell in printed if (question := self._asked(cell))} == {"coding"}:
            yield Item("screen", CODE_PART)
            return
        task = ""
        for cell in printed:
            task = self.tasks.get(cell.key, "") if cell.level else task
            if cell.is_explorer:
                yield from self._explorer(cell, task)
                task = ""
            elif cell.is_code:
                yield from self._code(cell)
            yield from (Item("text", block.html) for block in cell.blocks if not 0 < block.level <= LEVEL)
            if TALK in cell.tags:
                yield Item("note")

    def _explorer(self, cell: Cell, task: str) -> Iterator[Item]:
        yield Item("task", task or f"<p>{STANDS_STILL}</p>")
        for each in shown(self.outputs.get(cell.id, [])):
            yield Item("explorer", shown=replace(each, html=without_repeats(each.html, self.seen)))

    def _code(self, cell: Cell) -> Iterator[Item]:
        name, arguments = cell.call
        if question := self._asked(cell):
            coding = question.track == "coding"
            yield Item("screen", CODE_QUESTION.format(question.id)) if coding else Item("question", question=question)
        elif name == "note":
            yield Item("note", escape(arguments[1] if arguments[1:] else OWN_WORDS))
        elif name in FORMS:
            yield Item(name)
        elif name not in NOTHING:
            for each in shown(self.outputs.get(cell.id, [])):
                self.seen |= paragraphs(each.html)
                yield Item("shown", shown=each)

    def _asked(self, cell: Cell) -> Question | None:
        name, arguments = cell.call
        return self.questions.get(arguments[0]) if name == "ask" and arguments else None
