# ruff: noqa: T201 - what it measures is printed
"""Measure `course collect` beside what else grades answers: nbgrader's autograde and otter's run, on the same answers.

Each takes the answers of one lesson: ours as hand-ins, the others as notebooks, which they run. They are measured in
turns, a fresh folder each time; printed is the median of the rounds. Run it on a computer that does nothing else:

    COURSE_NBGRADER=.venv/nbgrader python -m tests.benchmarks.collecting --otter /path/to/python

where that Python has otter-grader and what the course needs. A grader that is not there is left out, and that is said.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import nbformat

from course.questions.spec import lesson
from course.teach.collect.collecting import collect
from course.teach.export import nbgrader
from tests.teach.collect.made_class import FIRST_DAY, answer, hand_in, known_answers, make_class
from tests.teach.export.runner import VARIABLE, Course

if TYPE_CHECKING:
    from collections.abc import Callable

LESSON = "03_how_many"
ROUNDS = 3
OTHERS = 4
"""How many hand-ins the others grade at once: each takes some seconds."""
OURS = 1000
SIZES = (100, 1_000, 10_000, 100_000)
MEGA = 2**20
COURSE = [sys.executable, "-m", "course"]
TEST = """OK_FORMAT = True
test = {{"name": "{name}", "points": 1, "suites": [{{"type": "doctest", "scored": True, "setup": "", "teardown": "", "cases": [
    {{"code": ">>> import contextlib, io, course\\n>>> with contextlib.redirect_stdout(io.StringIO()):\\n"
              "...     course.require('{question}', answer_{key})\\n", "hidden": False, "locked": False}}]}}]}}
"""


def timed(do: Callable[[], object]) -> float:
    """Return the seconds that something takes."""
    begin = time.perf_counter()
    do()
    return time.perf_counter() - begin


def run(*words: object, **more: Any) -> None:
    """Run a command; it has to end well."""
    done = subprocess.run([*map(str, words)], capture_output=True, encoding="utf-8", check=False, **more)
    if done.returncode:
        message = f"{words} ended with {done.returncode}:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
        raise RuntimeError(message)


class WithCourse:
    """`course collect` of hand-ins with all answers of the lesson right."""

    def __init__(self, scratch: Path, learners: int = OURS) -> None:
        """Write the hand-ins."""
        self.learners, self._scratch = learners, scratch / "ours"
        (self._scratch / "class").mkdir(parents=True)
        for number in range(learners):
            some = [answer(each.id, [known_answers(each.id)[0]], FIRST_DAY) for each in lesson(LESSON[:2]).questions]
            content = json.dumps(hand_in(f"L{number:04}", some), indent=1)
            (self._scratch / "class" / f"{number}.json").write_text(content, encoding="utf-8")
        self._round = 0

    def __call__(self) -> None:
        """Collect them, with report, tables and feedback."""
        self._round += 1
        run(*COURSE, "collect", self._scratch / "class", "-o", self._scratch / f"out-{self._round}")


class WithNbgrader:
    """nbgrader's autograde of the released lesson with all answers right."""

    def __init__(self, scratch: Path, packages: Path) -> None:
        """Write the source tree, release it, and hand in."""
        self.learners = OTHERS
        self._course = Course(scratch / "nbgrader", packages.resolve())
        list(nbgrader.write(self._course.folder, [LESSON[:2]]))
        self._course.run("generate_assignment", LESSON)
        solved = solutions(self._course)
        for number in range(OTHERS):
            self._course.submit(f"L{number}", LESSON, lambda name: solved[name])

    def __call__(self) -> None:
        """Grade them."""
        self._course.run("autograde", LESSON, "--force")


