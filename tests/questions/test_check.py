"""Checking from code: the verdict of an answer, kept where there is something to keep."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import course
from course.content import ContentError
from course.questions import keeping
from course.questions.record import Entry, Record
from tests.questions.kept import kept

if TYPE_CHECKING:
    from pathlib import Path


def test_an_answer_is_kept_with_its_tries(progress_file: Path) -> None:
    course.check("3.1", 5)
    course.check("3.1", "four")
    entry = kept(progress_file)["3.1"]
    assert (entry["answer"], entry["state"], entry["tries"]) == (4, "right", 2)


def test_a_blank_and_an_unclear_answer_are_not_kept(progress_file: Path) -> None:
    course.check("3.1", ...)
    course.check("3.1", "some")
    assert not progress_file.exists()


def test_running_a_notebook_again_adds_no_tries(progress_file: Path) -> None:
    for _ in range(3):
        course.check("3.1", 5)
    assert kept(progress_file)["3.1"]["tries"] == 1


def test_a_right_answer_is_not_undone(progress_file: Path) -> None:
    course.check("3.1", 4)
    course.check("3.1", 7)
    entry = kept(progress_file)["3.1"]
    assert (entry["answer"], entry["state"], entry["tries"]) == (4, "right", 2)


def test_what_could_not_be_kept_is_said_after_the_next_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "keep_answer", lambda *_: "The disk is full.")
    assert course.check("3.1", 5).next_step.endswith('`course.hint("3.1")`. The disk is full.')
    assert course.check("3.1", 4).next_step == "The disk is full."
    assert "The disk is full." not in str(course.check("3.1", ...))


def test_a_question_that_is_none_is_told_with_the_nearest() -> None:
    with pytest.raises(ContentError, match="There is no question '33.1'. Did you mean '3.1'?"):
        course.check("33.1", 4)


@pytest.mark.parametrize("take", [course.check, course.hint, course.ask])
@pytest.mark.parametrize(
    ("number", "said"),
    [
        (9.10, "9.1 is a number, and a question has a text. Type '9.1' or '9.10'."),
        (3.1, "3.1 is a number, and a question has a text. Type '3.1'."),
        (np.float64(3.1), "3.1 is a number, and a question has a text. Type '3.1'."),
        (77.7, "77.7 is a number, and a question has a text. Type it between quotation marks, such as '3.1'."),
        (["3.1"], "A question has a text, not a thing of the type list."),
    ],
    ids=str,
)
def test_an_id_that_is_no_text_is_refused_with_the_text_to_type(take: Any, number: Any, said: str) -> None:
    with pytest.raises(ContentError, match=re.escape(said)):
        take(number)


def test_an_answer_that_was_right_by_an_older_spec_gives_way(progress_file: Path) -> None:
    progress_file.parent.mkdir()
    progress_file.write_text(Record({"3.1": Entry(6, "right", 6, 1)}).to_json(), encoding="utf-8")
    course.check("3.1", 5)
    assert kept(progress_file)["3.1"]["answer"] == 5


def test_the_first_answer_goes_with_each_later_one(progress_file: Path) -> None:
    assert [course.check("3.1", answer).first for answer in (9, 8, 4, 9)] == [9, 9, 9, 9]
    assert progress_file.exists()


def test_a_first_answer_that_an_older_version_did_not_keep_is_not_made_up(progress_file: Path) -> None:
    keeping.keep(lambda record: record.merged(Record({"3.1": Entry(9, "not yet", 9, 3)})))
    assert course.check("3.1", 4).first is None
    assert progress_file.exists()
