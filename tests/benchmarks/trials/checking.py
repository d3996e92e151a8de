"""How long one check takes, beside otter-grader's; and the judging of a whole hand-in."""

from __future__ import annotations

import json
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from course.questions.judge import judge
from course.questions.spec import questions
from tests.benchmarks import peers
from tests.benchmarks.process import fresh
from tests.benchmarks.row import Readings, Row, Sides, Trial, one
from tests.benchmarks.trials.drawing import took
from tests.teach.collect.made_class import known_answers

if TYPE_CHECKING:
    from collections.abc import Iterator

OTTERS = "otter-grader's check of the same answer"
MEMORY = Row("check", "one check, kept in memory", OTTERS, "ms", 0.03)
FILE = Row("check-file", "one check, kept in a file with an answer to each question", OTTERS, "ms", 1)
JUDGING = Row("judging", "judging one full hand-in", "1.5 ms", "ms", 1.5)
WITH_COURSE = """
import json, time
import course
for question, answer in json.loads({answers!r}):
    course.check(question, answer)
course.check("3.1", 3)
begin = time.perf_counter()
for number in range(40):
    str(course.check("3.1", 4 + number % 2))
print((time.perf_counter() - begin) / 40 * 1000)
"""
WITH_OTTER = """
import os, time
os.chdir({folder!r})
import otter
grader = otter.Notebook(tests_dir="tests")
grader.check("q3_1", global_env={{"answer_3_1": 4}})
begin = time.perf_counter()
for number in range(40):
    str(grader.check("q3_1", global_env={{"answer_3_1": 4 + number % 2}}))
print((time.perf_counter() - begin) / 40 * 1000)
"""
TEST = """OK_FORMAT = True
test = {"name": "q3_1", "points": 1, "suites": [{"type": "doctest", "scored": True, "setup": "", "teardown": "",
    "cases": [{"code": ">>> answer_3_1 == 4\\nTrue", "hidden": False, "locked": False}]}]}
"""


@contextmanager
def checks() -> Iterator[Sides]:
    """Yield a check that is right and one that is not, again and again, in a fresh Python."""
    python = peers.otter()
    answers = json.dumps([(question, known_answers(question)[0]) for question in questions()])
    with tempfile.TemporaryDirectory() as scratch:
        (Path(scratch) / "tests").mkdir()
        (Path(scratch) / "tests" / "q3_1.py").write_text(TEST, encoding="utf-8")
        progress = Path(scratch) / "progress.json"

        def ours() -> Readings:
            in_memory = fresh(WITH_COURSE.format(answers="[]"), env={"COURSE_PROGRESS": "memory"})
            progress.unlink(missing_ok=True)
            in_file = fresh(WITH_COURSE.format(answers=answers), env={"COURSE_PROGRESS": str(progress)})
            assert len(json.loads(progress.read_text(encoding="utf-8"))) > 0
            return one({MEMORY.key: in_memory, FILE.key: in_file})

        def peer() -> Readings:
            seconds = fresh(WITH_OTTER.format(folder=scratch), python=python)
            return one({MEMORY.key: seconds, FILE.key: seconds})

        yield Sides(ours, peer)


@contextmanager
def judging() -> Iterator[Sides]:
    """Yield the judging of a right answer to each question."""
    answers = [(about, known_answers(name)[0]) for name, about in questions().items()]
    yield Sides(lambda: one({JUDGING.key: took(lambda: [judge(*each) for each in answers], 20)}))


TRIALS = (Trial((MEMORY, FILE), checks), Trial((JUDGING,), judging))
