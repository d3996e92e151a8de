"""The source of a notebook, read for the teacher's side: its cells, its parts, its prompts to talk about."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from course import content
from course.content import ContentError
from course.teach.build import read_source
from course.teach.folds import asked
from course.teach.marks import KEY, LEVEL, SCREEN, TALK
from course.teach.prose import blocks

if TYPE_CHECKING:
    from pathlib import Path

    from course.teach.prose import Block

EXPLORE = "explore."


@dataclass(frozen=True)
class Cell:
    """One cell of a source: the blocks of a text, or code; its tags, and the key of the part that it begins."""

    id: str
    code: str
    blocks: tuple[Block, ...]
    tags: frozenset[str] = frozenset()
    key: str = ""

    @property
    def is_code(self) -> bool:
        """Whether it holds code."""
        return not self.blocks

    @property
    def level(self) -> int:
        """The level of the heading that it begins with; 0 where it begins with none."""
        return self.blocks[0].level if self.blocks else 0

    @property
    def call(self) -> tuple[str, list[str]]:
        """The function of the course that its last line calls, and its texts; nothing where it is none."""
        *_, last = [None, *ast.parse(self.code).body]
        value = last.value if isinstance(last, ast.Expr) else None
        if not isinstance(value, ast.Call):
            return "", []
        name = ast.unparse(value.func)
        texts = [arg.value for arg in value.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
        return (name.removeprefix("course."), texts) if name.startswith("course.") else ("", [])

    @property
    def is_explorer(self) -> bool:
        """Whether it opens an explorer."""
        return self.call[0].startswith(EXPLORE)


@dataclass(frozen=True)
class Part:
    """One part of a source: its cells, the first of them with its heading; the part at the top has none."""

    cells: tuple[Cell, ...]

    @property
    def title(self) -> str:
        """Its heading."""
        return self.cells[0].blocks[0].text if self.cells[0].level == LEVEL else ""

    @property
    def screen_only(self) -> bool:
        """Whether paper leaves it out."""
        return bool(self.title) and SCREEN in self.cells[0].tags


@dataclass(frozen=True)
class Source:
    """One source: the name of its file without the ending, and its cells."""

    name: str
    cells: tuple[Cell, ...]

    @property
    def parts(self) -> tuple[Part, ...]:
        """Its parts, in their order."""
        starts = [number for number, cell in enumerate(self.cells) if cell.level == LEVEL or not number]
        return tuple(Part(self.cells[start:end]) for start, end in pairwise([*starts, len(self.cells)]))

    @property
    def titles(self) -> dict[str, str]:
        """The headings of the parts that have a key, by their keys."""
        return {cell.key: cell.blocks[0].text for cell in self.cells if cell.key}

    @property
    def explored(self) -> list[str]:
        """The keys of the parts that have an explorer below their own heading."""
        key, found = "", []
        for cell in self.cells:
            key = cell.key if cell.level else key
            found += [key] if key and cell.is_explorer else []
        return found

    @property
    def prompts(self) -> tuple[str, ...]:
        """The numbered prompts to talk about."""
        said = (block for cell in self.cells if TALK in cell.tags for block in cell.blocks)
        return tuple(item for block in said if block.kind == "ordered_list" for item in block.items)


def sources_folder() -> Path:
    """Return the folder with the sources, one Markdown file a notebook."""
    return content.notebooks_folder() / "source"


def read(name: str) -> Source:
    """Return the source of the notebook of that name.

    Raises
    ------
    ContentError
        There is no such source, or a cell in it is not marked as it should be.
    """
    path = sources_folder() / f"{name}.md"
    if not path.is_file():
        message = f"source/{path.name}: the file is missing from {path.parent}."
        raise ContentError(message)
    return Source(name, tuple(_cell(cell) for cell in read_source(path).cells if cell.source.strip()))


def _cell(cell: object) -> Cell:
    identity, text, metadata = (getattr(cell, name) for name in ("id", "source", "metadata"))
    is_code = getattr(cell, "cell_type", "") == "code"
    code, said = (text, ()) if is_code else ("", tuple(blocks(asked(text))))
    return Cell(identity, code, said, frozenset(metadata.get("tags", ())), metadata.get(KEY, ""))
