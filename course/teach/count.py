"""What the course holds, in numbers: questions, misconceptions, hints, minutes, terms, words and how hard they read.

The pages for teachers are counted as a lesson is: how many words, and how hard to read.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course import content
from course.questions import glossary
from course.questions.spec import lessons
from course.teach import source as sources
from course.teach.marks import NOT_LEARNERS
from course.teach.prose import blocks
from course.teach.reading_level import lix, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from course.questions.spec import Lesson
    from course.teach.prose import Block
    from course.teach.source import Source

HEADS = ("notebook", "minutes", "read", "talk", "questions", "in code", "misconceptions", "hints", "words", "LIX")
RUNNING = ("paragraph", "bullet_list", "ordered_list", "blockquote")
"""The blocks that LIX is taken of: what is written in sentences."""
NOTE = (
    "Words are those of the text cells. LIX, of their sentences: below 30 is easy, 30 to 40 is about a story, "
    "40 to 50 a newspaper, above 50 is hard."
)


@dataclass(frozen=True)
class Counts:
    """The numbers of one notebook, or of several together.

    Attributes
    ----------
    minutes, read, talk
        Minutes in all, to read and play, and to talk.
    questions, coding, misconceptions, hints
        How many questions, those of them in code, foreseen wrong answers and hints.
    words
        Words of the text that a learner reads.
    lix
        How hard that text is to read, by LIX.
    """

    minutes: int
    read: int
    talk: int
    questions: int
    coding: int
    misconceptions: int
    hints: int
    words: int
    lix: float

    def cells(self) -> list[str]:
        """Return the numbers as they are printed."""
        whole = [self.minutes, self.read, self.talk, self.questions, self.coding]
        more = [self.misconceptions, self.hints, self.words]
        return [f"{number:,}" for number in (*whole, *more)] + [f"{self.lix:.0f}"]


def count(pairs: Sequence[tuple[Lesson, Source]]) -> Counts:
    """Return the numbers of some notebooks together."""
    every = [question for lesson, _ in pairs for question in lesson.questions]
    text = [
        block for _, source in pairs for cell in source.cells if not NOT_LEARNERS & cell.tags for block in cell.blocks
    ]
    long, hard = reads(text)
    return Counts(
        minutes=sum(lesson.minutes for lesson, _ in pairs),
        read=sum(lesson.read for lesson, _ in pairs),
        talk=sum(lesson.talk for lesson, _ in pairs),
        questions=len(every),
        coding=sum(question.track == "coding" for question in every),
        misconceptions=sum(len(question.misconceptions) for question in every),
        hints=sum(len(question.hints) for question in every),
        words=long,
        lix=hard,
    )


def reads(text: Sequence[Block]) -> tuple[int, float]:
    """Return how many words a text has, and how hard it is to read, by LIX."""
    running = (part for block in text if block.kind in RUNNING for part in block.items or (block.text,))
    return sum(len(words(block.text)) for block in text), lix(running)


def pages() -> list[Path]:
    """Return the pages for teachers, in the order of their names; none where the course is an installed package."""
    return sorted((content.root() / "docs").glob("*.md"))


def _of_pages() -> Iterable[list[str]]:
    for page in pages():
        long, hard = reads(blocks(page.read_text(encoding="utf-8")))
        yield [page.name, f"{long:,}", f"{hard:.0f}"]


def report() -> str:
    """Return what the course holds as plain text, aligned, with totals.

    Raises
    ------
    ContentError
        A source, a file of questions or the glossary is missing or not as it should be.
    """
    pairs = [(lesson, sources.read(lesson.notebook)) for lesson in lessons()]
    every = [question for lesson, _ in pairs for question in lesson.questions]
    by_notebook = [[lesson.notebook, *count([(lesson, source)]).cells()] for lesson, source in pairs]
    parts = [
        aligned([HEADS, *by_notebook, [f"all {len(pairs)} notebooks", *count(pairs).cells()]]),
        *([aligned([("page for teachers", "words", "LIX"), *_of_pages()])] if pages() else []),
        NOTE,
        _tally("questions by kind", (question.kind.name for question in every)),
        _tally("questions by track", (question.track for question in every)),
        _tally("questions by level", (question.level for question in every)),
        _tally("questions by outcome", (question.outcome for question in every)),
        _tally("misconceptions by misreading", (each.name for question in every for each in question.misconceptions)),
        f"glossary: {len(glossary.read())} terms",
    ]
    return "\n\n".join(parts)


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as lines, the first column to the left and the others to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(
            [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        )
        for row in rows
    )
    return "\n".join(line.rstrip() for line in lines)


def _tally(title: str, values: Iterable[str]) -> str:
    found = Counter(values)
    rows = [[f"  {value}", str(times)] for value, times in found.most_common()]
    return aligned([[title, ""], *rows, ["  in all", str(found.total())]])
