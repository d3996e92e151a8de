"""A question of the right shape that is unsound is refused; ours are sound, and give each answer its own words."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from course.content import ContentError
from course.questions.judge import State, judge
from course.questions.spec import Question, questions, read_lesson
from tests.questions.examples import example_of
from tests.questions.samples import GOOD

if TYPE_CHECKING:
    from pathlib import Path


ALL = list(questions().values())


def ids(question: Question) -> str:
    return question.id


@pytest.mark.parametrize("question", ALL, ids=ids)
def test_a_question_has_what_a_learner_needs(question: Question) -> None:
    assert len(question.misconceptions) >= 2
    assert len(question.hints) >= 2
    assert question.prompt
    assert question.right
    assert question.default
    feedback = [m.feedback for m in question.misconceptions]
    assert len(set(feedback)) == len(feedback), "each misconception has feedback of its own"


@pytest.mark.parametrize("question", ALL, ids=ids)
def test_each_accepted_answer_is_right_and_met_with_its_words(question: Question) -> None:
    for accepted in question.accepted:
        verdict = judge(question, question.kind.keep(accepted.answer))
        assert verdict.state is State.RIGHT
        assert verdict.message == accepted.feedback


@pytest.mark.parametrize("question", ALL, ids=ids)
def test_each_misconception_gets_its_own_feedback(question: Question) -> None:
    for misconception in question.misconceptions:
        verdict = judge(question, example_of(misconception.condition, question))
        assert verdict.state is State.NOT_YET
        assert verdict.message.startswith(misconception.feedback), misconception.condition
        assert verdict.misreading == misconception.name
        unnamed = replace(verdict, misreading="")
        assert (str(unnamed), unnamed.to_html()) == (str(verdict), verdict.to_html()), "no learner sees the name"


@pytest.mark.parametrize(
    ("hints", "said"),
    [
        ('["Look.", "Look closer."]', "at least 3 hints are needed"),
        ('["Look.", "Look closer.", "Write ____."]', "has code with a gap"),
        ('["Look.", "Write `a`.", "Look closer."]', "has code with a gap"),
        ('["Look.", "Look closer.", "Write `a = ____`."]', ""),
    ],
)
def test_a_question_in_code_ends_its_hints_with_a_gap(tmp_path: Path, hints: str, said: str) -> None:
    path = tmp_path / "09_test.toml"
    spec = GOOD.replace('track = "reading"', 'track = "coding"').replace('["Look.", "Look closer."]', hints)
    path.write_text(spec, encoding="utf-8")
    with pytest.raises(ContentError, match=said) if said else nullcontext():
        read_lesson(path)


def test_a_misconception_behind_one_that_meets_it_first_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "09_test.toml"
    path.write_text(
        GOOD + '\n[[question.misconception]]\nname = "left-out"\nanswer = 7\nfeedback = "Never heard."\n',
        encoding="utf-8",
    )
    with pytest.raises(ContentError, match="an earlier one meets it"):
        read_lesson(path)
