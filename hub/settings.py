"""What a teacher sets: one file, `class.toml`; all that is not right in it is said at once, each with what would be."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from course.content import nearest
from hub.names import account

HERE = Path(__file__).parent
VARIABLE = "COURSE_HUB"
"""The environment variable that names another file of settings."""
MOST_PORT = 65535
LEAST_MEMORY = 512
"""Megabytes: a lesson's server and its kernel need about half of it, and a chart or two more."""
LEAST_WORD = 6
KINDS: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(("teachers", "learners"), (list,)),
    **dict.fromkeys(("word", "address", "folder", "certificate", "key"), (str,)),
    **dict.fromkeys(("port", "memory", "idle", "at_once"), (int,)),
    "cores": (int, float),
    "trial": (bool,),
}
SAID = {list: "a list of names", str: "a text", int: "a whole number", float: "a number", bool: "true or false"}
RANGES = {"port": (1, MOST_PORT), "memory": (LEAST_MEMORY, None), "idle": (5, None), "at_once": (1, None)}


class SettingsError(ValueError):
    """The settings are not as they should be; the message has a line for each thing."""


@dataclass(frozen=True)
class Settings:
    """What is set.

    Attributes
    ----------
    teachers, learners
        Names as on the class list.
    word
        What learners have to know when they sign in for the first time.
    address, port
        Where the hub listens.
    memory
        Megabytes: of all programs of a learner together where systemd runs, else of each program.
    cores
        How many processor cores a learner may use; it is held where systemd runs.
    idle
        Minutes after which a server that nobody uses is stopped.
    at_once
        How many servers may start at once.
    folder
        Where homes, hand-ins and the hub's own files are.
    certificate, key
        Files for https; empty where something in front of the hub does it.
    trial
        Whether all learners may share one account of the system.
    """

    teachers: tuple[str, ...]
    learners: tuple[str, ...]
    word: str
    address: str = "0.0.0.0"  # noqa: S104 - a class has to reach it
    port: int = 8000
    memory: int = 1024
    cores: float = 1.0
    idle: int = 60
    at_once: int = 60
    folder: Path = HERE / "state"
    certificate: str = ""
    key: str = ""
    trial: bool = False

    @property
    def teaching(self) -> set[str]:
        """Return the accounts of the teachers."""
        return set(map(account, self.teachers))

    @property
    def accounts(self) -> dict[str, str]:
        """Return all names, by their accounts."""
        return {account(name): name for name in (*self.teachers, *self.learners)}


def place() -> Path:
    """Return the file of the settings."""
    return Path(os.environ.get(VARIABLE) or HERE / "class.toml").resolve()


def read(file: Path) -> Settings:
    """Return what a file sets.

    Raises
    ------
    SettingsError
        It is missing, is no TOML, or something in it is not right; all that is not right is told.
    """
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        message = f"{file} could not be read: {error.strerror}. `make hub` lays one to fill in."
        raise SettingsError(message) from None
    except ValueError as error:
        message = f"{file.name} is not TOML: {error}. Texts stand between quotation marks, lists in square brackets."
        raise SettingsError(message) from None
    wrong = [*_keys(found), *_values(found)]
    wrong = wrong or [*_names(found), *_security(found, file.parent)]
    if wrong:
        raise SettingsError("\n".join(f"{file.name}: {line}" for line in wrong))
    lists = {key: tuple(found.pop(key)) for key in ("teachers", "learners")}
    inside = {key: str(file.parent / found[key]) for key in ("certificate", "key") if found.get(key)}
    folder = {"folder": file.parent / found["folder"]} if "folder" in found else {}
    return Settings(**{**found, **lists, **inside, **folder})


def _keys(found: dict[str, Any]) -> list[str]:
    known = [field.name for field in fields(Settings)]
    needed = known[:3]
    every = f"There are: {', '.join(known)}."
    unknown = [f"there is no setting {key!r}. {nearest(key, known) or every}" for key in found if key not in known]
    return unknown + [f"{key} is missing." for key in needed if key not in found]


def _values(found: dict[str, Any]) -> list[str]:
    wrong = []
    for key, value in found.items():
        kinds = KINDS.get(key, (object,))
        least, most = RANGES.get(key, (None, None))
        if type(value) not in kinds and kinds != (object,):
            wrong.append(f"{key} is {value!r}, and has to be {SAID[kinds[-1]]}.")
        elif isinstance(value, list) and not all(isinstance(name, str) for name in value):
            wrong.append(f"{key}: each name stands between quotation marks.")
        elif least is not None and value < least:
            wrong.append(f"{key} is {value}, and has to be at least {least}.")
        elif most is not None and value > most:
            wrong.append(f"{key} is {value}, and can be at most {most}.")
        elif key == "cores" and value <= 0:
            wrong.append(f"cores is {value}, and has to be more than 0.")
    return wrong


def _names(found: dict[str, Any]) -> list[str]:
    """Return what is the matter with the names: two that make one account, and such as make none."""
    wrong, seen = [], dict[str, str]()
    if not found["teachers"]:
        wrong.append("teachers is empty. Who looks after this class?")
    for name in (*found["teachers"], *found["learners"]):
        made = account(name)
        if not made:
            wrong.append(f"{name!r} has no letter and no digit: nobody can sign in with it.")
        elif made in seen:
            wrong.append(f"{name!r} and {seen[made]!r} would be one account, {made}. Add something to one of them.")
        seen.setdefault(made, name)
    return wrong


def _security(found: dict[str, Any], folder: Path) -> list[str]:
    wrong = []
    if len(found["word"]) < LEAST_WORD:
        wrong.append(f"word has {len(found['word'])} letters. Choose one of at least {LEAST_WORD}, hard to guess.")
    if bool(found.get("certificate")) != bool(found.get("key")):
        wrong.append("https needs both, certificate and key.")
    files = [(key, folder / found[key]) for key in ("certificate", "key") if found.get(key)]
    return wrong + [f"{key}: there is no file {file}." for key, file in files if not file.is_file()]
