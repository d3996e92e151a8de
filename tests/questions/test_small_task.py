"""The small task: kept as it is given, ended by the learner, and judged only when the one at the end is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import course
from course.content import ContentError
from course.questions import keeping
from course.questions.record import DONE
from course.questions.small_task import SAID
from course.questions.task_file import AFTER, BEFORE, TIMES, task
from tests.questions.tasks import answer, filled

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("progress_file")


def test_each_item_asks_for_an_answer_and_how_sure_one_is_beside_it() -> None:
    panel = course.small_task(BEFORE)
    rows = [part["row"] for part in panel.parts if part["row"]]
    assert rows == [item.key for item in task(BEFORE).items for _ in range(2)]
    assert all(text in panel.html["text"] for text in task(BEFORE).text)
    assert str(panel).count("  ( ) ") == 24


def test_what_is_given_is_kept_at_once_and_opens_again() -> None:
    course.small_task(BEFORE).give("most", "a")
    panel = course.small_task(BEFORE)
    assert panel.values["most"] == "a"
    panel.give("most-sure", "4")
    assert panel.html["kept"] == "Kept."
    assert keeping.read().filled[BEFORE]["most-sure"] == "4"
    assert f"<b>{task(BEFORE).items[0].options['a']} ← I am quite sure</b>" in panel.printed


def test_it_ends_only_when_nothing_is_missing_and_says_what_is() -> None:
    panel, values = course.small_task(BEFORE), filled(BEFORE, 6)
    answer(panel, {**values, "source": None, "day": None, "day-sure": None})
    assert panel.html["kept"] == "Still missing: the answer to 2 and 4; how sure you are of 4."
    assert not keeping.read().filled[BEFORE][DONE]
    for name in ("source", "day", "day-sure"):
        panel.give(name, values[name])
        assert panel.html["kept"] == "Kept.", "an earlier press does not end it"
    panel.press("finish")
    assert panel.html["kept"] == SAID[BEFORE]
    assert keeping.read().filled[BEFORE] == values


@pytest.mark.parametrize("right", [0, 6])
def test_before_the_end_nothing_says_what_is_right(right: int) -> None:
    panel = course.small_task(BEFORE)
    answer(panel, filled(BEFORE, right))
    shown = f"{panel.html} {panel.printed} {panel} {course.progress()} {course.progress()._repr_html_()} {course.ending('00')}"
    assert "✗" not in shown
    assert "right answers" not in shown
    assert panel.html["shown"] == ""
    assert "What has changed is told when the one at the end of the course is done too." in str(course.progress())
    assert "Small task done ✓" in str(course.ending("00"))


def test_what_is_done_stays_as_it_is() -> None:
    panel, values = course.small_task(BEFORE), filled(BEFORE, 6)
    answer(panel, values)
    assert panel.more == {name: {"disabled": True} for name in [*panel._names, "finish"]}
    for again in (panel, course.small_task(BEFORE)):
        again.give("most", "b")
        assert keeping.read().filled[BEFORE] == values
        assert again.html["kept"] == SAID[BEFORE]
        assert again.more["most"] == {"disabled": True}


def test_after_the_second_task_both_are_side_by_side_in_it_and_in_the_progress() -> None:
    answer(course.small_task(BEFORE), filled(BEFORE, 2, "5"))
    panel = course.small_task(AFTER)
    panel.give("most", "a")
    assert panel.html["shown"] == ""
    answer(panel, filled(AFTER, 5))
    for shown in (panel.html["shown"], str(course.progress()), course.small_task(AFTER).html["shown"]):
        assert "You were right in 2 of 6 before, and in 5 of 6 after." in shown
    assert '<th scope="col"' in course.progress()._repr_html_()
    assert "before, and in" not in str(course.progress("09")), "it is of the whole course"
    assert course.small_task(BEFORE).html["shown"] == ""


def test_when_progress_begins_anew_it_is_empty_and_open() -> None:
    panel = course.small_task(BEFORE)
    answer(panel, filled(BEFORE, 6))
    course.begin_anew()
    assert panel.values == {**dict.fromkeys(panel._names), "finish": 0}
    assert (panel.more, panel.html["kept"], keeping.read().filled) == ({}, "", {})
    panel.press("finish")
    assert panel.html["kept"].startswith("Still missing: the answer to 1, 2, 3, 4, 5 and 6;")
    answer(panel, filled(BEFORE, 0))
    assert keeping.read().filled[BEFORE][DONE], "the next learner can end it"


def test_what_cannot_be_kept_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "keep_filled", lambda *_: "The disk is full.")
    panel = course.small_task(BEFORE)
    panel.give("most", "a")
    assert panel.html["kept"] == "The disk is full."


@pytest.mark.parametrize("when", TIMES)
def test_an_output_has_the_text_and_no_answer_of_anybody(when: str, progress_file: Path) -> None:  # noqa: ARG001
    panel = course.small_task(when)
    panel.give("most", "a")
    data, _ = panel._repr_mimebundle_()
    assert task(when).text[1] in data["text/html"]
    assert "←" not in data["text/html"]


def test_another_time_is_told() -> None:
    with pytest.raises(ContentError, match="There is no small task 'later'"):
        course.small_task("later")
