"""A learner's pages in three heaps: to read, to look at, to answer. No question stands by a table that answers it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from course.say import and_
from course.teach.paper import FORMS, STANDS_STILL, Item, Part
from course.teach.prose import blocks
from course.teach.stills import WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from course.questions.spec import Question
    from course.teach.guides import Guide
    from course.teach.printed.asked import Asked

GO = "go"
"""The kind of an item that sends a reader to the questions."""
FILLED = {"question", "note", "task", *FORMS}
"""The kinds of items that are written on."""
HANDS = re.compile(
    r"\b(click|press (?!secretary)|tick (the|some|only)|slider|adding machine|explorer|follow \w+ (and|in)|run the)",
    re.IGNORECASE,
)
"""Words for what hands do on a screen."""
TABLE, PICTURE = "Table", "Picture"
TAGS = re.compile(r"<[^>]*>")
PLAIN = "<pre>"
"""What the words of an explorer begin with that say how to handle it."""
HEADING, NOW = "<h", "Now "


@dataclass(frozen=True)
class Look:
    """A table or a picture: what it is called, after which questions its turn comes, and what it shows."""

    name: str
    after: str
    item: Item

    @property
    def tall(self) -> bool:
        """Whether it is a picture that is higher than it is wide."""
        figure = self.item.shown.figure if self.item.shown else None
        return figure is not None and figure["layout"].get("height", 0) > WIDTH

    @property
    def key(self) -> str:
        """What a line of the text calls it."""
        return self.name.lower()


@dataclass(frozen=True)
class Pages:
    """The three heaps."""

    read: tuple[Part, ...]
    look: tuple[Look, ...]
    answer: tuple[Part, ...]

    @property
    def length(self) -> int:
        """How many letters there are to read, tables and pictures not counted."""
        every = (item for part in self.read for item in part.items)
        return sum(len(TAGS.sub("", item.html or (item.shown.html if item.shown else ""))) for item in every)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that are asked."""
        return tuple(item.question for part in self.answer for item in part.items if item.question)


def pages(parts: Iterable[Part], guide: Guide, asked: Asked) -> Pages:
    """Return the three heaps of a lesson.

    Parameters
    ----------
    parts
        The lesson as it stands on paper, in one heap.
    guide
        Its guide, which has the tasks for explorers.
    asked
        What it asks for: explorers to be printed as they stand, and questions to be left out.
    """
    stills = {_html(task.do) for task in guide.tasks if task.part in asked.stills}
    without = {*asked.without, *(_html(task.do) for task in guide.tasks if task.part in asked.without)}
    sorter = _Sorter()
    for part in parts:
        sorter.take(replace(part, items=tuple(_printed(part.items, stills, without))))
    return Pages(_kept(sorter.read), tuple(sorter.look), _kept(sorter.answer))


def hints(question: Question) -> list[str]:
    """Return the hints of a question that can be followed on paper."""
    return [hint for hint in question.hints if not HANDS.search(hint)]


def _html(text: str) -> str:
    return "".join(block.html for block in blocks(text))


def _printed(items: Sequence[Item], stills: set[str], without: set[str]) -> Iterator[Item]:
    """Yield the items without what needs a screen, and explorers only where they are wanted."""
    wanted = False
    for item in items:
        if item.kind == "task":
            wanted = item.html in stills
            if item.html != f"<p>{STANDS_STILL}</p>" and item.html not in without:
                yield item
        elif item.kind == "explorer":
            if wanted and item.shown and not item.shown.html.startswith(PLAIN):
                yield item
        elif (
            item.kind != "screen"
            and not (item.question and item.question.id in without)
            and not (item.kind == "text" and HANDS.search(item.html))
        ):
            yield item


class _Sorter:
    """Lays one part after another on the heaps."""

    def __init__(self) -> None:
        self.read: list[Part] = []
        self.look: list[Look] = []
        self.answer: list[Part] = []
        self.last = ""
        self.numbers = {TABLE: 0, PICTURE: 0}

    def take(self, part: Part) -> None:
        """Lay a part on the heaps; one that has nothing but text and lines to write on stays together."""
        kinds = {item.kind for item in part.items}
        if kinds & {"note", *FORMS} and not kinds & {"question", "shown", "explorer"}:
            self.answer.append(part)
            return
        self.read.append(replace(part, items=tuple(_with_content(list(self._reading(part.items))))))
        self.answer.append(replace(part, items=tuple(item for item in part.items if item.kind in FILLED)))

    def _reading(self, items: Iterable[Item]) -> Iterator[Item]:
        """Yield what is read, and a line wherever one goes to the questions, or to a table or a picture."""
        waiting: list[str] = []
        for item in items:
            if item.question:
                waiting.append(item.question.id)
                self.last = item.question.id
                continue
            if waiting and item.kind not in FILLED:
                yield Item(GO, f"Now answer {and_(waiting)}.")
                waiting = []
            if name := _looked_at(item):
                yield Item(GO, f"Look at {self._lay(name, item)}.")
            elif item.kind not in FILLED:
                yield item
        if waiting:
            yield Item(GO, f"Now answer {and_(waiting)}.")

    def _lay(self, name: str, item: Item) -> str:
        self.numbers[name] += 1
        look = Look(f"{name} {self.numbers[name]}", self.last, item)
        self.look.append(look)
        return look.key


def _looked_at(item: Item) -> str:
    """Return whether an item is a table or a picture; empty where it is neither."""
    if item.shown is None:
        return ""
    if item.shown.figure is not None:
        return PICTURE
    return TABLE if "<table" in item.shown.html + item.shown.folded else ""


def _with_content(items: Sequence[Item]) -> Iterator[Item]:
    """Yield the items without headings that have nothing below them but a line to the questions."""
    for place, item in enumerate(items):
        following = items[place + 1 : place + 2]
        if not item.html.startswith(HEADING) or not (not following or following[0].html.startswith((HEADING, NOW))):
            yield item


def _kept(parts: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(part for part in parts if part.items)
