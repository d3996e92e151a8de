# ruff: noqa: T201 - what it measures is printed
"""Measure how fast the course is, beside others: `make bench`, or `python -m tests.benchmarks ROW…`."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
import traceback
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.card import card
from tests.benchmarks.measure import Found, run
from tests.benchmarks.results import Run, kept, others, read, table, text
from tests.benchmarks.row import NotHereError, Trial
from tests.benchmarks.trials.every import TRIALS

if TYPE_CHECKING:
    from collections.abc import Callable

RESULTS = Path(__file__).with_name("RESULTS.md")
SHORT, LONG = "make bench", "make bench-long"


def chosen(rows: list[str], *, is_long: bool) -> list[Trial]:
    """Return the trials of some rows; without any those that are long, or those that are not.

    Raises
    ------
    SystemExit
        There is no row of that name.
    """
    known = [row.key for trial in TRIALS for row in trial.rows]
    if strange := [row for row in rows if row not in known]:
        message = f"There is no row {strange[0]!r}. There are: {', '.join(known)}."
        raise SystemExit(message)
    if rows:
        return [trial for trial in TRIALS if any(row.key in rows for row in trial.rows)]
    return [trial for trial in TRIALS if trial.is_long == is_long]


def now() -> str:
    """Return the minute, in Universal Time."""
    return datetime.now(UTC).strftime("%Y-%m-%d %H:%M")


def measured(trials: list[Trial], rounds: int | None, command: str, keep: Callable[[Run], None] | None) -> Run:
    """Measure, tell on the way what takes how long, and keep after each trial what is found so far."""
    about, begin = card(), now()
    so_far = Run(command, begin, about, ())
    found: list[Found] = []
    left_out: list[str] = []
    for trial in trials:
        keys, start = ", ".join(row.key for row in trial.rows), time.perf_counter()
        print(f"{keys} …", end=" ", flush=True, file=sys.stderr)
        try:
            found += run(trial, rounds)
        except NotHereError as error:
            left_out.append(f"{keys}. {error}")
        except Exception as error:  # noqa: BLE001 - what was measured before is not lost by it, and the results say so
            traceback.print_exc()
            left_out.append(f"{keys}. It failed: {type(error).__name__}.")
        print(f"{time.perf_counter() - start:.0f} s", file=sys.stderr)
        so_far = replace(so_far, found=tuple(found), left_out=tuple(left_out))
        if keep:
            keep(so_far)
    return so_far


def write(run: Run) -> None:
    """Put a run into the file of results, before the runs that are there, or for what it was when less was measured."""
    before = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else ""
    earlier = [one for one in read(before) if (one.command, one.when) != (run.command, run.when)]
    RESULTS.write_text(text(kept([run, *earlier]), others(before)), encoding="utf-8")


def main(words: list[str] | None = None) -> None:
    """Read the options, measure, print, and keep what was found where that is wanted."""
    options = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    options.add_argument("rows", nargs="*", metavar="ROW", help="rows to measure; without any, those of make bench")
    options.add_argument("--long", action="store_true", help="the rows of make bench-long")
    options.add_argument("--rounds", type=int, help="how often each is measured; each row has its own number")
    options.add_argument("--json", action="store_true", help="print all as JSON")
    options.add_argument("--list", action="store_true", help="print the rows, and measure nothing")
    options.add_argument(
        "--write", action="store_true", help=f"put it into {RESULTS.name}, before the runs that are there"
    )
    given = options.parse_args(words)
    if given.write and given.rows:
        options.error(f"{RESULTS.name} holds whole runs: leave out --write, or the rows.")
    trials = chosen(given.rows, is_long=given.long)
    if given.list:
        for trial in trials:
            print("\n".join(f"{row.key:20} {row.what}" for row in trial.rows))
        return
    os.environ["COURSE_PROGRESS"] = "memory"
    begin = time.perf_counter()
    new = measured(trials, given.rounds, LONG if given.long else SHORT, write if given.write else None)
    print(json.dumps(asdict(new), indent=1, ensure_ascii=False) if given.json else table(new))
    if not given.json:
        print("\n".join(f"Left out: {said}" for said in new.left_out))
    print(f"{(time.perf_counter() - begin) / 60:.1f} minutes", file=sys.stderr)


if __name__ == "__main__":
    main()
