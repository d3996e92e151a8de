"""What a kind of question can do when it says nothing of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from course.page import controls
from course.questions.kinds import KINDS
from course.questions.kinds.base import ANSWER, Kind, Read, need_keys, need_span
from course.questions.kinds.paper_field import PaperField
from tests.questions.samples import sample

if TYPE_CHECKING:
    from course.page.controls import Control


@dataclass(frozen=True)
class Hand(Kind[int]):
    """How many fingers of a hand; it says only what it must."""

    fingers: int

    name = "hand"
    needs = ("fingers",)
    conditions = (ANSWER, "over")

    def read(self, value: object) -> Read[int] | str:
        fits = isinstance(value, int) and value <= self.fingers
        return Read(value) if fits else f"A hand has {self.fingers} fingers."  # type: ignore[arg-type]

    def gives_away(self, hint: str, accepted: int) -> bool:
        return str(accepted) in hint

    def _meets(self, given: int, name: str, value: Any) -> bool:
        return given > value if name == "over" else super()._meets(given, name, value)

    def _in_words(self, name: str, value: Any) -> str:
        return f"over {value}" if name == "over" else super()._in_words(name, value)

    def say(self, given: int) -> str:
        return f"{given} up"

    def controls(self) -> dict[str, Control]:
        return {ANSWER: controls.number("How many?")}

    def on_paper(self) -> PaperField:
        return PaperField("How many?", lines=1)


HAND = Hand.from_spec({"fingers": 5, "prompt": "How many?"})


def test_a_kind_is_made_from_the_keys_that_it_needs_and_no_other() -> None:
    assert Hand(5) == HAND
    assert (HAND.offered, HAND.shape([5]), HAND.beside(4, 5), HAND.rows(5)) == ((), "", None, ())
    assert HAND.told("No.", 4, 5, foreseen=False) == "No."
    assert HAND.nearest(4, [5, 3]) == 5


def test_what_a_spec_accepts_must_be_an_answer() -> None:
    assert HAND.need(5) == 5
    with pytest.raises(ValueError, match="A hand has 5 fingers"):
        HAND.need(6)


def test_a_condition_is_met_where_all_of_it_is() -> None:
    assert HAND.meets(4, {"over": 3})
    assert HAND.meets(4, {"answer": 4, "over": 3})
    assert not HAND.meets(4, {"answer": 4, "over": 4})
    assert not HAND.meets(3, {"answer": 4})
    assert HAND.condition_in_words({"answer": 4, "over": 3}) == "4 up, over 3"
    with pytest.raises(ValueError, match="A hand has 5 fingers"):
        HAND.check_condition({"over": 3, "answer": 6})


def test_an_answer_goes_into_its_control_and_comes_back() -> None:
    assert HAND.filled(HAND.keep(4)) == {"answer": 4}
    assert HAND.given({"answer": 0, "other": 7}) == 0, "a nought is an answer"
    ends = sample("bounds").kind
    assert ends.filled({"low": 1, "high": 2}) == {"low": 1, "high": 2}
    assert ends.given({"low": 1, "high": 2, "other": 7}) == {"low": 1, "high": 2}


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "order"])
@pytest.mark.parametrize("nothing", [None, "", "  ", []])
def test_where_a_control_is_left_empty_there_is_no_answer_yet(kind: str, nothing: object) -> None:
    question = sample(kind)
    values = question.kind.filled(question.kind.keep(question.accepted[0].answer))
    assert all(question.kind.given({**values, name: nothing}) is ... for name in values)
    assert question.kind.given({}) is ...


def test_a_question_without_controls_is_never_answered_on_the_page() -> None:
    assert sample("table").kind.given({"answer": 4}) is ...


def read_span(value: object) -> object:
    return None if value == "open" else value


@pytest.mark.parametrize("value", [5, "19", (1, 9), [1], [1, 2, 3], [9, 1], ["open", 9], [1, "many"]])
def test_a_range_has_two_ends_the_smaller_one_first(value: object) -> None:
    assert need_span(read_span, [1, 9], "between") == (1, 9)
    assert need_span(read_span, [4, 4], "between") == (4, 4)
    with pytest.raises(ValueError, match=r"^'between' needs (a list of two ends|two ends, the smaller one first)\.$"):
        need_span(read_span, value, "between")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("call", "'lacks' needs a list of keys."),
        ([], "'lacks' needs a list of keys."),
        (["call", "cal"], "'lacks': 'cal' is not a key. Did you mean 'call'?"),
        ([["call"]], "'lacks': ['call'] is not a key."),
    ],
)
def test_keys_are_a_list_of_those_that_are_known(value: object, said: str) -> None:
    assert need_keys(["visit", "call"], {"call", "visit"}, "lacks") == ["visit", "call"]
    with pytest.raises(ValueError, match=re.escape(said)):
        need_keys(value, {"call", "visit"}, "lacks")
