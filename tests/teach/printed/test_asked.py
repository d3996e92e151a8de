"""What a guide asks for in its pack is read and held against what there is."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from course import content
from course.content import ContentError
from course.questions.spec import lessons
from course.teach.printed.asked import asked_of, problems
from tests.changing import change

if TYPE_CHECKING:
    from pathlib import Path

    from course.questions.spec import Lesson

LESSONS = {lesson.number: lesson for lesson in lessons()}


@pytest.fixture
def guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The guide of a lesson in a copy of the notebooks, to be broken."""
    copy = shutil.copytree(content.notebooks_folder(), tmp_path / "notebooks")
    monkeypatch.setattr(content, "notebooks_folder", lambda: copy)
    return copy / "guides" / "06_charts_that_mislead.toml"


@pytest.mark.parametrize("lesson", LESSONS.values(), ids=lambda lesson: lesson.notebook)
def test_what_the_guides_ask_for_is_there(lesson: Lesson) -> None:
    asked = asked_of(lesson)
    assert bool(asked.cards) == (lesson.number != "00")


def test_it_is_read_into_values() -> None:
    asked = asked_of(LESSONS["06"])
    assert asked.cards == ("strips", "slips")
    assert asked.stills == ("lab",)
    assert asked.without == ("6.4",)
    assert asked.case == LESSONS["06"].case
    assert asked_of(LESSONS["09"]).case == "smh-marches"
    assert asked_of(LESSONS["04"]).report
    assert not asked.report


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"strips"', '"strip"', "'strip' is not a deck. Did you mean 'strips'?"),
        ('["lab"]', '["labb"]', "'labb' is not the key of a part with an explorer. Did you mean 'lab'?"),
        (
            'without = ["6.4"]',
            'without = ["6.44"]',
            "'6.44' is not the number of a question or the key of a part with an explorer.",
        ),
        ('without = ["6.4"]', 'without = "6.4"', "'without' must be a list of texts, not '6.4'."),
        ("without =", "witout =", "'witout' is not a key. Did you mean 'without'?"),
        ("without =", 'case = "none"\nwithout =', "'none' is not a case."),
        ("without =", "report = 1\nwithout =", "'report' must be true or false, not 1."),
    ],
)
def test_each_kind_of_mistake_is_told(guide: Path, old: str, new: str, said: str) -> None:
    change(guide, old, new)
    with pytest.raises(ContentError) as told:
        asked_of(LESSONS["06"])
    assert f"guides/{guide.name}: [pack], {said}" in str(told.value)
    assert problems() == [str(told.value)]


def test_nothing_is_wrong_in_what_our_guides_ask_for() -> None:
    assert problems() == []
