"""The small task before and after, as its file says it: two texts, and the same items on both."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from course import content
from course.content import ContentError, did_you_mean
from course.questions.record import DONE, SURE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from course.questions.record import Record

BEFORE, AFTER = TIMES = ("before", "after")
STEPS, OPTIONS = 5, 4
"""How many steps there are from a guess to certainty, and how many options each item has: a guess is worth the same."""
KEYS = {"key", "about", *TIMES}
OF_TIME = {"prompt", "options", "answer"}


@dataclass(frozen=True)
class Item:
    """One item of the task: what it is about, and its prompt, its options and the right one on one of the texts."""

    key: str
    about: str
    prompt: str
    options: dict[str, str]
    answer: str


@dataclass(frozen=True)
class Task:
    """The task at one of its two times: in which notebook, the text, the items, and the steps of sureness."""

    when: str
    notebook: str
    text: tuple[str, ...]
    items: tuple[Item, ...]
    sure: dict[str, str]


@dataclass(frozen=True)
class Given:
    """What was given to an item: the key of an option, and the step of sureness; either can be empty."""

    item: Item
    answer: str
    sure: str

    @property
    def right(self) -> bool:
        """Whether it is the right option."""
        return self.answer == self.item.answer


def task(when: str) -> Task:
    """Return the task at a time, `before` or `after`.

    Raises
    ------
    ContentError
        It is neither of the two, or the file is not as it should be.
    """
    if when not in TIMES:
        message = f"There is no small task {when!r}. {did_you_mean(str(when), TIMES)}"
        raise ContentError(message)
    return shipped()[when]


def of_notebook(number: str) -> Task | None:
    """Return the task that a notebook has, by its number."""
    return next((each for each in shipped().values() if each.notebook == number), None)


def given(about: Task, record: Record) -> tuple[Given, ...]:
    """Return what was given to each item of a task, what its options do not have passed over."""
    values = record.filled.get(about.when, {})

    def one(name: str, known: dict[str, str]) -> str:
        value = values.get(name)
        return value if isinstance(value, str) and value in known else ""

    return tuple(Given(each, one(each.key, each.options), one(f"{each.key}{SURE}", about.sure)) for each in about.items)


def is_done(when: str, record: Record) -> bool:
    """Return whether a task was ended."""
    return bool(record.filled.get(when, {}).get(DONE))


def state(number: str, record: Record) -> str:
    """Return in words whether the task of a notebook is done; nothing where the notebook has none."""
    if not (here := of_notebook(number)):
        return ""
    return "small task done ✓" if is_done(here.when, record) else "small task not done yet"


@cache
def shipped() -> dict[str, Task]:
    """Return the task of the course, at both times."""
    return read(content.exercises_folder() / "tasks" / "small_task.toml")


def read(path: Path) -> dict[str, Task]:
    """Return the task at both times.

    Raises
    ------
    ContentError
        The file is not TOML, or not as it should be; with the place and what would be right.
    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"{path.name}: this is not TOML in UTF-8 ({error})."
        raise ContentError(message) from None
    for fault in _faults(raw):
        message = f"{path.name}, {fault}"
        raise ContentError(message)
    steps = {str(number): text for number, text in enumerate(raw["sure"], start=1)}
    return {
        when: Task(
            when,
            raw[when]["notebook"],
            tuple(raw[when]["text"]),
            tuple(Item(each["key"], each["about"], **each[when]) for each in raw["item"]),
            steps,
        )
        for when in TIMES
    }


def _faults(raw: dict[str, Any]) -> Iterator[str]:
    """Yield a sentence on what is wrong in the file; only the first is sure, later ones rest on it."""
    if not _are_texts(raw.get("sure")) or len(raw["sure"]) != STEPS:
        yield f"sure: it must be a list of {STEPS} texts, from a guess to certainty."
    for when in TIMES:
        part = raw.get(when)
        if not isinstance(part, dict) or not isinstance(part.get("notebook"), str) or not _are_texts(part.get("text")):
            yield f"{when}: a notebook, such as '00', and a text, a list of paragraphs, are needed."
    if not isinstance(raw.get("item"), list) or not raw["item"]:
        yield "item: one or more [[item]] are needed."
    names = [str(each.get("key")) for each in raw["item"]]
    for name, each in zip(names, raw["item"], strict=True):
        if each.keys() != KEYS or names.count(name) > 1 or name == DONE or not name.isalpha():
            yield f"item {name!r}: a key of letters of its own, about, [item.before] and [item.after] are needed."
        for when in TIMES:
            yield from (f"item {name!r}, {when}: {fault}" for fault in _of_time(each[when]))


def _of_time(given_: object) -> Iterator[str]:
    if not isinstance(given_, dict) or given_.keys() != OF_TIME or not isinstance(given_["options"], dict):
        yield "prompt, options (a table of keys and texts) and answer are needed."
        return
    if not _are_texts([given_["prompt"], *given_["options"].values()]) or len(given_["options"]) != OPTIONS:
        yield f"the prompt must be a text, and the options {OPTIONS} texts."
    answer, options = given_["answer"], given_["options"]
    if answer not in options:
        yield f"{answer!r} is not one of its options. {did_you_mean(str(answer), options)}"


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, str) and each.strip() for each in value)
