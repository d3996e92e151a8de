"""Mutants of scripts: make them, let the tests of scripts alone run with each, and say which of them no test noticed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hub.proxy import node
from tests.mutants.said import Change, around
from tests.mutants.switches.plugin import FOUND, TOLD

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = Path(__file__).parent
INSTRUMENTER = "COURSE_STRYKER"
"""The environment variable that names the folder in which Stryker's instrumenter lies."""


def survivors(work: Path, mutate: Sequence[str], tests: Sequence[str], chosen: int) -> tuple[int, list[Change]]:
    """Return how many mutants were tried in a copy of the project, and those that no test noticed.

    Parameters
    ----------
    work
        The copy; its scripts get their switches.
    mutate
        Patterns of the scripts.
    tests
        Where the tests are.
    chosen
        How many mutants are tried, evenly drawn; 0 for all.
    """
    files = sorted(file for pattern in mutate for file in work.glob(pattern))
    command = [str(node()), str(HERE / "instrument.mjs"), os.environ[INSTRUMENTER], *map(str, files)]
    made = json.loads(subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout)
    step = max(1, len(made) // chosen) if chosen else 1
    tried = made[::step]
    told, found = work / "told.json", work / "found.json"
    told.write_text(json.dumps([each["id"] for each in tried]), encoding="utf-8")
    environment = {
        **os.environ,
        TOLD: str(told),
        FOUND: str(found),
        "PYTHONPATH": os.pathsep.join([str(work), *sys.path]),
    }
    pytest = [sys.executable, "-m", "pytest", "-q", "-p", "tests.mutants.switches.plugin", "-p", "no:cacheprovider"]
    with (work / "pytest.txt").open("w", encoding="utf-8") as said:
        ran = subprocess.run(
            [*pytest, "--timeout=0", "--tb=native", *tests],
            cwd=work,
            env=environment,
            stdout=said,
            stderr=said,
            check=False,
        )
    if ran.returncode:
        sys.exit(f"The tests could not be run; {work / 'pytest.txt'} says why.")
    noticed = json.loads(found.read_text(encoding="utf-8"))
    return len(noticed), [of(each) for each in tried if noticed.get(each["id"], "not tried") is None]


def of(told: dict[str, str]) -> Change:
    """Return a mutant as a change, without the most of what stays the same."""
    return Change(told["function"], *around(told["was"], told["became"]))
