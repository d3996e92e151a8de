"""A plugin of pytest: the tests run once as they are, and then, for each mutant of a script, those that reach it."""

from __future__ import annotations

import json
import os
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

import pytest
from _pytest.runner import runtestprotocol

from tests.browser.blank.blank import Blank

if TYPE_CHECKING:
    from collections.abc import Generator

TOLD = "COURSE_MUTANTS_TOLD"
"""The environment variable that names the file with the names of the mutants to try."""
FOUND = "COURSE_MUTANTS_FOUND"
"""The environment variable that names the file that gets what was found."""
MINUTES = "COURSE_MUTANTS_MINUTES"
"""The environment variable that says after how many minutes no further mutant is tried."""
MOST_HITS = 20_000
"""How often a mutant may be reached in a test, before it is said to go on for ever."""
MOST_NEAR = 4
"""So many neighbours of a mutant lend the tests that noticed them."""
STEP = 5
"""Every fifth mutant is tried first, then those after them: what is tried when time is over is evenly drawn."""
SWITCH = """
globalThis.btlReached = new Set();
let hits = 0;
const isOn = (name) => {
  if (name !== ON) return false;
  hits += 1;
  if (hits > MOST) throw new Error("a mutant goes on for ever");
  return true;
};
globalThis.stryMutAct_9fa48 = isOn;
globalThis.stryCov_9fa48 = (...names) => names.forEach((name) => btlReached.add(name));
globalThis.btlNumber = (name, was, becomes) => (btlReached.add(name), isOn(name) ? becomes : was);
"""
"""What Stryker's instrumenter calls in a script, and what stands for a number."""
REACHED = "() => [...btlReached]"


def spread(many: int) -> list[int]:
    """Return the places of some mutants in the order in which they are tried."""
    return [place for start in range(STEP) for place in range(start, many, STEP)]


def turn_on(mutant: str | None) -> None:
    """Let each page from now on have one mutant turned on, or none."""
    Blank.first = f"{{ {SWITCH.replace('ON', json.dumps(mutant), 1).replace('MOST', str(MOST_HITS), 1)} }}"


def pytest_runtestloop(session: pytest.Session) -> bool:
    """Run all tests, then those that reach a mutant until one of them fails; the neighbours' first, for these are alike."""
    began = monotonic()
    reached: dict[str, list[pytest.Item]] = {}
    turn_on(None)
    for item in session.items:
        item.stash[KEY] = []
        if why := _failure(item):
            message = f"{item.nodeid} fails without a mutant:\n{why}"
            raise RuntimeError(message)
        for mutant in item.stash[KEY]:
            reached.setdefault(mutant, []).append(item)
    found: dict[int, pytest.Item | None] = {}
    mutants = json.loads(Path(os.environ[TOLD]).read_text(encoding="utf-8"))
    for place in spread(len(mutants)):
        if monotonic() > began + 60 * float(os.environ.get(MINUTES) or "inf"):
            break
        turn_on(mutants[place])
        tests = reached.get(mutants[place], [])
        others = sorted(tests, key=lambda item: len(item.stash[KEY]))
        near = sorted((tried for tried in found if found[tried] in tests), key=lambda tried: abs(tried - place))
        first = [found[tried] for tried in near[:MOST_NEAR]]
        found[place] = next((item for item in dict.fromkeys([*first, *others]) if item and _failure(item)), None)
        told = {mutants[tried]: item.nodeid if item else None for tried, item in found.items()}
        Path(os.environ[FOUND]).write_text(json.dumps(told), encoding="utf-8")
    turn_on(None)
    runtestprotocol(session.items[0], log=False, nextitem=None)
    return True


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, Any, Any]:
    """Note which mutants a test has reached."""
    given = yield
    blank: Blank | None = getattr(item, "funcargs", {}).get("blank")
    if blank is not None:
        item.stash[KEY] = blank.page.evaluate(REACHED)
    return given


KEY: pytest.StashKey[list[str]] = pytest.StashKey()


def _failure(item: pytest.Item) -> str:
    """Run one test and say why it fails; what the session has stays, for a test of another module is said to come."""
    other = next(each for each in item.session.items if each.path != item.path)
    reports = runtestprotocol(item, log=False, nextitem=other)
    return "\n".join(report.longreprtext for report in reports if not report.passed)
