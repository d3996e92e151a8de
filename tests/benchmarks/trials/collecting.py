"""What `course collect` takes beside what else grades answers: nbgrader's autograde and otter's run, on the same answers.

Ours are hand-ins, the others' are notebooks, which they run. The folder is a fresh one each time.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat

from course.questions.spec import lesson
from course.teach.collect.collecting import collect
from course.teach.export import nbgrader
from tests.benchmarks import peers
from tests.benchmarks.process import PROJECT, fresh
from tests.benchmarks.row import Readings, Row, Sides, Trial, one
from tests.teach.collect.made_class import FIRST_DAY, answer, hand_in, known_answers, make_class
from tests.teach.export.runner import Course

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LESSON = "03_how_many"
OURS, OTHERS = 1000, 1
"""How many hand-ins each collects or grades at once: the others need some seconds for one."""
WHAT = "collecting 1,000 hand-ins of one lesson, report and feedback included: each"
NBGRADER = Row("collect", WHAT, "nbgrader's `autograde` of the same answers", "s", 0.001)
OTTER = Row("collect-otter", WHAT, "otter-grader's `run` of the same answers, without its containers", "s", 0.001)
SECONDS = Row("collect-10000", "collecting 10,000 hand-ins of the whole course, report included", "25 s", "s", 25)
GROWTH = Row("collect-growth", "collecting 1,000 to 100,000 hand-ins", "ten times what a tenth of them takes", "s", 1.2)
MEMORY = Row(
    "collect-memory", "memory of it, of the command and its largest helper", "that of 1,000 hand-ins", "MB", 1.15
)
SIZES = (100, 1_000, 10_000, 100_000)
MEGA, KIB = 1_000_000, 1024
TEST = """OK_FORMAT = True
test = {{"name": "{name}", "points": 1, "suites": [{{"type": "doctest", "scored": True, "setup": "", "teardown": "", "cases": [
    {{"code": ">>> import contextlib, io, course\\n>>> with contextlib.redirect_stdout(io.StringIO()):\\n"
              "...     course.require('{question}', answer_{key})\\n", "hidden": False, "locked": False}}]}}]}}
"""
COLLECT = """
import json, pathlib, resource, sys, time
begin = time.perf_counter()
sys.argv = ["course", "collect", {folder!r}, "-o", {out!r}]
from course.cli import app
try:
    app()
except SystemExit as end:
    assert not end.code
seconds = time.perf_counter() - begin
most, told = [resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss], pathlib.Path("/proc/self/status")
if told.exists():  # what Linux says by getrusage counts who has started it, too
    most += [int(line.split()[1]) for line in told.read_text().splitlines() if line.startswith("VmHWM:")]
else:
    most += [resource.getrusage(resource.RUSAGE_SELF).ru_maxrss]
print(json.dumps([seconds, *most]))
"""


def timed(do: Callable[[], object], learners: int) -> float:
    """Return the seconds that something takes for each learner."""
    begin = time.perf_counter()
    do()
    return (time.perf_counter() - begin) / learners


def run(*words: object, **more: Any) -> None:
    """Run a command; it has to end well."""
    done = subprocess.run([*map(str, words)], capture_output=True, encoding="utf-8", check=False, **more)
    if done.returncode:
        message = f"{words} ended with {done.returncode}:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
        raise RuntimeError(message)


class WithCourse:
    """`course collect` of hand-ins with all answers of the lesson right."""

    def __init__(self, scratch: Path) -> None:
        """Write the hand-ins."""
        self._folder, self._rounds = scratch / "ours", count()
        (self._folder / "class").mkdir(parents=True)
        some = [answer(each.id, [known_answers(each.id)[0]], FIRST_DAY) for each in lesson(LESSON[:2]).questions]
        for number in range(OURS):
            content = json.dumps(hand_in(f"L{number:04}", some), indent=1)
            (self._folder / "class" / f"{number}.json").write_text(content, encoding="utf-8")

    def __call__(self) -> None:
        """Collect them, with report, tables and feedback."""
        out = self._folder / f"out-{next(self._rounds)}"
        run(sys.executable, "-m", "course", "collect", self._folder / "class", "-o", out, cwd=PROJECT)


class WithNbgrader:
    """nbgrader's autograde of the released lesson with all answers right."""

    def __init__(self, scratch: Path) -> None:
        """Write the source tree, release it, and hand in."""
        self._course = Course(scratch / "nbgrader", peers.nbgrader())
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

    def __init__(self, scratch: Path) -> None:
        """Write the tests and a notebook."""
        self._python, self._folder = peers.otter(), scratch / "otter"
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
        self._env = {**os.environ, "PYTHONPATH": str(PROJECT)}
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


@contextmanager
def grader(row: Row, way: type[WithNbgrader | WithOtter]) -> Iterator[Sides]:
    """Yield the collecting of a class, and the grading of a hand-in by another."""
    with tempfile.TemporaryDirectory() as folder:
        graded, collected = way(Path(folder)), WithCourse(Path(folder))
        yield Sides(lambda: one({row.key: timed(collected, OURS)}), lambda: one({row.key: timed(graded, OTHERS)}))


@contextmanager
def growth() -> Iterator[Sides]:
    """Yield classes of several sizes, each learner with all questions and misreadings planted; see that the counts are right."""
    with tempfile.TemporaryDirectory() as scratch:
        planted = {size: make_class(Path(scratch) / f"class-{size}", size) for size in SIZES}

        def collected(size: int) -> tuple[float, float]:
            """Return seconds, and the most megabytes of the command or a helper of it."""
            place = Path(scratch) / f"class-{size}"
            with tempfile.TemporaryDirectory() as out:
                seconds, *most = fresh(COLLECT.format(folder=str(place), out=f"{out}/out"))
                if not planted[size].is_told_by(collect(place, Path(out) / "out").report):
                    message = f"The report of {size} does not count what was planted"
                    raise RuntimeError(message)
            return seconds, max(most) * (1 if sys.platform == "darwin" else KIB) / MEGA

        def ours() -> Readings:
            found = {size: collected(size) for size in SIZES[1:]}
            sizes = {str(size): seconds for size, (seconds, _) in found.items()}
            memory = {str(size): most for size, (_, most) in found.items() if size != SIZES[1]}
            return {GROWTH.key: sizes, MEMORY.key: memory} | one({SECONDS.key: found[10_000][0]})

        def peer() -> Readings:
            found = {size: collected(size) for size in SIZES[:-1]}
            sizes = {str(size * 10): seconds * 10 for size, (seconds, _) in found.items()}
            return {GROWTH.key: sizes, MEMORY.key: {str(size): found[SIZES[1]][1] for size in SIZES[2:]}}

        yield Sides(ours, peer)


TRIALS = (
    Trial((NBGRADER,), partial(grader, NBGRADER, WithNbgrader), is_warmed=False),
    Trial((OTTER,), partial(grader, OTTER, WithOtter), rounds=3, is_long=True, is_warmed=False),
    Trial((SECONDS, GROWTH, MEMORY), growth, rounds=1, is_long=True, is_warmed=False),
)
