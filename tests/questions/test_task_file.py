"""The file of the small task: both texts have the same items, and a mistake is told with its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from course import content
from course.content import ContentError
from course.questions.record import Record
from course.questions.spec import lessons
from course.questions.task_file import AFTER, BEFORE, given, is_done, of_notebook, read, state, task
from tests.changing import change
from tests.questions.tasks import filled

if TYPE_CHECKING:
    from pathlib import Path

OURS = content.exercises_folder() / "tasks" / "small_task.toml"


def test_the_two_tasks_match_item_by_item_and_belong_to_the_first_and_the_last_notebook() -> None:
    before, after = task(BEFORE), task(AFTER)
    assert [item.key for item in before.items] == [item.key for item in after.items]
    assert [item.about for item in before.items] == [item.about for item in after.items]
    numbers = [lesson.number for lesson in lessons()]
    assert (before.notebook, after.notebook) == (numbers[0], numbers[-1])
    assert of_notebook("00") is before
    assert of_notebook("03") is None
    assert len(before.items) >= 5
    assert list(before.sure) == ["1", "2", "3", "4", "5"]


def test_the_texts_are_equally_long_and_no_option_gives_itself_away() -> None:
    lengths = [len(" ".join(task(when).text).split()) for when in (BEFORE, AFTER)]
    assert abs(lengths[0] - lengths[1]) <= 5
    for when in (BEFORE, AFTER):
        places = {list(item.options).index(item.answer) for item in task(when).items}
        assert len(places) >= 3, "the right option is not always in the same place"
        longest = [max(item.options, key=lambda key: len(item.options[key])) for item in task(when).items]
        right = [item.answer == key for item, key in zip(task(when).items, longest, strict=True)]
        assert sum(right) <= 2, "the right option is seldom the longest"
    places_of = [[list(item.options).index(item.answer) for item in task(when).items] for when in (BEFORE, AFTER)]
    assert places_of[0] != places_of[1], "who remembers a place does not have the answer"


@pytest.mark.parametrize("kept", [{}, {"most": "z", "most-sure": "9"}, {"most": ["d"], "most-sure": 4}, {"most": None}])
def test_what_the_options_do_not_have_is_nothing(kept: dict[str, Any]) -> None:
    first = given(task(BEFORE), Record(filled={BEFORE: kept}))[0]
    assert (first.answer, first.sure, first.right) == ("", "", False)


def test_what_was_given_is_read_and_held_against_the_answer() -> None:
    some = given(task(BEFORE), Record(filled={BEFORE: filled(BEFORE, 2, "3")}))
    assert [each.right for each in some] == [True, True, False, False, False, False]
    assert {each.sure for each in some} == {"3"}


def test_a_task_is_done_when_it_was_ended() -> None:
    half, done = Record(filled={BEFORE: {"most": "d"}}), Record(filled={BEFORE: filled(BEFORE, 6)})
    assert not is_done(BEFORE, half)
    assert is_done(BEFORE, done)
    assert not is_done(AFTER, done)
    assert state("00", half) == "small task not done yet"
    assert state("00", done) == "small task done ✓"
    assert state("03", done) == ""


def test_another_time_is_told() -> None:
    with pytest.raises(ContentError, match=re.escape("There is no small task 'befor'. Did you mean 'before'?")):
        task("befor")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("sure = [", "sure = [[", "small_task.toml: this is not TOML"),
        ('"I am guessing", ', "", "small_task.toml, sure: it must be a list of 5 texts"),
        ('notebook = "00"', "notebook = 0", "small_task.toml, before: a notebook, such as '00', and a text"),
        ('key = "source"', 'key = "most"', "small_task.toml, item 'most': a key of letters of its own"),
        ('key = "most"', 'key = "most-sure"', "item 'most-sure': a key of letters of its own"),
        ('key = "most"', 'key = "done"', "item 'done': a key of letters of its own"),
        ('about = "who says so"', "", "item 'source': a key of letters of its own, about,"),
        (
            'answer = "d"',
            'answer = "e"',
            "item 'most', before: 'e' is not one of its options. Valid are: 'a', 'b', 'c', 'd'.",
        ),
        (
            'a = "200, the number in the text", ',
            "",
            "item 'most', before: the prompt must be a text, and the options 4 texts.",
        ),
        (
            'a = "200, the number in the text"',
            "a = 200",
            "item 'most', before: the prompt must be a text, and the options 4 texts.",
        ),
        (
            "[item.before]\nprompt",
            "[item.before]\npromt",
            "item 'most', before: prompt, options (a table of keys and texts)",
        ),
    ],
)
def test_a_mistake_in_the_file_is_told_with_its_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    copy = tmp_path / OURS.name
    copy.write_text(OURS.read_text(encoding="utf-8"), encoding="utf-8")
    assert set(read(copy)) == {BEFORE, AFTER}
    change(copy, old, new)
    with pytest.raises(ContentError, match=re.escape(said)):
        read(copy)


def test_a_file_without_items_is_told(tmp_path: Path) -> None:
    copy = tmp_path / OURS.name
    copy.write_text(OURS.read_text(encoding="utf-8").partition("[[item]]")[0], encoding="utf-8")
    with pytest.raises(ContentError, match=re.escape("item: one or more [[item]] are needed.")):
        read(copy)
