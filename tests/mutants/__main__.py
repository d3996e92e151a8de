# ruff: noqa: T201 - what it finds is printed
"""Plant small faults in parts of the course and say which of them no test notices: `python -m tests.mutants hedges`."""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any

from tests.mutants.constants import survivors
from tests.mutants.fresh import MUTATED, WITH_ALL
from tests.mutants.said import Change, change
from tests.mutants.switches import scripts
from tests.mutants.switches.plugin import MINUTES
from tests.mutants.undecorated import undecorated

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]
COPIED = (
    "course",
    "data",
    "notebooks",
    "tests",
    "hub",
    "docs",
    "conftest.py",
    "CONTRIBUTING.md",
    "README.md",
    "LICENSE",
)
WORK = "COURSE_MUTANTS"
"""The environment variable that names the folder in which the mutants live."""
TESTED: dict[int | None, str] = {
    0: "survived",
    33: "survived",
    5: "survived",
    -24: "timeout",
    24: "timeout",
    36: "timeout",
    152: "timeout",
    255: "timeout",
}
SEED = 2022
NONE = "no such mutant"
PYTEST = """[tool.pytest.ini_options]
addopts = "--strict-markers"
disable_test_id_escaping_and_forfeit_all_rights_to_community_support = true

"""
"""How the tests run. Names of tests stay as they are: pytest would escape a sign such as ¶ once more each time that it collects in
one process, and mutmut would take a test that is not found for one that has noticed something."""
MANY = 400
"""How many names of mutants one command takes."""


def main() -> None:
    """Run the parts that are named, each in a folder of its own, and print what came of it."""
    parts = tomllib.loads((HERE / "parts.toml").read_text(encoding="utf-8"))
    asked = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    asked.add_argument("part", nargs="*", help=f"one or more of {', '.join(parts)}; none for all")
    asked.add_argument(
        "--sample", type=int, default=0, help="try so many mutants of each part, drawn with a fixed seed"
    )
    asked.add_argument("--minutes", default="", help="of scripts, try as many as go into so many minutes, evenly drawn")
    asked.add_argument("--constants", action="store_true", help="change constants outside of functions instead")
    asked.add_argument("--again", action="store_true", help="try those that survived the last time, with all tests")
    given = asked.parse_args()
    os.environ[MINUTES] = given.minutes
    left = 0
    for name in given.part or parts:
        if is_of_scripts(parts[name]):
            left += run_scripts(name, parts[name], given.sample)
        elif given.constants:
            left += run_constants(name, parts[name], given.sample)
        else:
            left += run(name, parts[name], given.sample, again=given.again)
    sys.exit(bool(left))


def run(name: str, part: dict[str, list[str]], sample: int, *, again: bool) -> int:
    """Run one part and return how many mutants survive that nobody has explained."""
    began, work = monotonic(), folder(name)
    before = results(work) if again else {}
    os.environ[WITH_ALL] = "yes" if again else ""
    copy(work, part)
    chosen = [mutant for mutant, code in before.items() if TESTED.get(code) == "survived"]
    if sample and not again:
        mutmut(work, "run", NONE, may_fail=True)  # it makes all mutants, and finds none of that name
        every = sorted(results(work))
        chosen = sorted(random.Random(SEED).sample(every, min(sample, len(every))))  # noqa: S311 - no secret
    for start in range(0, len(chosen) if again else max(len(chosen), 1), MANY):
        mutmut(work, "run", "--max-children", "1", *chosen[start : start + MANY])
    found = before | {mutant: code for mutant, code in results(work).items() if code is not None}
    found = {mutant: code for mutant, code in found.items() if code is not None}
    (work / "results.json").write_text(json.dumps(found, indent=1), encoding="utf-8")
    survived = [change(work, mutant) for mutant, code in sorted(found.items()) if TESTED.get(code) == "survived"]
    return tell(name, Counter(TESTED.get(code, "killed") for code in found.values()), survived, monotonic() - began)


def run_constants(name: str, part: dict[str, list[str]], sample: int) -> int:
    """Change each constant of a part that stands outside of functions; return how many open survivors there are."""
    began, work = monotonic(), folder(name) / "constants"
    copy(work, part, as_it_is=True)
    tried, survived = survivors(work, part["mutate"], part["tests"], sample)
    ends = Counter(killed=tried - len(survived), survived=len(survived))
    return tell(f"{name}, constants", ends, survived, monotonic() - began)


def is_of_scripts(part: dict[str, list[str]]) -> bool:
    """Whether a part is one of scripts, which mutmut cannot change."""
    return all(pattern.endswith(".js") for pattern in part["mutate"])


