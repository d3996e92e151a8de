"""How the cells of a source are marked: by tags of a closed set, and by the key of the part that they begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.content import ContentError, did_you_mean
from course.teach.prose import blocks

if TYPE_CHECKING:
    import nbformat

SOLUTION, LEARNER, SCREEN, PAPER = "solution", "learner", "screen", "paper"
FRONT, TALK, OPEN = "front", "talk", "open"
TAGS = {
    SOLUTION: "Only the solution has it: the answer to a question, computed.",
    LEARNER: "Only the learner's notebook has it: what is run by hand.",
    SCREEN: "Paper leaves it out, for it needs a screen; at the head of a part, all of the part.",
    PAPER: "Only paper has it, in the place of what needs a screen.",
    FRONT: "Paper leaves it out, for the head of a page says it: the title, what for, how long, what one needs.",
    OPEN: "Its code is in sight in the learner's notebook; of others it is folded away, but in the part `code`.",
    TALK: "Its numbered prompts are to be talked about; paper has lines below it.",
}
"""What each tag means."""
NOT_LEARNERS, NOT_SOLVED = frozenset({SOLUTION, PAPER}), frozenset({LEARNER, PAPER})
NOT_PRINTED = frozenset({SOLUTION, LEARNER, SCREEN, FRONT})
"""The tags of what a learner's notebook, a solution and a printed page do not have."""
KEY = "part"
"""What a cell holds the key of its part under: `+++ {"part": "find"}`, before a heading."""
KEYS = (KEY, "tags")
IN_CODE = "code"
"""The key of the part for those who answer in code: all code in it is in sight."""
LEVEL = 2
"""The level of the headings that part a notebook; each of them has a key, a smaller one can have one."""


def check(pages: nbformat.NotebookNode, name: str) -> None:
    """Hold the marks of a source's cells against what is known.

    Raises
    ------
    ContentError
        A mark or a tag is not known, a key is not at a heading or is there twice, or a part has no key.
    """
    keys: set[str] = set()
    for number, cell in enumerate(pages.cells, start=1):
        place = f"{name}, cell {number}"
        for mark in cell.metadata:
            _known(place, mark, KEYS, "a mark of a cell")
        for tag in cell.metadata.get("tags", []):
            _known(place, tag, TAGS, "a tag")
        first, *others = [block.level for block in blocks(cell.source)] if cell.cell_type == "markdown" else [0]
        key = cell.metadata.get(KEY)
        if LEVEL in others or (first == LEVEL and not key):
            message = f'{place}: a heading (##) begins a part. Put its key above it: +++ {{"{KEY}": "find"}}'
            raise ContentError(message)
        if key is not None and (first < LEVEL or key in keys):
            wrong = f"is the key of two parts. Keep {key!r} for one" if key in keys else "is the key of no heading"
            message = f"{place}: {key!r} {wrong}."
            raise ContentError(message)
        keys |= {key} - {None}


def _known(place: str, name: str, valid: tuple[str, ...] | dict[str, str], what: str) -> None:
    if name not in valid:
        message = f"{place}: {name!r} is not {what}. {did_you_mean(name, valid)}"
        raise ContentError(message)
