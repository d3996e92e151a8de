"""What a file of specs must be like before it is read into values: a sentence on each thing that is not so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal, get_args

from course.content import did_you_mean
from course.questions.kinds import KINDS
from course.questions.misreadings import misreadings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Track = Literal["reading", "coding"]
LEVELS = ("locate", "understand", "apply", "analyse", "evaluate", "create")
"""What a question asks of a reader, from the least to the most."""


def _are_tables(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_whole(value: object, least: int = 1) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= least


SHAPES: dict[str, tuple[Callable[[Any], bool], str]] = {
    "id": (lambda value: _is_text(value) and bool(re.fullmatch(r"\d+\.\d+", value)), "a text such as '3.1'"),
    "prompt": (_is_text, "a text"),
    "outcome": (_is_text, "a text"),
    "level": (lambda value: value in LEVELS, f"one of {', '.join(LEVELS)}"),
    "minutes": (_is_whole, "a whole number of minutes"),
    "paragraphs": (lambda value: isinstance(value, list) and all(map(_is_whole, value)), "a list of paragraph numbers"),
    "right": (_is_text, "a text"),
    "default": (_is_text, "a text"),
    "hints": (lambda value: isinstance(value, list) and all(map(_is_text, value)), "a list of texts"),
    "accepted": (_are_tables, "one or more [[question.accepted]]"),
    "misconception": (_are_tables, "one or more [[question.misconception]]"),
}
"""What the value of each common key must be like, and how that is said."""
COMMON = {"kind", "track", *SHAPES}
CASE = "case"
"""What a question has that is about another case than its notebook."""
TEXTS = ("notebook", "title", "about", "case", "can")
MINUTES = ("read", "talk")
LISTS = ("aims", "needs")
SHORT, OPEN = "short", "open"
"""What of the file may be missing: a text, and the open answer."""
LEVELS_OF_OPEN = 3
FILE_KEYS = {*TEXTS, *MINUTES, *LISTS, "question"}
OF_FILE: tuple[tuple[tuple[str, ...], Callable[[Any], bool], str], ...] = (
    (MINUTES, lambda value: _is_whole(value, least=0), "a whole number of minutes"),
    ((*TEXTS, SHORT), _is_text, "a text"),
    (LISTS, lambda value: isinstance(value, list) and all(map(_is_text, value)), "a list of texts"),
)
"""What the value of each key of a file must be like, and how that is said."""
OF_OPEN: dict[str, tuple[Callable[[Any], bool], str]] = {
    "prompt": (_is_text, "a text"),
    "rubric": (
        lambda value: isinstance(value, list) and len(value) == LEVELS_OF_OPEN and all(map(_is_text, value)),
        f"a list of {LEVELS_OF_OPEN} texts, from the first level on",
    ),
    "example": (_is_text, "a text"),
}
"""What the value of each key of the open answer must be like, and how that is said."""
ACCEPTED_KEYS = ("answer", "feedback")
NAME, FEEDBACK = "name", "feedback"
"""What a misconception has besides its condition."""


def faults_of_file(raw: Mapping[str, Any]) -> Iterator[str]:
    """Yield a sentence on what is wrong with the keys of a file; only the first is sure, later ones rest on it."""
    for key in raw.keys() - FILE_KEYS - {SHORT, OPEN}:
        yield f"{key!r} is not a key of the file. {did_you_mean(key, {*FILE_KEYS, SHORT, OPEN})}"
    for key in sorted(FILE_KEYS - raw.keys()):
        yield f"{key!r} is missing."
    for keys, is_right, what in OF_FILE:
        for key in keys:
            if key in raw and not is_right(raw[key]):
                yield f"{key!r} must be {what}, not {raw[key]!r}."
    if not _are_tables(raw["question"]):
        yield "'question' must be one or more [[question]]."
    if OPEN in raw:
        yield from _of_open(raw[OPEN])


def _of_open(given: object) -> Iterator[str]:
    if not isinstance(given, dict):
        yield f"'open' must be a table [open], not {given!r}."
        return
    for key in given.keys() - OF_OPEN:
        yield f"open: {key!r} is not a key. {did_you_mean(key, OF_OPEN)}"
    for key, (is_right, what) in OF_OPEN.items():
        if not is_right(given.get(key)):
            yield f"open: {key!r} must be {what}, not {given.get(key)!r}."


def faults_of_spec(spec: Mapping[str, Any]) -> Iterator[str]:
    """Yield a sentence on what is wrong with the shape of a spec; only the first is sure, later ones rest on it."""
    name, track = spec.get("kind"), spec.get("track")
    if not isinstance(name, str) or name not in KINDS:
        yield f"{name!r} is not a kind of question. {did_you_mean(str(name), KINDS)}"
        return
    kind = KINDS[name]
    known = COMMON | set(kind.needs)
    for key in spec.keys() - known - {CASE}:
        yield f"{key!r} is not a key of a {kind.name} question. {did_you_mean(key, {*known, CASE})}"
    if not _is_text(spec.get(CASE, "none")):
        yield f"'case' must be the name of a case, not {spec[CASE]!r}."
    for key in sorted(known - spec.keys()):
        yield f"{key!r} is missing."
    for key, (is_right, words) in SHAPES.items():
        if not is_right(spec[key]):
            yield f"{key!r} must be {words}, not {spec[key]!r}."
    if track not in get_args(Track):
        yield f"{track!r} is not a track. {did_you_mean(str(track), get_args(Track))}"
    try:
        kind.from_spec(spec)
    except ValueError as error:
        yield str(error)
    yield from (fault for item in spec["accepted"] for fault in _of_accepted(item))
    yield from (fault for item in spec["misconception"] for fault in _of_misconception(item, kind.conditions))


def _of_accepted(item: Mapping[str, Any]) -> Iterator[str]:
    for key in item.keys() - set(ACCEPTED_KEYS):
        yield f"accepted: {key!r} is not a key. {did_you_mean(key, ACCEPTED_KEYS)}"
    if "answer" not in item:
        yield "accepted: 'answer' is missing."
    if not _is_text(item.get("feedback", "none")):
        yield f"accepted: 'feedback' must be a text, not {item['feedback']!r}."


def _of_misconception(item: Mapping[str, Any], conditions: tuple[str, ...]) -> Iterator[str]:
    if not condition(item) or not all(_is_text(item.get(key)) for key in (NAME, FEEDBACK)):
        yield f"misconception: a condition, 'name' and 'feedback' are needed, not {item!r}."
        return
    if item[NAME] not in (known := misreadings()):
        yield f"misconception: {item[NAME]!r} is not the name of a misreading. {did_you_mean(item[NAME], known)}"
    for key in condition(item).keys() - set(conditions):
        yield f"misconception: {key!r} is not a condition. {did_you_mean(key, conditions)}"


def condition(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return the condition of a misconception: what its spec holds besides its name and the feedback."""
    return {key: value for key, value in item.items() if key not in (NAME, FEEDBACK)}