def run_scripts(name: str, part: dict[str, list[str]], sample: int) -> int:
    """Run a part of scripts; return how many open survivors there are."""
    began, work = monotonic(), folder(name)
    copy(work, part, as_it_is=True)
    tried, survived = scripts.survivors(work, part["mutate"], part["tests"], sample)
    return tell(name, Counter(killed=tried - len(survived), survived=len(survived)), survived, monotonic() - began)


def folder(name: str) -> Path:
    """Return the folder in which the mutants of a part live."""
    return Path(os.environ.get(WORK, PROJECT / ".venv" / "mutants")) / name


def copy(work: Path, part: dict[str, list[str]], *, as_it_is: bool = False) -> None:
    """Lay the project into a folder as it is now, with a configuration for mutmut."""
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    for each in COPIED:
        source = PROJECT / each
        if source.is_dir():
            shutil.copytree(source, work / each, ignore=shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints"))
        else:
            shutil.copy2(source, work / each)
    for pattern in [] if as_it_is else part["mutate"]:
        for file in work.glob(pattern):
            file.write_text(undecorated(file.read_text(encoding="utf-8")), encoding="utf-8")
    settings = {
        "source_paths": ["course"],
        "only_mutate": part["mutate"],
        "also_copy": [each for each in COPIED if each != "course"],
        "pytest_add_cli_args": ["-p", "tests.mutants.fresh", "-p", "no:cacheprovider"],
        "pytest_add_cli_args_test_selection": part["tests"],
        "timeout_constant": 3.0,
        "track_dependencies": False,
        "use_git_change_detection": False,
    }
    lines = (f"{key} = {json.dumps(value)}" for key, value in settings.items())
    text = PYTEST + "[tool.mutmut]\n" + "\n".join(lines) + "\n"
    os.environ[MUTATED] = " ".join(part["mutate"])
    (work / "pyproject.toml").write_text(text, encoding="utf-8")


def mutmut(work: Path, *words: str, may_fail: bool = False) -> None:
    """Run mutmut in a folder; what it prints goes to a file there."""
    code = "import sys; from mutmut.__main__ import cli; sys.argv[0] = 'mutmut'; cli()"
    with (work / "mutmut.txt").open("a", encoding="utf-8") as said:
        ran = subprocess.run([sys.executable, "-c", code, *words], cwd=work, stdout=said, stderr=said, check=False)
    if ran.returncode and not may_fail:
        print((work / "mutmut.txt").read_text(encoding="utf-8")[-3000:])
        sys.exit(f"mutmut could not run; {work / 'mutmut.txt'} has all of it.")


def results(work: Path) -> dict[str, int | None]:
    """Return the exit code of each mutant by its name; None where it was not tried."""
    kept = work / "results.json"
    if kept.is_file():
        return dict(json.loads(kept.read_text(encoding="utf-8")))
    found: dict[str, int | None] = {}
    for file in sorted((work / "mutants").rglob("*.py.meta")):
        found |= json.loads(file.read_text(encoding="utf-8"))["exit_code_by_key"]
    return found


def listed() -> dict[str, list[dict[str, Any]]]:
    """Return what the list of survivors holds."""
    return tomllib.loads((HERE / "survivors.toml").read_text(encoding="utf-8"))


def explained() -> dict[Change, str]:
    """Return the reason of each mutant that may survive."""
    rows = listed()["survivor"]
    return {
        Change(row["function"], row["was"], became): row["why"]
        for row in rows
        for became in ([row["became"]] if isinstance(row["became"], str) else row["became"])
    }


def always(one: Change) -> bool:
    """Return whether a mutant changes only what may be changed anywhere."""
    without = [row["without"] for row in listed()["always"]]
    return any(re.sub(each, "", one.was) == re.sub(each, "", one.became) for each in without)


def tell(name: str, ends: Counter[str], survivors: list[Change], seconds: float) -> int:
    """Print what came of a part, and each mutant that no test noticed and nobody has explained; return how many."""
    reasons = explained()
    left = [each for each in survivors if each not in reasons and not always(each)]
    for each in left:
        print(each)
    noticed, whole = ends["killed"] + ends["timeout"], ends.total()
    print(
        f"{name}: {whole} mutants, {noticed} noticed ({noticed / max(whole, 1):.1%}; {ends['timeout']} by the time "
        f"that they took), {len(survivors) - len(left)} explained, {len(left)} open; "
        f"{datetime.now(UTC):%d %B %Y}, {seconds / 60:.0f} min"
    )
    return len(left)


if __name__ == "__main__":
    main()
