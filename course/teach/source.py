"""The source of a notebook, read for the teacher's side: its cells, its headings, its prompts to talk about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course import content
from course.content import ContentError
from course.teach.build import LEARNER, SOLUTION, read_source
from course.teach.prose import blocks

if TYPE_CHECKING:
    from pathlib import Path

    from course.teach.prose import Block

TALK = "Talk about it"
PART = 2
"""The level of the headings that part a notebook."""


@dataclass(frozen=True)
class Cell:
    """One cell of a source: the blocks of a text, or code; `tag` says whether only one of the notebooks has it."""

    id: str
    code: str
    blocks: tuple[Block, ...]
    tag: str = ""

    @property
    def is_code(self) -> bool:
        """Whether it holds code."""
        return not self.blocks


@dataclass(frozen=True)
class Source:
    """One source: the name of its file without the ending, and its cells."""

    name: str
    cells: tuple[Cell, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of all its texts."""
        return tuple(block for cell in self.cells for block in cell.blocks)

    def headings(self, *levels: int) -> list[str]:
        """Return the headings of these levels, in their order."""
        return [block.text for block in self.blocks if block.level in levels]

    @property
    def prompts(self) -> tuple[str, ...]:
        """The numbered prompts to talk about."""
        part = ""
        found: list[str] = []
        for block in self.blocks:
            part = block.text if 0 < block.level <= PART else part
            if part == TALK and block.kind == "ordered_list":
                found += block.items
        return tuple(found)


def sources_folder() -> Path:
    """Return the folder with the sources, one Markdown file a notebook."""
    return content.notebooks_folder() / "source"


def read(name: str) -> Source:
    """Return the source of the notebook of that name.

    Raises
    ------
    ContentError
        There is no such source, or a cell in it has an unknown tag.
    """
    path = sources_folder() / f"{name}.md"
    if not path.is_file():
        message = f"source/{path.name}: the file is missing from {path.parent}."
        raise ContentError(message)
    return Source(name, tuple(_cell(cell) for cell in read_source(path).cells if cell.source.strip()))


def _cell(cell: object) -> Cell:
    identity, text, metadata = (getattr(cell, name) for name in ("id", "source", "metadata"))
    tags = [tag for tag in (SOLUTION, LEARNER) if tag in metadata.get("tags", [])]
    is_code = getattr(cell, "cell_type", "") == "code"
    return Cell(identity, text if is_code else "", () if is_code else tuple(blocks(text)), *tags)
