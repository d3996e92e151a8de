"""A new kind of question needs one file: all that the course does with a question, it does with this one too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

import course
from course.content import ContentError
from course.page import controls
from course.questions import spec
from course.questions.judge import State
from course.questions.kinds import KINDS, Kind
from course.questions.kinds.base import ANSWER, Read
from course.questions.kinds.paper_field import PaperField
from course.teach.answers import key
from course.teach.worksheet import _templates
from tests.questions import samples

if TYPE_CHECKING:
    from pathlib import Path

    from course.page.controls import Control


@dataclass(frozen=True)
class Letter(Kind[str]):
    """A question whose answer is a letter of an alphabet."""

    alphabet: str

    name = "letter"
    needs = ("alphabet",)
    conditions = (ANSWER, "after")

    def read(self, value: object) -> Read[str] | str:
        if isinstance(value, str) and value.lower() in self.alphabet:
            return Read(value.lower())
        return f"Give one of these letters: {self.alphabet}."

    def gives_away(self, hint: str, accepted: str) -> bool:
        return f"the letter {accepted}" in hint

    def _meets(self, given: str, name: str, value: Any) -> bool:
        return given > self.need(value) if name == "after" else super()._meets(given, name, value)

    def _in_words(self, name: str, value: Any) -> str:
        return f"any letter after {value}" if name == "after" else super()._in_words(name, value)

    def say(self, given: str) -> str:
        return f"the letter {given}"

    def controls(self) -> dict[str, Control]:
        return {ANSWER: controls.line("Your letter")}

    def on_paper(self) -> PaperField:
        return PaperField("Write one letter.", lines=1)


SAMPLE = ("alphabet = 'abcd'", "'b'", "answer = 'a'", "after = 'b'")


@pytest.fixture(autouse=True)
def _registered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KINDS, Letter.name, Letter)
    monkeypatch.setitem(samples.KINDS, Letter.name, SAMPLE)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, progress_file: Path) -> spec.Question:  # noqa: ARG001 - its place is used
    """A question of the new kind, to be asked as 9.1."""
    question = samples.read("letter")
    monkeypatch.setattr(spec, "_of", lambda _: {question.id: question})
    return question


def test_its_spec_is_read_and_a_mistake_in_it_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert samples.read("letter").kind == Letter("abcd")
    for parts, said in (("", "'alphabet' is missing."), ("alphabet = 'xyz'", "Give one of these letters: xyz.")):
        monkeypatch.setitem(samples.KINDS, Letter.name, (parts, *SAMPLE[1:]))
        with pytest.raises(ContentError, match=said):
            samples.read("letter")


@pytest.mark.usefixtures("asked")
def test_it_is_asked_judged_and_kept() -> None:
    page = course.ask("9.1")._repr_mimebundle_()[0]
    assert page["text/plain"] == "9.1  A question of the kind letter?"
    said = [course.check("9.1", answer) for answer in ("d", "a", "?", "B")]
    assert [verdict.state for verdict in said] == [State.NOT_YET, State.NOT_YET, State.UNCLEAR, State.RIGHT]
    assert [verdict.message for verdict in said[:2]] == ["The second misreading.", "The first misreading."]
    assert (said[-1].understood, said[-1].kept) == ("the letter b", "b")


def test_its_controls_give_and_take_an_answer(asked: spec.Question) -> None:
    assert asked.kind.controls()[ANSWER].label == "Your letter"
    assert asked.kind.given(asked.kind.filled("b")) == "b"
    assert asked.kind.given({ANSWER: " "}) is ...


def test_it_stands_in_the_teachers_key_and_on_paper(asked: spec.Question) -> None:
    made = key(asked)
    assert [answer.words for answer in (*made.right, *made.wrong)] == [
        "the letter b",
        "the letter a",
        "any letter after b",
    ]
    module = _templates().get_template("fields.html").make_module()
    drawn = str(module.fields(asked, 7))  # type: ignore[attr-defined]
    assert '<p class="quiet">Write one letter.</p>' in drawn
    assert drawn.count('<div class="line"></div>') == 1
