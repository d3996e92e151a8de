"""From a source and its solution to what a learner gets on paper: the same text, with nothing that needs a screen."""

from __future__ import annotations

import ast
import re
from base64 import b64encode
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any

from course.content import ContentError
from course.teach.outputs import Shown, shown
from course.teach.prose import blocks
from course.teach.screen import LEFT_OUT, on_paper, paragraphs, words_on_paper
from course.teach.source import PART, TALK, Cell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import nbformat

    from course.questions.spec import Question
    from course.teach.guides import Guide
    from course.teach.prose import Block
    from course.teach.source import Source

NOTHING = {"hint", "progress", "hand_in", "check", "save_progress", "restore_progress"}
"""The functions of the course that make sense with a kernel only."""
CODE_PART = "This part needs a computer."
CODE_QUESTION = "Question {} needs a computer."
STANDS_STILL = (
    "On a computer you can change this. Here it stands still. What would you change, and what would you look for?"
)
OWN_WORDS = "Your own words:"
EXPLORE = "explore."


@dataclass(frozen=True)
class Item:
    """One thing on a learner's page.

    Attributes
    ----------
    kind
        `text` (as it is), `shown` (what a cell shows), `explorer` (the same, of an explorer), `question`, `note` (a
        field for own words), `task` (what to do, with lines) or `screen` (that a computer is needed).
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


Piece = tuple[Cell, "Block | None"]
"""A block of a text with its cell, or a cell of code and None."""


def parts(
    source: Source, guide: Guide, questions: Mapping[str, Question], solution: nbformat.NotebookNode
) -> tuple[Part, ...]:
    """Return the parts of a notebook as they stand on paper; the first one has no title.

    Raises
    ------
    ContentError
        The solution is not that of the source.
    """
    writer = _Writer(source.headings(1), guide, questions, _outputs(source, solution))
    pieces = [(cell, block) for cell in source.cells if not cell.tag for block in cell.blocks or [None]]
    left_out = {*LEFT_OUT, *guide.screen_only}
    made = (
        Part(title, tuple(writer.items(title, group))) for title, group in _by_part(pieces) if title not in left_out
    )
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
    texts = [item.shown.html for part in made for item in part.items if item.shown]
    return {int(number) for text in texts for number in re.findall(r"<b>¶(\d+)</b>", text)}


def _outputs(source: Source, solution: nbformat.NotebookNode) -> dict[str, list[dict[str, Any]]]:
    cells = {cell.id: cell for cell in solution.cells}
    for cell in source.cells:
        if cell.is_code and cell.tag != "learner" and (cell.id not in cells or cells[cell.id].source != cell.code):
            number = source.name[:2]
            message = f"solutions/{source.name}.ipynb: it is not up to date with its source. Run: course build {number}"
            raise ContentError(message)
    return {identity: list(cell.get("outputs", [])) for identity, cell in cells.items()}


def _by_part(pieces: Sequence[Piece]) -> Iterator[tuple[str, list[Piece]]]:
    """Yield the title of each part, and what stands below it."""
    title = ""
    titled = []
    for cell, block in pieces:
        title = block.text if block and block.level == PART else title
        if block is None or block.level not in {1, PART}:
            titled.append((title, (cell, block)))
    for name, group in groupby(titled, key=lambda pair: pair[0]):
        yield name, [piece for _, piece in group]


class _Writer:
    """Writes one part after another."""

    def __init__(
        self,
        titles: Sequence[str],
        guide: Guide,
        questions: Mapping[str, Question],
        outputs: Mapping[str, list[dict[str, Any]]],
    ) -> None:
        # What stands below the title of the notebook is a part with no title.
        self.tasks = {"" if task.part in titles else task.part: task.do for task in guide.tasks}
        self.questions = questions
        self.outputs = outputs
        self.seen: set[str] = set()

    def items(self, title: str, pieces: Sequence[Piece]) -> Iterator[Item]:
        tracks = {question.track for cell, block in pieces if not block and (question := self._asked(cell))}
        if tracks == {"coding"}:
            yield Item("screen", CODE_PART)
            return
        for heading, below in _by_heading(title, pieces):
            yield from self._below(heading, below, is_first=heading == title)
        if title == TALK:
            yield Item("note")

    def _below(self, heading: str, pieces: Sequence[Piece], *, is_first: bool) -> Iterator[Item]:
        if not is_first:
            yield Item("text", f"<h3>{escape(heading)}</h3>")
        task = "".join(block.html for block in blocks(self.tasks.get(heading, "")))
        explorers = [cell for cell, block in pieces if block is None and _call(cell.code)[0].startswith(EXPLORE)]
        if task and not explorers:
            yield Item("text", task)
        above = bool(explorers)
        for cell, block in pieces:
            if block is None:
                if cell in explorers:
                    yield from self._explorer(cell, task if above else "")
                    above = False
                else:
                    yield from self._code(cell)
            elif (explorers or not task) and (html := on_paper(block, above_explorer=above)):
                yield Item("text", html)

    def _explorer(self, cell: Cell, task: str) -> Iterator[Item]:
        yield Item("task", task or f"<p>{STANDS_STILL}</p>")
        for each in shown(self.outputs.get(cell.id, [])):
            yield Item("explorer", shown=replace(each, html=words_on_paper(each.html, self.seen)))

    def _code(self, cell: Cell) -> Iterator[Item]:
        name, arguments = _call(cell.code)
        if question := self._asked(cell):
            coding = question.track == "coding"
            yield Item("screen", CODE_QUESTION.format(question.id)) if coding else Item("question", question=question)
        elif name == "note":
            yield Item("note", escape(arguments[1] if arguments[1:] else OWN_WORDS))
        elif name not in NOTHING:
            for each in shown(self.outputs.get(cell.id, [])):
                self.seen |= paragraphs(each.html)
                yield Item("shown", shown=each)

    def _asked(self, cell: Cell) -> Question | None:
        name, arguments = _call(cell.code)
        return self.questions.get(arguments[0]) if name == "ask" and arguments else None


def _by_heading(title: str, pieces: Sequence[Piece]) -> Iterator[tuple[str, list[Piece]]]:
    """Yield each heading in a part, the part's own first, and what stands below it."""
    heading = title
    below: list[Piece] = []
    for cell, block in pieces:
        if block and block.level:
            yield heading, below
            heading, below = block.text, []
        else:
            below.append((cell, block))
    yield heading, below


def _call(code: str) -> tuple[str, list[str]]:
    """Return the function of the course that the last line of a cell calls, and its texts; nothing where it is none."""
    last = ast.parse(code).body[-1] if code.strip() else None
    value = last.value if isinstance(last, ast.Expr) else None
    if not isinstance(value, ast.Call):
        return "", []
    name = ast.unparse(value.func)
    texts = [arg.value for arg in value.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
    return (name.removeprefix("course."), texts) if name.startswith("course.") else ("", [])
