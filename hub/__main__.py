"""Start the hub of a class, or let somebody choose a new password: `python -m hub`, `python -m hub forget "Ada"`."""

from __future__ import annotations

import os
import secrets
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from course.jupyter.lab import is_open
from hub.configuration import is_apart
from hub.limits import has_systemd
from hub.names import account
from hub.passwords import Passwords
from hub.places import Places
from hub.proxy import command
from hub.reach import shut
from hub.settings import SettingsError, place, read

if TYPE_CHECKING:
    from hub.settings import Settings

MEGABYTES = 250
"""What a learner with an open lesson takes of the memory, as it was measured (docs/hub.md)."""
OTHERS = 1500
"""Megabytes for all else on the computer."""
HALF = 8
HOW = 'To start the hub: python -m hub. To let somebody choose a new password: python -m hub forget "Ada".'
ALONE = (
    "Without root all learners share one account of the computer: they can read and change each other's files. Start "
    "the hub as root; or, only to try it out, write `trial = true` into {name}."
)
SHARED = (
    "FOR A TRIAL: all learners share one account. They can read and change each other's files, and take all memory."
)
SHUT = "Learners cannot get to {what}: other accounts cannot enter {folder}. {remedy}"
MOVE = "Put the project where all can enter, such as /opt/between-the-lines, and run `make hub` there."
OTHER_PYTHON = "Set it up with a Python that all can run: make PYTHON=/usr/bin/python3 hub."


def main(arguments: list[str]) -> int:
    """Do what is asked; return 1 where it cannot be done."""
    try:
        settings = read(place())
    except SettingsError as error:
        return _fail(str(error))
    places = Places(settings.folder, is_apart())
    match arguments:
        case []:
            return start(settings, places)
        case ["forget", name]:
            return forget(places, name)
    return _fail(HOW)


def start(settings: Settings, places: Places) -> int:
    """Say what stands in the way; else say what is on, and become the hub."""
    if wrong := in_the_way(settings, apart=places.apart):
        return _fail("\n".join(wrong))
    places.make()
    for line in (*about(settings, apart=places.apart), *first_passwords(settings, places)):
        say(line)
    configuration = Path(__file__).with_name("jupyterhub_config.py")
    os.chdir(places.own)
    os.umask(0o077)
    os.execv(sys.executable, [sys.executable, "-m", "jupyterhub", "-f", str(configuration)])  # noqa: S606 - our own
    return 0


def in_the_way(settings: Settings, *, apart: bool) -> list[str]:
    """Return what stands in the way of a start, a sentence each."""
    wrong = []
    if not apart and not settings.trial:
        wrong.append(ALONE.format(name=place().name))
    if apart and not shutil.which("setpriv"):
        wrong.append("There is no setpriv here. It is in the package util-linux.")
    if missing := [each for each in command(Path(sys.prefix)) if not Path(each).exists()]:
        wrong.append(f"The hub is not set up: {missing[0]} is missing. Run `make hub`.")
    if apart:
        python = Path(sys.executable)
        needed = {"Python": (python, OTHER_PYTHON), "the project": (Path(__file__), MOVE),
                  "their homes": (settings.folder / "homes" / "one", MOVE)}  # fmt: skip
        for what, (where, remedy) in needed.items():
            if (folder := _shut(where)) is not None:
                wrong.append(SHUT.format(what=what, folder=folder, remedy=remedy))
    if is_open(settings.port):
        wrong.append(f"The port {settings.port} is in use. Choose another one, or stop what uses it.")
    return wrong


def _shut(where: Path) -> Path | None:
    """Return what is shut on the way to a place; what is still to be made will be open."""
    there = next(each for each in (where, *where.parents) if each.exists())
    return shut(there if there == where else there / "what is to be made")


def about(settings: Settings, *, apart: bool) -> list[str]:
    """Return what is on, a line each."""
    people = len(settings.learners)
    have = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20
    need = people * MEGABYTES + OTHERS
    held = "systemd holds the limits" if has_systemd() else "each program has its limits; there is no systemd"
    lines = [f"{people} learners. With all at work they need about {_gigabytes(need)}; here are {_gigabytes(have)}."]
    if need > have:
        lines.append(f"That is too little: some {max(0, (have - OTHERS) // MEGABYTES)} can work at once.")
    lines.append(f"Each learner is apart from all others; {held}." if apart else SHARED)
    if not settings.certificate:
        lines.append("Passwords go over the net as they are typed, unless something in front of the hub speaks https.")
    lines.append(f"Hand-ins come to {settings.folder / 'exchange'}")
    return lines


def first_passwords(settings: Settings, places: Places) -> list[str]:
    """Return the first password of each teacher who has none: it is printed once, and kept nowhere."""
    kept, lines = Passwords(places.own / "passwords.json"), []
    for name in settings.teachers:
        if not kept.known(account(name)):
            first = secrets.token_hex(HALF)
            kept.keep(account(name), first)
            lines.append(f"The password of {name}, which is printed only now: {first}")
    return lines


def forget(places: Places, name: str) -> int:
    """Let somebody choose a new password."""
    if not Passwords(places.own / "passwords.json").forget(account(name)):
        return _fail(f"{name} has no password.")
    say(f"{name} can choose a new password, with the word of the class. A teacher's is printed at the next start.")
    return 0


def _gigabytes(megabytes: int) -> str:
    return f"{megabytes / 1024:.1f} GB"


def say(line: str) -> None:
    """Print a line at once."""
    print(line, flush=True)  # noqa: T201 - this is what the command says


def _fail(message: str) -> int:
    print(message, file=sys.stderr)  # noqa: T201 - this is what the command says
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
