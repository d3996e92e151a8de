"""The source tree is one that the real nbgrader takes: it releases it, and gives right, wrong and blank their points."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from course.content import ContentError
from course.questions.spec import lesson, lessons
from course.teach.export import nbgrader
from tests.teach.export.runner import VARIABLE, Course

LESSON = "03_how_many"
with_nbgrader = pytest.mark.skipif(
    VARIABLE not in os.environ, reason=f"{VARIABLE} names no folder with nbgrader; make test does"
)


def test_there_is_an_assignment_a_lesson_and_the_settings() -> None:
    names = [each.notebook for each in lessons()]
    assert list(nbgrader.files()) == ["nbgrader_config.py", *(f"source/{name}/{name}.ipynb" for name in names)]


def test_some_lessons_can_be_named_and_one_that_there_is_not_is_told(tmp_path: Path) -> None:
    lines = list(nbgrader.write(tmp_path, ["03"]))
    assert len(lines) == 3
    assert lines[-1] == f"Then, in {tmp_path}: nbgrader generate_assignment {LESSON}"
    assert (tmp_path / "source" / LESSON / f"{LESSON}.ipynb").is_file()
    with pytest.raises(ContentError, match="There is no notebook '33'"):
        nbgrader.files(["33"])


@with_nbgrader
def test_the_real_nbgrader_gives_right_wrong_and_blank_their_points(tmp_path: Path) -> None:
    packages = Path(os.environ[VARIABLE]).resolve()
    assert (packages / "nbgrader").is_dir(), f"{VARIABLE} says that it is there"
    list(nbgrader.write(tmp_path, ["03"]))
    course = Course(tmp_path, packages)

    course.run("generate_assignment", LESSON)
    released = course.read("release", LESSON)
    text = "\n".join(cell.source for cell in released.cells)
    assert "SOLUTION" not in text
    assert "'more than 25'" not in text
    assert "The report gives no total." not in text
    assert "answer_3_1 = ...\n# Write over the three dots" in text

    solved = {
        cell.metadata["nbgrader"]["grade_id"]: cell.source
        for cell in course.read("source", LESSON).cells
        if cell.metadata.get("nbgrader", {}).get("solution")
    }
    course.submit("right", LESSON, lambda name: solved[name])
    course.submit("wrong", LESSON, lambda name: None if name == "answer_open" else f"{name} = 'a guess'")
    course.submit("blank", LESSON, lambda _: None)
    course.run("autograde", LESSON)

    tests = [f"test_{question.id.replace('.', '_')}" for question in lesson("03").questions]
    expected = {
        **{f"right {name}": [1, 1, False] for name in tests},
        **{f"{learner} {name}": [0, 1, False] for learner in ("wrong", "blank") for name in tests},
        **{f"{learner} answer_open": [0, 3, False] for learner in ("wrong", "blank")},
        "right answer_open": [None, 3, True],
    }
    assert course.scores() == expected

    said = [
        output
        for cell in course.read("autograded/wrong", LESSON).cells
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "test_3_1"
        for output in cell.outputs
    ]
    assert [output["output_type"] for output in said] == ["error"]
    assert "I cannot read “a guess” as a number." in said[0]["evalue"]
    assert said[0]["traceback"] == [said[0]["evalue"]], "the words, and no line of our code"
    kept = [each.name for each in tmp_path.rglob("*") if each.is_file() and each.suffix != ".ipynb"]
    assert sorted(kept) == ["gradebook.db", "nbgrader_config.py"], "no learner's progress is written"
