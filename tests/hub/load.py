"""A whole class that comes to a hub at once: `python -m tests.hub.load --learners 30`; on this computer only.

The real hub of `hub/` is started for it. Each learner signs in, waits for the server, opens notebook 03 and runs all its
cells, as JupyterLab would. Printed is how many could not, how long it took, what went over the websocket, and the memory.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests.hub.client import Learner
from tests.hub.running import hub, why_not

if TYPE_CHECKING:
    from tests.hub.client import Ran
    from tests.hub.running import Hub

MOST_LEARNERS = 200
MOST_SECONDS = 900
NOTEBOOK = "notebooks/03_how_many.ipynb"
KILO, MEGA = 1000, 1_000_000
COLUMNS = "| | min | median | max |\n|---|---:|---:|---:|"


@dataclass
class Visit:
    """How it went for one learner.

    Attributes
    ----------
    ready, done
        Seconds from the first click until the server answered, and until the notebook had run.
    ran
        What came of the cells.
    """

    name: str
    ready: float
    done: float
    ran: Ran
    waited: int
    server: float = 0.0
    kernel: float = 0.0


async def visit(address: str, name: str) -> Visit:
    """Do what a learner does."""
    begun = time.perf_counter()
    learner = Learner(address, name)
    await learner.sign_in()
    await learner.start()
    ready = time.perf_counter() - begun
    ran = await learner.run(NOTEBOOK)
    return Visit(name, ready, time.perf_counter() - begun, ran, learner.waited)


async def all_at_once(address: str, names: list[str]) -> list[Visit | BaseException]:
    """Let all come at the same moment; return how it went for each."""
    visits = (asyncio.wait_for(visit(address, name), MOST_SECONDS) for name in names)
    return await asyncio.gather(*visits, return_exceptions=True)


def weigh(here: Hub, each: Visit) -> None:
    """Note the memory of a learner's server and kernel, of which a shared page counts as the part of it."""
    for number in here.numbers(each.name):
        command = Path(f"/proc/{number}/cmdline").read_bytes()
        if b"ipykernel" in command:
            each.kernel += share(number)
        elif b"jupyterhub.singleuser" in command:
            each.server += share(number)


def share(number: int) -> float:
    """Return the proportional share of the memory of a process, in megabytes."""
    lines = Path(f"/proc/{number}/smaps_rollup").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def row(what: str, values: list[float], digits: int = 0) -> str:
    """Return a row of the table."""
    low, middle, high = (f"{value:,.{digits}f}" for value in (min(values), median(values), max(values)))
    return f"| {what} | {low} | {middle} | {high} |"


def table(visits: list[Visit]) -> list[str]:
    """Return what was measured, as a table."""
    return [
        COLUMNS,
        row("the own server is ready after, s", [each.ready for each in visits]),
        row("the notebook has run after, s", [each.done for each in visits]),
        row("received over the websocket, kB", [each.ran.received_packed / KILO for each in visits]),
        row("the same before it is packed, kB", [each.ran.received / KILO for each in visits]),
        row("sent over the websocket, kB", [each.ran.sent_packed / KILO for each in visits]),
        row("memory of the server (PSS), MB", [each.server for each in visits]),
        row("memory of the kernel (PSS), MB", [each.kernel for each in visits]),
    ]


def main() -> int:
    """Measure it; return 1 where somebody could not work."""
    parser = argparse.ArgumentParser(description="Let a whole class come to a hub at once.")
    parser.add_argument("--learners", type=int, default=30, choices=range(1, MOST_LEARNERS + 1), metavar="N")
    count = parser.parse_args().learners
    if why := why_not():
        say(f"There is no hub here: {why}.")
        return 1
    names = [f"learner-{number:03}" for number in range(count)]
    with hub(*names) as here:
        load, begun = os.getloadavg()[0], time.perf_counter()
        came = asyncio.run(all_at_once(here.address, names))
        seconds = time.perf_counter() - begun
        visits = [each for each in came if isinstance(each, Visit)]
        for each in visits:
            weigh(here, each)
    failed = [f"{type(each).__name__}: {each}" for each in came if isinstance(each, BaseException)]
    failed += [f"{each.name}: {each.ran.errors}" for each in visits if each.ran.errors]
    say(
        f"{count} learners at once, {len(failed)} failed, all done after {seconds:.0f} s; {os.cpu_count()} cores, of which"
    )
    say(
        f"{load:.1f} were busy with other things before; {sum(each.waited for each in visits)} times somebody was told to wait."
    )
    for line in [*table(visits), *failed] if visits else failed:
        say(line)
    return 1 if failed else 0


def say(line: str) -> None:
    """Print a line at once."""
    print(line, flush=True)  # noqa: T201 - this is what the command says


if __name__ == "__main__":
    sys.exit(main())
