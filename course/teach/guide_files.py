"""The files of the teacher's guides: TOML, and what the value of each key must be like."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any, NoReturn

from course.content import ContentError, did_you_mean
from course.teach.clock import NEEDS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Shape = tuple[Callable[[Any], bool], str]
    """Whether a value is as it must be, and how that is said."""

FRAMEWORKS = "frameworks"
TEXTS = ("notebook", "aim", "before", "on_paper", "fast", "slow")
WIDEST = 70
"""As many signs a line of the board can have, to be printed as it is."""
MOST_MISREADINGS = 5
"""As many as a teacher can keep in mind in a lesson."""


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _are_tables(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)


def _are_some_tables(value: object) -> bool:
    return _are_tables(value) and bool(value)


def _is_board(value: object) -> bool:
    return isinstance(value, str) and _is_text(value) and all(len(line) <= WIDEST for line in value.splitlines())


TEXT: Shape = (_is_text, "a text")
SOME_TEXTS: Shape = (lambda value: _are_texts(value) and bool(value), "a list of one or more texts")
THREE_TEXTS: Shape = (lambda value: _are_texts(value) and len(value) == 3, "a list of three texts")  # noqa: PLR2004
SHAPES: dict[str, Shape] = {
    **dict.fromkeys(TEXTS, TEXT),
    "say": THREE_TEXTS,
    "board": (_is_board, f"a drawing in lines of at most {WIDEST} signs"),
    "misreadings": (
        lambda value: _are_texts(value) and 0 < len(set(value)) == len(value) <= MOST_MISREADINGS,
        f"a list of one to {MOST_MISREADINGS} names, each once",
    ),
    "listen_for": (_are_texts, "a list of texts"),
    **{name: (lambda value: isinstance(value, dict), f"a table [{name}]") for name in ("exit", "means", "room")},
    "outcome": (_are_some_tables, "one or more [[outcome]]"),
    "clock45": (_are_some_tables, "one or more [[clock45]]"),
    "clock90": (_are_some_tables, "one or more [[clock90]]"),
    "paper": (_are_tables, "a list of [[paper]]"),
    "pack": (lambda value: isinstance(value, dict), "a table [pack]"),
}
"""What the value of each key of a guide must be like, and how that is said."""
OPTIONAL = {"paper", "pack", "clock90"}
STEP: dict[str, Shape] = {
    "minutes": (_is_whole, "a whole number of minutes"),
    "do": TEXT,
    "for": (lambda value: value in NEEDS, "one of " + ", ".join(map(repr, NEEDS))),
    "part": TEXT,
    "behind": TEXT,
    "questions": SOME_TEXTS,
}
OPTIONAL_OF_STEP = {"part", "behind", "questions"}
TABLES: dict[str, dict[str, Shape]] = {
    "exit": {"prompt": TEXT, "levels": THREE_TEXTS},
    "means": {"paper": TEXT, "projector": TEXT, "pairs": TEXT},
    "room": {"hurts": TEXT, "say": TEXT},
}
"""The tables that a guide has once, and what is in them."""
INNER: dict[str, dict[str, Shape]] = {
    "outcome": {"text": TEXT, "frameworks": SOME_TEXTS},
    "clock45": STEP,
    "clock90": STEP,
    "paper": {"part": TEXT, "do": TEXT},
}
FRAMEWORK: dict[str, Shape] = {
    "name": TEXT,
    "link": (lambda value: _is_text(value) and value.startswith("https://"), "an https address"),
}


def read_toml_of_guide(path: Path) -> dict[str, Any]:
    """Return what one guide holds, each value of the right shape.

    Raises
    ------
    ContentError
        The file is missing or is not TOML, a key is missing or unknown, or a value is not what it must be.
    """
    raw = _toml(path)
    _check_shape(path, "", raw, SHAPES, OPTIONAL)
    for name, shapes in TABLES.items():
        _check_shape(path, f"[{name}], ", raw[name], shapes, set())
    for name, shapes in INNER.items():
        for number, item in enumerate(raw.get(name, []), start=1):
            optional = OPTIONAL_OF_STEP if shapes is STEP else set()
            _check_shape(path, f"[[{name}]] {number}, ", item, shapes, optional)
    return raw


def read_frameworks(path: Path) -> dict[str, dict[str, str]]:
    """Return the name and the link of each framework by its key.

    Raises
    ------
    ContentError
        The file is missing or is not TOML, or an entry in it is not as it should be.
    """
    raw = _toml(path)
    for key, entry in raw.items():
        if not isinstance(entry, dict):
            fail(path, f"{key!r} must be a table [{key}] with a name and a link, not {entry!r}.")
        _check_shape(path, f"[{key}], ", entry, FRAMEWORK, set())
    return raw


def fail(path: Path, what: str) -> NoReturn:
    """Raise a ContentError that names the file."""
    message = f"guides/{path.name}: {what}"
    raise ContentError(message)


def _check_shape(
    path: Path,
    place: str,
    table: Mapping[str, Any],
    shapes: Mapping[str, Shape],
    optional: set[str],
) -> None:
    """Want each key that is needed, none that is not known, and values of the right shape."""
    for key in sorted(table.keys() - shapes.keys()):
        fail(path, f"{place}{key!r} is not a key. {did_you_mean(key, shapes)}")
    for key, (is_so, what) in shapes.items():
        if key not in table and key not in optional:
            fail(path, f"{place}{key!r} is missing. It must be {what}.")
        if key in table and not is_so(table[key]):
            fail(path, f"{place}{key!r} must be {what}, not {table[key]!r}.")


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        fail(path, f"the file is missing from {path.parent}. Copy a guide of another notebook and change it.")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        fail(path, f"this is not TOML in UTF-8 ({error}).")