class WithOtter:
    """otter's run of notebooks with all answers right, one after another, as its containers do inside."""

    def __init__(self, scratch: Path, python: Path) -> None:
        """Write the tests and a notebook."""
        self.learners = OTHERS
        self._python, self._folder = python, scratch / "otter"
        tests = self._folder / "tests"
        tests.mkdir(parents=True)
        for each in lesson(LESSON[:2]).questions:
            key = each.id.replace(".", "_")
            (tests / f"q{key}.py").write_text(TEST.format(name=f"q{key}", question=each.id, key=key), encoding="utf-8")
        tree = Course(scratch / "for-otter", Path())
        list(nbgrader.write(tree.folder, [LESSON[:2]]))
        pages = tree.read("source", LESSON)
        pages.cells = [cell for cell in pages.cells if "course.require(" not in cell.source]
        nbformat.write(pages, self._folder / "solved.ipynb")
        self._env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
        self._otter("generate", "-t", "tests", "-o", "autograder.zip", "--no-environment")

    def _otter(self, *words: object) -> None:
        run(self._python, "-m", "otter", *words, cwd=self._folder, env=self._env)

    def __call__(self) -> None:
        """Grade them, and see that all is right: else it would not be the same work."""
        for _ in range(OTHERS):
            self._otter("run", "solved.ipynb", "-a", "autograder.zip", "-o", ".", "--no-logo")
        found = json.loads((self._folder / "results.json").read_text(encoding="utf-8"))
        scores = [each["score"] for each in found["tests"] if each.get("max_score")]
        if sum(scores) != len(lesson(LESSON[:2]).questions):
            message = f"otter found {scores}"
            raise RuntimeError(message)


def solutions(course: Course) -> dict[str, str]:
    """Return the solution of each cell to answer in."""
    marks = ((cell.metadata.get("nbgrader", {}), cell.source) for cell in course.read("source", LESSON).cells)
    return {mark["grade_id"]: source for mark, source in marks if mark.get("solution")}


def compare(rounds: int, otter: Path | None) -> None:
    """Print hand-ins a second of each way, and how many times as many ours are."""
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        ways: dict[str, WithCourse | WithNbgrader | WithOtter] = {"course collect": WithCourse(scratch)}
        if packages := os.environ.get(VARIABLE):
            ways["nbgrader autograde"] = WithNbgrader(scratch, Path(packages))
        else:
            print(f"nbgrader is left out: {VARIABLE} names no folder with it.")
        if otter:
            ways["otter run"] = WithOtter(scratch, otter)
        else:
            print("otter is left out: --otter names no Python with it.")
        took: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(rounds):
            for name, way in ways.items():
                took[name].append(timed(way) / way.learners)
    ours = median(took["course collect"])
    print(f"\nMedian of {rounds} rounds; lesson {LESSON[:2]}, {len(lesson(LESSON[:2]).questions)} answers; {about()}\n")
    print("| way | hand-ins a second | ours is … times that |\n|---|---:|---:|")
    for name, seconds in took.items():
        print(f"| {name} | {1 / median(seconds):,.2f} | {median(seconds) / ours:,.0f} |")


def grow(sizes: list[int]) -> None:
    """Print seconds and memory of classes of several sizes, each learner with all questions; see that the counts are right."""
    print(
        "\n| hand-ins | seconds | hand-ins a second | memory of the command, MB | of its largest helper, MB |\n"
        "|---:|---:|---:|---:|---:|"
    )
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            planted = make_class(Path(folder) / "class", size)
            code = "import resource, sys; from course.cli import app\n"
            code += "try: app()\nfinally:\n    for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):\n"
            code += "        print(resource.getrusage(who).ru_maxrss)"
            words = [sys.executable, "-c", code, "collect", f"{folder}/class", "-o", f"{folder}/out"]
            begin = time.perf_counter()
            done = subprocess.run(words, capture_output=True, encoding="utf-8", check=True)
            seconds = time.perf_counter() - begin
            own, other = (int(word) * 1024 / MEGA for word in done.stdout.split()[-2:])
            if not planted.is_told_by(collect(Path(folder) / "class", Path(folder) / "out").report):
                message = f"The report of {size} does not count what was planted"
                raise RuntimeError(message)
        print(f"| {size:,} | {seconds:.1f} | {size / seconds:,.0f} | {own:.0f} | {other:.0f} |", flush=True)


def about() -> str:
    """Return what it ran on."""
    return f"Python {platform.python_version()}, pandas {version('pandas')}, {os.cpu_count()} cores"


def main() -> None:
    """Read the options, and measure."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=ROUNDS)
    options.add_argument("--otter", type=Path, help="a Python that has otter-grader")
    options.add_argument("--sizes", type=int, nargs="*", default=SIZES[:3])
    chosen = options.parse_args()
    compare(chosen.rounds, chosen.otter)
    grow(chosen.sizes)


if __name__ == "__main__":
    main()
