"""An open answer: written and kept, its level chosen by people; it is done or not, and never right or wrong."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import course
from course.content import ContentError
from course.questions import keeping
from course.questions.open_answer import NOW_CHOOSE, state
from course.questions.record import Record
from course.questions.spec import lesson, lessons

if TYPE_CHECKING:
    from pathlib import Path


def test_it_is_kept_as_it_is_given_and_opens_again(progress_file: Path) -> None:
    panel = course.open_answer("03")
    panel.give("text", "The report gives no total.")
    assert panel.html["kept"] == NOW_CHOOSE
    panel.give("level", "2")
    panel.give("why", "It keeps the small words.")
    assert panel.html["kept"] == "Kept."
    given = {"text": "The report gives no total.", "level": "2", "why": "It keeps the small words."}
    assert course.open_answer("03").values == given
    assert json.loads(progress_file.read_text(encoding="utf-8"))["filled"] == {"03": given}


def test_what_is_shown_has_prompt_and_levels_and_marks_the_one_that_was_chosen(progress_file: Path) -> None:  # noqa: ARG001
    panel, asked = course.open_answer("03"), lesson("03").open
    assert asked is not None
    text, level, why = panel.parts[:3]
    assert (text["label"], why["kind"]) == (asked.prompt, "text")
    assert list(map(tuple, level["options"])) == [
        (str(n), f"Level {n}: {said}") for n, said in enumerate(asked.rubric, start=1)
    ]
    panel.give("text", "<b>None</b>")
    panel.give("level", "3")
    assert "<blockquote>&lt;b&gt;None" in panel.printed
    assert f"<b>Level 3: {asked.rubric[2]} ✓</b>" in panel.printed
    assert panel.printed.count("✓") == 1
    assert str(panel).startswith(f"{asked.prompt}\n  ( ) Level 1: ")
    assert asked.example not in panel.printed + str(panel), "the example is for teachers"


def test_when_progress_begins_anew_it_is_empty(progress_file: Path) -> None:
    panel = course.open_answer("03")
    panel.give("text", "Mine.")
    course.begin_anew()
    assert panel.values == {"text": "", "level": None, "why": ""}
    assert keeping.read().filled == {}
    assert not progress_file.exists()


@pytest.mark.parametrize(
    ("given", "done"),
    [
        ({}, False),
        ({"text": "Mine.", "level": None, "why": "So."}, False),
        ({"text": "  ", "level": "1"}, False),
        ({"text": "Mine.", "level": "1", "why": ""}, True),
    ],
)
def test_it_is_done_when_it_is_written_and_has_a_level(given: dict[str, str], done: bool) -> None:  # noqa: FBT001
    said = "open answer done ✓" if done else "open answer not done yet"
    assert state(lesson("03"), Record(filled={"03": given})) == said
    assert state(lesson("00"), Record(filled={"00": given})) == "", "there is none"


def test_card_and_progress_follow_it_and_call_it_neither_right_nor_wrong(progress_file: Path) -> None:  # noqa: ARG001
    card = course.ending("03")
    assert "Open answer not done yet" in card.html
    assert "· open answer not done yet" in str(course.progress("03"))
    panel = course.open_answer("03")
    panel.give("text", "Mine.")
    panel.give("level", "1")
    assert "Open answer done ✓" in card.html
    assert "0 of 7" in str(course.progress("03")), "it counts as no question"
    assert "· open answer done ✓" in str(course.progress("03"))
    assert "open answer" not in str(course.progress("00")).lower() + str(course.ending("00")).lower()


def test_what_cannot_be_kept_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "keep_filled", lambda *_: "The disk is full.")
    panel = course.open_answer("03")
    panel.give("text", "Mine.")
    assert panel.html["kept"] == "The disk is full."


def test_a_notebook_that_has_none_is_told() -> None:
    with pytest.raises(ContentError, match="The notebook '00' has no open answer"):
        course.open_answer("00")
    with pytest.raises(ContentError, match="There is no notebook '3'"):
        course.open_answer("3")


@pytest.mark.parametrize("number", [each.number for each in lessons() if each.number != "00"])
def test_the_levels_of_every_notebook_climb_and_a_good_answer_fits_the_task(number: str) -> None:
    asked = lesson(number).open
    assert asked is not None
    assert len(set(asked.rubric)) == 3
    assert all(said.endswith(".") and len(said.split()) <= 25 for said in asked.rubric)
    assert 2 <= asked.example.count(". ") + 1 <= 4, "two or three sentences, one more at most"
